"""Units against dose and containers, through the unit calculation of the app."""

import pytest

from tests.domain.claim_cases import check, found, line, only

RULE = "units_dose_mismatch"


@pytest.mark.parametrize(
    ("units", "dose", "right"),
    [
        (49, "490 mg", True),
        (49, "481 mg", True),
        (490, "490 mg", False),
        (48, "490 mg", False),
        (49, "0.49 g", True),
        (49, "480 mg", False),
    ],
)
def test_units_are_the_dose_by_the_billing_unit_rounded_up(
    units: int, dose: str, right: bool
) -> None:
    assert bool(found(check(line("J9305", units, "JZ", dose=dose)), RULE)) is not right


def test_the_right_units_are_told() -> None:
    finding = only(check(line("J9305", 490, "JZ", dose="490 mg")), RULE)
    assert "49 units" in finding.do
    assert (finding.severity, finding.rarc) == ("error", ("M53",))


@pytest.mark.parametrize("units", [None, 0, -1, "4.5", "NaN"])
def test_a_claim_takes_whole_units(units: str | int | None) -> None:
    assert found(check(line("J9043", units, "JZ")), RULE)


def test_a_billing_unit_that_is_told_goes_before_the_description() -> None:
    assert not found(check(line("J9043", 5, "JZ", dose="50 mg", billing_unit="10 mg")), RULE)
    assert found(check(line("J9043", 50, "JZ", dose="50 mg", billing_unit="10 mg")), RULE)


def test_without_a_billing_unit_it_is_said_not_to_be_checked() -> None:
    report = check(line("J3490", 1, "JZ", dose="50 mg", drug="x"))
    assert not found(report, RULE)
    assert any("no billing unit" in each for each in report.not_checked)


@pytest.mark.parametrize("dose", ["50 mL", "much", "-5 mg", "4,5 mg"])
def test_a_dose_that_cannot_be_compared_is_said(dose: str) -> None:
    report = check(line("J9043", 50, "JZ", dose=dose))
    assert not found(report, RULE)
    assert any("against the dose" in each for each in report.not_checked)


def test_more_given_than_opened() -> None:
    report = check(line("J9043", 70, "JZ", dose="70 mg", vials_opened=("60 mg",)))
    assert "cannot come out of" in only(report, RULE).message


def test_the_jw_line_has_what_was_left() -> None:
    given = line("J9043", 49, dose="49 mg", vials_opened=("60 mg",))
    assert not found(check(given, line("J9043", 11, "JW")), RULE)
    wrong = only(check(given, line("J9043", 12, "JW")), RULE)
    assert (wrong.line, "11 units" in wrong.do) == (2, True)


def test_less_than_a_unit_is_never_jw() -> None:
    given = line("J9305", 1, dose="7 mg", vials_opened=("10 mg",))
    wrong = only(check(given, line("J9305", 1, "JW")), RULE)
    assert "Take the JW line off" in wrong.do


def test_a_jw_line_alone_with_dose_and_containers() -> None:
    alone = line("J9043", 11, "JW", dose="49 mg", vials_opened=("60 mg",))
    assert not found(check(alone), RULE)
    assert found(check(line("J9043", 12, "JW", dose="49 mg", vials_opened=("60 mg",))), RULE)


def test_lines_for_two_sizes_are_taken_together_or_apart() -> None:
    together = [
        line("J9305", 50, "JZ", dose="500 mg"),
        line("J9305", 10, "JZ", dose="100 mg"),
    ]
    assert not found(check(*together), RULE)
    swapped = [
        line("J9305", 51, "JZ", dose="500 mg"),
        line("J9305", 10, "JZ", dose="100 mg"),
    ]
    assert only(check(*swapped), RULE).line == 1


def test_a_dose_told_once_or_on_every_line_counts_once() -> None:
    once = [line("J9305", 40, "JZ", dose="600 mg"), line("J9305", 20, "JZ")]
    assert not found(check(*once), RULE)
    twice = [line("J9305", 40, "JZ", dose="600 mg"), line("J9305", 20, "JZ", dose="600 mg")]
    assert not found(check(*twice), RULE)


def test_doses_of_different_measures_are_not_added() -> None:
    report = check(line("J9305", 40, "JZ", dose="400 mg"), line("J9305", 20, "JZ", dose="8 mL"))
    assert not found(report, RULE)
    assert any("against the dose" in each for each in report.not_checked)


def test_without_a_dose_no_more_than_was_opened() -> None:
    assert found(check(line("J9043", 61, "JZ", vials_opened=("60 mg",))), RULE)
    assert not found(check(line("J9043", 60, "JZ", vials_opened=("60 mg",))), RULE)


def test_a_multi_dose_container_is_billed_as_given() -> None:
    given = line("J9064", 45, dose="45 mg", vial_type="multi-dose", vials_opened=("60 mg",))
    assert not found(check(given), RULE)


def test_the_same_code_on_another_day_is_another_dose() -> None:
    one = line("J9043", 50, "JZ", dose="50 mg")
    other = line("J9043", 55, "JZ", dose="55 mg", dos=one.dos.replace(day=24))
    assert not found(check(one, other), RULE)
