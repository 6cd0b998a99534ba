"""What the window remembers between starts, in the notebook's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from hcpcs_desktop.ui.scale import USUAL_ZOOM, ZOOMS
from hcpcs_desktop.ui.theme import MODES, Mode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter

    from hcpcs_desktop.domain.checklist import Payer, Setting
    from hcpcs_desktop.ui.session import Notebook


class Memory:
    """Reads and writes the settings; writes nothing where the notebook is read-only."""

    def __init__(self, notebook: Notebook) -> None:
        """Keep the settings in this notebook."""
        self._notebook = notebook

    @property
    def mode(self) -> Mode:
        """The palette; as the system where none was chosen."""
        saved = self._notebook.setting("theme")
        return next((mode for mode in MODES if mode == saved), "system")

    @property
    def zoom(self) -> int:
        """The size of text, in percent; 100 where none was chosen."""
        saved = self._notebook.setting("zoom")
        return next((zoom for zoom in ZOOMS if str(zoom) == saved), USUAL_ZOOM)

    @property
    def payer(self) -> Payer:
        """The payer of checklists."""
        from hcpcs_desktop.domain.checklist import PAYERS

        saved = self._notebook.setting("payer")
        return next((payer for payer in PAYERS if payer == saved), "medicare")

    @property
    def profile(self) -> str:
        """The name of the clinic's payer for checklists; empty for a kind of payer alone."""
        return self._notebook.setting("profile") or ""

    @property
    def setting(self) -> Setting | None:
        """The setting of checklists, None for all."""
        from hcpcs_desktop.domain.checklist import SETTINGS

        saved = self._notebook.setting("setting")
        return next((setting for setting in SETTINGS if setting == saved), None)

    @property
    def last_code(self) -> str:
        """The code that was open, empty where none was."""
        return next(iter(self._notebook.recent(1)), "")

    @property
    def last_tab(self) -> str:
        """The name of the tab that was open, empty where none was."""
        return self._notebook.setting("last_tab") or ""

    def save(self, name: str, value: str) -> None:
        """Save one setting."""
        if not self._notebook.read_only:
            self._notebook.set_setting(name, value)

    def save_places(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Save where the window and its panes are."""
        self.save("geometry", _text(window.saveGeometry()))
        self.save("splitter", _text(splitter.saveState()))

    def restore_places(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Put the window and its panes where they were."""
        geometry = self._notebook.setting("geometry")
        if geometry:
            window.restoreGeometry(_bytes(geometry))
        state = self._notebook.setting("splitter")
        if state:
            splitter.restoreState(_bytes(state))


def _text(value: QByteArray) -> str:
    return value.toBase64().toStdString()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "replace")))
