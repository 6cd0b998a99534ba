"""The unit qualifiers of an NDC quantity, and whether one is valid together with a quantity.

Sources: NUCC 1500 manual and X12 837P (all five); Medicare Claims Processing Manual ch. 26 (all but
ME).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NdcUnit = Literal["F2", "GR", "ME", "ML", "UN"]

NDC_UNITS: dict[NdcUnit, str] = {
    "ML": "milliliter",
    "UN": "unit, each",
    "GR": "gram",
    "F2": "international unit",
    "ME": "milligram",
}
"""The qualifiers and what they mean."""

_NUMBER = re.compile(r"([0-9]+)(?:\.([0-9]+))?|\.([0-9]+)")
_MOST_DECIMALS = 3
_MOST_WHOLE_DIGITS = 8
PAPER_WIDTH = 6
"""The places that Medicare's paper form has for a quantity."""


@dataclass(frozen=True, slots=True)
class NdcQuantity:
    """How much of a product, in a unit of claims."""

    unit: NdcUnit
    quantity: Decimal

    @property
    def number(self) -> str:
        """The quantity as claims have it: a decimal point, no needless zeros."""
        text = f"{self.quantity:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class UnitCheck:
    """Whether a unit and a quantity can go on a claim; ``warning`` where some payers refuse."""

    valid: bool
    warning: bool
    message: str


def check(unit: str, quantity: str) -> UnitCheck:
    """Check a unit qualifier and a quantity as they would stand on the claim; never raises."""
    qualifier = unit.strip().upper()
    if qualifier not in NDC_UNITS:
        return _invalid(f'"{unit[:20]}" is no unit qualifier: use one of {", ".join(NDC_UNITS)}.')
    fault = _fault(quantity.strip())
    if fault is not None:
        return _invalid(fault)
    caution = _caution(qualifier, quantity.strip())
    meant = f"{quantity.strip()} {qualifier} ({NDC_UNITS[qualifier]})"
    return UnitCheck(True, caution is not None, f"{meant} is valid. {caution or ''}".rstrip())


def _invalid(message: str) -> UnitCheck:
    return UnitCheck(False, False, message)


def _fault(quantity: str) -> str | None:
    """What is wrong with the number, as a sentence."""
    found = _NUMBER.fullmatch(quantity)
    if found is None:
        return (
            f'"{quantity[:20]}" is no quantity: digits and at most one decimal point, '
            "without comma or sign."
        )
    if not quantity.strip("0."):
        return "The quantity must be more than zero."
    if len(found[2] or found[3] or "") > _MOST_DECIMALS:
        return f"{quantity[:20]} has more than {_MOST_DECIMALS} decimals: round it."
    if len(found[1] or "") > _MOST_WHOLE_DIGITS:
        return f"{quantity[:20]}... has more than {_MOST_WHOLE_DIGITS} digits before the point."
    return None


def _caution(qualifier: str, quantity: str) -> str | None:
    """Why some payers refuse what is valid."""
    if qualifier == "ME":
        return "Medicare and some other payers do not take ME: claim GR, ML or UN there."
    if qualifier == "UN" and quantity.partition(".")[2].strip("0"):
        return "UN counts whole items: check the fraction."
    if len(quantity) > PAPER_WIDTH:
        return f"It is longer than the {PAPER_WIDTH} places of the paper form."
    return None
