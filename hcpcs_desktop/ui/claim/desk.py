"""The claim check in a window of its own."""

from typing import TYPE_CHECKING

from hcpcs_desktop.ui.desk import Desk, Place, Slots

if TYPE_CHECKING:
    from hcpcs_desktop.ui.claim.window import ClaimWindow


class ClaimDesk(Desk):
    """Opens the claim check."""

    def __init__(self, place: Place) -> None:
        """Open it over the window of this place."""
        super().__init__(place)
        self._claim: ClaimWindow | None = None
        place.importer.library_replaced.connect(self._on_library_replaced)

    def slots(self) -> Slots:
        """What each command does."""
        return {"claim_check": self.open_claim, "claim_rules": self.open_rules}

    def open_claim(self) -> None:
        """The claim check; it begins with the payer, the setting and the date that are set."""
        if self._claim is None:
            self._claim = self._made()
        self._claim.offer_profiles(self.place.session.notebook.profiles.all())
        self._claim.open_()

    def open_rules(self) -> None:
        """The rules of the checks with their sources."""
        from hcpcs_desktop.ui.claim.rules_window import RulesWindow

        parent = self._claim if self._claim is not None else self.place.window
        RulesWindow(self.place.session.checks(), parent).open_()

    def _made(self) -> "ClaimWindow":
        from hcpcs_desktop.ui.claim.entries import ClaimEntries
        from hcpcs_desktop.ui.claim.window import ClaimWindow

        place = self.place
        beginning = ClaimEntries(
            dos=place.session.on.isoformat(),
            payer=place.memory.payer,
            setting=place.memory.setting,
        )
        window = ClaimWindow(place.session.checks(), beginning, place.window)
        window.said.connect(self.said)
        window.copy_requested.connect(self.copy_requested)
        window.print_requested.connect(self.print_requested)
        window.pdf_requested.connect(self.pdf_requested)
        window.rules_requested.connect(self.open_rules)
        return window

    def _on_library_replaced(self) -> None:
        if self._claim is not None:
            self._claim.set_checks(self.place.session.checks())
