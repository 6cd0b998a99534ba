"""Codes that are known beforehand, as lines of a list."""

from datetime import date

from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.listing import listed

ON = date(2020, 8, 3)


def test_codes_come_in_the_order_given_without_those_that_are_not_there(small: Library) -> None:
    found = listed(small, ["JW", "X0000", "J9310", "J9043"], ON)
    assert [(hit.code, hit.kind, hit.state) for hit in found] == [
        ("JW", "modifier", "valid"),
        ("J9310", "code", "discontinued"),
        ("J9043", "code", "valid"),
    ]
    assert [hit.is_drug for hit in found] == [False, True, True]
    assert found[2].short == "Cabazitaxel injection"
    assert listed(small, [], ON) == ()


def test_the_state_is_that_of_the_day(small: Library) -> None:
    (hit,) = listed(small, ["J9310"], date(2018, 12, 31))
    assert hit.state == "valid"


def test_a_code_that_a_guide_is_wrong_about_says_so(of_2020_and_2025: Library) -> None:
    assert [hit.has_conflict for hit in listed(of_2020_and_2025, ["J9027", "J9043"], ON)] == [
        True,
        False,
    ]
