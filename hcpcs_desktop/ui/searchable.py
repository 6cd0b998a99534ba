"""A table that can be searched: a line to type words into, the number of rows, the rows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.rows_model import Cells, RowsModel
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.field import text_input

_LINE_WIDTH = 40 * GRID


class SearchableTable(QWidget):
    """Emits ``row_chosen`` (its number) as one goes through the rows.

    ``row_opened`` (the first cell) comes with Enter and a double click.
    """

    row_chosen = Signal(int)
    row_opened = Signal(str)

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        widest: Sequence[str],
        parent: QWidget | None = None,
        *,
        stretched: tuple[int, ...],
        rows_shown: int = 0,
        help_text: str = "",
    ) -> None:
        """Build it empty.

        ``widest`` are texts that give the columns their widths; the columns ``stretched`` share
        what is left.
        ``rows_shown`` is the height in rows, for a table in an area that scrolls itself.
        """
        super().__init__(parent)
        self._widest = widest
        self._rows_shown = rows_shown
        self._model = RowsModel(headings, self)
        self._line = text_input("Search these")
        name_input(self._line, f"Search: {name}", "All words must be in a row.")
        self._count = label(type_="muted")
        self._table = Table(self._model, name, help_text)
        self._table.setSortingEnabled(True)
        self._table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._table.stretch(*stretched)
        self._lay_out()
        self._line.textChanged.connect(self._on_typed)
        self._table.row_opened.connect(self._on_row_opened)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)

    @property
    def model(self) -> RowsModel:
        """The rows."""
        return self._model

    def show_rows(self, rows: Sequence[Cells]) -> None:
        """Show other rows."""
        self._model.set_rows(rows)
        self._table.fit_columns(self._widest)
        if self._rows_shown:
            height = self._table.verticalHeader().defaultSectionSize()
            self._table.setFixedHeight(height * (self._rows_shown + 1))
        self._say_count()

    def choose(self, row: int) -> None:
        """Choose a row, if there is one of the number."""
        self._table.setCurrentIndex(self._model.index(row, 0))

    def take_focus(self) -> None:
        """Put the focus on the line to type into."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, text: str) -> None:
        self._model.set_filter(text)
        self._say_count()

    def _say_count(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self._count.setText(f"{total:,}" if shown == total else f"{shown:,} of {total:,}")

    def _on_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())

    def _on_row_opened(self, row: int) -> None:
        self.row_opened.emit(self._model.row(row)[0])

    def _lay_out(self) -> None:
        self._line.setFixedWidth(_LINE_WIDTH)
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(self._line)
        top.addWidget(self._count)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self._table, 1)
