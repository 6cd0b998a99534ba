"""Home-infusion per diem: therapies above, the claim lines of each month below."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.reference import Known
from hcpcs_desktop.output.calculator_sheets import PER_DIEM_HEADINGS, per_diem_row
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.calculators.calculator import Calculator
from hcpcs_desktop.ui.calculators.per_diem_working import (
    COLUMNS,
    PerDiemOutcome,
    claim_lines,
    work_out,
)
from hcpcs_desktop.ui.calculators.result import CalculatorResult
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.units.faults import SEE_THE_MARKS
from hcpcs_desktop.ui.units.field import Field, text_input

_WIDEST = ("Per diem", "Modifier", "1,000", "2026-11-20", "2026-11-20")
_SOURCE = "National Home Infusion Association coding standard; CMS HCPCS list, modifiers SH and SJ"
_NOTHING = "Enter a therapy with its first day: the lines of each calendar month appear here."
_UNTIL_WIDTH = 27 * GRID
_UNTIL_HINT = "For therapies that go on."


class PerDiemView(Calculator):
    """Turns the days of therapies into claim lines."""

    title = "Home-infusion per diem"
    headings = PER_DIEM_HEADINGS

    def __init__(self, known: Known, until: date, parent: QWidget | None = None) -> None:
        """Count up to a day; ``known`` answers what a code is."""
        result = CalculatorResult("Per diem lines", PER_DIEM_HEADINGS, _WIDEST, _SOURCE)
        super().__init__(known, COLUMNS, ("therapy", "Therapies"), result, parent)
        self._outcome = PerDiemOutcome()
        self._until = text_input("2026-11-20")
        self._until.setText(until.isoformat())
        self._field = Field("Count up to", self._until, _UNTIL_HINT)
        self._lay_out()
        self._until.textChanged.connect(self._work_out)
        self._work_out()

    def take_focus(self) -> None:
        """Put the focus on the therapies."""
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _work_out(self) -> None:
        self._outcome = outcome = work_out(self._model.rows, self._until.text(), self._known)
        self._show_wrong(outcome.wrong)
        self._field.show_fault(outcome.fault)
        if outcome.result is None:
            self._result.show_nothing(SEE_THE_MARKS if outcome.wrong or outcome.fault else _NOTHING)
        else:
            self._result.show_result("", self._rows(), outcome.doubts, outcome.result.notes)

    def _rows(self) -> list[tuple[str, ...]]:
        result = self._outcome.result
        return [per_diem_row(each) for each in result.lines] if result else []

    def _lines(self) -> tuple[LineEntries, ...]:
        return claim_lines(self._outcome.result.lines) if self._outcome.result else ()

    def _asked(self) -> list[tuple[str, str]]:
        rows = enumerate(self._model.rows, 1)
        return [(f"Therapy {number}", _therapy(cells)) for number, cells in rows]

    def _notes(self) -> Sequence[str]:
        return self._outcome.result.notes if self._outcome.result else ()

    def _lay_out(self) -> None:
        self._field.setFixedWidth(_UNTIL_WIDTH)
        below = QHBoxLayout()
        below.setSpacing(3 * GRID)
        below.addWidget(self._field, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(push_button("Remove therapy", self._grid.remove_row, "link"))
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._grid)
        column.addWidget(self._fault)
        column.addLayout(below)
        column.addWidget(self._result)


def _therapy(cells: tuple[str, ...]) -> str:
    code, start, stop, holds = (each.strip() for each in cells)
    said = f"{code} from {start}" + (f" to {stop}" if stop else ", going on")
    return f"{said}; on hold {holds}" if holds else said
