"""What a line of a drug is expected to bring."""

from decimal import Decimal

import pytest

from hcpcs_desktop.domain.payment import Estimate, estimate, is_for
from hcpcs_desktop.domain.price import PaymentLimit
from hcpcs_desktop.domain.quantity import Quantity

JEVTANA = PaymentLimit("J9043", "Cabazitaxel injection", "1 MG", Decimal("227.277"), Decimal(20))


def test_units_times_limit_and_the_share_of_it() -> None:
    assert estimate(38, JEVTANA) == Estimate(Decimal("8636.53"), Decimal("1727.31"))
    assert estimate(22, JEVTANA) == Estimate(Decimal("5000.09"), Decimal("1000.02"))


def test_the_share_is_that_of_the_payment_before_rounding() -> None:
    limit = PaymentLimit("J0000", "", "1 MG", Decimal("0.025"), Decimal(20))
    assert estimate(1, limit) == Estimate(Decimal("0.03"), Decimal("0.01"))


def test_what_cms_does_not_print_is_not_known() -> None:
    assert estimate(38, PaymentLimit("J0000", "", "1 MG", None)) is None
    found = estimate(38, PaymentLimit("J0000", "", "1 MG", Decimal(1)))
    assert found == Estimate(Decimal("38.00"), None)


@pytest.mark.parametrize(
    ("dosage", "unit", "fits"),
    [
        ("1 MG", "1 mg", True),
        ("0.001 G", "1 mg", True),
        ("10 MG", "1 mg", False),
        ("1 ML", "1 mg", False),
        ("", "1 mg", False),
    ],
)
def test_a_limit_is_for_one_billing_unit(dosage: str, unit: str, fits: bool) -> None:
    limit = PaymentLimit("J0000", "", dosage, Decimal(1))
    assert is_for(limit, Quantity.parse(unit)) is fits
