"""The window Sources: what the library is made from, to take out or to go back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.library.connection import SourceRow
from hcpcs_desktop.output.family_words import family_words
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.session import Earlier
from hcpcs_desktop.ui.sources.earlier_view import EarlierView
from hcpcs_desktop.ui.sources.model import FILE, RELEASE, SourcesModel
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label

_SIZE = (104 * GRID, 76 * GRID)
_NONE = "No CMS file was added yet. Drop CMS’s quarterly zip on the window to add it."
_WHAT = (
    "The CMS files that the library is made from. Your favourites, notes and ticks are no part of "
    "it and stay whatever you take out."
)


class SourcesWindow(ReadingOrder, QDialog):
    """Emits what the user wants: ``add_requested``, ``remove_requested`` and ``library_chosen``.

    ``remove_requested`` has the id of the source and the name of its file.
    """

    add_requested = Signal()
    remove_requested = Signal(str, str)
    library_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Sources")
        self.resize(first_size(_SIZE, parent))
        self._asked: SourceRow | None = None
        self._model = SourcesModel(self)
        self._table = Table(self._model, "Sources", "The files that the library is made from")
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._none = label(_NONE, "muted", wrap=True)
        self._remove = _button("Take out…")
        self._remove.clicked.connect(self._on_remove)
        self._add = _button("Add CMS file…")
        self._add.clicked.connect(self.add_requested)
        self._question = label(type_="caution", wrap=True)
        policy = self._question.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._question.setSizePolicy(policy)
        self._yes = _button("Take it out")
        self._yes.clicked.connect(self._on_yes)
        self._no = _button("Keep it")
        self._no.clicked.connect(self._on_no)
        self._earlier = EarlierView()
        self._earlier.chosen.connect(self.library_chosen)
        self._lay_out()

    def show_library(self, sources: Sequence[SourceRow], earlier: Sequence[Earlier]) -> None:
        """Show what the library is made from, and those before it."""
        self._model.set_rows(sources)
        self._none.setVisible(not sources)
        self._table.setVisible(bool(sources))
        self._earlier.show_libraries(earlier)
        self._on_no()
        if sources:
            self._table.setCurrentIndex(self._model.index(0, RELEASE))

    def open_(self) -> None:
        """Bring it to the front."""
        self.show()
        self.activateWindow()

    def _on_row(self) -> None:
        self._on_no()

    def _on_remove(self) -> None:
        index = self._table.currentIndex()
        if not index.isValid():
            return
        self._asked = self._model.source(index.row())
        release = f" of {name_of(self._asked.release)}" if self._asked.release else ""
        self._question.setText(
            f"Take out: {family_words(self._asked.family)}{release}? The library is made "
            "anew without it; you can go back below, or add the file again."
        )
        self._ask(True)
        self._no.setFocus()

    def _on_yes(self) -> None:
        asked = self._asked
        self._on_no()
        if asked is not None:
            self.remove_requested.emit(asked.id, asked.file)

    def _on_no(self) -> None:
        self._asked = None
        self._ask(False)

    def _ask(self, asks: bool) -> None:
        for each in (self._question, self._yes, self._no):
            each.setVisible(asks)
        self._remove.setVisible(not asks)
        self._remove.setEnabled(self._model.rowCount() > 0)

    def _lay_out(self) -> None:
        self._table.fit_columns(("September 2026", "Transaction report", "100,000", ""))
        self._table.stretch(FILE)
        head = QHBoxLayout()
        head.addWidget(label("Sources", "title"), 1)
        head.addWidget(self._add)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._question, 1)
        below.addWidget(self._yes)
        below.addWidget(self._no)
        below.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(label(_WHAT, "muted", wrap=True))
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addLayout(below)
        column.addSpacing(2 * GRID)
        column.addWidget(label("Earlier libraries", "strong"))
        column.addWidget(self._earlier)


def _button(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    return made
