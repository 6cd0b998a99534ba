"""The payment limit through the quarters as a table: the chart for those who do not see it."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from hcpcs_desktop.output.money import dollars, short_quarter
from hcpcs_desktop.ui.products.price_chart import Point
from hcpcs_desktop.ui.table import Table

Index = QModelIndex | QPersistentModelIndex
_HEADINGS = ("Quarter", "Payment limit", "Change")
_WIDEST = ("Q4 2026", "$ 100,000.000", "+100,000.000")
_MOST_ROWS = 8


class QuartersModel(QAbstractTableModel):
    """One row for each quarter, the newest first, with the change since the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._rows: list[tuple[str, str, str]] = []

    def set_rows(self, points: Sequence[Point]) -> None:
        """Show these quarters, given oldest first."""
        self.beginResetModel()
        before: Decimal | None = None
        rows = []
        for release, amount in points:
            rows.append((short_quarter(release), dollars(amount), _change(before, amount)))
            before = amount
        self._rows = rows[::-1]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of quarters."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Quarter, limit and change."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column."""
        across = orientation == Qt.Orientation.Horizontal
        if not across or role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(_HEADINGS):
            return None
        return _HEADINGS[section]


class QuartersTable(Table):
    """As high as its quarters, up to some of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        self._model = QuartersModel()
        super().__init__(self._model, "Payment limit by quarter", "Newest first", parent)
        self._model.setParent(self)
        self.fit_columns(_WIDEST)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these quarters, given oldest first."""
        self._model.set_rows(points)
        rows = min(len(points), _MOST_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * self.verticalHeader().defaultSectionSize() + 2)


def _change(before: Decimal | None, now: Decimal) -> str:
    if before is None:
        return "–"
    return f"{now - before:+,.3f}" if now != before else "none"
