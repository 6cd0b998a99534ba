"""A table that is read: whole rows, fixed heights, sorted by its headings."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID

_PADDING = 4 * GRID
HEADING_PADDING = 22
"""What the style leaves at both sides of a heading; the mark of the order comes on top."""


class Table(QTableView):
    """Emits ``row_clicked`` (its number), and ``row_opened`` on Enter or a double click."""

    row_clicked = Signal(int)
    row_opened = Signal(int)

    def __init__(
        self, model: QAbstractItemModel, name: str, help_text: str, parent: QWidget | None = None
    ) -> None:
        """Show a model; ``name`` and ``help_text`` are for a screen reader."""
        super().__init__(parent)
        self.setModel(model)
        name_input(self, name, help_text)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._widest: Sequence[str] = ()
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit()
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setStretchLastSection(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def fit_columns(self, widest: Sequence[str]) -> None:
        """Make each column as wide as its text here and its heading, without asking every row."""
        self._widest = widest
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text takes more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics = QFontMetricsF(self.font())
        self.verticalHeader().setDefaultSectionSize(round(metrics.height()) + 2 * GRID)
        mark = metrics.height() if self.isSortingEnabled() else 0
        for number, text in enumerate(self._widest):
            heading = str(self.model().headerData(number, Qt.Orientation.Horizontal))
            cell = metrics.horizontalAdvance(text) + _PADDING
            above = metrics.horizontalAdvance(heading) + HEADING_PADDING + mark
            self.setColumnWidth(number, round(max(cell, above)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_clicked.emit(index.row())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())
