"""The right side of the window: the header of a code and its tabs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.checklist.pane import ChecklistPane
from hcpcs_desktop.ui.code.header import CodeHeader
from hcpcs_desktop.ui.code.record_pane import RecordPane
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import line

RECORD, CHECKLIST = 0, 1
TABS = ("Record", "Documentation checklist")


class CodeView(QWidget):
    """Shows one code; passes on what the user wants of its checklist."""

    ticked = Signal(str, bool)
    context_changed = Signal(object, object)
    clear_requested = Signal()
    tab_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the header; a pane is built when its tab is first seen."""
        super().__init__(parent)
        self._page: CodePage | None = None
        self._ticks: frozenset[str] = frozenset()
        self._read_only = ""
        self._panes: dict[int, RecordPane | ChecklistPane] = {}
        self._header = CodeHeader()
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for text in TABS:
            self._tabs.addTab(text)
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

    def choose_tab(self, index: int) -> None:
        """Show a tab."""
        self._tabs.setCurrentIndex(index)

    def take_focus(self) -> None:
        """Put the focus on what the tab shows."""
        pane = self._panes.get(self._tabs.currentIndex())
        if isinstance(pane, ChecklistPane):
            pane.take_focus()
        elif pane is not None:
            pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tab_changed(self, index: int) -> None:
        self._fill()
        self.tab_changed.emit(index)

    def _fill(self) -> None:
        """Fill the visible pane; the others wait until they are seen."""
        if self._page is None:
            return
        pane = self._pane(self._tabs.currentIndex())
        if isinstance(pane, RecordPane):
            pane.show_page(self._page)
        else:
            pane.show_checklist(self._page.checklist, self._ticks, self._read_only)
        self._stack.setCurrentWidget(pane)

    def _pane(self, index: int) -> RecordPane | ChecklistPane:
        if index not in self._panes:
            self._panes[index] = self._made(index)
            self._stack.addWidget(self._panes[index])
        return self._panes[index]

    def _made(self, index: int) -> RecordPane | ChecklistPane:
        if index == RECORD:
            return RecordPane()
        pane = ChecklistPane()
        pane.ticked.connect(self._on_ticked)
        pane.context_changed.connect(self.context_changed)
        pane.clear_requested.connect(self.clear_requested)
        return pane

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
