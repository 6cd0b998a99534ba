"""The list of keyboard shortcuts, made from the table of commands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from hcpcs_desktop.ui.actions import COMMANDS, KEYS_IN_PLACE, shortcut_text
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class ShortcutsDialog(QDialog):
    """Every command that has a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the list."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard shortcuts")
        self.setMinimumWidth(56 * GRID)
        commands = [(each.text, shortcut_text(each)) for each in COMMANDS if each.keys]
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        for row, (text, keys) in enumerate([*KEYS_IN_PLACE, *commands]):
            grid.addWidget(label(text), row, 0)
            grid.addWidget(label(keys, "muted"), row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label("Keyboard shortcuts", "title"))
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(buttons)
