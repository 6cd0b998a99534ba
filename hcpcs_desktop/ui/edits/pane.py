"""The tab Edits: the limits of a code's units, and the codes that it is not paid with."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.codes import is_level_two
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.library.checks import Checks
from hcpcs_desktop.output import edit_words
from hcpcs_desktop.ui.forms import choice, name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.rows_model import RowsModel
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.searchable import SearchableTable
from hcpcs_desktop.ui.table import Table
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.field import Field

_TABLES = (("Practitioner", "practitioner"), ("Outpatient hospital", "outpatient_hospital"))
_LIMIT_WIDEST = ("Outpatient hospital", "2026-Q4", "1,000", "")
_PAIR_WIDEST = ("Other code", "this code", "With a modifier", "")
_MOST_LIMITS = 6
_PAIRS_SHOWN = 10


class EditsPane(PaneArea):
    """Emits ``code_requested`` when a pair with a Level II code is opened."""

    code_requested = Signal(str)

    def __init__(self, checks: Callable[[], Checks], parent: QWidget | None = None) -> None:
        """Build it empty; ``checks`` answers what the library has of the tables."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_input(self, "Edits")
        self._checks = checks
        self._page: CodePage | None = None
        self._lacking = label(edit_words.LACKING, "muted", wrap=True, selectable=True)
        self._content = QWidget()
        self._limits_model = RowsModel(edit_words.LIMIT_HEADINGS, self)
        self._limits = Table(self._limits_model, "Limits of units", "CMS's MUE tables")
        self._no_limit = label(edit_words.NO_LIMIT, "muted", wrap=True)
        self._table = choice(_TABLES)
        self._quarter = label(type_="muted", wrap=True)
        self._pairs = SearchableTable(
            "Codes that are not paid together",
            edit_words.PAIR_HEADINGS,
            _PAIR_WIDEST,
            stretched=(3,),
            rows_shown=_PAIRS_SHOWN,
            help_text="Enter opens a Level II code",
        )
        self._pairs.row_opened.connect(self._on_row_opened)
        self._table.currentIndexChanged.connect(self._show_pairs)
        self._lay_out()

    def show_page(self, page: CodePage) -> None:
        """Show the edits of a code."""
        self._page = page
        edits = self._checks().edits
        self._lacking.setHidden(edits.any)
        self._content.setVisible(edits.any)
        if edits.any:
            self._show_limits(page)
            self._show_pairs()

    def take_focus(self) -> None:
        """Put the focus on the search among the pairs."""
        if self._content.isVisibleTo(self):
            self._pairs.take_focus()

    def _show_limits(self, page: CodePage) -> None:
        rows = [edit_words.limit_row(each) for each in self._checks().edits.limits(page.code)]
        self._limits_model.set_rows(rows)
        self._limits.setVisible(bool(rows))
        self._no_limit.setVisible(not rows)
        self._limits.fit_columns(_LIMIT_WIDEST)
        height = self._limits.verticalHeader().defaultSectionSize()
        self._limits.setFixedHeight(height * (min(len(rows), _MOST_LIMITS) + 1) + GRID)

    def _show_pairs(self) -> None:
        page = self._page
        if page is None:
            return
        found = self._checks().edits.pairs(page.code, self._table.currentData(), page.on)
        self._pairs.show_rows(
            [edit_words.pair_row(each, page.code, page.on) for each in found.pairs]
        )
        self._pairs.setVisible(bool(found.pairs))
        table = f"From the table of {found.quarter}." if found.quarter else _LATER
        self._quarter.setText(table if found.pairs or not found.quarter else edit_words.NO_PAIRS)

    def _on_row_opened(self, code: str) -> None:
        if is_level_two(code):
            self.code_requested.emit(code)

    def _lay_out(self) -> None:
        self._limits.horizontalHeader().setStretchLastSection(True)
        chosen = QHBoxLayout()
        chosen.addWidget(Field("Table of", self._table))
        chosen.addStretch(1)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID)
        inner.addWidget(label("Most units for one day or line (MUE)", "strong"))
        inner.addWidget(self._limits)
        inner.addWidget(self._no_limit)
        inner.addSpacing(2 * GRID)
        inner.addWidget(label("Codes that are not paid together (PTP)", "strong"))
        inner.addLayout(chosen)
        inner.addWidget(self._quarter)
        inner.addWidget(self._pairs)
        self.column.addWidget(self._lacking)
        self.column.addWidget(self._content)
        self.column.addStretch(1)


_LATER = (
    "No table of pairs in the library answers for the date of service. Add that of its quarter, or "
    "a later one."
)
