"""The changes of a release as a table model."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcpcs_desktop.domain.release_diff import Change
from hcpcs_desktop.output.change_rows import kinds_text

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Code", "What changed", "Description")
CODE, KINDS, DESCRIPTION = range(len(HEADINGS))


class ChangesModel(QAbstractTableModel):
    """One row for each code that changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._descriptions: Mapping[str, str] = {}

    def set_rows(self, changes: Sequence[Change], descriptions: Mapping[str, str]) -> None:
        """Show these changes, with the descriptions of their codes."""
        self.beginResetModel()
        self._changes = tuple(changes)
        self._descriptions = descriptions
        self.endResetModel()

    def change(self, row: int) -> Change:
        """The change of a row."""
        return self._changes[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of codes."""
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        change = self._changes[index.row()]
        if index.column() == CODE:
            return change.code
        if index.column() == KINDS:
            return kinds_text(change)
        return self._descriptions.get(change.code, "")

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column."""
        is_heading = orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADINGS)
        return HEADINGS[section] if is_heading and role == Qt.ItemDataRole.DisplayRole else None
