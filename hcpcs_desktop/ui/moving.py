"""Where the user was, and what is kept at hand: recent codes, favourites, notes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal

from hcpcs_desktop.domain.hit import Hit
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.own import Own
from hcpcs_desktop.ui.search.results_model import Marks
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.trail import Trail

STAY_MS = 1500
"""A code that is looked at for so long counts as opened."""

MOST_RECENT = 30

COMMANDS = ("favourite", "note", "date")
"""The commands that are for the code that is open."""


class Moving(QObject):
    """Keeps the way through the codes, and what of it is saved.

    Emits ``moved`` when the way back or forward changes, ``kept`` when a favourite, a note or the
    recent codes do, ``saved`` and ``failed`` (a sentence) for what was written.
    """

    moved = Signal()
    kept = Signal()
    saved = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Keep it in the notebook of this session."""
        super().__init__(parent)
        self._session = session
        self._trail = Trail()
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(STAY_MS)
        self._stay.timeout.connect(self._on_stayed)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a way back."""
        return self._trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a way forward."""
        return self._trail.can_go_forward

    def look_at(self, code: str) -> None:
        """Note that a code is shown in passing; it counts when the user stays."""
        self._trail.look_at(code)
        self._stay.start()
        self.moved.emit()

    def open(self, code: str) -> None:
        """Note that the user opened a code."""
        self._stay.stop()
        self._trail.visit(code)
        if not self._session.notebook.read_only:
            self._session.notebook.opened(code)
        self.moved.emit()
        self.kept.emit()

    def settle(self) -> None:
        """Count a code that is looked at as opened, because the window closes."""
        if self._stay.isActive():
            self._on_stayed()

    def back(self) -> str:
        """Go back; the code that is shown then."""
        return self._gone(self._trail.back())

    def forward(self) -> str:
        """Go forward; the code that is shown then."""
        return self._gone(self._trail.forward())

    def recent(self) -> tuple[Hit, ...]:
        """The codes that were opened last, the latest first."""
        return self._session.listed(self._session.notebook.recent(MOST_RECENT))

    def favourites(self) -> tuple[Hit, ...]:
        """The codes that the user wants at hand."""
        return self._session.listed(self._session.notebook.favourites())

    def marks(self) -> Marks:
        """Which codes are favourites and which have a note."""
        notebook = self._session.notebook
        return Marks(frozenset(notebook.favourites()), notebook.noted())

    def own(self, code: str) -> Own:
        """What belongs to the user about a code."""
        notebook = self._session.notebook
        return Own(
            code in notebook.favourites(),
            notebook.note(code),
            self._session.today,
            self._session.notebook_problem,
        )

    def set_favourite(self, code: str, wanted: bool) -> None:
        """Put a code among the favourites, or take it out."""
        with self._writing():
            self._session.notebook.set_favourite(code, wanted)
        self.kept.emit()

    def save_note(self, code: str, text: str) -> None:
        """Keep the note on a code; what could not be saved stays in the editor."""
        with self._writing():
            self._session.notebook.set_note(code, text)
            self.kept.emit()

    def forget(self) -> bool:
        """Forget which codes were opened; whether that could be saved."""
        try:
            self._session.notebook.forget_openings()
        except UserError as error:
            self.failed.emit(str(error))
            return False
        self.kept.emit()
        return True

    def _on_stayed(self) -> None:
        self.open(self._trail.current)

    def _gone(self, code: str) -> str:
        self._stay.stop()
        self.moved.emit()
        return code

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self.failed.emit(str(error))
        else:
            self.saved.emit()
