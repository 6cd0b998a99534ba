"""What the desks have in common: a desk opens windows of one kind when its commands are run."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.ui.importing import Importer
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.notify import Notifier
from hcpcs_desktop.ui.session import Session

Slots = dict[str, Callable[[], object]]
"""What commands do, by the name of the command."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a desk stands: the main window, and what its windows may need of it.

    ``page`` answers the code that is open in the main window, None where none is.
    """

    session: Session
    memory: Memory
    notifier: Notifier
    importer: Importer
    window: QWidget
    page: Callable[[], CodePage | None]


class Desk(QObject):
    """Opens windows over the main window; reads their modules when they are first asked for.

    Emits what all windows may want of the main window: ``code_requested`` (open a code),
    ``page_changed`` (show the open code anew), ``said`` (what was done), ``copy_requested`` (text,
    what it is), ``print_requested`` (HTML), ``pdf_requested`` (HTML, a name for the file),
    ``claim_requested`` (lines for the claim check) and ``search_requested`` (what to look up).
    """

    code_requested = Signal(str)
    page_changed = Signal()
    said = Signal(str)
    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)
    claim_requested = Signal(object)
    search_requested = Signal(str)

    def __init__(self, place: Place) -> None:
        """Open windows over the window of this place."""
        super().__init__(place.window)
        self.place = place

    def slots(self) -> Slots:
        """What each command of the desk does."""
        raise NotImplementedError

    def unsaved(self) -> str:
        """What is typed and would be lost with the program, in a sentence; mostly nothing."""
        return ""

    def save(self) -> bool:
        """Save that; False where it is refused, and the window that has it says why."""
        return True

    def discard(self) -> None:
        """Let go of that."""

    def end(self) -> None:
        """Save what is not saved yet, because the main window closes; most desks keep nothing."""
