"""The window Compare: the fields of two codes side by side, marked where they differ."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output import side_by_side
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.compare.grid import CompareGrid
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.forms import add_input, choice
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label, line

_SIZE = (112 * GRID, 88 * GRID)
_OTHER_WIDTH = 26 * GRID


class CompareWindow(ReadingOrder, QDialog):
    """Emits ``code_requested`` when the user wants to open the other code."""

    code_requested = Signal(str)

    def __init__(
        self, page: CodePage, page_of: Callable[[str], CodePage], parent: QWidget | None = None
    ) -> None:
        """Compare a code with others, which ``page_of`` answers (or raises UserError)."""
        super().__init__(parent)
        self.setWindowTitle(f"Compare {page.code}")
        self.resize(first_size(_SIZE, parent))
        self._page = page
        self._page_of = page_of
        self._other = choice((each.code, each.code) for each in page.similar)
        self._other.setEditable(True)
        self._other.setMinimumWidth(_OTHER_WIDTH)
        self._other.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._typed = QLineEdit()
        self._other.setLineEdit(self._typed)
        self._other.activated.connect(self._on_chosen)
        self._typed.returnPressed.connect(self._on_chosen)
        self._only = QCheckBox("  Only what differs")
        self._only.toggled.connect(self._fill)
        self._problem = label(type_="caution", wrap=True)
        self._grid = CompareGrid()
        self._open = push_button("Open the other code", self._on_open)
        self._shown: CodePage | None = None
        self._lay_out()

    @property
    def said(self) -> str:
        """What could not be compared; empty where all is well."""
        return self._problem.text()

    def open_(self) -> None:
        """Bring it to the front."""
        self.show()
        self.activateWindow()
        self._typed.setFocus()
        self._typed.selectAll()

    def compare_with(self, code: str) -> None:
        """Show another code at the right; says so where the library lacks it."""
        wanted = normalise(code)
        self._other.setEditText(wanted)
        self._problem.setText("")
        try:
            self._shown = self._page_of(wanted) if wanted else None
        except UserError as error:
            self._shown = None
            self._problem.setText(str(error))
        if not wanted:
            self._problem.setText("Type the code to compare with, and press Enter.")
        self._fill()

    def _on_chosen(self) -> None:
        self.compare_with(self._other.currentText())

    def _on_open(self) -> None:
        if self._shown is not None:
            self.code_requested.emit(self._shown.code)
            self.close()

    def _fill(self) -> None:
        self._open.setEnabled(self._shown is not None)
        self._problem.setVisible(bool(self._problem.text()))
        pages = [self._page, self._shown] if self._shown is not None else []
        rows = [row for row in side_by_side.rows(pages) if not row.is_empty] if pages else []
        if self._only.isChecked():
            rows = [row for row in rows if row.is_same is False]
        self._grid.show_rows([page.code for page in pages], rows)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(label(f"Compare {self._page.code}", "title"))
        head.addSpacing(2 * GRID)
        add_input(head, "with", self._other, "A code; those in the list are similar")
        head.addStretch(1)
        head.addWidget(self._only)
        foot = QHBoxLayout()
        foot.addWidget(label(f"Date of service {self._page.on}", "muted"), 1)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._problem)
        column.addSpacing(GRID)
        column.addWidget(line())
        column.addWidget(self._grid, 1)
        column.addWidget(line())
        column.addLayout(foot)
