"""The command palette: type a few letters of a command, choose with the arrows, run it."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.dialogs.palette_delegate import KEYS_ROLE, PaletteDelegate
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_WIDTH = 64 * GRID
_HEIGHT = 52 * GRID
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_APOSTROPHES = str.maketrans("", "", "'’")
_NAME_ROLE = Qt.ItemDataRole.UserRole + 2


class CommandPalette(ReadingOrder, QDialog):
    """Lists the actions that can be run now; emits ``chosen`` (an object name) after it closed."""

    chosen = Signal(str)

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        """Offer these actions, those that are disabled left out."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Commands")
        self.resize(_WIDTH, _HEIGHT)
        self._actions = [each for each in actions if each.isEnabled()]
        self._box = _PaletteBox()
        self._box.setPlaceholderText("A command")
        name_input(self._box, "Command", "Type a few letters; the arrows choose, Enter runs")
        self._rows = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._rows)
        self._list.setItemDelegate(PaletteDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        name_input(self._list, "Commands")
        self._nothing = label("No command has these letters.", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for each in (self._box, self._nothing, self._list):
            column.addWidget(each)
        self._box.textChanged.connect(self._fill)
        self._box.moved.connect(self._on_moved)
        self._box.returnPressed.connect(self._on_return)
        self._list.clicked.connect(self._on_return)
        self._fill("")

    def _fill(self, typed: str) -> None:
        words = _bare(typed).split()
        found = [each for each in self._actions if _answers(each, words)]
        self._rows.clear()
        for action in found:
            self._rows.appendRow(_row(action))
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._select(0)
        announce(self._box, count(len(found), "command"))

    def _select(self, row: int) -> None:
        index = self._rows.index(row, 0)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(index, select)
        announce(self._box, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _on_moved(self, step: int) -> None:
        last = self._rows.rowCount() - 1
        if last >= 0:
            self._select(min(max(self._list.currentIndex().row() + step, 0), last))

    def _on_return(self) -> None:
        name = self._list.currentIndex().data(_NAME_ROLE)
        if name:
            self.accept()
            self.chosen.emit(name)


class _PaletteBox(QLineEdit):
    """Emits ``moved`` (rows) while the caret stays in the box."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys that move through a list on to it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


def words_of(action: QAction) -> str:
    """A command with its menu: ``View: Light``."""
    menu = str(action.property("menu") or "")
    return f"{menu}: {action.text().rstrip('…')}"


def _answers(action: QAction, words: list[str]) -> bool:
    text = _bare(words_of(action))
    return all(word in text for word in words)


def _bare(text: str) -> str:
    """A text as it is compared: ``whats new`` and ``what's new`` are one."""
    return text.lower().translate(_APOSTROPHES)


def _row(action: QAction) -> QStandardItem:
    native = QKeySequence.SequenceFormat.NativeText
    keys = ", ".join(key.toString(native) for key in action.shortcuts())
    row = QStandardItem(words_of(action))
    row.setData(keys, KEYS_ROLE)
    row.setData(action.objectName(), _NAME_ROLE)
    spoken = ", ".join(part for part in (words_of(action), keys) if part)
    row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return row
