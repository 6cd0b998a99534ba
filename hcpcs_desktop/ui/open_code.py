"""The code that is open: how it comes to be shown, and what the user does with it."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hcpcs_desktop.domain.checklist import Payer, Setting
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui import ahead
from hcpcs_desktop.ui.code.code_view import CodeView
from hcpcs_desktop.ui.code.tabs import TABS
from hcpcs_desktop.ui.desk import Slots
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.moving import Moving
from hcpcs_desktop.ui.notify import Notifier
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.ticks import Ticks

if TYPE_CHECKING:
    from hcpcs_desktop.domain.payer_profile import PayerProfile

TOPIC = "topic:"
"""Begins the address of a page of guidance."""

_ANY = "J"
"""Finds codes of drugs, the pages of which have the most to read."""

_TABS = {f"tab_{number}": tab.name for number, tab in enumerate(TABS, 1)}
"""The commands that lead to the tabs of a code."""


class OpenCode(QObject):
    """Shows a code in its view and keeps what the user sets there.

    Emits ``shown`` (a CodePage) whenever it is shown, also anew; ``wanted`` when a code is asked
    for, also the open one; ``dated`` when another date of service was chosen; ``saved``, and
    ``failed`` (a sentence) for what was written; ``topic_requested`` (its key) for a page of
    guidance.
    """

    shown = Signal(object)
    wanted = Signal()
    topic_requested = Signal(str)
    dated = Signal()
    saved = Signal()
    failed = Signal(str)

    def __init__(
        self, session: Session, memory: Memory, moving: Moving, view: CodeView, notifier: Notifier
    ) -> None:
        """Show codes of the session in this view; nothing is open yet."""
        super().__init__(view)
        self._session = session
        self._memory = memory
        self._moving = moving
        self._view = view
        self._ticks = Ticks(session.notebook, notifier, self)
        self._connect()

    @property
    def page(self) -> CodePage | None:
        """What is open; None where nothing is."""
        return self._view.page

    @property
    def code(self) -> str:
        """The code that is open; empty where none is."""
        return self._view.page.code if self._view.page else ""

    def slots(self) -> Slots:
        """What the commands for the open code do."""
        return {
            "back": self.go_back,
            "forward": self.go_forward,
            "favourite": self._on_favourite,
            "note": self._view.header.edit_note,
            "date": self._view.header.edit_date,
            **dict.fromkeys(_TABS, self._on_tab),
        }

    def restore_tab(self) -> None:
        """Turn to the tab that was open last."""
        self._view.choose_tab(self._memory.last_tab)

    def restore(self) -> Iterator[None]:
        """Show the code that was open last, in short steps."""
        last = self._memory.last_code
        if not last or self.page is not None or self._session.holdings().problem:
            return
        yield
        yield from ahead.for_a_code()
        with suppress(UserError):
            page = self._session.page(last, self._memory.payer, self._memory.setting)
            yield
            yield from self._view.make_ahead(page)
            if self.page is None:  # nothing was opened meanwhile
                self._show(last)

    def make_ahead(self) -> Iterator[None]:
        """Make what the first code needs, by the example of any."""
        with suppress(UserError):  # it is told when a code is asked for
            page = self.page
            if page is None:
                example = self._session.search(_ANY).hits[:1]
                yield
                if not example:
                    return
                page = self._session.page(example[0].code, "medicare", None)
                yield
            yield from self._view.make_ahead(page)

    def look_at(self, code: str) -> None:
        """Show a code in passing; the focus stays where it is."""
        if self.code != code:
            self._show(code)
            self._moving.look_at(code)
        self.wanted.emit()

    def open(self, code: str) -> None:
        """Open a code. Raises UserError for one that the library lacks."""
        if self.code != code:
            self._show(code)
        self._moving.open(code)
        self.wanted.emit()

    def go_to(self, code: str) -> None:
        """Open a code and put the focus on what its tab shows."""
        self.open(code)
        self._view.take_focus()

    def go_back(self) -> None:
        """Show the code before this one."""
        self._show(self._moving.back())

    def go_forward(self) -> None:
        """Show the code from which the user went back."""
        self._show(self._moving.forward())

    def show_again(self) -> None:
        """Show the open code anew, because what is known of it may have changed."""
        if self.page is not None:
            checklist = self.page.checklist
            self._display(self.code, checklist.payer, checklist.setting, checklist.profile)

    def use_dose(self, dose: str) -> None:
        """Put a dose into the unit calculation of the open code."""
        self._view.window().activateWindow()
        self._view.use_dose(dose)

    def _show(self, code: str) -> None:
        memory = self._memory
        self._display(code, memory.payer, memory.setting, memory.profile)

    def _display(self, code: str, payer: Payer, setting: Setting | None, profile: str = "") -> None:
        page = self._session.page(code, payer, setting, profile)
        ticks = self._session.notebook.ticks(code)
        self._view.show_page(page, ticks, self._session.notebook_problem)
        self._view.header.show_own(page, self._moving.own(code))
        self.shown.emit(page)

    def _on_tab(self) -> None:
        """Show the tab of the command that was chosen."""
        self._view.choose_tab(_TABS[self.sender().objectName()])

    def _on_kept(self) -> None:
        if self.page is not None:
            self._view.header.show_own(self.page, self._moving.own(self.code))

    def _on_favourite(self) -> None:
        self._on_favourite_changed(not self._moving.own(self.code).is_favourite)

    def _on_favourite_changed(self, wanted: bool) -> None:
        self._moving.set_favourite(self.code, wanted)

    def _on_date_chosen(self, day: date) -> None:
        self._session.choose_date(day)
        self.show_again()
        self.dated.emit()

    def _on_ticked(self, item_id: str, ticked: bool) -> None:
        self._ticks.set(self.code, item_id, ticked)

    def _on_clear_requested(self) -> None:
        self._ticks.clear(self.code)

    def _on_context_changed(self, payer: Payer, setting: Setting | None, profile: str) -> None:
        self._memory.save("payer", payer)
        self._memory.save("profile", profile)
        self._memory.save("setting", setting or "")
        self._display(self.code, payer, setting, profile)

    def _on_link(self, address: str) -> None:
        if address.startswith(TOPIC):
            self.topic_requested.emit(address.removeprefix(TOPIC))
        else:
            self.go_to(address)

    def _payers(self) -> "tuple[PayerProfile, ...]":
        return self._session.notebook.profiles.all()

    def _on_tab_changed(self, name: str) -> None:
        self._memory.save("last_tab", name)

    def _connect(self) -> None:
        view = self._view
        view.take_payers_from(self._payers)
        view.ticked.connect(self._on_ticked)
        view.context_changed.connect(self._on_context_changed)
        view.clear_requested.connect(self._on_clear_requested)
        view.tab_changed.connect(self._on_tab_changed)
        view.code_requested.connect(self._on_link)
        view.favourite_changed.connect(self._on_favourite_changed)
        view.note_changed.connect(self._moving.save_note)
        view.date_chosen.connect(self._on_date_chosen)
        self._moving.kept.connect(self._on_kept)
        self._ticks.changed.connect(self.show_again)
        self._ticks.refused.connect(view.take_back)
        self._ticks.saved.connect(self.saved)
        self._ticks.failed.connect(self.failed)
