"""Figures that are told once and named elsewhere."""

from datetime import date

import pytest

from hcpcs_desktop.domain.fact import Fact, Facts

FACTS = Facts(
    (
        Fact("jz_required", "2023-07-01", "JZ is required.", "CMS"),
        Fact("appeal", "120 days", "Appeal in time.", "42 CFR 405.942"),
    )
)


def test_a_text_gets_the_values_it_names() -> None:
    assert FACTS.fill("since {jz_required}, within {appeal}") == "since 2023-07-01, within 120 days"


def test_other_braces_stay() -> None:
    assert FACTS.fill('{ code = "00" }') == '{ code = "00" }'


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError, match="jw_required"):
        FACTS.fill("since {jw_required}")


def test_a_date_and_a_number_can_be_reckoned_with() -> None:
    assert FACTS.date("jz_required") == date(2023, 7, 1)
    assert FACTS.number("appeal") == 120


def test_a_name_stands_once() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        Facts((FACTS["appeal"], FACTS["appeal"]))
