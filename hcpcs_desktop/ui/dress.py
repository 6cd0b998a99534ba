"""How the window is dressed: palette and size of text, chosen by the user and kept."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.desk import Slots
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.scale import USUAL_ZOOM, zoom_after


class Dress(QObject):
    """Dresses the application anew on each choice; emits ``said`` with the zoom."""

    said = Signal(str)

    def __init__(self, memory: Memory, window: QMainWindow) -> None:
        """Keep what is chosen in this memory; follow the system where that is chosen."""
        super().__init__(window)
        self._window = window
        self._memory = memory
        self._mode: theme.Mode = memory.mode
        self._zoom = memory.zoom
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def mode(self) -> theme.Mode:
        """The palette that is chosen."""
        return self._mode

    @property
    def zoom(self) -> int:
        """The size of text, in percent."""
        return self._zoom

    def slots(self) -> Slots:
        """What each command does."""
        return {
            "theme_light": self._on_light,
            "theme_dark": self._on_dark,
            "theme_system": self._on_system,
            "zoom_in": self._on_larger,
            "zoom_out": self._on_smaller,
            "zoom_reset": self._on_usual,
        }

    def _on_light(self) -> None:
        self._choose("light")

    def _on_dark(self) -> None:
        self._choose("dark")

    def _on_system(self) -> None:
        self._choose("system")

    def _on_larger(self) -> None:
        self._scale(zoom_after(self._zoom, 1))

    def _on_smaller(self) -> None:
        self._scale(zoom_after(self._zoom, -1))

    def _on_usual(self) -> None:
        self._scale(USUAL_ZOOM)

    def _on_scheme_changed(self) -> None:
        if self._mode == "system":
            self._apply()

    def _choose(self, mode: theme.Mode) -> None:
        self._mode = mode
        self._apply()
        self._memory.save("theme", mode)

    def _scale(self, zoom: int) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._apply()
            self._place_corner()
            self._memory.save("zoom", str(zoom))
        self.said.emit(f"Text at {zoom} %")

    def _place_corner(self) -> None:
        """Have the menu bar place what is in its corner, which it does when resized alone."""
        bar = self._window.menuBar()
        QCoreApplication.postEvent(bar, QResizeEvent(bar.size(), bar.size()))

    def _apply(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self._mode, self._zoom)
