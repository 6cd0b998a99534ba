"""The strength of a product: so much drug in so much product (``400 mg/16 mL``, ``10%``)."""

import re
from dataclasses import dataclass

from hcpcs_desktop.domain.inputs import InputError, amount
from hcpcs_desktop.domain.quantity import Quantity

_DIVIDED = re.compile(r"\s*/\s*|\s+(?:per|in)\s+", re.IGNORECASE)
_PERCENT = re.compile(r"([^%]+)%")


@dataclass(frozen=True, slots=True)
class Strength:
    """So much ``drug`` in so much ``product``, which is a volume or, of a cream, a mass."""

    drug: Quantity
    product: Quantity


def is_strength(text: str) -> bool:
    """Whether the text gives one amount in another, or a percentage."""
    return "%" in text or _DIVIDED.search(" ".join(text.split())) is not None


def parse(field: str, text: str, percent_of: str = "100 mL") -> Strength:
    """Read ``400 mg/16 mL``, ``200 mcg per mL`` or ``10%``; raises InputError.

    A percentage is grams in 100 mL, or in another ``percent_of`` (100 g of a cream).
    """
    text = " ".join(text.split())
    percent = _PERCENT.fullmatch(text)
    if percent is not None:
        return Strength(amount(field, f"{percent[1].strip()} g"), amount(field, percent_of))
    parts = _DIVIDED.split(text)
    if len(parts) != 2:
        raise InputError(
            field, f'"{text[:40]}" is not a strength: write it as 25 mg/mL, 400 mg/16 mL or 10%.'
        )
    drug, product = parts
    counted = product if product[:1].isdigit() or product[:1] == "." else f"1 {product}"
    return Strength(amount(field, drug), amount(field, counted))
