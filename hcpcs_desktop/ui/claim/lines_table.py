"""The lines of the claim, typed into like a spreadsheet."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from hcpcs_desktop.ui.claim.cell_editor import CellEditor
from hcpcs_desktop.ui.claim.entries import COLUMNS, NAMES
from hcpcs_desktop.ui.claim.lines_model import LinesModel
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID

_PADDING = 5 * GRID // 2
_LEAST_ROWS = 6
"""That stay in sight, with the headings."""
_HELP = (
    "Type into a cell; Tab goes to the next while typing. Control and V pastes lines, Control and "
    "Delete takes a line out."
)


class LinesTable(QTableView):
    """Emits ``paste_requested`` (row, name of the column); keeps the current cell in sight."""

    paste_requested = Signal(int, str)

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        """Show the lines of a model."""
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(CellEditor(self))
        name_input(self, "Claim lines", _HELP)
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
        index = self._lines.index(row, NAMES.index(name))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)
        self._begin(index)

    def remove_line(self) -> None:
        """Take the current line out."""
        row = self.currentIndex().row()
        column = max(self.currentIndex().column(), 0)
        self._lines.remove(row)
        self.setCurrentIndex(self._lines.index(min(row, self._lines.rowCount() - 1), column))

    def paste(self) -> None:
        """Ask for what is on the clipboard, from the current cell on."""
        index = self.currentIndex()
        self.paste_requested.emit(max(index.row(), 0), NAMES[max(index.column(), 0)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, copy, clear and take out; Enter begins to edit."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(index.data() or ""))
        elif event.key() == Qt.Key.Key_Delete:
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.remove_line()
            elif index.isValid():
                self._lines.setData(index, "")
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
        for number, column in enumerate(COLUMNS):
            widest = max(column.sample, column.heading, key=metrics.horizontalAdvance)
            self.setColumnWidth(number, round(metrics.horizontalAdvance(widest)) + _PADDING)
        height = round(metrics.height()) + 2 * GRID
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(_LEAST_ROWS * height)
