"""Rows of texts that are typed into; below the last one there is always a blank one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from hcpcs_desktop.ui.grid.column import Column

Index = QModelIndex | QPersistentModelIndex
Cells = tuple[str, ...]
Marks = Mapping[tuple[int, str], tuple[str, str]]
"""What is wrong with a cell, by row and column: the severity, and a sentence."""

_MOST_ROWS = 100
"""That are pasted at once."""

_MOST_STEPS = 50
"""That can be taken back."""

SEVERITY = Qt.ItemDataRole.UserRole


class GridModel(QAbstractTableModel):
    """Emits ``edited`` when the user changed something."""

    edited = Signal()

    def __init__(
        self, columns: Sequence[Column], noun: str = "line", parent: QObject | None = None
    ) -> None:
        """Begin with a blank row; ``noun`` is what a row is called to a screen reader."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._noun = noun
        self._blank: Cells = ("",) * len(self.columns)
        self._rows: list[Cells] = [self._blank]
        self._marks: Marks = {}
        self._before: list[list[Cells]] = []
        self._touched: tuple[int, int] | None = None

    @property
    def rows(self) -> tuple[Cells, ...]:
        """The rows, without the blank one at the end."""
        return tuple(self._rows[:-1])

    def column(self, name: str) -> int:
        """The number of a column; raises ValueError where there is none of the name."""
        return [each.name for each in self.columns].index(name)

    def set_rows(self, rows: Sequence[Cells]) -> None:
        """Show other rows."""
        self._remember()
        self.beginResetModel()
        kept = list(rows)
        while kept and not _is_filled(kept[-1]):
            kept.pop()
        self._rows = [*kept, self._blank]
        self._marks = {}
        self.endResetModel()

    def undo(self) -> None:
        """Take the last change back: what was typed into one cell, or a whole block."""
        if self._before:
            self.beginResetModel()
            self._rows = self._before.pop()
            self._marks, self._touched = {}, None
            self.endResetModel()
            self.edited.emit()

    def set_marks(self, marks: Marks) -> None:
        """Mark the cells that something is wrong with, and no others."""
        changed = {row for row, _ in {**self._marks, **marks}}
        self._marks = marks
        for row in changed:
            if row < len(self._rows):
                last = len(self.columns) - 1
                self.dataChanged.emit(self.index(row, 0), self.index(row, last), [SEVERITY])

    def put(self, row: int, name: str, text: str) -> None:
        """Fill cells with a block of rows and tabs, beginning with one cell."""
        first = self.column(name)
        for down, line in enumerate(text.splitlines()[:_MOST_ROWS]):
            cells = line.split("\t")[: len(self.columns) - first]
            for right, cell in enumerate(cells):
                self.setData(self.index(row + down, first + right), " ".join(cell.split()))

    def remove(self, row: int) -> None:
        """Take a row out; the blank one at the end stays."""
        if 0 <= row < len(self._rows) - 1:
            self._remember()
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
            self.edited.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of rows, with the blank one."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def name_of(self, index: Index) -> str:
        """What a screen reader calls a cell."""
        return f"{self.columns[index.column()].heading}, {self._noun} {index.row() + 1}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, what a screen reader says of it, and what is wrong with it."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], index.row()
        text = self._rows[row][index.column()]
        severity, sentence = self._marks.get((row, column.name), ("", ""))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{self.name_of(index)}: {text or 'empty'}"
            return f"{said}. {severity.capitalize()}: {sentence}" if sentence else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return sentence or column.hint or None
        return severity if role == SEVERITY else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was typed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, cells = index.row(), list(self._rows[index.row()])
        if cells[index.column()] == str(value):
            return True
        self._remember((row, index.column()))
        cells[index.column()] = str(value)
        self._rows[row] = tuple(cells)
        self.dataChanged.emit(index, index)
        if row == len(self._rows) - 1 and _is_filled(self._rows[row]):
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self._rows.append(self._blank)
            self.endInsertRows()
        self.edited.emit()
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column, the number of a row; how a field is typed as a tip."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return self.columns[section].hint or None if role == Qt.ItemDataRole.ToolTipRole else None

    def _remember(self, touched: tuple[int, int] | None = None) -> None:
        """Keep the rows as they are; once for all letters that are typed into one cell."""
        if touched is None or touched != self._touched:
            self._before.append(list(self._rows))
            del self._before[:-_MOST_STEPS]
        self._touched = touched


def _is_filled(cells: Cells) -> bool:
    return any(each.strip() for each in cells)
