"""Whether the line of a capped rental tells the month."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.traits import CAPPED_RENTAL, DME


def check(case: Case) -> Iterator[Fault]:
    """Rented items with a cap, without KH, KI or KJ."""
    for line in case.lines:
        if line.has("RR") and not line.has(*case.rules.lists.rental_month.values):
            yield from _month(case, line)


def _month(case: Case, line: CaseLine) -> Iterator[Fault]:
    """The fault of a capped rental; a warning for equipment of which that is not known."""
    capped = _is_capped(case, line)
    if capped is None and DME not in line.traits:
        case.skip(
            f"Line {line.number}: whether {line.code} is a capped rental, which takes KH, KI or "
            "KJ; its pricing indicator is not known."
        )
    elif capped is not False:
        what = "is rented up to a cap" if capped else "may be rented up to a cap"
        yield Fault(
            "rental_month_missing",
            line.number,
            f"{line.code} {what}, and the line does not tell the month.",
            "Add KH for the first month, KI for the second and third, KJ from the fourth.",
            at_most=None if capped else "warning",
        )


def _is_capped(case: Case, line: CaseLine) -> bool | None:
    """Whether an item is a capped rental; None where no release prints its pricing indicator."""
    if line.code in case.rules.lists.pen_pumps or CAPPED_RENTAL in line.traits:
        return True
    printed = line.facts is not None and line.facts.values.get("pricing")
    return False if printed else None
