"""The right side of the window: the header of a code and its tabs."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.checklist.pane import ChecklistPane
from hcpcs_desktop.ui.code.header import CodeHeader
from hcpcs_desktop.ui.code.record_pane import RecordPane
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.guide.pane import GuidePane
from hcpcs_desktop.ui.guide.similar_pane import SimilarPane
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import line

Pane = RecordPane | GuidePane | ChecklistPane | SimilarPane


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: the name by which it is remembered, its words, and what makes its pane."""

    name: str
    text: str
    make: Callable[[], Pane]


TABS = (
    Tab("record", "Record", RecordPane),
    Tab("guide", "Billing guide", GuidePane),
    Tab("checklist", "Checklist", ChecklistPane),
    Tab("similar", "Similar codes", SimilarPane),
)


class CodeView(QWidget):
    """Shows one code; passes on what the user wants of its checklist and of the links in it."""

    ticked = Signal(str, bool)
    context_changed = Signal(object, object)
    clear_requested = Signal()
    code_requested = Signal(str)
    tab_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the header; a pane is built when its tab is first seen."""
        super().__init__(parent)
        self._page: CodePage | None = None
        self._ticks: frozenset[str] = frozenset()
        self._read_only = ""
        self._panes: dict[int, Pane] = {}
        self._header = CodeHeader()
        self._header.code_requested.connect(self.code_requested)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for tab in TABS:
            self._tabs.addTab(tab.text)
        name_input(self._tabs, "Parts of the code")
        self._stack = QStackedWidget()
        self._lay_out()
        self._tabs.currentChanged.connect(self._on_tab_changed)

    @property
    def page(self) -> CodePage | None:
        """The code that is shown."""
        return self._page

    def show_page(self, page: CodePage, ticks: frozenset[str], read_only: str) -> None:
        """Show a code with its ticks; ``read_only`` says why ticks cannot be saved."""
        self._page, self._ticks, self._read_only = page, ticks, read_only
        self._header.show_page(page)
        self._fill()

    def choose_tab(self, name: str) -> None:
        """Show the tab of that name; the first where there is none."""
        names = [tab.name for tab in TABS]
        self._tabs.setCurrentIndex(names.index(name) if name in names else 0)

    def take_focus(self) -> None:
        """Put the focus on what the tab shows."""
        pane = self._panes.get(self._tabs.currentIndex())
        if pane is not None:
            pane.take_focus()

    def _on_tab_changed(self, index: int) -> None:
        self._fill()
        self.tab_changed.emit(TABS[index].name)

    def _fill(self) -> None:
        """Fill the visible pane; the others wait until they are seen."""
        if self._page is None:
            return
        pane = self._pane(self._tabs.currentIndex())
        if isinstance(pane, ChecklistPane):
            pane.show_page(self._page, self._ticks, self._read_only)
        else:
            pane.show_page(self._page)
        self._stack.setCurrentWidget(pane)

    def _pane(self, index: int) -> Pane:
        if index not in self._panes:
            pane = TABS[index].make()
            pane.code_requested.connect(self.code_requested)
            if isinstance(pane, ChecklistPane):
                self._connect_checklist(pane)
            self._panes[index] = pane
            self._stack.addWidget(pane)
        return self._panes[index]

    def _connect_checklist(self, pane: ChecklistPane) -> None:
        pane.ticked.connect(self._on_ticked)
        pane.context_changed.connect(self.context_changed)
        pane.clear_requested.connect(self.clear_requested)

    def _on_ticked(self, item_id: str, ticked: bool) -> None:
        self._ticks = self._ticks | {item_id} if ticked else self._ticks - {item_id}
        self.ticked.emit(item_id, ticked)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setProperty("type", "header")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QVBoxLayout(head)
        top.setContentsMargins(SIDE, 2 * GRID, SIDE, 0)
        top.setSpacing(2 * GRID)
        top.addWidget(self._header)
        top.addWidget(self._tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        column.addWidget(self._stack, 1)
