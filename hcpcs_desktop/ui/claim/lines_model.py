"""The lines of a claim as an editable table; below the last one there is always a blank one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from hcpcs_desktop.ui.claim.entries import COLUMNS, NAMES, LineEntries

Index = QModelIndex | QPersistentModelIndex
Marks = Mapping[tuple[int, str], tuple[str, str]]
"""What is wrong with a cell, by row and field: the severity, and a sentence."""

SEVERITY = Qt.ItemDataRole.UserRole
_BLANK = LineEntries()


class LinesModel(QAbstractTableModel):
    """One row for each line. Emits ``edited`` when the user changed something."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with a blank line."""
        super().__init__(parent)
        self._lines: list[LineEntries] = [_BLANK]
        self._marks: Marks = {}

    @property
    def lines(self) -> tuple[LineEntries, ...]:
        """The lines, without the blank one at the end."""
        return tuple(self._lines[:-1])

    def set_lines(self, lines: Sequence[LineEntries]) -> None:
        """Show other lines."""
        self.beginResetModel()
        kept = list(lines)
        while kept and kept[-1].is_blank:
            kept.pop()
        self._lines = [*kept, _BLANK]
        self._marks = {}
        self.endResetModel()

    def set_marks(self, marks: Marks) -> None:
        """Mark the cells that something is wrong with, and no others."""
        changed = {row for row, _ in {**self._marks, **marks}}
        self._marks = marks
        for row in changed:
            if row < len(self._lines):
                self.dataChanged.emit(
                    self.index(row, 0), self.index(row, len(NAMES) - 1), [SEVERITY]
                )

    def remove(self, row: int) -> None:
        """Take a line out; the blank one at the end stays."""
        if 0 <= row < len(self._lines) - 1:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._lines[row]
            self.endRemoveRows()
            self.edited.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of lines, with the blank one."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of fields."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, what a screen reader says of it, and what is wrong with it."""
        if not index.isValid():
            return None
        column, row = COLUMNS[index.column()], index.row()
        text: str = getattr(self._lines[row], column.name)
        severity, sentence = self._marks.get((row, column.name), ("", ""))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{column.heading}, line {row + 1}: {text or 'empty'}"
            return f"{said}. {severity.capitalize()}: {sentence}" if sentence else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return sentence or column.hint or None
        return severity if role == SEVERITY else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was typed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, name, text = index.row(), NAMES[index.column()], str(value)
        if getattr(self._lines[row], name) == text:
            return True
        self._lines[row] = self._lines[row].with_text(name, text)
        self.dataChanged.emit(index, index)
        if row == len(self._lines) - 1 and not self._lines[row].is_blank:
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self._lines.append(_BLANK)
            self.endInsertRows()
        self.edited.emit()
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column, the number of a line; how a field is typed as a tip."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        return COLUMNS[section].hint or None if role == Qt.ItemDataRole.ToolTipRole else None
