"""Authorizations: there, in time, enough, and for what is billed."""

from datetime import date
from decimal import Decimal

import pytest

from hcpcs_desktop.domain.claim_request import Authorization
from tests.domain.claim_cases import DAY, check, found, line, only


def _given(
    start: date | None = None,
    end: date | None = None,
    units: Decimal | None = None,
    codes: tuple[str, ...] = (),
) -> Authorization:
    return Authorization("A1", start, end, units, codes)


@pytest.mark.parametrize("given", [None, Authorization(""), Authorization("  ")])
def test_one_that_is_wanted_and_missing(given: Authorization | None) -> None:
    report = check(line("J9305"), authorization_required=True, authorization=given)
    missing = only(report, "authorization_missing")
    assert (missing.severity, missing.carc) == ("error", ("197",))


def test_one_that_is_not_wanted_or_there() -> None:
    assert not found(check(line("J9305")), "authorization_missing")
    report = check(line("J9305"), authorization_required=True, authorization=_given())
    assert not [each for each in report.findings if each.rule.startswith("authorization")]


@pytest.mark.parametrize(
    ("start", "end", "expired"),
    [
        (DAY, DAY, False),
        (date(2025, 3, 4), date(2025, 9, 1), True),
        (date(2024, 9, 1), date(2025, 3, 2), True),
        (None, date(2025, 3, 2), True),
        (date(2025, 1, 1), None, False),
        (None, None, False),
    ],
)
def test_the_date_of_service_lies_within(
    start: date | None, end: date | None, expired: bool
) -> None:
    report = check(line("J9305"), authorization=_given(start=start, end=end))
    assert bool(found(report, "authorization_expired")) is expired


def test_dates_are_of_the_lines_that_are_authorized() -> None:
    late = line("J2405", dos=date(2025, 12, 1))
    given = _given(end=date(2025, 6, 1), codes=("J9305",))
    report = check(line("J9305"), late, authorization=given)
    assert not found(report, "authorization_expired")


@pytest.mark.parametrize(("units", "exceeded"), [(59, True), (60, False)])
def test_units_of_all_lines_count_with_what_was_discarded(units: int, exceeded: bool) -> None:
    given = _given(units=Decimal(units), codes=("j9043",))
    lines = (line("J9043", 49), line("J9043", 11, "JW"), line("96413", 1))
    report = check(*lines, authorization=given)
    assert bool(found(report, "authorization_exceeded")) is exceeded


def test_earlier_claims_are_said_not_to_be_checked() -> None:
    report = check(line("J9043", 1), authorization=_given(units=Decimal(5)))
    assert any("earlier claims" in each for each in report.not_checked)


def test_another_product_of_the_drug() -> None:
    mismatch = only(
        check(line("J9314"), authorization=_given(codes=("J9305",))),
        "authorization_code_mismatch",
    )
    assert (mismatch.severity, mismatch.carc) == ("error", ("15", "197"))
    assert "same drug" in mismatch.message


def test_another_product_beside_the_authorized_one_is_an_error_too() -> None:
    lines = (line("J9305"), line("J9314"))
    report = check(*lines, authorization=_given(codes=("J9305",)))
    mismatch = only(report, "authorization_code_mismatch")
    assert (mismatch.line, mismatch.severity) == (2, "error")


def test_another_drug_beside_the_authorized_one_is_a_warning() -> None:
    lines = (line("J9305"), line("J2405"))
    report = check(*lines, authorization=_given(codes=("J9305",)))
    assert only(report, "authorization_code_mismatch").severity == "warning"


def test_what_is_authorized_and_level_one_lines_pass() -> None:
    lines = (line("j9305"), line("96413"))
    report = check(*lines, authorization=_given(codes=("J9305",)))
    assert not found(report, "authorization_code_mismatch")
