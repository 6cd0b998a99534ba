"""What the calculators have in common: a grid, a result, and what is done with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.domain.reference import Known
from hcpcs_desktop.output import calculator_sheets
from hcpcs_desktop.ui.calculators.result import CalculatorResult
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.grid.column import Column
from hcpcs_desktop.ui.grid.model import GridModel
from hcpcs_desktop.ui.grid.table import Grid
from hcpcs_desktop.ui.text import label

_ROWS_SHOWN = 4


class Calculator(QWidget):
    """Works out its result with each keystroke; ``title`` and ``headings`` are those of its sheet.

    Emits ``claim_requested`` (claim lines as entries), ``copy_requested`` (text, what it is),
    ``print_requested`` (HTML) and ``pdf_requested`` (HTML, a name for the file).
    """

    title = ""
    headings: tuple[str, ...] = ()

    claim_requested = Signal(object)
    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)

    def __init__(
        self,
        known: Known,
        columns: Sequence[Column],
        words: tuple[str, str],
        result: CalculatorResult,
        parent: QWidget | None = None,
    ) -> None:
        """Build grid and result; ``words`` are what a row and all rows of the grid are called."""
        super().__init__(parent)
        self._known = known
        self._noun, name = words
        self._model = GridModel(columns, self._noun, self)
        self._grid = Grid(self._model, name, _ROWS_SHOWN)
        self._fault = label(type_="bad", wrap=True)
        self._result = result
        self._model.edited.connect(self._work_out)
        self._grid.paste_requested.connect(self._on_paste)
        result.claim_requested.connect(self._on_claim)
        result.copy_requested.connect(self._on_copy)
        result.print_requested.connect(self._on_print)
        result.pdf_requested.connect(self._on_pdf)

    def know(self, known: Known) -> None:
        """Ask another library from now on what a code is."""
        self._known = known
        self._work_out()

    def take_focus(self) -> None:
        """Put the focus on what is typed first."""
        raise NotImplementedError

    def _work_out(self) -> None:
        """Read what is typed and show the result."""
        raise NotImplementedError

    def _rows(self) -> list[tuple[str, ...]]:
        """The result in the order of the headings."""
        raise NotImplementedError

    def _lines(self) -> tuple[LineEntries, ...]:
        """What goes into the claim check."""
        raise NotImplementedError

    def _asked(self) -> list[tuple[str, str]]:
        """What was asked, for the sheet."""
        raise NotImplementedError

    def _notes(self) -> Sequence[str]:
        """What to know about the result, for the sheet."""
        raise NotImplementedError

    def _show_wrong(self, wrong: Mapping[tuple[int, str], str]) -> None:
        """Mark the cells that cannot be read, and say why."""
        self._model.set_marks({place: ("error", said) for place, said in wrong.items()})
        noun = self._noun.capitalize()
        told = [f"{noun} {row + 1}: {said}" for (row, _), said in wrong.items()]
        self._fault.setText("\n".join(told))
        self._fault.setVisible(bool(wrong))

    def _on_paste(self, row: int, name: str) -> None:
        self._model.put(row, name, QGuiApplication.clipboard().text())

    def _on_claim(self) -> None:
        lines = self._lines()
        if lines:
            self.claim_requested.emit(lines)

    def _on_copy(self) -> None:
        text = calculator_sheets.table(self.headings, self._rows())
        self.copy_requested.emit(text, f"the lines of: {self.title}")

    def _on_print(self) -> None:
        self.print_requested.emit(self._page())

    def _on_pdf(self) -> None:
        self.pdf_requested.emit(self._page(), f"{self.title.lower().replace(' ', '-')}.pdf")

    def _page(self) -> str:
        return calculator_sheets.page(
            self.title,
            self._asked(),
            self.headings,
            self._rows(),
            self._notes(),
            self._result.source,
        )
