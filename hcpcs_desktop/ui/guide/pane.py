"""The tab Billing guide: contents at the left, the guides at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.guide.contents_view import ContentsView
from hcpcs_desktop.ui.guide.guide_text import GuideText
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_NONE = (
    "There is no billing guide for this code yet. A guide would say here what the code is for, "
    "which modifiers go with it, what must be documented and why claims are denied. Guides come "
    "with the program."
)
_WIDEST_TEXT = 96 * GRID


class GuidePane(QWidget):
    """Emits ``code_requested`` when a link is followed."""

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._contents = ContentsView()
        self._text = GuideText()
        self._text.setMaximumWidth(_WIDEST_TEXT)
        self._contents.chosen.connect(self._text.go_to)
        self._text.section_reached.connect(self._contents.mark)
        self._text.code_requested.connect(self.code_requested)
        self._stack = QStackedWidget()
        self._lay_out()

    def show_page(self, page: CodePage) -> None:
        """Show the guides of another code, or say that there is none."""
        self._stack.setCurrentIndex(1 if page.guides else 0)
        self._contents.show_guides(page.guides)
        self._text.show_guides(page.guides, page.mentioned)
        self._text.setAccessibleName(f"Billing guide of {page.code}")

    def take_focus(self) -> None:
        """Put the focus on the text, so that the arrows scroll it."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 2 * GRID, SIDE, 0)
        column.addWidget(label(_NONE, "muted", wrap=True))
        column.addStretch(1)
        guides = QWidget()
        row = QHBoxLayout(guides)
        row.setContentsMargins(0, 2 * GRID, 0, 0)
        row.setSpacing(3 * GRID)
        row.addWidget(self._contents)
        row.addWidget(self._text, 1)
        row.addStretch(0)
        self._stack.addWidget(nothing)
        self._stack.addWidget(guides)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SIDE, 0, 0, 0)
        outer.addWidget(self._stack)
