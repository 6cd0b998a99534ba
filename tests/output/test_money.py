"""Payment limits in words."""

from datetime import date
from decimal import Decimal

import pytest

from hcpcs_desktop.domain.price import ListedLimit, PaymentLimit
from hcpcs_desktop.output import money

LIMIT = PaymentLimit("J9043", "Cabazitaxel", "1 MG", Decimal("227.277"), Decimal("20.000"))


def test_an_amount_keeps_its_three_places() -> None:
    assert money.dollars(Decimal("1234.5")) == "$ 1,234.500"
    assert money.dollars(None) == "–"


def test_a_limit_says_what_it_is_for() -> None:
    assert money.per_unit(LIMIT) == "$ 227.277 per 1 MG"
    assert money.per_unit(PaymentLimit("J1", "", "", Decimal(1))) == "$ 1.000"
    assert money.per_unit(PaymentLimit("J1", "", "", None)) == "No limit printed"


def test_the_patients_share_is_a_percentage_of_the_limit() -> None:
    assert money.coinsurance(LIMIT) == "20 %, $ 45.455 of each unit"
    assert money.coinsurance(PaymentLimit("J1", "", "", None, Decimal(0))) == "0 %"
    assert money.coinsurance(PaymentLimit("J1", "", "", Decimal(1))) == ""


@pytest.mark.parametrize(
    ("release", "words", "short"),
    [
        ("2025-10", "October to December 2025", "Q4 2025"),
        ("2026-01", "January to March 2026", "Q1 2026"),
    ],
)
def test_a_quarter_is_named_by_its_months(release: str, words: str, short: str) -> None:
    assert money.quarter(ListedLimit(release, LIMIT)) == words
    assert money.short_quarter(release) == short


def test_a_limit_that_is_not_of_the_days_quarter_says_so() -> None:
    listed = ListedLimit("2025-10", LIMIT)
    assert money.other_quarter(listed, date(2025, 12, 31)) == ""
    for day in (date(2025, 9, 30), date(2026, 1, 1), date(2024, 10, 1)):
        expected = f"not the quarter of {day}, which no file in the library has"
        assert money.other_quarter(listed, day) == expected


def test_other_limits_and_remarks_are_told() -> None:
    vaccine = PaymentLimit("90653", "", "", None, vaccine_limit=Decimal(98), notes="See there")
    blood = PaymentLimit("P9041", "", "", None, blood_limit=Decimal(1), clotting_factor=True)
    assert money.remarks(vaccine) == ("As a vaccine: $ 98.000.", "CMS notes: See there.")
    assert money.remarks(blood) == (
        "As a blood product: $ 1.000.",
        "Clotting factor: a furnishing fee comes on top.",
    )
    assert money.remarks(LIMIT) == ()
