"""The payment limit through the quarters as a table: the chart for those who do not see it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QHeaderView, QWidget

from hcpcs_desktop.output.money import dollars, short_quarter
from hcpcs_desktop.ui.products.price_chart import Point
from hcpcs_desktop.ui.rows_model import RowsModel
from hcpcs_desktop.ui.table import Table

_HEADINGS = ("Quarter", "Payment limit", "Change")
_WIDEST = ("Q4 2026", "$ 100,000.000", "+100,000.000")
_MOST_ROWS = 8


class QuartersTable(Table):
    """One row for each quarter, the newest first; as high as its rows, up to some of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        self._model = RowsModel(_HEADINGS)
        super().__init__(self._model, "Payment limit by quarter", "Newest first", parent)
        self._model.setParent(self)
        self.fit_columns(_WIDEST)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these quarters, given oldest first."""
        changes = ["–", *(f"{now - before:+,.3f}" for (_, before), (_, now) in pairwise(points))]
        rows = [
            (short_quarter(release), dollars(amount), change)
            for (release, amount), change in zip(points, changes, strict=False)
        ]
        self._model.set_rows(rows[::-1])
        shown = min(len(rows), _MOST_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + shown * self.verticalHeader().defaultSectionSize() + 2)
