"""The tools by themselves: a window each, made when it is first asked for."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from hcpcs_desktop.ui import printing
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

if TYPE_CHECKING:
    from hcpcs_desktop.ui.units.bsa_view import BsaView
    from hcpcs_desktop.ui.units.entries import Facts
    from hcpcs_desktop.ui.units.ndc_view import NdcView
    from hcpcs_desktop.ui.units.stand_alone import StandAlone

_UNITS_SIZE = (116 * GRID, 92 * GRID)
_SIZE = (112 * GRID, 76 * GRID)


class ToolWindow(QDialog):
    """A tool in a window of its own; closed, it keeps what was typed."""

    def __init__(
        self, title: str, tool: QWidget, size: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        """Put the tool into a window of this size."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*size)
        area = PaneArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_input(area, title)
        area.column.addWidget(label(title, "title"))
        area.column.addSpacing(2 * GRID)
        area.column.addWidget(tool)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def open_(self) -> None:
        """Bring it to the front."""
        self.show()
        self.activateWindow()


class ToolDesk(QObject):
    """Opens the tools, prints their sheets; the start of the window does not wait for them.

    Emits ``copy_requested`` (text, what it is), ``said`` (what was done), ``dose_chosen`` (a dose
    from a body surface) and ``code_typed`` in the units window, to be answered with its facts.
    """

    copy_requested = Signal(str, str)
    said = Signal(str)
    dose_chosen = Signal(str)
    code_typed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        """Open the tools over this window."""
        super().__init__(window)
        self._window = window
        self._windows: dict[str, ToolWindow] = {}
        self._units: StandAlone | None = None
        self._bsa: BsaView | None = None
        self._ndc: NdcView | None = None
        self._for_units = False

    def open_units(self, on: date) -> None:
        """The unit calculation for any code; ``on`` is the date of service it begins with."""
        if self._units is None:
            from hcpcs_desktop.ui.units.stand_alone import StandAlone

            self._units = StandAlone(on)
            self._units.copy_requested.connect(self.copy_requested)
            self._units.print_requested.connect(self.print_sheet)
            self._units.pdf_requested.connect(self.save_sheet)
            self._units.bsa_requested.connect(self._on_bsa_for_units)
            self._units.code_typed.connect(self.code_typed)
        self._open("Units & waste", self._units, _UNITS_SIZE)
        self._units.take_focus()

    def show_facts(self, facts: "Facts") -> None:
        """Take over what the library knows of the code that was typed."""
        if self._units is not None:
            self._units.show_facts(facts)

    def use_dose(self, dose: str) -> None:
        """Put a dose into the unit calculation."""
        if self._units is not None:
            self._units.set_dose(dose)

    def open_bsa(self) -> None:
        """Body surface area."""
        if self._bsa is None:
            from hcpcs_desktop.ui.units.bsa_view import BsaView

            self._bsa = BsaView()
            self._bsa.copy_requested.connect(self.copy_requested)
            self._bsa.dose_chosen.connect(self._on_dose_chosen)
        self._for_units = False
        self._open("Body surface area", self._bsa, _SIZE)
        self._bsa.take_focus()

    def open_ndc(self) -> None:
        """NDC."""
        if self._ndc is None:
            from hcpcs_desktop.ui.units.ndc_view import NdcView

            self._ndc = NdcView()
            self._ndc.copy_requested.connect(self.copy_requested)
        self._open("NDC", self._ndc, _SIZE)
        self._ndc.take_focus()

    def print_sheet(self, html: str) -> None:
        """Print a sheet, on the printer that the user chooses."""
        printing.print_html(html, self._window)

    def save_sheet(self, html: str, name: str) -> None:
        """Save a sheet as PDF, where the user says; raises UserError where that cannot be."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Save as PDF", str(Path.home() / name), "PDF (*.pdf)"
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(".pdf")
            printing.write_pdf(html, path)
            self.said.emit(f"Saved {path.name}")

    def _on_bsa_for_units(self) -> None:
        self.open_bsa()
        self._for_units = True

    def _on_dose_chosen(self, dose: str) -> None:
        """The dose goes back to where the surface was asked for."""
        if self._for_units and self._units is not None:
            self.use_dose(dose)
            self._open("Units & waste", self._units, _UNITS_SIZE)
        else:
            self.dose_chosen.emit(dose)

    def _open(self, title: str, tool: QWidget, size: tuple[int, int]) -> None:
        if title not in self._windows:
            self._windows[title] = ToolWindow(title, tool, size, self._window)
        self._windows[title].open_()
