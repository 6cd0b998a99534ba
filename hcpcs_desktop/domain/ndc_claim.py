"""The NDC part of a drug's claim line: unit and quantity, and the strings of the claim forms.

Sources: NUCC 1500 manual, item 24; Medicare Claims Processing Manual ch. 26; X12 837P loop 2410.
That of the UB-04 (form locator 43) is general knowledge.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from math import ceil
from typing import Literal, get_args

from hcpcs_desktop.domain import ndc, strength
from hcpcs_desktop.domain.inputs import InputError, amount, one_of, unit_amount
from hcpcs_desktop.domain.ndc_unit import PAPER_WIDTH, NdcUnit
from hcpcs_desktop.domain.quantity import EACH, Quantity, QuantityError
from hcpcs_desktop.domain.strength import Strength

Form = Literal["liquid", "powder", "topical"]
FORMS: tuple[Form, ...] = get_args(Form)

MILLILITER = Quantity.parse("1 mL")
GRAM = Quantity.parse("1 g")
_FINEST = Decimal("0.001")
_TOO_MUCH = 10**8
_DIGITS = Context(prec=60, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class NdcClaimRequest:
    """A dose of a product; amounts as text (``400 mg``) or as quantities.

    ``concentration`` is the strength of a liquid or a cream (``25 mg/mL``, ``10%``), ``vial`` the
    content of a container (``440 mg``; of a liquid also ``400 mg/16 mL``).
    """

    dose: str | Quantity
    form: Form
    billing_unit: str | Quantity | None = None
    concentration: str | None = None
    vial: str | None = None
    ndc: str | None = None


@dataclass(frozen=True, slots=True)
class Edi:
    """The elements of the electronic claim, loop 2410, as text."""

    lin02: str
    lin03: str
    ctp04: str
    ctp05_1: str


@dataclass(frozen=True, slots=True)
class NdcClaim:
    """What goes on the claim; the strings are None where no usable NDC was given."""

    hcpcs_units: int | None
    ndc_unit: NdcUnit
    ndc_quantity: Decimal
    ndc11: str | None
    cms1500: str | None
    ub04: str | None
    edi: Edi | None
    notes: tuple[str, ...]


def compute(request: NdcClaimRequest) -> NdcClaim:
    """Work out the NDC quantity of a dose; raises InputError for an input that makes no sense."""
    one_of("form", request.form, FORMS)
    dose = amount("dose", request.dose)
    product = _strength(request)
    unit, exact = _measured(request, dose, product)
    quantity = rounded(exact)
    reading = ndc.read(request.ndc) if request.ndc else None
    ndc11 = reading.ndc11 if reading is not None else None
    claimed = _text(quantity)
    notes = _notes(quantity, exact, claimed)
    if reading is not None and ndc11 is None:
        notes.append(f"The NDC cannot go on a claim as it is. {reading.message}")
    return NdcClaim(
        hcpcs_units=_hcpcs_units(request, dose, product),
        ndc_unit=unit,
        ndc_quantity=quantity,
        ndc11=ndc11,
        cms1500=cms1500(ndc11, unit, claimed) if ndc11 else None,
        ub04=ub04(ndc11, unit, claimed) if ndc11 else None,
        edi=Edi("N4", ndc11, claimed, unit) if ndc11 else None,
        notes=tuple(notes),
    )


def cms1500(ndc11: str, unit: NdcUnit, quantity: str) -> str:
    """The shaded part of item 24: three blanks stand between the NDC and its quantity."""
    return f"N4{ndc11}   {unit}{quantity}"


def ub04(ndc11: str, unit: NdcUnit, quantity: str) -> str:
    """Form locator 43 of the drug's line, without blanks."""
    return f"N4{ndc11}{unit}{quantity}"


def _strength(request: NdcClaimRequest) -> Strength | None:
    """The strength as given, or as the content of the container tells it."""
    percent_of = "100 g" if request.form == "topical" else "100 mL"
    if request.concentration:
        return strength.parse("concentration", request.concentration, percent_of)
    if request.vial and strength.is_strength(request.vial):
        return strength.parse("vial", request.vial, percent_of)
    return None


def _measured(
    request: NdcClaimRequest, dose: Quantity, product: Strength | None
) -> tuple[NdcUnit, Fraction]:
    """The unit that the form is claimed in, and how many of it the dose is, not rounded yet."""
    if request.form == "powder":
        return "UN", Fraction(_containers(request, dose, product))
    if _is_volume(dose):
        return "ML", dose / MILLILITER
    if product is not None:
        unit: NdcUnit = "ML" if _is_volume(product.product) else "GR"
        return unit, _of_product(dose, product, MILLILITER if unit == "ML" else GRAM)
    if request.form == "topical":
        return "GR", _divided("dose", dose, GRAM)
    raise InputError(
        "concentration", "a liquid is claimed by volume: enter its strength, such as 25 mg/mL."
    )


def _containers(request: NdcClaimRequest, dose: Quantity, product: Strength | None) -> int:
    """How many containers of powder the dose takes; one that was begun counts whole."""
    if dose.unit.measure == EACH.measure:
        return ceil(Fraction(dose.amount))
    if not request.vial:
        raise InputError("vial", "a powder is claimed by the vial: enter what one holds.")
    content = amount("vial", request.vial) if product is None else product.drug
    return ceil(_divided("vial", dose, content))


def _of_product(dose: Quantity, product: Strength, unit: Quantity) -> Fraction:
    """How much product holds the dose."""
    times = _divided("concentration", dose, product.drug)
    return times * _divided("concentration", product.product, unit)


def _hcpcs_units(request: NdcClaimRequest, dose: Quantity, product: Strength | None) -> int | None:
    """The dose in billing units, rounded up; a dose by volume counts by what it holds."""
    if request.billing_unit is None:
        return None
    unit = unit_amount(request.billing_unit)
    if product is not None and _is_volume(dose) and not _is_volume(unit):
        drug = (dose / product.product) * _divided("billing_unit", product.drug, unit)
        return ceil(drug)
    return ceil(_divided("billing_unit", dose, unit))


def _is_volume(quantity: Quantity) -> bool:
    return quantity.unit.measure == MILLILITER.unit.measure


def _divided(field: str, quantity: Quantity, by: Quantity) -> Fraction:
    try:
        return quantity / by
    except QuantityError as error:
        raise InputError(field, str(error)) from error


def rounded(exact: Fraction) -> Decimal:
    """At most three decimals, and never nothing: that is what a claim can carry.

    Raises InputError for more than a claim can carry.
    """
    decimal = _DIGITS.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    rounded = max(decimal.quantize(_FINEST, context=_DIGITS), _FINEST)
    if rounded >= _TOO_MUCH:
        raise InputError("dose", "this is more than a claim can carry: check the units.")
    return rounded


def _text(quantity: Decimal) -> str:
    """A quantity as claims have it: a decimal point, no needless zeros."""
    return f"{quantity:f}".rstrip("0").rstrip(".")


def _notes(quantity: Decimal, exact: Fraction, claimed: str) -> list[str]:
    notes = []
    if Fraction(quantity) != exact:
        notes.append(f"The quantity is rounded to three decimals: {claimed}.")
    if len(claimed) > PAPER_WIDTH:
        notes.append(f"{claimed} is longer than the {PAPER_WIDTH} places of the paper form.")
    return notes
