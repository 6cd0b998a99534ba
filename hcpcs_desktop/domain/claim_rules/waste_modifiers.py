"""JW and JZ: whether one is missing, and whether they are true."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.claim_rules.groups import Group, groups, work_out
from hcpcs_desktop.domain.finding import units
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.units_request import UnitsResult
from hcpcs_desktop.domain.waste import (
    Product,
    applicability,
    is_skin_substitute,
)

_EXCUSED = ("JW", "JZ", "GY", "SV")


def check(case: Case) -> Iterator[Fault]:
    """Drugs without JW or JZ, JZ although drug was discarded, and JW beside JZ."""
    for group in groups(case):
        result = _result(case, group)
        if _applies(case, group):
            yield from _missing(case, group, result)
        yield from _not_true(group, result)
        yield from _both(group)


def _result(case: Case, group: Group) -> UnitsResult | None:
    """The units worked out again; None where that is not possible, which units_dose tells."""
    try:
        return work_out(case, group) if group.vials else None
    except InputError:
        return None


def _applies(case: Case, group: Group) -> bool:
    """Whether the drug is one that takes JW or JZ, as far as is known."""
    line = group.lines[0]
    if line.is_drug is not True or (_comes_in_no_vial(case, line) and group.vial_type is None):
        return False
    if is_skin_substitute(group.code) and group.dos >= case.rules.waste.skin_as_supply:
        return False
    status = line.facts.opps_status if line.facts else None
    of_hospital = case.claim.setting in ("outpatient_hospital", "asc")
    product = Product(
        group.code,
        group.vial_type or "single-dose",
        group.dos,
        opps_status=status if of_hospital else None,
        is_drug=True,
    )
    return applicability(product, case.rules.waste).applies


def _comes_in_no_vial(case: Case, line: CaseLine) -> bool:
    """Whether the code is for a tablet or the like, or for a vaccine."""
    return any(trait in case.rules.lists.no_container for trait in line.traits)


def _missing(case: Case, group: Group, result: UnitsResult | None) -> Iterator[Fault]:
    """The lines that lack one: none does beside a JW line, every one takes JZ where one does."""
    if group.discarded:
        return
    lists = case.rules.lists
    message, do = _advice(group, result)
    stance = case.stance_on_waste
    if stance in ("ignored", "refused"):
        return
    if stance is None and case.claim.payer != "medicare":
        do = f"{do} Whether this payer wants it, the contract says."
    for line in group.given:
        exempt = line.has(*_EXCUSED, *lists.competitive_acquisition.values)
        if not exempt and line.given.pos.strip() not in lists.places_without_waste:
            yield Fault(
                "missing_jw_jz",
                line.number,
                message,
                do,
                variant="profile" if stance == "wanted" else "",
            )


def _advice(group: Group, result: UnitsResult | None) -> tuple[str, str]:
    """What is missing, and what to do about it."""
    if result is None or result.discarded_units is None:
        return (
            f"{group.code} has neither JW nor JZ; from a single-dose container it needs one.",
            "Add JZ where less than one unit was discarded, else a line with JW for the waste.",
        )
    if result.discarded_units:
        return (
            f"{result.discarded_amount} of {group.code} was discarded and no line says so.",
            f"Add a line of {units(result.discarded_units)} with JW.",
        )
    return (
        f"{group.code} has neither JW nor JZ, and less than one unit was discarded.",
        "Add JZ.",
    )


def _not_true(group: Group, result: UnitsResult | None) -> Iterator[Fault]:
    if result is None or not result.discarded_units or group.vial_type == "multi-dose":
        return
    for line in group.given:
        if line.has("JZ"):
            yield Fault(
                "jz_but_waste",
                line.number,
                f"JZ says that nothing was discarded, but {result.discarded_amount} was: "
                f"{units(result.discarded_units)}.",
                f"Take JZ off and add a line of {units(result.discarded_units)} with JW.",
            )


def _both(group: Group) -> Iterator[Fault]:
    """JW and JZ on different lines; both on one are the modifier check's."""
    if not group.discarded:
        return
    for line in group.given:
        if line.has("JZ"):
            yield Fault(
                "jw_jz_same_drug",
                line.number,
                f"{group.code} has JZ here and JW on line {group.discarded[0].number}, "
                "on the same day.",
                "With waste: JW on its own line, nothing on this one. Without: JZ alone.",
            )
