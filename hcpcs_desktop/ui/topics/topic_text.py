"""The text of a page of guidance: sections, paragraphs, links."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.domain.topic import TopicPage
from hcpcs_desktop.output.topic_page import source
from hcpcs_desktop.ui.browser import Browser, block, insert
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID, LARGE, ratio_of
from hcpcs_desktop.ui.tones import Tones

_WIDEST = 96 * GRID
"""The width of a line of text at 100 %."""


class TopicText(Browser):
    """Emits ``link_followed`` (an address, see ``domain.topic``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._page: TopicPage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("type", "pane")
        name_input(self, "Guidance")

    def show_page(self, page: TopicPage) -> None:
        """Show a page from the beginning."""
        self._page = page
        name_input(self, f"Guidance on {page.topic.code}")
        self.rewrite()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as long as the eye follows, and the scroll bar at the edge."""
        free = self.width() - round(_WIDEST * ratio_of(self.font()))
        self.setViewportMargins(0, 0, max(2 * GRID, free), 0)
        super().resizeEvent(event)

    def _write(self, cursor: QTextCursor, tones: Tones) -> None:
        if self._page is None:
            return
        for section in self._page.sections:
            block(cursor, above=0 if cursor.atStart() else 3 * GRID, below=GRID // 2)
            cursor.insertText(section.heading, _heading(ratio_of(self.font())))
            several = len(section.paragraphs) > 1
            for paragraph in section.paragraphs:
                block(cursor, below=GRID // 2, indent=2 * GRID if several else 0)
                insert(cursor, paragraph, tones)
        block(cursor, above=3 * GRID)
        muted = QTextCharFormat()
        muted.setForeground(QColor(tones.muted))
        cursor.insertText(source(self._page), muted)

    def _has_links(self) -> bool:
        page = self._page
        return page is not None and any(
            piece.code for section in page.sections for each in section.paragraphs for piece in each
        )


def _heading(ratio: float) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontPointSize(LARGE * ratio)
    form.setFontWeight(QFont.Weight.DemiBold)
    return form
