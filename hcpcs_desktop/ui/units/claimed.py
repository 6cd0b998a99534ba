"""The claim lines of a unit calculation as the claim check takes them."""

from hcpcs_desktop.domain.units_request import UnitsResult
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.units.entries import Entries


def claim_lines(result: UnitsResult, entries: Entries) -> tuple[LineEntries, ...]:
    """The lines; the first of them tells the dose and what was opened, so that both are checked."""
    opened = ", ".join(f"{number} x {size}" for size, number in result.vials_used.items())
    several = len({line.ndc for line in result.lines}) > 1
    made = []
    for number, line in enumerate(result.lines):
        tells = number == 0 and not several
        made.append(
            LineEntries(
                code=line.code or "",
                modifiers=" ".join(line.modifiers),
                units=str(line.units),
                dose=entries.dose.strip() if tells else "",
                opened=opened if tells else "",
                vial_type=entries.vial_type or "",
                ndc=line.ndc or "",
                dos=entries.dos.strip(),
            )
        )
    return tuple(made)
