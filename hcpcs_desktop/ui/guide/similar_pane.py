"""The tab Similar codes: what could be mistaken for the code, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hcpcs_desktop.domain.codes import kind_of
from hcpcs_desktop.domain.guide import Similar
from hcpcs_desktop.domain.hit import Hit, Why
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.search.results_view import ResultsView
from hcpcs_desktop.ui.text import label

_NONE = (
    "No similar codes. Codes of the same drug with another product, salt or unit would stand here, "
    "neighbors of the same family, and those that a billing guide names beside this one. A CMS "
    "file that is added later may bring more."
)


class SimilarPane(QWidget):
    """Emits ``code_requested`` when the user opens one of the codes.

    ``compare_requested`` comes with the code that is chosen, to be shown beside the open one.
    """

    code_requested = Signal(str)
    compare_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._list = ResultsView(side=SIDE)
        name_input(self._list, "Similar codes", "Enter opens one")
        self._list.opened.connect(self.code_requested)
        self._list.clicked.connect(self._list.open_current)
        self._stack = QStackedWidget()
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(SIDE, GRID, SIDE, 0)
        column.addWidget(label(_NONE, "muted", wrap=True))
        column.addStretch(1)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._with_button())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.addWidget(self._stack)

    def show_page(self, page: CodePage) -> None:
        """Show the codes that are similar to another one, or say that there is none."""
        self._list.show_hits(tuple(_hit(each) for each in page.similar))
        self._stack.setCurrentIndex(1 if page.similar else 0)

    def _with_button(self) -> QWidget:
        """The list, and below it the button that compares what is chosen in it."""
        button = push_button("Compare side by side…", self._on_compare)
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE, GRID, SIDE, 2 * GRID)
        foot.addWidget(button)
        foot.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        return whole

    def _on_compare(self) -> None:
        self.compare_requested.emit(self._list.current_code())

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


def _hit(similar: Similar) -> Hit:
    """A similar code as a line of a list, with its long description."""
    why = Why("description", similar.why)
    kind = kind_of(similar.code)
    return Hit(similar.code, kind, "", similar.long, similar.state, False, why)
