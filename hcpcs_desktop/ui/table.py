"""A table that is read: whole rows, fixed heights, sorted by its headings."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
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
        self._stretched: Sequence[int] = ()
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

    def stretch(self, *columns: int) -> None:
        """Let these columns share what the others leave, as long as their headings have room."""
        self._stretched = columns
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text takes more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics = QFontMetricsF(self.font())
        self.verticalHeader().setDefaultSectionSize(round(metrics.height()) + 2 * GRID)
        for number, text in enumerate(self._widest):
            cell = round(metrics.horizontalAdvance(text)) + _PADDING
            self.setColumnWidth(number, max(cell, self._heading_width(number)))
        self._share()

    def _share(self) -> None:
        header = self.horizontalHeader()
        others = set(range(self.model().columnCount())) - set(self._stretched)
        left = self.viewport().width() - sum(map(header.sectionSize, others))
        needed = {number: self._heading_width(number) for number in self._stretched}
        has_room = left >= len(needed) * max(needed.values(), default=0)
        mode = QHeaderView.ResizeMode.Stretch if has_room else QHeaderView.ResizeMode.Interactive
        for number, width in needed.items():
            header.setSectionResizeMode(number, mode)
            if not has_room:
                self.setColumnWidth(number, width)

    def _heading_width(self, number: int) -> int:
        metrics = QFontMetricsF(self.font())
        heading = str(self.model().headerData(number, Qt.Orientation.Horizontal))
        mark = metrics.height() if self.isSortingEnabled() else 0
        return round(metrics.horizontalAdvance(heading) + HEADING_PADDING + mark)

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
