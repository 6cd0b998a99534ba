"""The list of results; driven from the search box or on its own."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from hcpcs_desktop.domain.hit import Hit
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.search.delegate import BAR, ResultDelegate
from hcpcs_desktop.ui.search.results_model import Marks, ResultsModel

MOVING_PAUSE_MS = 80
TYPING_PAUSE_MS = 200


class ResultsView(QListView):
    """Emits ``chosen`` after a short pause on a row, ``opened`` at once on Enter.

    Both have a code, or the address of a page of guidance.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None, side: int = 2 * GRID + BAR) -> None:
        """Build it empty; there are ``side`` pixels beside the text."""
        super().__init__(parent)
        self._rows = ResultsModel(self)
        self._delegate = ResultDelegate(self._rows, self, side)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        name_input(self, "Results", "Codes that were found; Enter opens one")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits, the first of them selected."""
        self._pause.stop()
        self._rows.set_rows(hits)
        if hits:
            self._select(0)
            self._pause.start(TYPING_PAUSE_MS)

    def show_again(self, hits: tuple[Hit, ...], code: str) -> None:
        """Show hits that the user did not type for: a code may be selected, none is opened."""
        self._rows.set_rows(hits)
        row = self._rows.row_of(code)
        if row >= 0:
            self._select(row)
        self._pause.stop()

    def show_marks(self, marks: Marks) -> None:
        """Mark favourites and codes with a note."""
        self._rows.set_marks(marks)

    def move_by(self, step: str) -> None:
        """Move the selection ``up``, ``down``, ``page_up`` or ``page_down``."""
        last = self._rows.rowCount() - 1
        if last < 0:
            return
        page = max(self.viewport().height() // max(self.sizeHintForRow(0), 1), 1)
        by = {"up": -1, "down": 1, "page_up": -page, "page_down": page}[step]
        self._select(min(max(self.currentIndex().row() + by, 0), last))

    def current_code(self) -> str:
        """The selected code; empty where none is."""
        index = self.currentIndex()
        return self._rows.hit(index.row()).code if index.isValid() else ""

    def open_current(self) -> None:
        """Open the selected code at once."""
        self._pause.stop()
        if self.currentIndex().isValid():
            self.opened.emit(self._rows.hit(self.currentIndex().row()).address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; the list moves on its own otherwise."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write the rows in another font where there is one."""
        if event.type() == QEvent.Type.FontChange:
            self._delegate.take_font(self.font())
        super().changeEvent(event)

    def _select(self, row: int) -> None:
        index = self._rows.index(row)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._pause.start(MOVING_PAUSE_MS)

    def _on_clicked(self) -> None:
        self._on_pause()

    def _on_pause(self) -> None:
        self._pause.stop()
        if self.currentIndex().isValid():
            self.chosen.emit(self._rows.hit(self.currentIndex().row()).address)
