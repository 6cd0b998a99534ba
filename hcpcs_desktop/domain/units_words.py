"""The unit calculation in words: the steps and the sentence for the record."""

import re
from collections.abc import Sequence
from decimal import Context, Decimal

from hcpcs_desktop.domain import opened
from hcpcs_desktop.domain.claim_lines import Share
from hcpcs_desktop.domain.inputs import Step
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.shared_containers import SOURCE
from hcpcs_desktop.domain.units_worked import Worked
from hcpcs_desktop.domain.waste import MANUAL

_ROUNDING_UP = "CGS on drug units: up to the nearest whole number"
_ROUNDING_DOWN = f"American College of Rheumatology on JW; {MANUAL}"
_CHOICE = "CGS on drug units: the smallest combination that holds the dose"
NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_UNITS = re.compile(r"\bunits\b", re.IGNORECASE)
_READABLE = Decimal("0.0001")
_DIGITS = Context(prec=120)


def steps(worked: Worked) -> list[Step]:
    """The arithmetic and the rules, in the order in which a person would go through them."""
    found = [_opened(worked), _overfill(worked), _shared(worked), _given(worked), _left(worked)]
    found += [worked.rule.step, _modifier(worked)]
    return [step for step in found if step is not None]


def ndc_steps(shares: Sequence[Share]) -> list[Step]:
    """That the lines are apart by NDC, where they are."""
    if len(shares) < 2:
        return []
    text = "One line for each NDC; their units add up to those of the whole."
    return [Step(text, "most state Medicaid programs; other payers by contract")]


def record_sentence(worked: Worked) -> str:
    """The sentence for the patient's record."""
    given = f"{shown(worked.dose.amount)} given"
    if worked.given < worked.dose.scaled:
        given = f"{given}, overfill included,"
    if not worked.containers:
        return f"{given}."
    sizes = " and ".join(sized(each.count, each.size.typed) for each in worked.containers)
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
    return f"{of}; {shown(left)} discarded and not given to any patient."


def sized(count: int, size: str) -> str:
    """So many containers of a size: ``two 100 mg``, ``one 200 unit``, ``12 × 100 mg``.

    A unit that is a word is in the singular, and two numbers in figures are kept apart.
    """
    return f"{_in_words(count)} {_UNITS.sub('unit', size)}"


def _opened(worked: Worked) -> Step | None:
    if not worked.containers:
        return None
    what = f"{opened.listed(worked.containers)}, {shown(worked.physical(worked.content))} in all"
    if worked.suggested:
        return Step(f"Least to open: {what}.", _CHOICE)
    return Step(f"Opened: {what}; this governs.", f"{MANUAL}: the record shows what was opened")


def _overfill(worked: Worked) -> Step | None:
    if worked.request.overfill is None:
        return None
    text = "Overfill is never billed, neither as given nor as discarded."
    if worked.given < worked.dose.scaled:
        text = (
            f"{shown(worked.dose.amount)} was given with overfill; the labels' content is billed."
        )
    return Step(text, f"{MANUAL}; FDA labelling: the label is the limit")


def _had(worked: Worked) -> str:
    """What the other patients had, as the sentence goes on."""
    if not worked.to_others:
        return ""
    return f", to whom {shown(worked.physical(worked.to_others))} was given"


def _shared(worked: Worked) -> Step | None:
    if worked.request.shared is None or worked.request.vial_type == "multi-dose":
        return None
    if worked.request.shared == "last patient":
        had = shown(worked.physical(worked.to_others)) if worked.containers else "what they had"
        return Step(f"Given to other patients before: {had}; the rest is this claim's.", SOURCE)
    return Step("Another patient follows: nothing is discarded on this claim.", SOURCE)


def _given(worked: Worked) -> Step:
    billed = worked.dose.amount
    if worked.given < worked.dose.scaled:
        billed = worked.physical(worked.given)
    exact = _number(worked, worked.given)
    whole = worked.administered_units
    rounding = "" if worked.given % worked.unit_scaled == 0 else f", rounded up to {whole:,}"
    return Step(f"Given: {shown(billed)} ÷ {worked.unit} = {exact}{rounding}.", _ROUNDING_UP)


def _left(worked: Worked) -> Step | None:
    left, units = worked.discarded_amount, worked.discarded_units
    if left is None or units is None or worked.request.vial_type == "multi-dose":
        return None
    if left.amount == 0:
        return Step("Left over: nothing.", _ROUNDING_DOWN)
    exact = _number(worked, worked.left or 0)
    rounding = "" if exact == f"{units:,}" else f", rounded down to {units:,}"
    return Step(f"Left over: {shown(left)} ÷ {worked.unit} = {exact}{rounding}.", _ROUNDING_DOWN)


def _modifier(worked: Worked) -> Step | None:
    left = worked.discarded_amount
    if not worked.rule.applies or left is None:
        return None
    if worked.modifier == "JW":
        return Step("What was discarded goes on its own line with JW; no line has JZ.", MANUAL)
    if worked.modifier == "JZ" and left.amount:
        text = f"{shown(left)} is less than one billing unit: one line with JZ, never JW."
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


def shown(quantity: Quantity) -> str:
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
    return NUMBER_WORDS[count] if count < len(NUMBER_WORDS) else f"{count} ×"
