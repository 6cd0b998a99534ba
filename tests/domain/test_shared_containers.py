"""Containers shared by patients: the waste is billed for the last one alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from tests.domain.units_of_today import compute

SHARED = UnitsRequest(
    code="J9043",
    billing_unit="1 mg",
    dose="20 mg",
    opened=("60 mg",),
    vial_type="single-dose",
    dos=date(2025, 6, 10),
    shared="last patient",
    given_to_others="30 mg",
)


def lines(result: UnitsResult) -> list[tuple[str, int]]:
    return [("".join(line.modifiers), line.units) for line in result.lines]


def test_the_last_patient_carries_what_is_left() -> None:
    result = compute(SHARED)
    assert lines(result) == [("", 20), ("JW", 10)]
    assert str(result.discarded_amount) == "10 mg"
    assert "to whom 30 mg was given; 10 mg discarded" in result.record_sentence
    (container,) = result.containers
    assert (str(container.given), str(container.discarded)) == ("20 mg", "10 mg")


def test_a_patient_before_carries_no_waste() -> None:
    result = compute(replace(SHARED, shared="another patient follows", given_to_others=None))
    assert lines(result) == [("JZ", 20)]
    assert "kept for a further patient" in result.record_sentence
    assert any("last patient alone" in note for note in result.notes)


def test_containers_that_others_emptied_are_none_of_this_patient() -> None:
    result = compute(replace(SHARED, opened=("60 mg", "60 mg"), given_to_others="70 mg"))
    assert lines(result) == [("", 20), ("JW", 30)]
    assert sum(each.count for each in result.containers) == 1


def test_the_suggestion_holds_the_doses_of_all() -> None:
    result = compute(replace(SHARED, opened=(), vials=("60 mg",), given_to_others="50 mg"))
    assert result.vials_used == {"60 mg": 2}
    assert lines(result) == [("", 20), ("JW", 50)]


def test_a_multi_dose_container_is_always_shared() -> None:
    assert lines(compute(replace(SHARED, vial_type="multi-dose"))) == [("", 20)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"given_to_others": "50 mg"}, "opened"),
        ({"given_to_others": "60 mg"}, "opened"),
        ({"given_to_others": "1 mL"}, "given_to_others"),
        ({"given_to_others": "0 mg"}, "given_to_others"),
        ({"given_to_others": None}, "given_to_others"),
        ({"shared": None}, "shared"),
        ({"shared": "first"}, "shared"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as refusal:
        compute(replace(SHARED, **changes))
    assert refusal.value.field == field


@given(st.integers(1, 90), st.integers(1, 89))
def test_all_patients_together_are_billed_no_more_than_was_opened(first: int, second: int) -> None:
    opened = ("60 mg", "30 mg")
    assume(first + second <= 90)
    before = compute(
        replace(
            SHARED,
            dose=f"{first} mg",
            opened=opened,
            shared="another patient follows",
            given_to_others=None,
        )
    )
    last = compute(
        replace(SHARED, dose=f"{second} mg", opened=opened, given_to_others=f"{first} mg")
    )
    assert sum(units for result in (before, last) for _, units in lines(result)) == 90
