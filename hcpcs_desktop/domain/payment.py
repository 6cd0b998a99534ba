"""What Medicare is expected to pay for a line of a drug, and what the patient pays of it.

Source: CMS ASP pricing files (limit for one billing unit, co-insurance percentage). An estimate:
deductible, sequestration and the contractor's own rules are not in it.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hcpcs_desktop.domain.price import PaymentLimit
from hcpcs_desktop.domain.quantity import Quantity, QuantityError

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Estimate:
    """US dollars to the cent: the payment, and the patient's ``share`` of it where it is known."""

    payment: Decimal
    share: Decimal | None


def estimate(units: int, limit: PaymentLimit) -> Estimate | None:
    """The payment for so many billing units; None where CMS prints no limit."""
    if limit.limit is None:
        return None
    payment = units * limit.limit
    share = None if limit.coinsurance is None else payment * limit.coinsurance / 100
    return Estimate(_to_the_cent(payment), None if share is None else _to_the_cent(share))


def is_for(limit: PaymentLimit, billing_unit: Quantity) -> bool:
    """Whether a limit is for this billing unit."""
    try:
        return Quantity.parse(limit.dosage) / billing_unit == 1
    except QuantityError:
        return False


def _to_the_cent(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)
