"""What to look at in a unit calculation: what is missing or may be wrong, how payers differ."""

from collections.abc import Iterator, Sequence

from hcpcs_desktop.domain import ndc_shares, opened, waste
from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.claim_lines import ClaimLine, Share
from hcpcs_desktop.domain.ndc_shares import NdcsBySize
from hcpcs_desktop.domain.opened import Fill
from hcpcs_desktop.domain.payer_profile import PayerProfile, Stance
from hcpcs_desktop.domain.units_request import UnitsRequest
from hcpcs_desktop.domain.units_words import shown
from hcpcs_desktop.domain.units_worked import Worked

_PAYERS: dict[Payer, str] = {
    "medicare_advantage": "a Medicare Advantage plan",
    "medicaid": "a state's Medicaid program",
    "commercial": "a commercial insurer",
    "other": "this payer",
}
_STANCES: dict[Stance, str] = {
    "wanted": "wants JW and JZ",
    "ignored": "takes no notice of JW and JZ; they may stand on the lines",
    "refused": "refuses JW and JZ; leave them off, and ask whether it pays for waste",
}
_VERY_LITTLE = 1000


def notes(worked: Worked) -> list[str]:
    """What to look at; empty where all is plain."""
    found = [
        _unknown_containers(worked),
        _small_dose(worked),
        _less_would_do(worked),
        _date(worked),
        _skin_substitute(worked),
        _sharing(worked),
        _payer(worked.request),
    ]
    return [note for note in found if note is not None]


def ndc_notes(
    request: UnitsRequest,
    fills: Sequence[Fill],
    ndcs: NdcsBySize,
    shares: Sequence[Share],
    lines: Sequence[ClaimLine],
) -> list[str]:
    """What is wrong with the NDCs, or missing; most claims to Medicare need none."""
    ask_form = request.payer != "medicare" or request.form is not None
    lacking = ndc_shares.missing(fills, ndcs)
    found = list(ndcs.notes)
    if lacking:
        found.append(f"No NDC was given for {' and '.join(lacking)}.")
    elif ndcs.by_size and len(shares) == 1 and shares[0].ndc is None:
        payer = request.profile.name if request.profile else "Medicare"
        found.append(f"{payer} takes several NDCs as one line of units, so the line names none.")
    if ask_form and any(line.ndc and not line.ndc_quantity for line in lines):
        found.append(_no_quantity(lines))
    return [*found, *_ndc_of_profile(request.profile, lines)]


def _ndc_of_profile(profile: PayerProfile | None, lines: Sequence[ClaimLine]) -> Iterator[str]:
    """What the clinic's profile of the payer says of NDCs, where the lines are otherwise."""
    if profile is None:
        return
    named = any(line.ndc for line in lines)
    if profile.ndc_required and not named:
        yield f"{profile.name} wants the NDC with a drug: enter it beside the size (payer profile)."
    if profile.ndc_required is False and named:
        yield f"{profile.name} wants no NDC: leave it off the claim (payer profile)."
    taken = profile.ndc_qualifiers
    units = {line.ndc_quantity.unit for line in lines if line.ndc_quantity}
    if taken and not units <= set(taken):
        other = ", ".join(sorted(units - set(taken)))
        yield (
            f"{profile.name} takes the NDC in {' or '.join(taken)} alone, not in {other} "
            "(payer profile)."
        )


def _no_quantity(lines: Sequence[ClaimLine]) -> str:
    """Why an NDC stands there without how much of the product."""
    if any(line.ndc_quantity for line in lines):
        return (
            "Payers differ in how a discarded part of a container is counted beside the NDC (UN): "
            "ask, before the JW line gets a quantity."
        )
    return (
        "How much of the product stands beside the NDC follows from its form: choose it, and for a "
        "liquid enter the size with its volume, such as 400 mg/16 mL."
    )


def _sharing(worked: Worked) -> str | None:
    if worked.request.shared is None or worked.request.vial_type == "multi-dose":
        return None
    return (
        "A single-dose container is for one patient, unless its label or the pharmacy's way of "
        "preparing it allows more: check that. The waste is billed for the last patient alone."
    )


def _unknown_containers(worked: Worked) -> str | None:
    if worked.left is not None:
        return None
    if not worked.rule.applies or worked.request.dos < worked.dates.jz_required:
        return "The containers are not known, so neither is the waste: enter what was opened."
    return (
        "The containers are not known, so neither is the waste, and the line still lacks JW or JZ: "
        "enter what was opened."
    )


def _small_dose(worked: Worked) -> str | None:
    for each in worked.containers:
        if worked.dose.scaled <= each.size.scaled // _VERY_LITTLE:
            return (
                f"{shown(worked.dose.amount)} out of {each.size.content} is very little: "
                "check the units of both."
            )
    return None


def _less_would_do(worked: Worked) -> str | None:
    if worked.suggested or not worked.left or worked.request.shared:
        return None
    better = opened.less_would_do(worked.containers, worked.at_hand, worked.dose)
    if not better:
        return None
    less = shown(worked.physical(opened.total(better)))
    return (
        f"Less would have done: {opened.listed(better)}, {less} instead of "
        f"{shown(worked.physical(worked.content))}. Avoidable waste may not be paid."
    )


def _date(worked: Worked) -> str | None:
    if not worked.rule.applies or worked.discarded_units is None:
        return None
    return waste.date_note(worked.discarded_units, worked.request.dos, worked.dates)


def _skin_substitute(worked: Worked) -> str | None:
    told = worked.request.product_class is not None or worked.request.vial_type == "multi-dose"
    late = worked.request.dos >= worked.dates.skin_as_supply
    if told or not late or not waste.is_skin_substitute(worked.code):
        return None
    return (
        f"From {worked.dates.skin_as_supply} JW and JZ stay only with skin substitutes licensed as "
        "biologics (BLA): choose the class of this product."
    )


def _payer(request: UnitsRequest) -> str | None:
    payer, profile = request.payer, request.profile
    if payer == "medicare":
        return None
    if profile is not None and profile.jw_jz is not None:
        return f"{profile.name}: {_STANCES[profile.jw_jz]} (payer profile)."
    return f"JW and JZ are Medicare's rule: whether {_PAYERS[payer]} wants them, the contract says."
