"""Home-infusion per diem: therapies above, the claim lines of each month below."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.output import calculator_sheets
from hcpcs_desktop.output.calculator_sheets import PER_DIEM_HEADINGS, per_diem_row
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.calculators.per_diem_working import (
    COLUMNS,
    Known,
    PerDiemOutcome,
    claim_lines,
    work_out,
)
from hcpcs_desktop.ui.calculators.result import CalculatorResult
from hcpcs_desktop.ui.grid.model import GridModel
from hcpcs_desktop.ui.grid.table import Grid
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.field import Field, text_input

_WIDEST = ("Per diem", "Modifier", "1,000", "2026-11-20", "2026-11-20")
_TITLE = "Home-infusion per diem"
_SOURCE = "National Home Infusion Association coding standard; CMS HCPCS list, modifiers SH and SJ"
_NOTHING = "Enter a therapy with its first day: the lines of each calendar month appear here."
_MEND = "There is no result: see what is marked."
_ROWS_SHOWN = 4
_UNTIL_WIDTH = 27 * GRID
_UNTIL_HINT = "For therapies that go on."


class PerDiemView(QWidget):
    """Works out the lines with each keystroke.

    Emits ``claim_requested`` (claim lines as entries), ``copy_requested`` (text, what it is),
    ``print_requested`` (HTML) and ``pdf_requested`` (HTML, a name for the file).
    """

    claim_requested = Signal(object)
    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)

    def __init__(self, known: Known, until: date, parent: QWidget | None = None) -> None:
        """Count up to a day; ``known`` answers what a code is."""
        super().__init__(parent)
        self._known = known
        self._outcome = PerDiemOutcome()
        self._model = GridModel(COLUMNS, "therapy", self)
        self._grid = Grid(self._model, "Therapies", _ROWS_SHOWN)
        self._until = text_input("2026-11-20")
        self._until.setText(until.isoformat())
        self._field = Field("Count up to", self._until, _UNTIL_HINT)
        self._fault = label(type_="bad", wrap=True)
        self._result = CalculatorResult("Per diem lines", PER_DIEM_HEADINGS, _WIDEST, _SOURCE)
        self._lay_out()
        self._model.edited.connect(self._work_out)
        self._grid.paste_requested.connect(self._on_paste)
        self._until.textChanged.connect(self._work_out)
        self._result.claim_requested.connect(self._on_claim)
        self._result.copy_requested.connect(self._on_copy)
        self._result.print_requested.connect(self._on_print)
        self._result.pdf_requested.connect(self._on_pdf)
        self._work_out()

    def know(self, known: Known) -> None:
        """Ask another library from now on."""
        self._known = known
        self._work_out()

    def take_focus(self) -> None:
        """Put the focus on the therapies."""
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _work_out(self) -> None:
        self._outcome = outcome = work_out(self._model.rows, self._until.text(), self._known)
        self._model.set_marks({place: ("error", said) for place, said in outcome.wrong.items()})
        self._field.show_fault(outcome.fault)
        self._fault.setText(
            "\n".join(f"Therapy {row + 1}: {said}" for (row, _), said in outcome.wrong.items())
        )
        self._fault.setVisible(bool(outcome.wrong))
        if outcome.result is None:
            self._result.show_nothing(_MEND if outcome.wrong or outcome.fault else _NOTHING)
        else:
            self._result.show_result("", self._rows(), outcome.doubts, outcome.result.notes)

    def _rows(self) -> list[tuple[str, ...]]:
        result = self._outcome.result
        return [per_diem_row(each) for each in result.lines] if result else []

    def _on_paste(self, row: int, name: str) -> None:
        self._model.put(row, name, QGuiApplication.clipboard().text())

    def _on_claim(self) -> None:
        if self._outcome.result is not None:
            self.claim_requested.emit(claim_lines(self._outcome.result.lines))

    def _on_copy(self) -> None:
        text = calculator_sheets.table(PER_DIEM_HEADINGS, self._rows())
        self.copy_requested.emit(text, "the per diem lines")

    def _on_print(self) -> None:
        self.print_requested.emit(self._page())

    def _on_pdf(self) -> None:
        self.pdf_requested.emit(self._page(), "per-diem.pdf")

    def _page(self) -> str:
        asked = [
            (f"Therapy {number}", _therapy(cells))
            for number, cells in enumerate(self._model.rows, 1)
        ]
        notes = self._outcome.result.notes if self._outcome.result else ()
        return calculator_sheets.page(
            _TITLE, asked, PER_DIEM_HEADINGS, self._rows(), notes, _SOURCE
        )

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
