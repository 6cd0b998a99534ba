"""The choice of a payer: the five kinds, and below them the clinic's own payers."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from hcpcs_desktop.domain.checklist import PAYERS, Payer
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.output.wording import PAYER_WORDS

_OWN = "profile:"


class PayerBox(QComboBox):
    """Tells the kind of payer that is chosen, and the profile where one is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer the five kinds."""
        super().__init__(parent)
        self._profiles: tuple[PayerProfile, ...] = ()
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for payer in PAYERS:
            self.addItem(PAYER_WORDS[payer], payer)

    @property
    def profile(self) -> PayerProfile | None:
        """The clinic's payer that is chosen; None for a kind alone."""
        own = self.currentIndex() - len(PAYERS)
        return self._profiles[own] if own >= 0 else None

    @property
    def payer(self) -> Payer:
        """The kind of payer that is chosen."""
        return self.profile.payer if self.profile else PAYERS[self.currentIndex()]

    def offer(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer these payers of the clinic; what was chosen stays, and nobody is told."""
        if self._profiles == tuple(profiles):
            return
        payer, name = self.payer, self.profile.name if self.profile else ""
        self.blockSignals(True)
        while self.count() > len(PAYERS):
            self.removeItem(self.count() - 1)
        self._profiles = tuple(profiles)
        for each in profiles:
            self.addItem(each.name, f"{_OWN}{each.name}")
        self.blockSignals(False)
        self.choose(payer, name)

    def choose(self, payer: Payer, profile: str = "") -> None:
        """Select a kind of payer, or a payer of the clinic that is offered; nobody is told."""
        own = self.findData(f"{_OWN}{profile}") if profile else -1
        self.blockSignals(True)
        self.setCurrentIndex(own if own >= 0 else self.findData(payer))
        self.blockSignals(False)
