"""The unit calculation for any code, or for none."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.ui.units.calculator import UnitsCalculator
from hcpcs_desktop.ui.units.entries import Entries, Facts, follow


class StandAlone(QWidget):
    """Emits what its calculator emits, and ``code_typed`` when another code is named."""

    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)
    bsa_requested = Signal()
    claim_requested = Signal(object)
    code_typed = Signal(str)

    def __init__(self, on: date, parent: QWidget | None = None) -> None:
        """Begin with a date of service."""
        super().__init__(parent)
        self._facts = Facts()
        self._code = ""
        self._calculator = UnitsCalculator(with_code=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._calculator)
        self._calculator.changed.connect(self._on_changed)
        self._calculator.copy_requested.connect(self.copy_requested)
        self._calculator.print_requested.connect(self.print_requested)
        self._calculator.pdf_requested.connect(self.pdf_requested)
        self._calculator.bsa_requested.connect(self.bsa_requested)
        self._calculator.claim_requested.connect(self.claim_requested)
        self._calculator.show_entries(Entries(dos=on.isoformat()), self._facts)

    def offer_payers(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer the clinic's own payers."""
        self._calculator.offer_payers(profiles)

    def show_facts(self, facts: Facts) -> None:
        """Take over what the library knows of the code that is typed."""
        before = Entries(billing_unit=self._facts.billing_unit)
        now = Entries(billing_unit=facts.billing_unit)
        self._facts = facts
        self._calculator.show_entries(follow(self._calculator.entries, before, now), facts)

    def set_dose(self, dose: str) -> None:
        """Put a dose in, as if it had been typed."""
        self._calculator.set_dose(dose)

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        self._calculator.take_focus()

    def _on_changed(self, entries: Entries) -> None:
        code = normalise(entries.code)
        if code != self._code:
            self._code = code
            self.code_typed.emit(code)
