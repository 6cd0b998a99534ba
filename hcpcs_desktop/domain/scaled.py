"""Amounts of one drug as whole numbers, so that all of its arithmetic is that of integers.

A scaled amount counts 10**40ths of the unit in which the billing unit is given. That is finer than
any amount that can be typed, and than a dose worked out from a body surface.
"""

from decimal import Context, Decimal

from hcpcs_desktop.domain.inputs import InputError, amount
from hcpcs_desktop.domain.quantity import Quantity, QuantityError, Unit

_DECIMALS = 40
_DIGITS = Context(prec=200)
FINEST_TYPED = Decimal("1e-9")
"""The finest amount that can be typed."""


def measure(field: str, given: str | Quantity, unit: Unit) -> tuple[Quantity, int]:
    """An amount, as a quantity and scaled; raises InputError where that cannot be told."""
    quantity = amount(field, given)
    try:
        in_unit = quantity if quantity.unit == unit else quantity.to(unit)
    except QuantityError as error:
        example = Quantity(Decimal(1), unit)
        reason = f"{error} Give it as the billing unit is given, such as {example}."
        raise InputError(field, reason) from error
    return quantity, int(_DIGITS.scaleb(in_unit.amount, _DECIMALS))


def physical(scaled: int, of: Unit, unit: Unit) -> Quantity:
    """An amount scaled in one unit, as a quantity in a unit of the same measure.

    Exact, but that an amount with more decimals than can be typed is rounded to those: only a dose
    worked out from a body surface has them.
    """
    exact = _DIGITS.scaleb(Decimal(scaled), of.power - unit.power - _DECIMALS)
    rounded = exact.quantize(FINEST_TYPED, context=_DIGITS)
    return Quantity(rounded.normalize(_DIGITS), unit)
