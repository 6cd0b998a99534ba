"""Body surface area from height and weight, and the dose that follows from it.

Sources: Mosteller, N Engl J Med 1987;317:1098; Du Bois, Arch Intern Med 1916;17:863; Haycock,
J Pediatr 1978;93:62.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import Literal, get_args

from hcpcs_desktop.domain.inputs import InputError, Step, amount, one_of
from hcpcs_desktop.domain.quantity import EACH, Quantity

Formula = Literal["mosteller", "dubois", "haycock"]

FORMULAS: tuple[Formula, ...] = get_args(Formula)

_WORKING = Context(prec=60)
_RESULT = Context(prec=28)
_CENTIMETERS: dict[str, Fraction] = {
    **dict.fromkeys(("cm", "centimeter", "centimeters"), Fraction(1)),
    **dict.fromkeys(("m", "meter", "meters"), Fraction(100)),
    **dict.fromkeys(("in", "inch", "inches", '"'), Fraction("2.54")),
    **dict.fromkeys(("ft", "foot", "feet", "'"), Fraction("30.48")),
}
_KILOGRAMS: dict[str, Fraction] = {
    **dict.fromkeys(("kg", "kilogram", "kilograms"), Fraction(1)),
    **dict.fromkeys(("g", "gram", "grams"), Fraction(1, 1000)),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), Fraction("0.45359237")),
}
_PARTS = re.compile(r"""([0-9.,]+)\s*([a-z]+\.?|'|")\s*""", re.IGNORECASE)
_FEET_AND_BARE = re.compile(r"""(?<=['t])(\s*[0-9.]+)$""", re.IGNORECASE)
"""Inches without their unit after feet: 5'10 and 5 ft 10."""
_QUOTES = str.maketrans({"\u2019": "'", "\u2032": "'", "\u201d": '"', "\u2033": '"'})
_PER = re.compile(r"\s*/\s*|\s+per\s+", re.IGNORECASE)
_SQUARE_METER = frozenset({"m2", "m²", "m^2", "sq m", "square meter", "square metre"})
_KILOGRAM = frozenset({"kg", "kilogram"})

_SHORTEST, _TALLEST = 25, 260
_LIGHTEST, _HEAVIEST = Fraction(3, 10), 500
_THINNEST, _STOUTEST = 6, 200
_LONGEST_TEXT = 100
_CHECK = "Check the number and its unit."
_LEAST_CAP, _LARGEST_CAP = Decimal("0.1"), Decimal(5)


@dataclass(frozen=True, slots=True)
class BsaRequest:
    """Height (``170 cm``, ``5 ft 7 in``), weight (``70 kg``, ``154 lb``), and how to reckon.

    ``dose_per_m2`` is ``20 mg/m2``; where it says so (``6 mg/kg``), the dose is by weight.
    ``bsa_cap`` is the largest surface in square metres that the regimen doses by.
    """

    height: str
    weight: str
    formula: Formula
    dose_per_m2: str | None = None
    bsa_cap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BsaResult:
    """Surface in square metres, not rounded; ``bsa_used`` is capped; ``dose`` not rounded."""

    bsa: Decimal
    bsa_used: Decimal
    dose: Quantity | None
    steps: tuple[Step, ...]
    notes: tuple[str, ...]

    @property
    def dose_mg(self) -> Decimal | None:
        """The dose in milligrams; None without a dose, or where it is not a mass."""
        milligram = Quantity.parse("1 mg").unit
        if self.dose is None or self.dose.unit.measure != milligram.measure:
            return None
        return self.dose.to(milligram).amount


@dataclass(frozen=True, slots=True)
class _Rate:
    """A dose for each square metre, or for each kilogram."""

    amount: Quantity
    by_weight: bool


@dataclass(frozen=True, slots=True)
class _Method:
    """A formula: name, publication, and the surface from centimetres and kilograms."""

    name: str
    source: str
    surface: Callable[[Decimal, Decimal], Decimal]


def compute(request: BsaRequest) -> BsaResult:
    """Surface and dose; raises InputError for what cannot be read or can hardly be meant."""
    one_of("formula", request.formula, FORMULAS)
    centimeters = _measure("height", request.height, _CENTIMETERS, "170 cm")
    kilograms = _measure("weight", request.weight, _KILOGRAMS, "70 kg")
    _check_plausible(request, centimeters, kilograms)
    method = _METHODS[request.formula]
    weight = _decimal(kilograms)
    surface = method.surface(_decimal(centimeters), weight)
    used = surface if request.bsa_cap is None else min(surface, _cap(request.bsa_cap))
    steps = [Step(f"{method.name}: {_shown(surface)} m².", method.source)]
    if used < surface:
        steps.append(Step(f"Capped at {_shown(used)} m².", "the regimen's own limit"))
    dose = None
    if request.dose_per_m2 is not None:
        rate = _rate(request.dose_per_m2)
        dose = _dose(rate, weight if rate.by_weight else used)
        steps.append(_dose_step(rate, weight if rate.by_weight else used, dose))
    note = f"Other formulas give other surfaces: the record must name {method.name}."
    return BsaResult(_RESULT.plus(surface), _RESULT.plus(used), dose, tuple(steps), (note,))


def _mosteller(height: Decimal, weight: Decimal) -> Decimal:
    return _WORKING.divide(_WORKING.sqrt(_WORKING.multiply(height, weight)), Decimal(60))


def _dubois(height: Decimal, weight: Decimal) -> Decimal:
    return _product("0.007184", (height, "0.725"), (weight, "0.425"))


def _haycock(height: Decimal, weight: Decimal) -> Decimal:
    return _product("0.024265", (height, "0.3964"), (weight, "0.5378"))


def _product(factor: str, *powers: tuple[Decimal, str]) -> Decimal:
    product = Decimal(factor)
    for base, exponent in powers:
        product = _WORKING.multiply(product, _WORKING.power(base, Decimal(exponent)))
    return product


_METHODS: dict[Formula, _Method] = {
    "mosteller": _Method("Mosteller", "Mosteller, N Engl J Med 1987;317:1098", _mosteller),
    "dubois": _Method("DuBois", "Du Bois, Arch Intern Med 1916;17:863", _dubois),
    "haycock": _Method("Haycock", "Haycock, J Pediatr 1978;93:62", _haycock),
}


def _measure(field: str, text: str, units: Mapping[str, Fraction], example: str) -> Fraction:
    """Read a length or weight, also in parts (``5 ft 7 in``), as the first of the units."""
    given = _FEET_AND_BARE.sub(r"\1 in", text.strip().translate(_QUOTES))
    parts = _PARTS.findall(given) if len(given) <= _LONGEST_TEXT else []
    try:
        if len(parts) not in (1, 2) or _PARTS.sub("", given):
            raise KeyError(given)
        found = [
            (
                Fraction(amount(field, f"{number} {EACH.name}").amount),
                units[unit.lower().rstrip(".")],
            )
            for number, unit in parts
        ]
        _check_parts(found)
        return sum((number * unit for number, unit in found), Fraction(0))
    except (KeyError, InputError) as error:
        raise InputError(
            field, f'"{text[:40]}" cannot be read: write a number and a unit, such as {example}.'
        ) from error


def _check_parts(parts: Sequence[tuple[Fraction, Fraction]]) -> None:
    """Of two parts the first is whole, and the second is less than one of it: no 5 ft 13 in.

    Raises KeyError for what cannot be read.
    """
    if len(parts) == 2:
        (whole, large), (rest, small) = parts
        if whole.denominator != 1 or small >= large or rest * small >= large:
            raise KeyError(rest)


def _check_plausible(request: BsaRequest, centimeters: Fraction, kilograms: Fraction) -> None:
    """Ask about what no patient is likely to measure; raises InputError."""
    height, weight = request.height.strip(), request.weight.strip()
    if not _SHORTEST <= centimeters <= _TALLEST:
        raise InputError("height", f"is the patient really {height} tall? {_CHECK}")
    if not _LIGHTEST <= kilograms <= _HEAVIEST:
        raise InputError("weight", f"does the patient really weigh {weight}? {_CHECK}")
    if not _THINNEST <= kilograms * 10_000 / centimeters**2 <= _STOUTEST:
        raise InputError(
            "weight",
            f"does the patient really weigh {weight} at a height of {height}? "
            "The two may be swapped, or a digit missing.",
        )


def _cap(cap: Decimal) -> Decimal:
    if not (cap.is_finite() and _LEAST_CAP <= cap <= _LARGEST_CAP):
        raise InputError("bsa_cap", f"is {cap} m² really the cap? Enter one such as 2.2.")
    return cap


def _rate(text: str) -> _Rate:
    """Read ``20 mg/m2`` or ``6 mg/kg``."""
    parts = _PER.split(" ".join(text.split()))
    per = " ".join(parts[-1].casefold().split())
    if len(parts) != 2 or per not in {*_SQUARE_METER, *_KILOGRAM}:
        raise InputError(
            "dose_per_m2", f'"{text[:40]}" cannot be read: write it as 20 mg/m2 or 6 mg/kg.'
        )
    return _Rate(amount("dose_per_m2", parts[0]), per in _KILOGRAM)


def _dose(rate: _Rate, times: Decimal) -> Quantity:
    product = _RESULT.plus(_WORKING.multiply(rate.amount.amount, times))
    return Quantity(product, rate.amount.unit)


def _dose_step(rate: _Rate, times: Decimal, dose: Quantity) -> Step:
    per = "kg" if rate.by_weight else "m²"
    given = f"{rate.amount}/{per} × {_shown(times)} {per}"
    shown = _shown(dose.amount)
    exactly = "nothing rounded" if Decimal(shown) == dose.amount else "rounded only as shown here"
    return Step(f"{given} = {shown} {dose.unit.plural}; {exactly}.", "the order")


def _decimal(number: Fraction) -> Decimal:
    return _WORKING.divide(Decimal(number.numerator), Decimal(number.denominator))


def _shown(number: Decimal) -> str:
    """A number for people to read: three decimals at most."""
    return f"{number.quantize(Decimal('0.001'), context=_WORKING):f}".rstrip("0").rstrip(".")
