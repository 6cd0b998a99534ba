"""The windows about the library as a whole: what is new in it, and what it is made from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.ui.importing import Importer
from hcpcs_desktop.ui.session import Session

if TYPE_CHECKING:
    from hcpcs_desktop.ui.sources.window import SourcesWindow

_RECENT = 100
_ONE_RELEASE = (
    "To see what changed, the library needs two CMS releases. Add the file of another quarter; "
    "what you have stays."
)


class LibraryDesk(QObject):
    """Opens the windows. Emits ``code_requested``, ``said`` (what was done) and ``lacking``.

    ``library_replaced`` comes when the user has chosen an earlier library.
    """

    code_requested = Signal(str)
    said = Signal(str)
    lacking = Signal(str)
    library_replaced = Signal()

    def __init__(self, session: Session, importer: Importer, window: QWidget) -> None:
        """Open them over this window; the importer adds files and takes them out."""
        super().__init__(window)
        self._session = session
        self._importer = importer
        self._window = window
        self._sources: SourcesWindow | None = None
        importer.library_replaced.connect(self._show_sources)

    def open_sources(self) -> None:
        """What the library is made from, and the libraries before it."""
        if self._sources is None:
            from hcpcs_desktop.ui.sources.window import SourcesWindow

            self._sources = SourcesWindow(self._window)
            self._sources.add_requested.connect(self._importer.ask)
            self._sources.remove_requested.connect(self._importer.remove)
            self._sources.library_chosen.connect(self._on_library_chosen)
            self._sources.finished.connect(self._on_sources_closed)
        self._show_sources()
        self._sources.open_()

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

    def _show_sources(self) -> None:
        if self._sources is not None:
            self._sources.show_library(self._session.sources(), self._session.earlier())

    def _on_library_chosen(self, name: str) -> None:
        self._session.choose_library(name)
        self.library_replaced.emit()
        self._show_sources()
        self.said.emit("The earlier library is in use again")

    def _on_sources_closed(self) -> None:
        self._sources = None
