"""What moves into the frame of the main window: puts the pieces together; no logic of its own."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output.freshness import HOW_TO_GET_IT
from hcpcs_desktop.ui import ahead, leaving
from hcpcs_desktop.ui.actions import fill_menus
from hcpcs_desktop.ui.claim.desk import ClaimDesk
from hcpcs_desktop.ui.code.code_view import CodeView
from hcpcs_desktop.ui.compare.desk import CompareDesk
from hcpcs_desktop.ui.desk import Desk, Place, Slots
from hcpcs_desktop.ui.desks import DESKS
from hcpcs_desktop.ui.dress import Dress
from hcpcs_desktop.ui.frame import Frame
from hcpcs_desktop.ui.help_desk import HelpDesk
from hcpcs_desktop.ui.importing import Importer
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.moving import COMMANDS as OF_A_CODE
from hcpcs_desktop.ui.moving import Moving
from hcpcs_desktop.ui.notify import Banner, Notifier
from hcpcs_desktop.ui.open_code import OpenCode
from hcpcs_desktop.ui.papers import COMMANDS as OF_PAPER
from hcpcs_desktop.ui.papers import Papers
from hcpcs_desktop.ui.search.panel import SearchPanel
from hcpcs_desktop.ui.searching import Searching
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.status import Status
from hcpcs_desktop.ui.topics.open_topic import OpenTopic
from hcpcs_desktop.ui.units.desk import ToolDesk
from hcpcs_desktop.ui.way_buttons import WayButtons
from hcpcs_desktop.ui.welcome import Welcome


class Workings(QObject):
    """The parts of the main window, in their places and connected."""

    def __init__(self, session: Session, memory: Memory, frame: Frame, window: QMainWindow) -> None:
        """Furnish the frame of the window; ``restore`` brings back what it showed last."""
        super().__init__(window)
        self._session = session
        self._frame = frame
        self._way = WayButtons()
        self._welcome = Welcome()
        self._status = Status(frame.status)
        self._view = CodeView(session.checks)
        self.panel = SearchPanel(frame.box)
        banner = Banner()
        frame.furnish(banner, self._way, self.panel, [self._welcome, self._view])
        self.notifier = Notifier(banner, self._deals_with)
        self._damage = ""
        self.importer = Importer(session, self.notifier, window)
        self._papers = Papers(session.notebook.ticks, window)
        self._dress = Dress(memory, window)
        self._moving = Moving(session, self)
        self.code = OpenCode(session, memory, self._moving, self._view, self.notifier)
        self._topics = OpenTopic(session, self._open_code, self)
        parts = (self._moving, self.code, self._topics, self.panel)
        self._searching = Searching(session, *parts)
        place = Place(session, memory, self.notifier, self.importer, window, lambda: self.code.page)
        self._help = HelpDesk(place)
        self._tools = ToolDesk(place)
        self._comparing = CompareDesk(place)
        self._claim = ClaimDesk(place)
        own: list[Desk] = [self._help, self._tools, self._comparing, self._claim]
        self._desks: list[Desk] = [*own, *(desk(place) for desk in DESKS)]
        self.actions_by_name = fill_menus(frame.menus, window, self._slots(window))
        self._help.offer(self.actions_by_name)
        self._offer_of_a_code(offered=False)
        self._connect()
        self._on_moved()

    def restore(self) -> Iterator[None]:
        """Show what the window showed last, in short steps."""
        self.actions_by_name[f"theme_{self._dress.mode}"].setChecked(True)
        self._show_library()
        problem = self._session.notebook_problem
        if problem and self._session.has_backup_to_restore:
            self.notifier.tell(problem, "caution", "Go back to the backup", self._on_go_back)
        elif problem:
            self.notifier.tell(problem, "caution")
        self._status.show_saved("Not saved: read-only" if problem else "Saved")
        self.code.restore_tab()
        if self._frame.box.is_entered:  # before there was anything that could answer
            yield
            yield from ahead.for_a_code()
            if self._frame.box.is_entered:
                self.panel.open_current()
        else:
            yield from self.code.restore()
        self._frame.show_first(self._welcome)
        if self._session.holdings().outdated:
            QTimer.singleShot(0, self.importer.rebuild)

    def watch_mouse(self) -> None:
        """Take the mouse's own buttons for back and forward."""
        self._way.watch(self._way.window().windowHandle())

    def may_end(self, again: Callable[[], object]) -> bool:
        """Whether nothing is lost when the window closes; else the user is asked.

        ``again`` is called where the answer is to save, or to go without.
        """
        window = self._view.window()
        return leaving.may_leave(self._desks, self.importer, window, again)

    def end(self) -> None:
        """Save what is not saved yet, because the window closes; end what still runs."""
        self.importer.stop()
        self._view.header.flush()
        for desk in self._desks:
            desk.end()
        self._moving.settle()
        self._papers.finish()

    def _on_go_back(self) -> None:
        name = self._session.restore_notebook()
        self.notifier.tell(
            f"The backup {name} is in its place, and the damaged file is kept beside it. The next "
            "start opens it.",
            action="Quit now",
            answer=self.actions_by_name["quit"].trigger,
        )

    def _deals_with(self, error: BaseException) -> bool:
        """Whether the library broke while it was read: then it is let go of, and made anew."""
        if not self._session.broke(error):
            return False
        self._show_library()
        held = self._session.holdings()
        self._damage = held.problem
        self.notifier.tell(held.problem, "bad")
        if held.outdated:
            QTimer.singleShot(0, self.importer.rebuild)
        return True

    def _on_shown(self, page: CodePage) -> None:
        self._frame.show_page(self._view)
        self._papers.show_page(page)
        self._offer_of_a_code(offered=True)

    def _on_code_wanted(self) -> None:
        self._frame.show_page(self._view)

    def _on_topic_shown(self, view: QWidget) -> None:
        self._frame.show_page(view)

    def _open_code(self) -> str:
        return self.code.code

    def _on_checklist_wanted(self, code: str, item: str) -> None:
        """Show an item of the checklist of a code."""
        self.actions_by_name["tab_3"].trigger()
        self.code.open(code)
        self._view.go_to_item(item)

    def _offer_of_a_code(self, *, offered: bool) -> None:
        for name in (*OF_PAPER, *OF_A_CODE):
            self.actions_by_name[name].setEnabled(offered)

    def _on_moved(self) -> None:
        back, forward = self._moving.can_go_back, self._moving.can_go_forward
        self.actions_by_name["back"].setEnabled(back)
        self.actions_by_name["forward"].setEnabled(forward)
        self._way.show_way(back=back, forward=forward)

    def _on_search_requested(self, text: str) -> None:
        """Look something up that a window or a tab speaks of, and show the main window."""
        self._view.window().activateWindow()
        self.panel.search_for(text)

    def _on_not_saved(self, sentence: str) -> None:
        self._status.show_saved("Not saved")
        self.notifier.tell(sentence, "bad")

    def _on_library_replaced(self) -> None:
        self.notifier.withdraw(self._damage)
        self._show_library()
        self.code.show_again()

    def _on_release_hint(self) -> None:
        self.notifier.tell(HOW_TO_GET_IT, action="Add CMS file…", answer=self.importer.ask)

    def _show_library(self) -> None:
        holdings = self._session.holdings()
        self._status.show_holdings(holdings, self._session.today)
        self._welcome.show_holdings(holdings)
        self._searching.show_again()

    def _connect(self) -> None:
        self.panel.add_requested.connect(self.importer.ask)
        self._welcome.add_requested.connect(self.importer.ask)
        self._welcome.example_chosen.connect(self.panel.search_for)
        self._status.hint_requested.connect(self._on_release_hint)
        self._way.back_requested.connect(self.code.go_back)
        self._way.forward_requested.connect(self.code.go_forward)
        self._view.header.section_requested.connect(self.panel.browse_to)
        self._view.compare_requested.connect(self._comparing.compare_with)
        self._view.bsa_requested.connect(self._tools.open_bsa)
        self._view.worksheet_requested.connect(self.actions_by_name["start_worksheet"].trigger)
        self.code.shown.connect(self._on_shown)
        self._moving.moved.connect(self._on_moved)
        self._connect_topics()
        self._tools.dose_chosen.connect(self.code.use_dose)
        self.importer.library_replaced.connect(self._on_library_replaced)
        givers: list[CodeView | Desk] = [self._view, *self._desks]
        for giver in givers:
            giver.copy_requested.connect(self._papers.copy)
            giver.print_requested.connect(self._papers.print_sheet)
            giver.pdf_requested.connect(self._papers.save_sheet)
            giver.claim_requested.connect(self._claim.take)
            giver.search_requested.connect(self._on_search_requested)
        for desk in self._desks:
            desk.code_requested.connect(self.code.go_to)
            desk.page_changed.connect(self.code.show_again)
        for speaker in self._speakers():
            speaker.said.connect(self._status.show_saved)
        for writer in (self._moving, self.code):
            writer.saved.connect(self._status.show_saved)
            writer.failed.connect(self._on_not_saved)

    def _connect_topics(self) -> None:
        self.code.wanted.connect(self._on_code_wanted)
        self.code.topic_requested.connect(self._topics.open)
        self._topics.shown.connect(self._on_topic_shown)
        self._topics.rules_requested.connect(self.actions_by_name["claim_rules"].trigger)
        self._topics.checklist_requested.connect(self._on_checklist_wanted)
        self._topics.copy_requested.connect(self._papers.copy)

    def _speakers(self) -> list[Papers | Dress | Searching | Desk]:
        """The parts that have commands and say what these did."""
        return [self._papers, self._dress, self._searching, *self._desks]

    def _slots(self, window: QMainWindow) -> Slots:
        slots: Slots = {"add_file": self.importer.ask, "quit": window.close, **self.code.slots()}
        for part in self._speakers():
            slots |= part.slots()
        return slots
