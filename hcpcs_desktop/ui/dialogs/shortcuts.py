"""The list of keyboard shortcuts, made from the table of commands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.ui.actions import COMMANDS, KEYS_IN_PLACE, shortcut_text
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.frame import MENUS
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.text import label

_SIZE = (122 * GRID, 76 * GRID)
_LARGE = 1.5
"""The size of text from which on two columns have no room."""

_IN_PLACE = "Where the focus is"

Group = tuple[str, list[tuple[str, str]]]


class ShortcutsDialog(ReadingOrder, QDialog):
    """Every command that has a key, by menu, in two columns that scroll where they must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the list."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(first_size(_SIZE, parent))
        area = PaneArea()
        area.column.addWidget(label("Keyboard shortcuts", "title"))
        area.column.addSpacing(2 * GRID)
        area.column.addLayout(_columns(_groups(), 1 if ratio_of(self.font()) >= _LARGE else 2))
        area.column.addStretch(1)
        name_input(area, "Keyboard shortcuts", "The arrows scroll the list")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(foot)


def _groups() -> list[Group]:
    """The commands that have keys, menu by menu; first the keys that belong to one widget."""
    groups: list[Group] = [(_IN_PLACE, list(KEYS_IN_PLACE))]
    for menu in MENUS:
        commands = [
            (each.text, shortcut_text(each)) for each in COMMANDS if each.menu == menu and each.keys
        ]
        if commands:
            groups.append((menu, commands))
    return groups


def _columns(groups: list[Group], number: int) -> QHBoxLayout:
    """Two columns, about equally long, in the order of the menus; large text takes one."""
    total = sum(len(rows) + 2 for _, rows in groups)
    columns = [QVBoxLayout() for _ in range(number)]
    filled = 0
    for title, rows in groups:
        columns[filled * number // total].addWidget(_group(title, rows))
        filled += len(rows) + 2
    row = QHBoxLayout()
    row.setSpacing(5 * GRID)
    for column in columns:
        column.setSpacing(2 * GRID)
        column.addStretch(1)
        row.addLayout(column, 1)
    return row


def _group(title: str, rows: list[tuple[str, str]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(title, "strong"), 0, 0, 1, 2)
    for number, (text, keys) in enumerate(rows, 1):
        grid.addWidget(label(text, wrap=True), number, 0)
        grid.addWidget(label(keys, "muted"), number, 1, Qt.AlignmentFlag.AlignRight)
    return made
