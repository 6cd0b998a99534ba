"""The claim check, and the calculators that give it lines, each in a window of its own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hcpcs_desktop.ui.desk import Desk, Place, Slots
from hcpcs_desktop.ui.scale import GRID

if TYPE_CHECKING:
    from hcpcs_desktop.ui.calculators.per_diem_view import PerDiemView
    from hcpcs_desktop.ui.calculators.rental_view import RentalView
    from hcpcs_desktop.ui.claim.entries import LineEntries
    from hcpcs_desktop.ui.claim.window import ClaimWindow
    from hcpcs_desktop.ui.units.desk import ToolWindow

_SIZE = (120 * GRID, 88 * GRID)


class ClaimDesk(Desk):
    """Opens them; they keep what was typed while they are closed."""

    def __init__(self, place: Place) -> None:
        """Open them over the window of this place."""
        super().__init__(place)
        self._claim: ClaimWindow | None = None
        self._per_diem: PerDiemView | None = None
        self._rental: RentalView | None = None
        self._windows: dict[str, ToolWindow] = {}
        place.importer.library_replaced.connect(self._on_library_replaced)

    def slots(self) -> Slots:
        """What each command does."""
        return {
            "claim_check": self.open_claim,
            "claim_add": self.add_code,
            "claim_rules": self.open_rules,
            "tool_per_diem": self.open_per_diem,
            "tool_rental": self.open_rental,
        }

    def open_claim(self) -> None:
        """The claim check; it begins with the payer, the setting and the date that are set."""
        claim = self._the_claim()
        claim.offer_profiles(self.place.session.notebook.profiles.all())
        claim.open_()

    def take(self, lines: Sequence["LineEntries"]) -> None:
        """Put lines below those of the claim check, and show it."""
        self.open_claim()
        self._the_claim().add_lines(lines)

    def add_code(self) -> None:
        """Put the open code on a line of its own; without one, only show the claim check."""
        from hcpcs_desktop.ui.claim.entries import LineEntries

        page = self.place.page()
        of_code = page is not None and page.kind == "code"
        self.take([LineEntries(code=page.code)] if page is not None and of_code else [])

    def open_rules(self) -> None:
        """The rules of the checks with their sources."""
        from hcpcs_desktop.ui.claim.rules_window import RulesWindow

        parent = self._claim if self._claim is not None else self.place.window
        RulesWindow(self.place.session.checks(), parent).open_()

    def open_per_diem(self) -> None:
        """The days of home-infusion therapies as claim lines."""
        if self._per_diem is None:
            from hcpcs_desktop.ui.calculators.per_diem_view import PerDiemView

            session = self.place.session
            self._per_diem = PerDiemView(session.checks().code, session.on)
            self._connect(self._per_diem)
        self._open("Home-infusion per diem", self._per_diem)

    def open_rental(self) -> None:
        """The months of a rental."""
        if self._rental is None:
            from hcpcs_desktop.domain.rental import Limits
            from hcpcs_desktop.ui.calculators.rental_view import RentalView

            session = self.place.session
            checks = session.checks()
            self._rental = RentalView(checks.code, Limits.of(checks.facts), session.on)
            self._connect(self._rental)
        self._open("Rental", self._rental)

    def _the_claim(self) -> "ClaimWindow":
        if self._claim is None:
            from hcpcs_desktop.ui.claim.entries import ClaimEntries
            from hcpcs_desktop.ui.claim.window import ClaimWindow

            place = self.place
            profiles = place.session.notebook.profiles
            beginning = ClaimEntries(
                dos=place.session.on.isoformat(),
                payer=place.memory.payer,
                profile=profiles.named(place.memory.profile),
                setting=place.memory.setting,
            )
            self._claim = ClaimWindow(place.session.checks(), place.window)
            self._claim.offer_profiles(profiles.all())
            self._claim.show_entries(beginning)
            self._claim.said.connect(self.said)
            self._claim.rules_requested.connect(self.open_rules)
            self._claim.search_requested.connect(self.search_requested)
            self._give(self._claim)
        return self._claim

    def _connect(self, calculator: "PerDiemView | RentalView") -> None:
        calculator.claim_requested.connect(self.take)
        self._give(calculator)

    def _give(self, giver: "ClaimWindow | PerDiemView | RentalView") -> None:
        giver.copy_requested.connect(self.copy_requested)
        giver.print_requested.connect(self.print_requested)
        giver.pdf_requested.connect(self.pdf_requested)

    def _open(self, title: str, tool: "PerDiemView | RentalView") -> None:
        from hcpcs_desktop.ui.units.desk import ToolWindow

        if title not in self._windows:
            self._windows[title] = ToolWindow(title, tool, _SIZE, self.place.window)
        self._windows[title].open_()
        tool.take_focus()

    def _on_library_replaced(self) -> None:
        if self._claim is not None:
            self._claim.set_checks(self.place.session.checks())
        for each in (self._per_diem, self._rental):
            if each is not None:
                each.know(self.place.session.checks().code)
