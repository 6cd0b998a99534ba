"""Rental: the item and its days at the left, the months at the right."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.rental import CATEGORIES, Limits
from hcpcs_desktop.output import calculator_sheets
from hcpcs_desktop.output.calculator_sheets import CATEGORY_WORDS, RENTAL_HEADINGS, rental_row
from hcpcs_desktop.ui.calculators.rental_working import (
    BREAKS,
    Known,
    RentalEntries,
    RentalOutcome,
    claim_line,
    work_out,
)
from hcpcs_desktop.ui.calculators.result import CalculatorResult
from hcpcs_desktop.ui.forms import choice
from hcpcs_desktop.ui.grid.model import GridModel
from hcpcs_desktop.ui.grid.table import Grid
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.field import Field, text_input

_WIDEST = ("Month", "2026-11-20", "2026-11-20", "RR KJ KX", "Period")
_TITLE = "Rental"
_SOURCE = "42 CFR 414.220 to 414.230; Medicare Claims Processing Manual ch. 20 s. 30"
_NOTHING = "Enter the code, or its payment category, and the first day: the months appear here."
_CHOOSE = "The month that is chosen goes into the claim check."
_MEND = "There is no result: see what is marked."
_BY_RECORD = "As the record tells"
_LEFT = 42 * GRID
_ROWS_SHOWN = 4


class RentalView(QWidget):
    """Works out the months with each keystroke.

    Emits ``claim_requested`` (claim lines as entries), ``copy_requested`` (text, what it is),
    ``print_requested`` (HTML) and ``pdf_requested`` (HTML, a name for the file).
    """

    claim_requested = Signal(object)
    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)

    def __init__(
        self, known: Known, limits: Limits, until: date, parent: QWidget | None = None
    ) -> None:
        """Count up to a day; ``known`` answers what a code is, ``limits`` are the figures."""
        super().__init__(parent)
        self._known = known
        self._limits = limits
        self._outcome = RentalOutcome()
        self._code = text_input("such as E0260")
        self._first = text_input("2026-11-20")
        self._until = text_input("2026-11-20")
        self._until.setText(until.isoformat())
        words = [(CATEGORY_WORDS[each], each) for each in CATEGORIES]
        self._category = choice([(_BY_RECORD, None), *words])
        self._fields = {
            "code": Field("Code", self._code),
            "category": Field("Payment category", self._category),
            "first": Field("First day of the rental", self._first),
            "until": Field("Count up to", self._until),
        }
        self._model = GridModel(BREAKS, "break", self)
        self._grid = Grid(self._model, "Breaks", _ROWS_SHOWN)
        self._fault = label(type_="bad", wrap=True)
        self._result = CalculatorResult("Rental months", RENTAL_HEADINGS, _WIDEST, _SOURCE, _CHOOSE)
        self._lay_out()
        self._connect()
        self._work_out()

    def know(self, known: Known) -> None:
        """Ask another library from now on."""
        self._known = known
        self._work_out()

    def take_focus(self) -> None:
        """Put the focus on the code."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def entries(self) -> RentalEntries:
        """What is typed and chosen."""
        return RentalEntries(
            self._code.text(),
            self._category.currentData(),
            self._first.text(),
            self._until.text(),
            self._model.rows,
        )

    def _work_out(self) -> None:
        self._outcome = outcome = work_out(self.entries, self._known, self._limits)
        for name, each in self._fields.items():
            each.show_fault(outcome.faults.get(name, ""))
        self._fields["code"].show_hint(outcome.facts.description if outcome.facts else "")
        by_record = outcome.category and not self.entries.category
        found = CATEGORY_WORDS[outcome.category] if outcome.category and by_record else ""
        self._fields["category"].show_hint(found)
        self._model.set_marks({place: ("error", said) for place, said in outcome.wrong.items()})
        self._fault.setText("\n".join(dict.fromkeys(outcome.wrong.values())))
        self._fault.setVisible(bool(outcome.wrong))
        if outcome.rental is None:
            self._result.show_nothing(_MEND if outcome.faults or outcome.wrong else _NOTHING)
        else:
            summary = calculator_sheets.rental_summary(outcome.rental)
            self._result.show_result(summary, self._rows(), (), outcome.rental.notes)

    def _rows(self) -> list[tuple[str, ...]]:
        months = self._outcome.rental.months if self._outcome.rental else ()
        return [rental_row(each) for each in months]

    def _on_paste(self, row: int, name: str) -> None:
        self._model.put(row, name, QGuiApplication.clipboard().text())

    def _on_claim(self) -> None:
        """The month that is chosen becomes a line."""
        found, row = self._outcome.rental, self._result.row
        if found is not None and 0 <= row < len(found.months):
            self.claim_requested.emit((claim_line(self._code.text(), found.months[row]),))

    def _on_copy(self) -> None:
        text = calculator_sheets.table(RENTAL_HEADINGS, self._rows())
        self.copy_requested.emit(text, "the months of the rental")

    def _on_print(self) -> None:
        self.print_requested.emit(self._page())

    def _on_pdf(self) -> None:
        self.pdf_requested.emit(self._page(), "rental.pdf")

    def _page(self) -> str:
        entries, outcome = self.entries, self._outcome
        breaks = [f"{stopped} to {resumed}" for stopped, resumed in entries.breaks]
        asked = [
            ("Code", entries.code.strip().upper()),
            ("Payment category", CATEGORY_WORDS[outcome.category] if outcome.category else ""),
            ("First day", entries.first),
            ("Counted up to", entries.until),
            ("Breaks", "; ".join(breaks) or "none"),
        ]
        found = outcome.rental
        notes = (calculator_sheets.rental_summary(found), *found.notes) if found else ()
        return calculator_sheets.page(_TITLE, asked, RENTAL_HEADINGS, self._rows(), notes, _SOURCE)

    def _connect(self) -> None:
        for each in (self._code, self._first, self._until):
            each.textChanged.connect(self._work_out)
        self._category.currentIndexChanged.connect(self._work_out)
        self._model.edited.connect(self._work_out)
        self._grid.paste_requested.connect(self._on_paste)
        self._result.claim_requested.connect(self._on_claim)
        self._result.copy_requested.connect(self._on_copy)
        self._result.print_requested.connect(self._on_print)
        self._result.pdf_requested.connect(self._on_pdf)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        for each in self._fields.values():
            each.setFixedWidth(_LEFT)
            left.addWidget(each)
        self._grid.setFixedWidth(_LEFT)
        left.addWidget(label("Breaks in use", "muted"))
        left.addWidget(self._grid)
        left.addWidget(self._fault)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._result)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * GRID)
        row.addLayout(left)
        row.addLayout(right, 1)
