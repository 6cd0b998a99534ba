"""The windows about the library as a whole: what is new in it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.ui.session import Session

_RECENT = 100
_ONE_RELEASE = (
    "To see what changed, the library needs two CMS releases. Add the file of another quarter; "
    "what you have stays."
)


class LibraryDesk(QObject):
    """Opens the windows. Emits ``code_requested``, ``said`` (what was done) and ``lacking``."""

    code_requested = Signal(str)
    said = Signal(str)
    lacking = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        """Open them over this window."""
        super().__init__(window)
        self._session = session
        self._window = window

    def open_news(self) -> None:
        """What changed between two releases; says so where there are not two."""
        releases = self._session.holdings().releases
        if len(releases) < 2:
            self.lacking.emit(_ONE_RELEASE)
            return
        from hcpcs_desktop.ui.news.window import NewsWindow

        notebook = self._session.notebook
        own = frozenset([*notebook.favourites(), *notebook.recent(_RECENT)])
        news = NewsWindow(releases, own, self._session.compare, self._window)
        news.code_requested.connect(self.code_requested)
        news.said.connect(self.said)
        news.open_()
