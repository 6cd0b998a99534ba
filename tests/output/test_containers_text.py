"""Opened containers in words."""

import pytest

from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import OpenedContainer
from hcpcs_desktop.domain.units_words import shown
from hcpcs_desktop.output.containers_text import described, opened


def of(text: str) -> Quantity:
    return Quantity.parse(text)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("36.362373716 mg", "36.3624 mg"),
        ("38 mg", "38 mg"),
        ("0.000000001 mg", "0.000000001 mg"),
        ("1,000,000 units", "1,000,000 units"),
        ("999999999999999999 mg", "999,999,999,999,999,999 mg"),
    ],
)
def test_an_amount_is_shown(typed: str, read: str) -> None:
    assert shown(of(typed)) == read


def test_containers_are_named_by_size() -> None:
    assert opened({"60 mg": 1}) == "one 60 mg vial"
    assert opened({"400 mg": 1, "100 mg": 12}) == "one 400 mg and 12 × 100 mg vials"
    assert opened({"200 units": 1}) == "one 200 unit vial"
    assert opened({"6 mg": 2}, "prefilled syringe") == "two 6 mg prefilled syringes"
    assert opened({}) == ""


def test_a_picture_is_told_in_sentences() -> None:
    full = OpenedContainer(3, of("100 mg"), of("100 mg"), of("0 mg"))
    rest = OpenedContainer(1, of("60 mg"), of("38 mg"), of("22 mg"))
    assert described((full, rest)) == (
        "Three of 100 mg: 100 mg given of each. One of 60 mg: 38 mg given, 22 mg discarded."
    )
    assert described(()) == ""
