"""The main window: puts the pieces together; no logic of its own."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.domain.checklist import Payer, Setting
from hcpcs_desktop.domain.hit import Answer
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output.freshness import HOW_TO_GET_IT
from hcpcs_desktop.ui import papers
from hcpcs_desktop.ui.actions import add_menus
from hcpcs_desktop.ui.code.code_view import TABS, CodeView
from hcpcs_desktop.ui.dress import Dress
from hcpcs_desktop.ui.dropped import files_in, refusal
from hcpcs_desktop.ui.help_desk import HelpDesk
from hcpcs_desktop.ui.importing import Importer
from hcpcs_desktop.ui.library_desk import LibraryDesk
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.moving import COMMANDS as OF_A_CODE
from hcpcs_desktop.ui.moving import Moving
from hcpcs_desktop.ui.notify import Banner, Notifier
from hcpcs_desktop.ui.search.panel import SearchPanel
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.status import StatusBar
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.ticks import Ticks
from hcpcs_desktop.ui.units.desk import ToolDesk
from hcpcs_desktop.ui.way_buttons import WayButtons
from hcpcs_desktop.ui.welcome import Welcome

_FIRST_SIZE = (1280, 820)
_LEAST_SIZE = (800, 560)
_PANEL_WIDTH = 372
_PREPARE_MS = 50
"""After the window shows; nobody types so soon."""
_TABS = {f"tab_{number}": tab.name for number, tab in enumerate(TABS, 1)}
"""The commands that lead to the tabs of a code."""


class MainWindow(QMainWindow):
    """Search at the left, the code at the right, over one session."""

    def __init__(self, session: Session) -> None:
        """Build the window and bring back what it showed last."""
        super().__init__()
        self._session = session
        self._memory = Memory(session.notebook)
        self._banner = Banner()
        self.notifier = Notifier(self._banner)
        self._panel = SearchPanel()
        self._welcome = Welcome()
        self._code = CodeView()
        self._status = StatusBar()
        self._tools = ToolDesk(self)
        self._papers = papers.Papers(session.notebook.ticks, self)
        self._dress = Dress(self._memory, self)
        self._moving = Moving(session, self)
        self._help = HelpDesk(session, self)
        self._ticks = Ticks(session.notebook, self.notifier, self)
        self._way = WayButtons()
        self.importer = Importer(session, self)
        self._library = LibraryDesk(session, self.importer, self)
        self._prepare = QTimer(self)
        self._prepare.setSingleShot(True)
        self._prepare.setInterval(_PREPARE_MS)
        self._prepare.timeout.connect(self._on_prepare)
        self._build()
        self._connect()
        self.actions_by_name = add_menus(self, self._slots())
        self._help.offer(self.actions_by_name)
        self.actions_by_name[f"theme_{self._dress.mode}"].setChecked(True)
        for name in (*papers.COMMANDS, *OF_A_CODE):
            self.actions_by_name[name].setEnabled(False)
        self._on_moved()
        self._restore()

    # what the user does

    def _on_asked(self, text: str) -> None:
        if text.strip():
            self._panel.show_answer(self._answer(text))
        else:
            self._show_lists()

    def _answer(self, text: str) -> Answer:
        panel = self._panel
        return self._session.search(text, panel.filters, as_typed=panel.as_typed)

    def _on_chosen(self, code: str) -> None:
        if self.shown_code != code:
            self._show(code)
            self._moving.look_at(code)

    def _on_opened(self, code: str) -> None:
        self.show_code(code)
        self._code.take_focus()

    def _on_back(self) -> None:
        self._show(self._moving.back())

    def _on_forward(self) -> None:
        self._show(self._moving.forward())

    def _on_moved(self) -> None:
        self.actions_by_name["back"].setEnabled(self._moving.can_go_back)
        self.actions_by_name["forward"].setEnabled(self._moving.can_go_forward)
        self._way.show_way(back=self._moving.can_go_back, forward=self._moving.can_go_forward)

    def _on_kept(self) -> None:
        page = self._code.page
        if page is not None:
            self._code.header.show_own(page, self._moving.own(page.code))
        self._panel.show_marks(self._moving.marks())
        if not self._panel.text.strip():
            self._show_lists()

    def _on_favourite(self) -> None:
        self._on_favourite_changed(not self._moving.own(self.shown_code).is_favourite)

    def _on_favourite_changed(self, wanted: bool) -> None:
        self._moving.set_favourite(self.shown_code, wanted)

    def _on_date_chosen(self, day: date) -> None:
        self._session.choose_date(day)
        if self._panel.text.strip():
            self._panel.show_again(self._answer(self._panel.text), self.shown_code)
        else:
            self._show_lists()
        self._refresh()

    def _on_forget(self) -> None:
        if self._moving.forget():
            self._status.show_saved("Forgotten which codes were opened")

    def _on_not_saved(self, sentence: str) -> None:
        self._status.show_saved("Not saved")
        self.notifier.tell(sentence, "bad")

    def _on_ticked(self, item_id: str, ticked: bool) -> None:
        self._ticks.set(self.shown_code, item_id, ticked)

    def _on_context_changed(self, payer: Payer, setting: Setting | None) -> None:
        self._memory.save("payer", payer)
        self._memory.save("setting", setting or "")
        page = self._code.page
        if page is not None:
            self._display(page.code, payer, setting)

    def _on_clear_requested(self) -> None:
        self._ticks.clear(self.shown_code)

    def _on_tab_changed(self, name: str) -> None:
        self._memory.save("last_tab", name)

    def _on_library_replaced(self) -> None:
        self._show_holdings()
        self._on_asked(self._panel.text)
        self._refresh()

    def _on_release_hint(self) -> None:
        self._on_lacking(HOW_TO_GET_IT)

    def _on_lacking(self, hint: str) -> None:
        self.notifier.tell(hint, action="Add CMS file…", answer=self.importer.ask)

    def _on_tab(self) -> None:
        """Show the tab of the command that was chosen."""
        self._code.choose_tab(_TABS[self.sender().objectName()])

    def _on_tool_units(self) -> None:
        self._tools.open_units(self._session.on)

    def _on_tool_code(self, code: str) -> None:
        from hcpcs_desktop.ui.units.entries import Facts, facts_of

        facts = Facts()
        with suppress(UserError):
            page = self._session.page(code, self._memory.payer, self._memory.setting)
            facts = facts_of(page)
        self._tools.show_facts(facts)

    def _on_dose_chosen(self, dose: str) -> None:
        page = self._code.page
        if page is not None and page.is_drug:
            self.activateWindow()
            self._code.use_dose(dose)
        else:
            self._on_tool_units()
            self._tools.use_dose(dose)

    # what is shown

    @property
    def shown_code(self) -> str:
        """The code that is open; empty where none is."""
        return self._code.page.code if self._code.page else ""

    def show_code(self, code: str) -> None:
        """Open a code."""
        if self.shown_code != code:
            self._show(code)
        self._moving.open(code)

    def search_for(self, text: str) -> None:
        """Type into the search box."""
        self._panel.search_for(text)

    def _show(self, code: str) -> None:
        self._display(code, self._memory.payer, self._memory.setting)

    def _display(self, code: str, payer: Payer, setting: Setting | None) -> None:
        page = self._session.page(code, payer, setting)
        ticks = self._session.notebook.ticks(code)
        self._code.show_page(page, ticks, self._session.notebook_problem)
        self._code.header.show_own(page, self._moving.own(code))
        self._stack.setCurrentWidget(self._code)
        self._papers.show_page(page)
        for name in (*papers.COMMANDS, *OF_A_CODE):
            self.actions_by_name[name].setEnabled(True)

    def _refresh(self) -> None:
        page = self._code.page
        if page is not None:
            checklist = page.checklist
            self._display(page.code, checklist.payer, checklist.setting)

    def _show_lists(self) -> None:
        moving = self._moving
        self._panel.show_lists(moving.recent(), moving.favourites(), self.shown_code)

    def _show_holdings(self) -> None:
        self._panel.show_sections(self._session.sections())
        holdings = self._session.holdings()
        self._status.show_holdings(holdings, self._session.today)
        self._welcome.show_holdings(holdings)

    def _on_prepare(self) -> None:
        self._session.prepare()

    def _restore(self) -> None:
        self._memory.restore_places(self, self._splitter)
        self._show_holdings()
        self._on_asked("")
        problem = self._session.notebook_problem
        if problem:
            self.notifier.tell(problem, "caution")
        self._status.show_saved("Not saved: read-only" if problem else "Saved")
        self._code.choose_tab(self._memory.last_tab)
        if self._memory.last_code and not self._session.holdings().problem:
            with suppress(UserError):
                self._show(self._memory.last_code)
        self._panel.take_focus()
        if self._session.holdings().outdated:
            QTimer.singleShot(0, self._on_rebuild)

    def _on_rebuild(self) -> None:
        self.importer.start([])

    def showEvent(self, event: QShowEvent) -> None:
        """Take the mouse's own buttons for back and forward."""
        super().showEvent(event)
        self._way.watch(self.windowHandle())
        self._prepare.start()

    # files dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer to add the files that were dropped, and those of folders."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        files = files_in(url.toLocalFile() for url in urls if url.isLocalFile())
        sentence = refusal(files)
        if sentence:
            self.notifier.tell(sentence, "caution")
        else:
            self.importer.offer(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save where the window is; end what still runs."""
        self._prepare.stop()
        self.importer.stop()
        self._code.header.flush()
        with suppress(UserError):  # a full disk must not keep the window open
            self._moving.settle()
            self._memory.save_places(self, self._splitter)
        super().closeEvent(event)

    # how it is put together

    def _build(self) -> None:
        self.setWindowTitle("HCPCS Desktop")
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        self.setAcceptDrops(True)
        name = label("HCPCS Desktop", "strong", parent=self.menuBar())
        name.setContentsMargins(16, 0, 8, 0)
        self.menuBar().setCornerWidget(name, Qt.Corner.TopLeftCorner)
        self.menuBar().setCornerWidget(self._way, Qt.Corner.TopRightCorner)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._welcome)
        self._stack.addWidget(self._code)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._panel)
        self._splitter.addWidget(self._stack)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_PANEL_WIDTH, _FIRST_SIZE[0] - _PANEL_WIDTH])
        self._panel.setMinimumWidth(280)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._splitter, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        self._panel.asked.connect(self._on_asked)
        self._panel.chosen.connect(self._on_chosen)
        self._panel.opened.connect(self._on_opened)
        self._panel.add_requested.connect(self.importer.ask)
        self._code.header.section_requested.connect(self._panel.browse_to)
        self._code.ticked.connect(self._on_ticked)
        self._code.context_changed.connect(self._on_context_changed)
        self._code.clear_requested.connect(self._on_clear_requested)
        self._code.tab_changed.connect(self._on_tab_changed)
        self._code.code_requested.connect(self._on_opened)
        self._connect_moving()
        self._connect_tools()
        self._welcome.add_requested.connect(self.importer.ask)
        self._status.hint_requested.connect(self._on_release_hint)
        self._library.code_requested.connect(self._on_opened)
        self._library.said.connect(self._status.show_saved)
        self._library.lacking.connect(self._on_lacking)
        self._library.library_replaced.connect(self._on_library_replaced)
        self._welcome.example_chosen.connect(self._panel.search_for)
        self.importer.library_replaced.connect(self._on_library_replaced)

    def _connect_moving(self) -> None:
        self._way.back_requested.connect(self._on_back)
        self._way.forward_requested.connect(self._on_forward)
        self._moving.moved.connect(self._on_moved)
        self._moving.kept.connect(self._on_kept)
        for each in (self._moving, self._ticks):
            each.saved.connect(self._status.show_saved)
            each.failed.connect(self._on_not_saved)
        self._ticks.changed.connect(self._refresh)
        self._code.favourite_changed.connect(self._on_favourite_changed)
        self._code.note_changed.connect(self._moving.save_note)
        self._code.date_chosen.connect(self._on_date_chosen)

    def _connect_tools(self) -> None:
        self._papers.said.connect(self._status.show_saved)
        self._dress.said.connect(self._status.show_saved)
        self._code.copy_requested.connect(self._papers.copy)
        self._code.print_requested.connect(self._tools.print_sheet)
        self._code.pdf_requested.connect(self._tools.save_sheet)
        self._code.bsa_requested.connect(self._tools.open_bsa)
        self._tools.copy_requested.connect(self._papers.copy)
        self._tools.said.connect(self._status.show_saved)
        self._tools.code_typed.connect(self._on_tool_code)
        self._tools.dose_chosen.connect(self._on_dose_chosen)

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "add_file": self.importer.ask,
            "quit": self.close,
            **self._papers.slots(),
            **self._dress.slots(),
            "clear_search": self._panel.clear,
            "search": self._panel.take_focus,
            "back": self._on_back,
            "forward": self._on_forward,
            "recent": self._panel.show_recent,
            "browse": self._panel.browse,
            "forget": self._on_forget,
            "favourites": self._panel.show_favourites,
            "favourite": self._on_favourite,
            "note": self._code.header.edit_note,
            "date": self._code.header.edit_date,
            **dict.fromkeys(_TABS, self._on_tab),
            "whats_new": self._library.open_news,
            "sources": self._library.open_sources,
            "tool_units": self._on_tool_units,
            "tool_bsa": self._tools.open_bsa,
            "tool_ndc": self._tools.open_ndc,
            **self._help.slots(),
        }
