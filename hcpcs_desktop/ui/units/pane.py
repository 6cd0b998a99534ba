"""The tab Units & waste of a drug code."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.units.calculator import UnitsCalculator
from hcpcs_desktop.ui.units.entries import Kept, facts_of


class UnitsPane(PaneArea):
    """Keeps what was typed for each code; emits what its calculator emits."""

    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)
    bsa_requested = Signal()
    claim_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._kept = Kept()
        self._code = ""
        self._calculator = UnitsCalculator()
        self.column.addWidget(self._calculator)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_input(self, "Units and waste")
        self._calculator.changed.connect(self._kept.keep)
        self._calculator.copy_requested.connect(self.copy_requested)
        self._calculator.print_requested.connect(self.print_requested)
        self._calculator.pdf_requested.connect(self.pdf_requested)
        self._calculator.bsa_requested.connect(self.bsa_requested)
        self._calculator.claim_requested.connect(self.claim_requested)

    def offer_payers(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer the clinic's own payers."""
        self._calculator.offer_payers(profiles)

    def show_page(self, page: CodePage) -> None:
        """Show what was typed for a code; a new one begins with its billing unit."""
        self._calculator.show_entries(self._kept.open(page), facts_of(page))
        if page.code != self._code:
            self.verticalScrollBar().setValue(0)
        self._code = page.code

    def set_dose(self, dose: str) -> None:
        """Put a dose in, as if it had been typed."""
        self._calculator.set_dose(dose)

    def use_package(self, package: Product) -> None:
        """Take size and NDC of a package over, as if they had been typed."""
        self._calculator.use_package(package)

    def take_focus(self) -> None:
        """Put the focus on the dose."""
        self._calculator.take_focus()
