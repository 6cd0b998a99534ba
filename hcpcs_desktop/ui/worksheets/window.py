"""The worksheets: those at work or put away at the left, the chosen one at the right."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.domain.worksheet import Drift, Sheet, Worksheet
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.notify import Banner, Notifier
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.rows_model import RowsModel
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.two_sides import below_each_other, two_sides
from hcpcs_desktop.ui.worksheets.foot import WorksheetFoot
from hcpcs_desktop.ui.worksheets.sheet_view import SheetView

_SIZE = (136 * GRID, 92 * GRID)
_WIDTHS = (46 * GRID, 90 * GRID)
_AT_WORK, _ARCHIVED = range(2)
_HEADINGS = ("Label", "Code", "Done")
_LABEL = 0
_NONE = (
    "No worksheet is at work. Open a code, choose its checklist, and press Start worksheet.",
    "No worksheet was put away.",
)


class WorksheetsWindow(ReadingOrder, QDialog):
    """Emits what the user wants of a worksheet, named by its id.

    ``list_wanted`` (whether the archived ones), ``chosen``, ``state_changed`` and ``note_changed``
    (id, item, value), ``renamed``, ``update_requested``, ``archive_requested`` (id, away),
    ``delete_requested``, ``print_requested``, ``pdf_requested``, ``save_requested``,
    ``code_requested``.
    """

    list_wanted = Signal(bool)
    chosen = Signal(str)
    state_changed = Signal(str, str, str)
    note_changed = Signal(str, str, str)
    renamed = Signal(str, str)
    update_requested = Signal(str)
    archive_requested = Signal(str, bool)
    delete_requested = Signal(str)
    print_requested = Signal(str)
    pdf_requested = Signal(str)
    save_requested = Signal(str)
    code_requested = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setWindowTitle("Worksheets")
        self.resize(first_size(_SIZE, parent))
        self._id = ""
        self._banner = Banner()
        self.notifier = Notifier(self._banner)
        self._lists = _lists_bar()
        self._sheets: tuple[Sheet, ...] = ()
        self._model = RowsModel(_HEADINGS, self)
        self._table = Table(self._model, "Worksheets", "Enter goes to the items of one")
        self._none = label(_NONE[0], "muted", wrap=True)
        self._sheet = SheetView(today)
        self._foot = WorksheetFoot()
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def shown_id(self) -> str:
        """The worksheet at the right; empty where none is."""
        return self._id

    @property
    def shows_archived(self) -> bool:
        """Whether those are listed that were put away."""
        return self._lists.currentIndex() == _ARCHIVED

    def open_(self) -> None:
        """Bring it to the front."""
        self.show()
        self.activateWindow()

    def show_sheets(self, sheets: Sequence[Sheet], chosen: str = "") -> None:
        """List these worksheets and select one of them, the first unless it is named."""
        self._list(sheets)
        self._none.setText(_NONE[self._lists.currentIndex()])
        self._none.setVisible(not sheets)
        self._table.setVisible(bool(sheets))
        if not sheets:
            self._id = ""
            self._right.setCurrentIndex(0)
            return
        ids = [each.id for each in sheets]
        row = ids.index(chosen) if chosen in ids else 0
        self._table.setCurrentIndex(self._model.index(row, _LABEL))

    def show_progress(self, sheets: Sequence[Sheet]) -> None:
        """Show the listed worksheets as they are now; the one at the right stays as it is."""
        by_id = {each.id: each for each in sheets}
        row = self._table.currentIndex().row()
        self._list([by_id.get(each.id, each) for each in self._sheets])
        self._table.selectionModel().blockSignals(True)
        self._table.setCurrentIndex(self._model.index(row, _LABEL))
        self._table.selectionModel().blockSignals(False)

    def _list(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = tuple(sheets)
        self._table.selectionModel().blockSignals(True)
        self._model.set_rows([_cells(each) for each in sheets])
        self._table.selectionModel().blockSignals(False)

    def show_lists(self, *, archived: bool) -> None:
        """Turn to those at work, or to those put away."""
        self._lists.setCurrentIndex(_ARCHIVED if archived else _AT_WORK)

    def show_worksheet(self, shown: Worksheet, drift: Drift, read_only: str) -> None:
        """Show a worksheet at the right."""
        self._sheet.flush()
        is_other = shown.id != self._id
        self._id = shown.id
        self._sheet.show_worksheet(shown, drift, read_only)
        if is_other:
            self._sheet.scroll_to_top()
        self._foot.show_state(archived=shown.archived, can_change=not read_only)
        self._right.setCurrentIndex(1)

    def edit_label(self) -> None:
        """Put the caret into the label of the worksheet that is shown."""
        self._sheet.head.edit_label()

    def flush(self) -> None:
        """Save what is being typed."""
        self._sheet.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed."""
        self.flush()
        super().closeEvent(event)

    def _on_list(self) -> None:
        self.list_wanted.emit(self.shows_archived)

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            wanted = self._sheets[index.row()].id
            self._sheet.flush()
            self.chosen.emit(wanted)

    def _on_opened(self) -> None:
        self._sheet.take_focus()

    def _on_state(self, item: str, state: str) -> None:
        self.state_changed.emit(self._id, item, state)

    def _on_note(self, item: str, text: str) -> None:
        self.note_changed.emit(self._id, item, text)

    def _on_renamed(self, text: str) -> None:
        self.renamed.emit(self._id, text)

    def _on_update(self) -> None:
        self.update_requested.emit(self._id)

    def _on_finished(self) -> None:
        sentence = "Every item is settled."
        self.notifier.tell(sentence, action="Put it away", answer=self._foot.archive.click)

    def _on_archive(self, away: bool) -> None:
        self.archive_requested.emit(self._id, away)

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._id)

    def _on_print(self) -> None:
        self.print_requested.emit(self._id)

    def _on_pdf(self) -> None:
        self.pdf_requested.emit(self._id)

    def _on_save(self) -> None:
        self.save_requested.emit(self._id)

    def _connect(self) -> None:
        self._lists.currentChanged.connect(self._on_list)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.row_opened.connect(self._on_opened)
        self._sheet.state_changed.connect(self._on_state)
        self._sheet.note_changed.connect(self._on_note)
        self._sheet.renamed.connect(self._on_renamed)
        self._sheet.update_requested.connect(self._on_update)
        self._sheet.finished.connect(self._on_finished)
        self._sheet.code_requested.connect(self.code_requested)
        self._foot.archive_requested.connect(self._on_archive)
        self._foot.delete_requested.connect(self._on_delete)
        self._foot.print_requested.connect(self._on_print)
        self._foot.pdf_requested.connect(self._on_pdf)
        self._foot.save_requested.connect(self._on_save)

    def _lay_out(self) -> None:
        self._table.fit_columns(("A label of usual length", "J9043", "12 of 34"))
        self._table.stretch(_LABEL)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID, 2 * GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label("Worksheets", "title"))
        column.addWidget(self._lists)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addStretch(0)
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._sheet, 1)
        rows.addWidget(self._foot)
        self._right.addWidget(QWidget())
        self._right.addWidget(work)
        below_each_other(self, self._banner, two_sides(self, left, self._right, _WIDTHS))


def _lists_bar() -> QTabBar:
    bar = QTabBar()
    bar.setProperty("type", "small")
    for text in ("At work", "Archived"):
        bar.addTab(text)
    name_input(bar, "Which worksheets")
    return bar


def _cells(sheet: Sheet) -> tuple[str, str, str]:
    return sheet.label, sheet.code, f"{sheet.progress.done} of {sheet.progress.of}"
