"""What tells how the program is used: command palette, list of shortcuts, about."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.ui.session import Session


class HelpDesk(QObject):
    """Opens these over a window; their modules are read when they are first asked for."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Tell of this session, over this window."""
        super().__init__(window)
        self._session = session
        self._window = window
        self._actions: Mapping[str, QAction] = {}

    def slots(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "palette": self._on_palette,
            "shortcuts": self._on_shortcuts,
            "about": self._on_about,
        }

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Offer these commands by name in the palette."""
        self._actions = actions

    def _on_palette(self) -> None:
        from hcpcs_desktop.ui.dialogs.palette import CommandPalette

        offered = [each for name, each in self._actions.items() if name != "palette"]
        palette = CommandPalette(offered, self._window)
        palette.chosen.connect(self._on_command_chosen)
        palette.open()

    def _on_command_chosen(self, name: str) -> None:
        self._actions[name].trigger()

    def _on_shortcuts(self) -> None:
        from hcpcs_desktop.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window).open()

    def _on_about(self) -> None:
        from hcpcs_desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self._session.holdings(), self._window).open()
