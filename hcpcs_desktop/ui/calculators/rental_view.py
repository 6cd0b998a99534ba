"""Rental: the item and its days at the left, the months at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.reference import Known
from hcpcs_desktop.domain.rental import CATEGORIES, Limits
from hcpcs_desktop.output import calculator_sheets
from hcpcs_desktop.output.calculator_sheets import CATEGORY_WORDS, RENTAL_HEADINGS, rental_row
from hcpcs_desktop.ui.calculators.calculator import Calculator
from hcpcs_desktop.ui.calculators.rental_working import (
    BREAKS,
    RentalEntries,
    RentalOutcome,
    claim_line,
    work_out,
)
from hcpcs_desktop.ui.calculators.result import CalculatorResult
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.forms import choice
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.faults import SEE_THE_MARKS
from hcpcs_desktop.ui.units.field import Field, text_input

_WIDEST = ("Month", "2026-11-20", "2026-11-20", "RR KJ KX", "Period")
_SOURCE = "42 CFR 414.220 to 414.230; Medicare Claims Processing Manual ch. 20 s. 30"
_NOTHING = "Enter the code, or its payment category, and the first day: the months appear here."
_CHOOSE = "The month that is chosen goes into the claim check."
_BY_RECORD = "As the record tells"
_LEFT = 42 * GRID


class RentalView(Calculator):
    """Tells the months of a rental, the last paid one, and who owns the item then."""

    title = "Rental"
    headings = RENTAL_HEADINGS

    def __init__(
        self, known: Known, limits: Limits, until: date, parent: QWidget | None = None
    ) -> None:
        """Count up to a day; ``known`` answers what a code is, ``limits`` are the figures."""
        result = CalculatorResult("Rental months", RENTAL_HEADINGS, _WIDEST, _SOURCE, _CHOOSE)
        super().__init__(known, BREAKS, ("break", "Breaks"), result, parent)
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
        self._lay_out()
        self._connect()
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
        self._show_wrong(outcome.wrong)
        if outcome.rental is None:
            self._result.show_nothing(
                SEE_THE_MARKS if outcome.faults or outcome.wrong else _NOTHING
            )
        else:
            summary = calculator_sheets.rental_summary(outcome.rental, outcome.ahead)
            self._result.show_result(summary, self._rows(), (), outcome.rental.notes)

    def _rows(self) -> list[tuple[str, ...]]:
        months = self._outcome.rental.months if self._outcome.rental else ()
        return [rental_row(each) for each in months]

    def _lines(self) -> tuple[LineEntries, ...]:
        """The month that is chosen."""
        found, row = self._outcome.rental, self._result.row
        if found is None or not 0 <= row < len(found.months):
            return ()
        return (claim_line(self._code.text(), found.months[row]),)

    def _asked(self) -> list[tuple[str, str]]:
        entries, outcome = self.entries, self._outcome
        breaks = [f"{stopped} to {resumed}" for stopped, resumed in entries.breaks]
        return [
            ("Code", entries.code.strip().upper()),
            ("Payment category", CATEGORY_WORDS[outcome.category] if outcome.category else ""),
            ("First day", entries.first),
            ("Counted up to", entries.until),
            ("Breaks", "; ".join(breaks) or "none"),
        ]

    def _notes(self) -> Sequence[str]:
        found, ahead = self._outcome.rental, self._outcome.ahead
        return (calculator_sheets.rental_summary(found, ahead), *found.notes) if found else ()

    def _connect(self) -> None:
        for each in (self._code, self._first, self._until):
            each.textChanged.connect(self._work_out)
        self._category.currentIndexChanged.connect(self._work_out)

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
