"""Exact amounts with units: read, shown, converted; across measures a conversion is refused.

Amounts are decimal numbers and ratios fractions; nothing is rounded anywhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache


class QuantityError(ValueError):
    """An amount that cannot be read or converted; its text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    ``power`` is the power of ten that leads from the smallest unit of the same ``measure`` to this
    one. ``spellings`` are further ways to write it, in lower case and without full stops.
    """

    name: str
    plural: str
    measure: str
    power: int = 0
    spellings: tuple[str, ...] = ()


CELL = Unit("cell", "cells", "number of cells")
EACH = Unit("each", "each", "count", 0, ("ea",))

_SQUARE_CENTIMETER = (
    *("square centimeter", "square centimeters", "square centimetre", "square centimetres"),
    *("square cm", "sqcm", "cm2", "cm²"),
    *("square cenitmeter", "square cenitmeters"),  # so printed by CMS for Q4208 and Q4314
)

MEASURED: tuple[Unit, ...] = (
    Unit("g", "g", "mass", 6, ("gram", "grams", "gm", "gms")),
    Unit("mg", "mg", "mass", 3, ("milligram", "milligrams")),
    Unit("mcg", "mcg", "mass", 0, ("microgram", "micrograms", "ug", "µg")),
    Unit("L", "L", "volume", 3, ("liter", "liters", "litre", "litres")),
    Unit("mL", "mL", "volume", 0, ("milliliter", "milliliters", "millilitre", "millilitres")),
    Unit("cc", "cc", "volume", 0, ("cubic centimeter", "cubic centimeters")),
    Unit("unit", "units", "activity", 0, ("u", "usp unit", "usp units")),
    Unit("IU", "IU", "activity", 0, ("international unit", "international units")),
    Unit("kiu", "kiu", "kallikrein inhibition"),
    Unit("mCi", "mCi", "radioactivity", 3, ("millicurie", "millicuries")),
    Unit("uCi", "uCi", "radioactivity", 0, ("microcurie", "microcuries", "µci")),
    Unit("sq cm", "sq cm", "area", 2, _SQUARE_CENTIMETER),
    Unit("sq mm", "sq mm", "area", 0, ("square millimeter", "square millimeters", "mm2", "mm²")),
    Unit("cm", "cm", "length", 1, ("centimeter", "centimeters", "centimetre", "centimetres")),
    Unit("mm", "mm", "length", 0, ("millimeter", "millimeters", "millimetre", "millimetres")),
    Unit("mEq", "mEq", "equivalents", 0, ("milliequivalent", "milliequivalents")),
    Unit("mmol", "mmol", "amount of substance", 0, ("millimole", "millimoles")),
    Unit("PFU", "PFU", "infectivity", 0, ("plaque forming unit", "plaque forming units")),
    Unit("vector genome", "vector genomes", "number of vector genomes"),
    Unit("day", "days", "time", 0, ("days of therapy", "day supply")),
    CELL,
)
"""Units of what is in a container. A unit and an international unit are one, as CMS has it: it
describes J2724 as 10 iu and prices it by 10 units."""

_TYPED: tuple[Unit, ...] = (
    Unit("ng", "ng", "mass", -3, ("nanogram", "nanograms")),
    Unit("million units", "million units", "activity", 6, ("mu", "miu", "million iu")),
)
"""Units that people type and no description prints."""

_THINGS = {
    "dose": "doses",
    "therapeutic dose": "therapeutic doses",
    "study dose": "study doses",
    "treatment dose": "treatment doses",
    "treatment": "treatments",
    "course of treatment": "courses of treatment",
    "infusion": "infusions",
    "instillation": "instillations",
    "study": "studies",
    "visit": "visits",
    "session": "sessions",
    "diem": "diem",
    "vial": "vials",
    "ampule": "ampules",
    "bottle": "bottles",
    "syringe": "syringes",
    "applicator": "applicators",
    "patch": "patches",
    "implant": "implants",
    "tablet": "tablets",
    "capsule": "capsules",
    "crucible": "crucibles",
    "source": "sources",
}
_DOSE = "dose"
COUNTED: tuple[Unit, ...] = (
    EACH,
    *(Unit(name, plural, EACH.measure) for name, plural in _THINGS.items()),
)
"""What is counted whole."""

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_TIMES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9}
NUMBER_PATTERN = rf"(?:one|{_NUMBER})(?:\s*(?:{'|'.join(_TIMES)})\b)?"
"""A number as CMS prints it, for a search: ``1,000``, ``.625``, ``3 million``, ``one hundred``."""

_AMOUNT = re.compile(
    rf"(?P<number>one\b|[0-9.,]+)\s*(?:(?P<times>{'|'.join(_TIMES)})\b)?\s*(?P<unit>.*)",
    re.IGNORECASE | re.ASCII,
)
_MOST_WHOLE_DIGITS = 18
_MOST_DECIMALS = 9
_MOST_DIGITS = 60
_EXACT = Context(prec=2 * _MOST_DIGITS)


def _key(spelling: str) -> str:
    return " ".join(spelling.casefold().replace(".", "").split())


def _ways_to_write(unit: Unit) -> tuple[str, ...]:
    return (unit.name, unit.plural, *unit.spellings)


_BY_SPELLING = {
    _key(spelling): unit
    for unit in (*MEASURED, *_TYPED, *COUNTED)
    for spelling in _ways_to_write(unit)
}


def unit_pattern(units: Iterable[Unit]) -> str:
    """A regular expression, for a search without regard to case, that fits the units' spellings."""
    spellings = {spelling.lower() for unit in units for spelling in _ways_to_write(unit)}
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    flexible = (r"\.?\s+".join(map(re.escape, spelling.split())) for spelling in longest_first)
    return "|".join(r"i\.?u\.?" if spelling == "iu" else spelling for spelling in flexible)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit, exact and not negative; raises QuantityError for any other."""

    amount: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse what is no amount, and what is too long to be one."""
        if not self.amount.is_finite() or self.amount.is_signed():
            raise QuantityError("An amount must be a number that is not negative.")
        if max(len(self.amount.as_tuple().digits), abs(self.amount.adjusted())) > _MOST_DIGITS:
            raise QuantityError("The amount is too large or too small to be real.")

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """Read ``45 mg``, ``1,000 units`` or ``0.5 mL``; raises QuantityError with the reason."""
        return _parsed(text)

    @classmethod
    def _read(cls, text: str) -> "Quantity":
        given = " ".join(text.split())
        shown = _quoted(given)
        if not given:
            raise QuantityError("The amount is empty: write a number and a unit, such as 45 mg.")
        if given[0] in "-\N{MINUS SIGN}":
            raise QuantityError(f"{shown} is negative: an amount cannot be.")
        found = _AMOUNT.fullmatch(given)
        if found is None:
            raise QuantityError(f"{shown} is not an amount: write a number first, such as 45 mg.")
        number = _number(found["number"].lower(), shown)
        times = _TIMES.get((found["times"] or "").lower(), 0)
        return cls(_EXACT.scaleb(number, times), _unit(found["unit"], shown))

    def __str__(self) -> str:
        """As people write it: ``1,000 units``, ``0.5 mL``, ``1 vial``; ``parse`` reads it back."""
        return f"{self.number} {self.unit.name if self.amount == 1 else self.unit.plural}"

    @property
    def number(self) -> str:
        """The number alone, thousands in groups and without needless zeros: ``1,000``, ``0.5``."""
        text = f"{self.amount:,f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def to(self, unit: Unit) -> "Quantity":
        """The same amount in another unit, exactly; raises QuantityError across measures."""
        self._check_measure(unit)
        return Quantity(_EXACT.scaleb(self.amount, self.unit.power - unit.power), unit)

    def __truediv__(self, other: "Quantity") -> Fraction:
        """How many times the other goes into this, exactly.

        Raises QuantityError across measures, and where the other is nothing.
        """
        self._check_measure(other.unit)
        if other.amount == 0:
            raise QuantityError(f"{self} cannot be divided by {other}.")
        ratio = Fraction(self.amount) / Fraction(other.amount)
        return ratio * Fraction(10) ** (self.unit.power - other.unit.power)

    def _check_measure(self, unit: Unit) -> None:
        if self.unit.measure != unit.measure:
            raise QuantityError(
                f"{self} cannot be given in {unit.plural}: "
                f"one measures {self.unit.measure}, the other {unit.measure}."
            )
        if unit.measure == EACH.measure and not _counts_the_same(self.unit, unit):
            raise QuantityError(
                f"{self} cannot be given in {unit.plural}: how many make one is not known."
            )


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Quantity:
    """Read once: a batch, and one keystroke after the other, ask for the same sizes and units."""
    return Quantity._read(text)


def _counts_the_same(one: Unit, other: Unit) -> bool:
    """Whether two counted units are one: a dose is a study dose, too."""
    doses = _DOSE in (one.name, other.name) and all(
        each.name.endswith(_DOSE) for each in (one, other)
    )
    return one == other or EACH in (one, other) or doses


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= 40 else f'"{text[:40]}..."'


def _number(text: str, shown: str) -> Decimal:
    if text == "one":
        return Decimal(1)
    if re.fullmatch(_NUMBER, text) is None:
        raise QuantityError(_number_fault(text, shown))
    digits = text.replace(",", "")
    whole, _, decimals = digits.partition(".")
    if len(whole) > _MOST_WHOLE_DIGITS or len(decimals) > _MOST_DECIMALS:
        raise QuantityError(
            f"{shown} is too long: at most {_MOST_WHOLE_DIGITS} digits before "
            f"and {_MOST_DECIMALS} after the decimal point."
        )
    return Decimal(digits)


def _number_fault(text: str, shown: str) -> str:
    if "," in text:
        return (
            f"{shown} can be read in two ways: write a decimal point, as in 4.5, "
            "and commas only between thousands, as in 4,500."
        )
    return f"{shown} is not an amount: {_quoted(text)} is not a number."


def _unit(text: str, shown: str) -> Unit:
    key = _key(text)
    if not key:
        raise QuantityError(f"{shown} has no unit: write one after the number, such as mg.")
    unit = _BY_SPELLING.get(key)
    if unit is None:
        raise QuantityError(
            f"{shown} has a unit that is not known here: {_quoted(text)}. "
            "Known are g, mg, mcg, L, mL, units, IU, mCi, uCi, sq cm, mEq and others."
        )
    return unit
