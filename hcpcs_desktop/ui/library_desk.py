"""The windows about the library as a whole: what is new in it, and what it is made from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hcpcs_desktop.ui.desk import Desk, Place, Slots

if TYPE_CHECKING:
    from hcpcs_desktop.ui.sources.window import SourcesWindow

_RECENT = 100
_ONE_RELEASE = (
    "To see what changed, the library needs two CMS releases. Add the file of another quarter; "
    "what you have stays."
)


class LibraryDesk(Desk):
    """Opens the windows; what they want of the library is done by the importer.

    ``releases_changed`` comes with the releases of a library that replaced the one before.
    """

    releases_changed = Signal(tuple)

    def __init__(self, place: Place) -> None:
        """Open them over the window of this place."""
        super().__init__(place)
        self._sources: SourcesWindow | None = None
        place.importer.library_replaced.connect(self._on_library_replaced)

    def slots(self) -> Slots:
        """What each command does."""
        return {"sources": self.open_sources, "whats_new": self.open_news}

    def open_sources(self) -> None:
        """What the library is made from, and the libraries before it."""
        if self._sources is None:
            from hcpcs_desktop.ui.sources.window import SourcesWindow

            importer = self.place.importer
            self._sources = SourcesWindow(self.place.window)
            self._sources.add_requested.connect(importer.ask)
            self._sources.remove_requested.connect(importer.remove)
            self._sources.library_chosen.connect(self._on_library_chosen)
            self._sources.finished.connect(self._on_sources_closed)
        self._show_sources()
        self._sources.open_()

    def open_news(self) -> None:
        """What changed between two releases; says so where there are not two."""
        session, importer = self.place.session, self.place.importer
        releases = session.holdings().releases
        if len(releases) < 2:
            self.place.notifier.tell(_ONE_RELEASE, action="Add CMS file…", answer=importer.ask)
            return
        from hcpcs_desktop.ui.news.window import NewsWindow

        notebook = session.notebook
        own = frozenset([*notebook.favourites(), *notebook.recent(_RECENT)])
        news = NewsWindow(releases, own, session.compare, self.place.window)
        news.code_requested.connect(self.code_requested)
        news.said.connect(self.said)
        self.releases_changed.connect(news.show_releases)
        news.open_()

    def _show_sources(self) -> None:
        session = self.place.session
        if self._sources is not None:
            self._sources.show_library(session.sources(), session.earlier())

    def _on_library_replaced(self) -> None:
        self._show_sources()
        self.releases_changed.emit(self.place.session.holdings().releases)

    def _on_library_chosen(self, name: str) -> None:
        self.place.importer.use_again(name)
        self.said.emit("The earlier library is in use again")

    def _on_sources_closed(self) -> None:
        self._sources = None
