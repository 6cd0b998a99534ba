"""The main window: puts the pieces together; no logic of its own."""

from contextlib import suppress

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output.freshness import HOW_TO_GET_IT
from hcpcs_desktop.ui.actions import add_menus
from hcpcs_desktop.ui.code.code_view import CodeView
from hcpcs_desktop.ui.desk import Desk, Place, Slots
from hcpcs_desktop.ui.desks import DESKS
from hcpcs_desktop.ui.dress import Dress
from hcpcs_desktop.ui.dropped import files_in, refusal
from hcpcs_desktop.ui.frame import Frame
from hcpcs_desktop.ui.help_desk import HelpDesk
from hcpcs_desktop.ui.importing import Importer
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.moving import COMMANDS as OF_A_CODE
from hcpcs_desktop.ui.moving import Moving
from hcpcs_desktop.ui.notify import Notifier
from hcpcs_desktop.ui.open_code import OpenCode
from hcpcs_desktop.ui.papers import COMMANDS as OF_PAPER
from hcpcs_desktop.ui.papers import Papers
from hcpcs_desktop.ui.searching import Searching
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.units.desk import ToolDesk

_PREPARE_MS = 50
"""After the window shows; nobody types so soon."""


class MainWindow(QMainWindow):
    """Search at the left, the code at the right, over one session."""

    def __init__(self, session: Session) -> None:
        """Build the window and bring back what it showed last."""
        super().__init__()
        self._session = session
        self._memory = Memory(session.notebook)
        self._frame = Frame(self)
        self.notifier = Notifier(self._frame.banner)
        self.importer = Importer(session, self)
        self._papers = Papers(session.notebook.ticks, self)
        self._dress = Dress(self._memory, self)
        self._moving = Moving(session, self)
        self._code = OpenCode(session, self._memory, self._moving, self._frame.code, self.notifier)
        self._searching = Searching(session, self._moving, self._code, self._frame.panel)
        place = Place(
            session, self._memory, self.notifier, self.importer, self, lambda: self._code.page
        )
        self._help = HelpDesk(place)
        self._tools = ToolDesk(place)
        self._desks: list[Desk] = [self._help, self._tools, *(desk(place) for desk in DESKS)]
        self._prepare = QTimer(self)
        self._prepare.setSingleShot(True)
        self._prepare.setInterval(_PREPARE_MS)
        self._prepare.timeout.connect(self._session.prepare)
        self.setAcceptDrops(True)
        self.actions_by_name = add_menus(self, self._slots())
        self._help.offer(self.actions_by_name)
        self._offer_of_a_code(offered=False)
        self._connect()
        self._on_moved()
        self._restore()

    @property
    def shown_code(self) -> str:
        """The code that is open; empty where none is."""
        return self._code.code

    def show_code(self, code: str) -> None:
        """Open a code."""
        self._code.open(code)

    def search_for(self, text: str) -> None:
        """Type into the search box."""
        self._frame.panel.search_for(text)

    def _on_shown(self, page: CodePage) -> None:
        self._frame.show_code()
        self._papers.show_page(page)
        self._offer_of_a_code(offered=True)

    def _offer_of_a_code(self, *, offered: bool) -> None:
        for name in (*OF_PAPER, *OF_A_CODE):
            self.actions_by_name[name].setEnabled(offered)

    def _on_moved(self) -> None:
        back, forward = self._moving.can_go_back, self._moving.can_go_forward
        self.actions_by_name["back"].setEnabled(back)
        self.actions_by_name["forward"].setEnabled(forward)
        self._frame.way.show_way(back=back, forward=forward)

    def _on_not_saved(self, sentence: str) -> None:
        self._frame.status.show_saved("Not saved")
        self.notifier.tell(sentence, "bad")

    def _on_library_replaced(self) -> None:
        self._show_library()
        self._code.show_again()

    def _on_release_hint(self) -> None:
        self.notifier.tell(HOW_TO_GET_IT, action="Add CMS file…", answer=self.importer.ask)

    def _show_library(self) -> None:
        holdings = self._session.holdings()
        self._frame.status.show_holdings(holdings, self._session.today)
        self._frame.welcome.show_holdings(holdings)
        self._searching.show_again()

    def _restore(self) -> None:
        self._memory.restore_places(self, self._frame.splitter)
        self.actions_by_name[f"theme_{self._dress.mode}"].setChecked(True)
        self._show_library()
        problem = self._session.notebook_problem
        if problem:
            self.notifier.tell(problem, "caution")
        self._frame.status.show_saved("Not saved: read-only" if problem else "Saved")
        self._code.restore()
        self._frame.panel.take_focus()
        if self._session.holdings().outdated:
            QTimer.singleShot(0, self.importer.rebuild)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the mouse's own buttons for back and forward."""
        super().showEvent(event)
        self._frame.way.watch(self.windowHandle())
        self._prepare.start()

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
        self._frame.code.header.flush()
        with suppress(UserError):  # a full disk must not keep the window open
            self._moving.settle()
            self._memory.save_places(self, self._frame.splitter)
        super().closeEvent(event)

    def _connect(self) -> None:
        frame, code = self._frame, self._code
        frame.panel.add_requested.connect(self.importer.ask)
        frame.welcome.add_requested.connect(self.importer.ask)
        frame.welcome.example_chosen.connect(frame.panel.search_for)
        frame.status.hint_requested.connect(self._on_release_hint)
        frame.way.back_requested.connect(code.go_back)
        frame.way.forward_requested.connect(code.go_forward)
        frame.code.header.section_requested.connect(frame.panel.browse_to)
        frame.code.bsa_requested.connect(self._tools.open_bsa)
        code.shown.connect(self._on_shown)
        self._moving.moved.connect(self._on_moved)
        self._tools.dose_chosen.connect(code.use_dose)
        self.importer.library_replaced.connect(self._on_library_replaced)
        givers: list[CodeView | Desk] = [frame.code, *self._desks]
        for giver in givers:
            giver.copy_requested.connect(self._papers.copy)
            giver.print_requested.connect(self._papers.print_sheet)
            giver.pdf_requested.connect(self._papers.save_sheet)
        for desk in self._desks:
            desk.code_requested.connect(code.go_to)
            desk.page_changed.connect(code.show_again)
        for speaker in self._speakers():
            speaker.said.connect(frame.status.show_saved)
        for writer in (self._moving, code):
            writer.saved.connect(frame.status.show_saved)
            writer.failed.connect(self._on_not_saved)

    def _speakers(self) -> list[Papers | Dress | Searching | Desk]:
        """The parts that have commands and say what these did."""
        return [self._papers, self._dress, self._searching, *self._desks]

    def _slots(self) -> Slots:
        slots: Slots = {"add_file": self.importer.ask, "quit": self.close}
        slots |= self._code.slots()
        for part in self._speakers():
            slots |= part.slots()
        return slots
