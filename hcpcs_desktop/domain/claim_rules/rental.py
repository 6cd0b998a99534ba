"""Whether the line of a capped rental tells the month."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault


def check(case: Case) -> Iterator[Fault]:
    """Rented items with a cap, without KH, KI or KJ."""
    for line in case.lines:
        if line.has("RR") and not line.has(*case.rules.lists.rental_month.values):
            yield from _month(case, line)


def _month(case: Case, line: CaseLine) -> Iterator[Fault]:
    """The fault of a capped rental; a warning for equipment of which that is not known."""
    capped = _is_capped(case, line)
    if capped is None and not line.is_dme:
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
    lists = case.rules.lists
    if line.code in lists.pen_pumps:
        return True
    pricing = line.facts.values.get("pricing") if line.facts else None
    if not pricing:
        return None
    return not set(pricing).isdisjoint(lists.capped_rental_pricing.values)
