"""The sources of the library as a table model."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.library.connection import SourceRow
from hcpcs_desktop.output.family_words import family_words

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Release", "Kind", "Records", "File")
RELEASE, KIND, RECORDS, FILE = range(len(HEADINGS))


class SourcesModel(QAbstractTableModel):
    """One row for each source, the newest release first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._rows: list[SourceRow] = []

    def set_rows(self, sources: Sequence[SourceRow]) -> None:
        """Show these sources instead."""
        self.beginResetModel()
        self._rows = sorted(sources, key=lambda row: row.release, reverse=True)
        self.endResetModel()

    def source(self, row: int) -> SourceRow:
        """The source of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of sources."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; numbers stand at the right."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        release = name_of(row.release) if row.release else "–"
        return (release, family_words(row.family), f"{row.rows_stored:,}", row.file)[index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == RECORDS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
