"""From height and weight, as typed, to a surface and a dose, or to what is missing or wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from hcpcs_desktop.domain import bsa, units_words
from hcpcs_desktop.domain.bsa import BsaRequest, BsaResult, Formula
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.scaled import FINEST_TYPED
from hcpcs_desktop.ui.units.faults import sentence

FORMULA_WORDS: dict[Formula, str] = {
    "mosteller": "Mosteller",
    "dubois": "DuBois",
    "haycock": "Haycock",
}


@dataclass(frozen=True, slots=True)
class BsaEntries:
    """The fields as typed; ``dose`` is by square metre or by kilogram."""

    height: str = ""
    weight: str = ""
    formula: Formula = "mosteller"
    cap: str = ""
    dose: str = ""


@dataclass(frozen=True, slots=True)
class BsaOutcome:
    """The result, or why there is none: ``faults`` by field, ``missing`` in words."""

    result: BsaResult | None = None
    faults: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def work_out(entries: BsaEntries) -> BsaOutcome:
    """Work out the surface, and the dose where one is given."""
    missing = tuple(_missing(entries))
    if missing:
        return BsaOutcome(missing=missing)
    cap = entries.cap.strip()
    if cap and not _is_number(cap):
        return BsaOutcome(faults={"cap": "Enter the cap as a number of square meters, as 2.2."})
    request = BsaRequest(
        height=entries.height,
        weight=entries.weight,
        formula=entries.formula,
        dose_per_m2=entries.dose.strip() or None,
        bsa_cap=Decimal(cap) if cap else None,
    )
    try:
        return BsaOutcome(result=bsa.compute(request))
    except InputError as error:
        names = {"dose_per_m2": "dose", "bsa_cap": "cap"}
        return BsaOutcome(faults={names.get(error.field, error.field): sentence(error)})


def dose_text(result: BsaResult) -> str:
    """The dose as it can be typed, not rounded further than that; empty where there is none."""
    if result.dose is None:
        return ""
    return str(Quantity(result.dose.amount.quantize(FINEST_TYPED), result.dose.unit))


def for_record(entries: BsaEntries, result: BsaResult) -> str:
    """The sentence for the patient's record, which must name the formula."""
    capped = f", dosed by {result.bsa_used:.2f} m²" if result.bsa_used != result.bsa else ""
    dose = f"; dose {units_words.shown(result.dose)}" if result.dose else ""
    given = f" ({entries.dose.strip()})" if result.dose else ""
    return (
        f"Body surface area {result.bsa:.2f} m² by {FORMULA_WORDS[entries.formula]} "
        f"({entries.height.strip()}, {entries.weight.strip()}){capped}{dose}{given}."
    )


def _missing(entries: BsaEntries) -> Iterator[str]:
    if not entries.height.strip():
        yield "the height"
    if not entries.weight.strip():
        yield "the weight"


def _is_number(text: str) -> bool:
    whole, _, decimals = text.partition(".")
    return text.isascii() and (whole + decimals).isdigit()
