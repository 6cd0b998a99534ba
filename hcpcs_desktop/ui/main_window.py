"""The main window: first its frame, which is painted at once, then all that it does."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.frame import Frame
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.turns import Turns, in_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent

    from hcpcs_desktop.ui.importing import Importer
    from hcpcs_desktop.ui.notify import Notifier
    from hcpcs_desktop.ui.session import Session
    from hcpcs_desktop.ui.workings import Workings

_PARTS = (
    "domain.hit",
    "domain.billing_unit",
    "domain.page",
    "output.wording",
    "ui.search.panel",
    "ui.code.code_view",
    "ui.open_code",
    "library.listing",
    "ui.workings",
)
"""The modules that take long to read: the event loop turns after each, so that keys are echoed."""

_FOR_A_SEARCH = ("library.names", "library.by_code", "library.search")
"""The same of what the first search waits for."""

_PAUSE_MS, _QUIET_MS = 30, 300
"""Between the steps that need not be done now, and from a letter that is typed to the next step."""


class MainWindow(ReadingOrder, QMainWindow):
    """Search at the left, the code at the right, over one session.

    Emits ``furnished`` when all is there, which is right after the first picture, or earlier where
    something of it is asked for earlier; ``settled`` when nothing of the start is left to do.
    """

    furnished = Signal()
    settled = Signal()

    def __init__(self, session: Session) -> None:
        """Build what is seen first, where the user left it."""
        super().__init__()
        self._session = session
        self._workings: Workings | None = None
        self._start = Turns(self)
        self._start.ended.connect(self._on_started)
        self._ahead = Turns(self, _PAUSE_MS)
        self._ahead.ended.connect(self.settled)
        self._memory = Memory(session.notebook)
        self._frame = Frame(self)
        self._frame.box.installEventFilter(self)
        self._frame.box.textEdited.connect(self._on_typed)
        self._memory.restore_places(self, self._frame.splitter)
        self.setAcceptDrops(True)

    @property
    def workings(self) -> Workings:
        """All that the window does."""
        if self._workings is None:
            for _ in self._put_in():
                pass
        assert self._workings is not None
        return self._workings

    @property
    def importer(self) -> Importer:
        """What adds CMS files."""
        return self.workings.importer

    @property
    def notifier(self) -> Notifier:
        """What tells the user something."""
        return self.workings.notifier

    @property
    def actions_by_name(self) -> dict[str, QAction]:
        """The commands."""
        return self.workings.actions_by_name

    @property
    def shown_code(self) -> str:
        """The code that is open; empty where none is."""
        return self.workings.code.code

    def show_code(self, code: str) -> None:
        """Open a code."""
        self.workings.code.open(code)

    def search_for(self, text: str) -> None:
        """Type into the search box."""
        self.workings.panel.search_for(text)

    def tell_errors(self) -> None:
        """Show every error from now on that nothing catches."""
        self.notifier.install()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Furnish the window once its first picture is painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._start.begin(self._furnish())
        return False

    def _on_started(self) -> None:
        from hcpcs_desktop.ui import ahead

        self._ahead.begin(ahead.steps(self.workings))

    def _on_typed(self) -> None:
        self._ahead.put_off(_QUIET_MS)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer to add the files that were dropped, and those of folders."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.importer.take([url.toLocalFile() for url in urls if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save where the window is; end what still runs. First ask where something is unsaved."""
        if self._workings is not None and not self._workings.may_end(self.close):
            event.ignore()
            return
        with suppress(UserError):  # a full disk must not keep the window open
            self._start.stop()
            self._ahead.stop()
            if self._workings is not None:
                self._workings.end()
            self._memory.save_places(self, self._frame.splitter)
        super().closeEvent(event)

    def _furnish(self) -> Iterator[None]:
        yield from in_steps(_PARTS)
        self._session.holdings()  # opens the library
        yield
        if self._frame.box.text():  # it is answered as soon as there is a place for the answer
            yield from in_steps(_FOR_A_SEARCH)
        if self._workings is None:
            yield from self._put_in()
        self.workings.watch_mouse()
        yield
        yield from in_steps(_FOR_A_SEARCH)
        yield from self._session.prepare()

    def _put_in(self) -> Iterator[None]:
        """Put the workings into the frame, and show what they showed last."""
        from hcpcs_desktop.ui.workings import Workings

        self._workings = Workings(self._session, self._memory, self._frame, self)
        yield
        yield from self._workings.restore()
        self.furnished.emit()
