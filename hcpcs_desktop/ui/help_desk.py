"""What tells how the program is used: command palette, list of shortcuts, about."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from hcpcs_desktop.ui.desk import Desk, Place, Slots


class HelpDesk(Desk):
    """Opens these; the palette offers the commands that it was given."""

    def __init__(self, place: Place) -> None:
        """Tell of the session of this place."""
        super().__init__(place)
        self._actions: Mapping[str, QAction] = {}

    def slots(self) -> Slots:
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
        palette = CommandPalette(offered, self.place.window)
        palette.chosen.connect(self._on_command_chosen)
        palette.open()

    def _on_command_chosen(self, name: str) -> None:
        self._actions[name].trigger()

    def _on_shortcuts(self) -> None:
        from hcpcs_desktop.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.place.window).open()

    def _on_about(self) -> None:
        from hcpcs_desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self.place.session.holdings(), self.place.window).open()
