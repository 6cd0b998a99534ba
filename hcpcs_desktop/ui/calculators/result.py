"""The result of a calculator: a table, what to know, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.rows_model import Cells, RowsModel
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label

_MOST_ROWS = 14


class CalculatorResult(QWidget):
    """Emits what is wanted of the result that is shown."""

    claim_requested = Signal()
    copy_requested = Signal()
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        widest: Sequence[str],
        source: str,
        choose: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build it empty; ``source`` is where the rules of the calculation stand.

        ``choose`` says what it means that a row is chosen; empty where it means nothing.
        """
        super().__init__(parent)
        self.source = source
        self._widest = widest
        self._nothing = label(type_="muted", wrap=True)
        self._content = QWidget()
        self._summary = label(type_="strong", wrap=True, selectable=True)
        self._summary.setAccessibleName("Result")
        self._model = RowsModel(headings, self)
        self._table = Table(self._model, name, "")
        self._doubts = label(type_="caution", wrap=True)
        self._notes = label(type_="muted", wrap=True)
        self._choose = label(choose, "muted", wrap=True)
        self._choose.setVisible(bool(choose))
        self._source = label(f"Source: {source}.", "muted", wrap=True)
        self._lay_out()

    @property
    def row(self) -> int:
        """The row that is chosen, -1 where none is."""
        return self._table.currentIndex().row()

    def show_nothing(self, why: str) -> None:
        """Say what is still needed."""
        self._nothing.setText(why)
        self._nothing.show()
        self._content.hide()

    def show_result(
        self, summary: str, rows: Sequence[Cells], doubts: Sequence[str], notes: Sequence[str]
    ) -> None:
        """Show the rows; doubts are about what was typed."""
        self._nothing.hide()
        self._content.show()
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary))
        self._model.set_rows(rows)
        self._table.fit_columns(self._widest)
        height = self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(height * (min(len(rows), _MOST_ROWS) + 1) + GRID)
        if rows and self._choose.text():
            self._table.setCurrentIndex(self._model.index(len(rows) - 1, 0))
        for each, texts in ((self._doubts, doubts), (self._notes, notes)):
            each.setText("\n".join(texts))
            each.setVisible(bool(texts))

    def _lay_out(self) -> None:
        self._table.horizontalHeader().setStretchLastSection(True)
        buttons = QWidget()
        flow = FlowLayout(GRID)
        buttons.setLayout(flow)
        flow.addWidget(push_button("Take into claim check", self.claim_requested.emit, "primary"))
        for text, signal in (
            ("Copy lines", self.copy_requested),
            ("Print…", self.print_requested),
            ("PDF…", self.pdf_requested),
        ):
            flow.addWidget(push_button(text, signal.emit))
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(3 * GRID // 2)
        inner.addWidget(self._summary)
        for each in (self._table, self._choose, self._doubts, buttons, self._notes, self._source):
            inner.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._nothing)
        column.addWidget(self._content)
