"""The unit calculation in words: the steps, the notes, the sentence for the record."""

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal

from hcpcs_desktop.domain import ndc_shares, opened, waste
from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.claim_lines import ClaimLine, Share
from hcpcs_desktop.domain.inputs import Step
from hcpcs_desktop.domain.ndc_shares import NdcsBySize
from hcpcs_desktop.domain.opened import Fill
from hcpcs_desktop.domain.payer_profile import PayerProfile, Stance
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.shared_containers import SOURCE
from hcpcs_desktop.domain.units_request import UnitsRequest
from hcpcs_desktop.domain.units_worked import Worked
from hcpcs_desktop.domain.waste import MANUAL

_ROUNDING_UP = "CGS on drug units: up to the nearest whole number"
_ROUNDING_DOWN = f"American College of Rheumatology on JW; {MANUAL}"
_CHOICE = "CGS on drug units: the smallest combination that holds the dose"
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
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_READABLE = Decimal("0.0001")
_DIGITS = Context(prec=120)


def steps(worked: Worked) -> list[Step]:
    """The arithmetic and the rules, in the order in which a person would go through them."""
    found = [_opened(worked), _overfill(worked), _shared(worked), _given(worked), _left(worked)]
    found += [worked.rule.step, _modifier(worked)]
    return [step for step in found if step is not None]


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


def ndc_steps(shares: Sequence[Share]) -> list[Step]:
    """That the lines are apart by NDC, where they are."""
    if len(shares) < 2:
        return []
    text = "One line for each NDC; their units add up to those of the whole."
    return [Step(text, "most state Medicaid programs; other payers by contract")]


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


def record_sentence(worked: Worked) -> str:
    """The sentence for the patient's record."""
    given = f"{_shown(worked.dose.amount)} given"
    if worked.given < worked.dose.scaled:
        given = f"{given}, overfill included,"
    if not worked.containers:
        return f"{given}."
    sizes = " and ".join(f"{_in_words(each.count)} {each.size.typed}" for each in worked.containers)
    plural = "s" if sum(each.count for each in worked.containers) > 1 else ""
    of = f"{given} of {sizes} {worked.request.vial_type} {worked.request.container}{plural}"
    if worked.request.shared:
        of = f"{of} shared with other patients{_had(worked)}"
    left = worked.discarded_amount
    if worked.request.vial_type == "multi-dose" or left is None:
        return f"{of}."
    if worked.request.shared == "another patient follows":
        return f"{of}; what is left is kept for a further patient."
    if left.amount == 0:
        return f"{of}; nothing discarded."
    return f"{of}; {_shown(left)} discarded and not given to any patient."


def _opened(worked: Worked) -> Step | None:
    if not worked.containers:
        return None
    what = f"{opened.listed(worked.containers)}, {_shown(worked.physical(worked.content))} in all"
    if worked.suggested:
        return Step(f"Least to open: {what}.", _CHOICE)
    return Step(f"Opened: {what}; this governs.", f"{MANUAL}: the record shows what was opened")


def _overfill(worked: Worked) -> Step | None:
    if worked.request.overfill is None:
        return None
    text = "Overfill is never billed, neither as given nor as discarded."
    if worked.given < worked.dose.scaled:
        text = (
            f"{_shown(worked.dose.amount)} was given with overfill; the labels' content is billed."
        )
    return Step(text, f"{MANUAL}; FDA labelling: the label is the limit")


def _had(worked: Worked) -> str:
    """What the other patients had, as the sentence goes on."""
    if not worked.to_others:
        return ""
    return f", to whom {_shown(worked.physical(worked.to_others))} was given"


def _shared(worked: Worked) -> Step | None:
    if worked.request.shared is None or worked.request.vial_type == "multi-dose":
        return None
    if worked.request.shared == "last patient":
        had = _shown(worked.physical(worked.to_others)) if worked.containers else "what they had"
        return Step(f"Given to other patients before: {had}; the rest is this claim's.", SOURCE)
    return Step("Another patient follows: nothing is discarded on this claim.", SOURCE)


def _sharing(worked: Worked) -> str | None:
    if worked.request.shared is None or worked.request.vial_type == "multi-dose":
        return None
    return (
        "A single-dose container is for one patient, unless its label or the pharmacy's way of "
        "preparing it allows more: check that. The waste is billed for the last patient alone."
    )


def _given(worked: Worked) -> Step:
    billed = worked.dose.amount
    if worked.given < worked.dose.scaled:
        billed = worked.physical(worked.given)
    exact = _number(worked, worked.given)
    whole = worked.administered_units
    rounding = "" if worked.given % worked.unit_scaled == 0 else f", rounded up to {whole:,}"
    return Step(f"Given: {_shown(billed)} ÷ {worked.unit} = {exact}{rounding}.", _ROUNDING_UP)


def _left(worked: Worked) -> Step | None:
    left, units = worked.discarded_amount, worked.discarded_units
    if left is None or units is None or worked.request.vial_type == "multi-dose":
        return None
    if left.amount == 0:
        return Step("Left over: nothing.", _ROUNDING_DOWN)
    exact = _number(worked, worked.left or 0)
    rounding = "" if exact == f"{units:,}" else f", rounded down to {units:,}"
    return Step(f"Left over: {_shown(left)} ÷ {worked.unit} = {exact}{rounding}.", _ROUNDING_DOWN)


def _modifier(worked: Worked) -> Step | None:
    left = worked.discarded_amount
    if not worked.rule.applies or left is None:
        return None
    if worked.modifier == "JW":
        return Step("What was discarded goes on its own line with JW; no line has JZ.", MANUAL)
    if worked.modifier == "JZ" and left.amount:
        text = f"{_shown(left)} is less than one billing unit: one line with JZ, never JW."
        return Step(text, f"{MANUAL}; Noridian and Novitas on modifier JZ")
    if worked.modifier == "JZ":
        return Step(
            f"Nothing was discarded: JZ, required since {worked.dates.jz_required}.", "MM13056"
        )
    if worked.discarded_units:
        return None
    return Step(
        f"No modifier on {worked.request.dos}: JZ is required from {worked.dates.jz_required}.",
        "MM13056",
    )


def _unknown_containers(worked: Worked) -> str | None:
    if worked.left is not None:
        return None
    return "The containers are not known, so neither is the waste: enter what was opened."


def _small_dose(worked: Worked) -> str | None:
    for each in worked.containers:
        if worked.dose.scaled <= each.size.scaled // _VERY_LITTLE:
            return (
                f"{_shown(worked.dose.amount)} out of {each.size.content} is very little: "
                "check the units of both."
            )
    return None


def _less_would_do(worked: Worked) -> str | None:
    if worked.suggested or not worked.left or worked.request.shared:
        return None
    better = opened.less_would_do(worked.containers, worked.at_hand, worked.dose)
    if not better:
        return None
    less = _shown(worked.physical(opened.total(better)))
    return (
        f"Less would have done: {opened.listed(better)}, {less} instead of "
        f"{_shown(worked.physical(worked.content))}. Avoidable waste may not be paid."
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


def _shown(quantity: Quantity) -> str:
    """An amount for people to read: at most four decimals."""
    if quantity.amount == (readable := _readable(quantity.amount)):
        return str(quantity)
    return str(Quantity(readable, quantity.unit))


def _number(worked: Worked, scaled: int) -> str:
    """A number of billing units for people to read."""
    return f"{_readable(_DIGITS.divide(Decimal(scaled), Decimal(worked.unit_scaled))):,f}"


def _readable(number: Decimal) -> Decimal:
    """At most four decimals, and no needless zeros."""
    rounded = number.quantize(_READABLE, context=_DIGITS)
    return (rounded if rounded else number).normalize(_DIGITS)


def _in_words(count: int) -> str:
    return _NUMBER_WORDS[count] if count < len(_NUMBER_WORDS) else f"{count} ×"
