"""The tools by themselves: a window each, made when it is first asked for."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.desk import Desk, Place, Slots
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

if TYPE_CHECKING:
    from hcpcs_desktop.ui.units.bsa_view import BsaView
    from hcpcs_desktop.ui.units.ndc_view import NdcView
    from hcpcs_desktop.ui.units.stand_alone import StandAlone

_UNITS_SIZE = (116 * GRID, 92 * GRID)
_SIZE = (112 * GRID, 76 * GRID)


class ToolWindow(ReadingOrder, QDialog):
    """A tool in a window of its own; closed, it keeps what was typed."""

    def __init__(
        self, title: str, tool: QWidget, size: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        """Put the tool into a window of this size."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(first_size(size, parent))
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


class ToolDesk(Desk):
    """Opens the tools. Emits ``dose_chosen``, a dose from a body surface for the open code."""

    dose_chosen = Signal(str)

    def __init__(self, place: Place) -> None:
        """Open the tools over the window of this place."""
        super().__init__(place)
        self._windows: dict[str, ToolWindow] = {}
        self._units: StandAlone | None = None
        self._bsa: BsaView | None = None
        self._ndc: NdcView | None = None
        self._for_units = False

    def slots(self) -> Slots:
        """What each command does."""
        return {
            "tool_units": self.open_units,
            "tool_bsa": self.open_bsa,
            "tool_ndc": self.open_ndc,
        }

    def open_units(self) -> None:
        """The unit calculation for any code; it begins with the date of service that is set."""
        if self._units is None:
            from hcpcs_desktop.ui.units.stand_alone import StandAlone

            self._units = StandAlone(self.place.session.on)
            self._units.copy_requested.connect(self.copy_requested)
            self._units.print_requested.connect(self.print_requested)
            self._units.pdf_requested.connect(self.pdf_requested)
            self._units.claim_requested.connect(self.claim_requested)
            self._units.bsa_requested.connect(self._on_bsa_for_units)
            self._units.code_typed.connect(self._on_code_typed)
        self._units.offer_payers(self.place.session.notebook.profiles.all())
        self._open("Units & waste", self._units, _UNITS_SIZE)
        self._units.take_focus()

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

    def _on_code_typed(self, code: str) -> None:
        """Take over what the library knows of the code; nothing where it lacks the code."""
        from hcpcs_desktop.ui.units.entries import Facts, facts_of

        place = self.place
        facts = Facts()
        with suppress(UserError):
            facts = facts_of(place.session.page(code, place.memory.payer, place.memory.setting))
        if self._units is not None:
            self._units.show_facts(facts)

    def _on_bsa_for_units(self) -> None:
        self.open_bsa()
        self._for_units = True

    def _on_dose_chosen(self, dose: str) -> None:
        """The dose goes back to where the surface was asked for, or to the open drug."""
        page = self.place.page()
        if not self._for_units and page is not None and page.is_drug:
            self.dose_chosen.emit(dose)
            return
        self.open_units()
        if self._units is not None:
            self._units.set_dose(dose)

    def _open(self, title: str, tool: QWidget, size: tuple[int, int]) -> None:
        if title not in self._windows:
            self._windows[title] = ToolWindow(title, tool, size, self.place.window)
        self._windows[title].open_()
