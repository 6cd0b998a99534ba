"""Rows of texts as a table model that can be filtered by words and sorted by a column."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Cells = Sequence[str]


class RowsModel(QAbstractTableModel):
    """Shows those rows that have every word of the filter in one of their cells."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        """Begin without rows below these headings."""
        super().__init__(parent)
        self._headings = tuple(headings)
        self._all: list[Cells] = []
        self._texts: list[str] = []
        self._rows: list[Cells] = []
        self._words: list[str] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Cells]) -> None:
        """Show other rows; the filter stays."""
        self._all = list(rows)
        self._texts = [" ".join(each).lower() for each in self._all]
        self._show()

    def set_filter(self, text: str) -> None:
        """Show the rows that have all words of a text."""
        self._words = text.lower().split()
        self._show()

    def row(self, number: int) -> Cells:
        """The cells of a row that is shown."""
        return self._rows[number]

    @property
    def total(self) -> int:
        """The number of rows, with those that the filter leaves out."""
        return len(self._all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of rows that are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; the whole of it as a tip, because it may be cut off."""
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text or f"No {self._headings[index.column()].lower()}"
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return text if role in wanted else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column."""
        horizontal = orientation == Qt.Orientation.Horizontal
        if (
            horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and 0 <= section < len(self._headings)
        ):
            return self._headings[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: numbers by their value, all else as text."""
        self._sorted = (column, order) if column >= 0 else None
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = [
            row
            for row, text in zip(self._all, self._texts, strict=True)
            if all(word in text for word in self._words)
        ]
        if self._sorted is not None:
            column, order = self._sorted
            descending = order == Qt.SortOrder.DescendingOrder
            self._rows.sort(key=lambda row: _rank(row[column]), reverse=descending)
        self.endResetModel()


def _rank(text: str) -> tuple[bool, int, str]:
    digits = text.replace(",", "")
    number = digits.isascii() and digits.isdigit()
    return (not number, int(digits) if number else 0, text)
