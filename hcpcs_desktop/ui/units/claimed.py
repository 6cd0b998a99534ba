"""The claim lines of a unit calculation as the claim check takes them."""

from collections import Counter

from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import UnitsResult
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.units.entries import Entries


def claim_lines(result: UnitsResult, entries: Entries) -> tuple[LineEntries, ...]:
    """The lines; the first of them tells the dose and what was opened, so that both are checked.

    Not where the claim alone cannot tell how they fit: several products, containers that other
    patients were given of, overfill.
    """
    opened = ", ".join(f"{number} x {size}" for size, number in _opened(result).items())
    several = len({line.ndc for line in result.lines}) > 1
    unlike = several or entries.shared is not None or bool(entries.overfill.strip())
    made = []
    for number, line in enumerate(result.lines):
        tells = number == 0 and not unlike
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


def _opened(result: UnitsResult) -> Counter[Quantity]:
    """How many containers of which content; a volume that was typed with it is left out."""
    found: Counter[Quantity] = Counter()
    for each in result.containers:
        found[each.content] += each.count
    return found
