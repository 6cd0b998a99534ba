"""A grid of rows that are typed into."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.grid.cell_editor import CellEditor
from hcpcs_desktop.ui.grid.model import GridModel
from hcpcs_desktop.ui.scale import GRID

_PADDING = 5 * GRID // 2
_HEADING_PADDING = 3 * GRID
_HELP = (
    "Type into a cell; Tab goes to the next while typing. Control and V pastes rows, Control and "
    "Delete takes a row out."
)


class Grid(QTableView):
    """Emits ``paste_requested`` (row, name of the column); keeps the current cell in sight."""

    paste_requested = Signal(int, str)

    def __init__(
        self, model: GridModel, name: str, rows_shown: int, parent: QWidget | None = None
    ) -> None:
        """Show a model under a name; so many rows, with the headings, stay in sight."""
        super().__init__(parent)
        self._rows = model
        self._rows_shown = rows_shown
        self.setModel(model)
        self.setItemDelegate(CellEditor(self))
        name_input(self, name, _HELP)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit()
        self.setCurrentIndex(model.index(0, 0))

    def go_to(self, row: int, name: str) -> None:
        """Put the focus on a cell and begin to edit it."""
        index = self._rows.index(row, self._rows.column(name))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)
        self._begin(index)

    def remove_row(self) -> None:
        """Take the current row out."""
        row = self.currentIndex().row()
        column = max(self.currentIndex().column(), 0)
        self._rows.remove(row)
        self.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1), column))

    def paste(self) -> None:
        """Ask for what is on the clipboard, from the current cell on."""
        index = self.currentIndex()
        self.paste_requested.emit(
            max(index.row(), 0), self._rows.columns[max(index.column(), 0)].name
        )

    def undo(self) -> None:
        """Take the last change back; the current cell stays where it can."""
        index = self.currentIndex()
        row, column = index.row(), max(index.column(), 0)
        self._rows.undo()
        last = self._rows.rowCount() - 1
        self.setCurrentIndex(self._rows.index(min(max(row, 0), last), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, copy, undo, clear and take out; Enter begins to edit."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(index.data() or ""))
        elif event.key() == Qt.Key.Key_Delete:
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.remove_row()
            elif index.isValid():
                self._rows.setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin(index)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: object) -> None:
        """Fit the columns at another size of text."""
        super().changeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _begin(self, index: QModelIndex) -> None:
        """Edit a cell; Enter that ends an edit comes here, too, and begins none."""
        if index.isValid() and self.state() != QAbstractItemView.State.EditingState:
            self.edit(index)

    def _fit(self) -> None:
        """Columns as wide as what usually stands in them, rows as high as a line to type into."""
        metrics = QFontMetricsF(self.font())
        for number, column in enumerate(self._rows.columns):
            cell = metrics.horizontalAdvance(column.sample) + _PADDING
            heading = metrics.horizontalAdvance(column.heading) + _HEADING_PADDING
            self.setColumnWidth(number, round(max(cell, heading)))
        height = round(metrics.height()) + 2 * GRID
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(self._rows_shown * height)
