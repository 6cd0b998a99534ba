"""The guides of a code as one text: titles, sections, statements, and where each is from."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.domain.guide import Guide
from hcpcs_desktop.ui.browser import Browser
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.guide.guide_writer import HEADING, SOURCE, GuideWriter, source_of
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.tones import Tones

_ABOVE = GRID
"""Pixels that stay above a heading that is gone to."""


class GuideText(Browser):
    """Emits ``section_reached`` (its number) while it scrolls, ``code_requested`` for a link."""

    section_reached = Signal(int)
    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._writer = GuideWriter((), ())
        self._headings: list[QTextBlock] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("type", "pane")
        self.setViewportMargins(0, 0, 2 * GRID, 0)
        name_input(self, "Billing guide")
        self.link_followed.connect(self._on_link_followed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_guides(self, guides: Sequence[Guide], known: Collection[str]) -> None:
        """Show other guides from the beginning; mentions of these codes are links."""
        self._writer = GuideWriter(guides, known)
        self.rewrite()
        self.verticalScrollBar().setValue(0)

    def go_to(self, section: int) -> None:
        """Scroll to a section."""
        bar = self.verticalScrollBar()
        bar.setValue(0 if section == 0 else round(self._top(section)) - _ABOVE)

    def _top(self, section: int) -> float:
        layout = self.document().documentLayout()
        return layout.blockBoundingRect(self._headings[section]).top()

    def _write(self, cursor: QTextCursor, tones: Tones) -> None:
        self._writer.write(cursor, tones, ratio_of(self.font()))
        self._headings = _blocks(cursor, HEADING)

    def _has_links(self) -> bool:
        return bool(self._headings)

    def _on_scrolled(self, value: int) -> None:
        tops = [self._top(section) for section in range(len(self._headings))]
        at_end = value == self.verticalScrollBar().maximum() and value > 0
        reached = len(tops) if at_end else bisect_right(tops, value + 4 * GRID)
        self.section_reached.emit(max(reached - 1, 0))

    def _on_link_followed(self, address: str) -> None:
        number = source_of(address)
        if number is None:
            self.code_requested.emit(address)
        else:
            self._toggle_source(number)

    def _toggle_source(self, number: int) -> None:
        """Unfold the source of a statement below it, or fold it again."""
        statement = self._writer.statement_block(self.document(), number)
        shown = statement.next()
        cursor = QTextCursor(statement)
        if shown.isValid() and shown.userState() == SOURCE:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            end = shown.position() + shown.length() - 1
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            self._writer.write_source(cursor, number)


def _blocks(cursor: QTextCursor, state: int) -> list[QTextBlock]:
    """The blocks of a document in this state."""
    found = []
    block = cursor.document().begin()
    while block.isValid():
        if block.userState() == state:
            found.append(block)
        block = block.next()
    return found
