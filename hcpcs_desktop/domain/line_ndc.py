"""How much of a product a claim line of a drug is for, and its string for the claim.

A liquid is counted by its volume, a powder by the containers that were opened, a cream by its
mass. A powder's containers stand on the line of what was given; how a discarded part of one is
counted differs by payer, so a JW line of a powder has none.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from hcpcs_desktop.domain.claim_lines import Billed, ClaimLine
from hcpcs_desktop.domain.ndc_claim import GRAM, MILLILITER, Form, rounded
from hcpcs_desktop.domain.ndc_unit import NdcQuantity, NdcUnit
from hcpcs_desktop.domain.opened import Size
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.scaled import physical

_MEASURED: Mapping[Form, tuple[NdcUnit, Quantity]] = {
    "liquid": ("ML", MILLILITER),
    "topical": ("GR", GRAM),
}


def quantity(
    billed: Billed, form: Form | None, unit: Quantity, volumes: Mapping[int, Quantity]
) -> NdcQuantity | None:
    """How much of the product; None where it cannot be known.

    ``unit`` is the billing unit; ``volumes`` are those of the sizes (by their labels) that do not
    tell theirs.
    """
    share = billed.share
    if form is None or share.ndc is None:
        return None
    if form == "powder":
        known = share.containers and not billed.discarded
        return NdcQuantity("UN", Decimal(share.containers)) if known else None
    qualifier, of = _MEASURED[form]
    amount = share.discarded if billed.discarded else share.given
    if unit.unit.measure == of.unit.measure:
        return NdcQuantity(qualifier, rounded(physical(amount, unit.unit, of.unit) / of))
    volume = _volume(share.size, volumes)
    if share.size is None or volume is None or volume.unit.measure != of.unit.measure:
        return None
    return NdcQuantity(qualifier, rounded(Fraction(amount, share.size.label) * (volume / of)))


def _volume(size: Size | None, volumes: Mapping[int, Quantity]) -> Quantity | None:
    if size is None:
        return None
    return size.volume or volumes.get(size.label)


def claim_line(code: str | None, billed: Billed, counted: NdcQuantity | None) -> ClaimLine:
    """The line with all that is known of it."""
    return ClaimLine(code, billed.modifiers, billed.units, billed.share.ndc, counted)
