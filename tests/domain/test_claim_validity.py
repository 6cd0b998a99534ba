"""Whether codes exist, on their dates, and whether Medicare pays for them."""

from datetime import date

import pytest

from hcpcs_desktop.domain.checklist import Payer
from tests.domain.claim_cases import MadeUp, check, found, line, only


def test_an_unknown_code_is_an_error_where_a_release_is_there() -> None:
    assert only(check(line("J1234")), "code_unknown").severity == "error"
    assert not found(check(line("J9043")), "code_unknown")


@pytest.mark.parametrize(
    ("release", "severity"), [("", "warning"), ("2024-01", "warning"), ("2024-04", "error")]
)
def test_an_unknown_code_may_be_newer_than_the_library(release: str, severity: str) -> None:
    report = check(line("J1234"), known=MadeUp(newest_release=release))
    assert only(report, "code_unknown").severity == severity


def test_an_unknown_code_stops_no_other_check() -> None:
    report = check(line("J1234", 490, dose="49 mg", billing_unit="1 mg"))
    assert found(report, "code_unknown")
    assert found(report, "units_dose_mismatch")


@pytest.mark.parametrize("code", ["J904", "JJ043", "J9043A", "Jevtana"])
def test_what_has_the_form_of_no_code_is_unknown(code: str) -> None:
    assert only(check(line(code)), "code_unknown").severity == "error"


@pytest.mark.parametrize("code", ["96413", "0591T", "D0120"])
def test_codes_of_others_are_not_judged(code: str) -> None:
    report = check(line(code))
    assert not found(report, "code_unknown")
    assert any(code in each for each in report.not_checked)


def test_a_code_before_its_first_day() -> None:
    early = line("J9064", dos=date(2023, 9, 30))
    assert "2023-10-01" in only(check(early), "code_not_yet_effective").message
    on_time = line("J9064", dos=date(2023, 10, 1))
    assert not found(check(on_time), "code_not_yet_effective")


def test_a_code_after_its_last_day() -> None:
    late = only(check(line("J9027", dos=date(2031, 1, 1))), "code_discontinued")
    assert "2030-12-31" in late.message
    assert "J9999" in late.do
    assert late.carc == ("181",)
    assert not found(check(line("J9027", dos=date(2030, 12, 31))), "code_discontinued")


def test_dates_of_a_record_that_the_claim_brings_along() -> None:
    record = {"added": ("2024-01-01",), "termination": ("2024-12-31",)}
    before, within, after = (
        check(line("J0000", dos=day), record=record)
        for day in (date(2023, 12, 31), date(2024, 12, 31), date(2025, 1, 1))
    )
    assert found(before, "code_not_yet_effective")
    assert {each.rule for each in within.findings}.isdisjoint(
        {"code_unknown", "code_not_yet_effective", "code_discontinued"}
    )
    assert found(after, "code_discontinued")


def test_a_code_without_dates_is_said_not_to_be_checked() -> None:
    report = check(line("J0000"), record={"coverage": ("C",)})
    assert any("whether J0000 was valid" in each for each in report.not_checked)


@pytest.mark.parametrize(
    ("payer", "severity"),
    [
        ("medicare", "error"),
        ("medicare_advantage", "info"),
        ("medicaid", None),
        ("commercial", None),
        ("other", None),
    ],
)
def test_what_medicare_does_not_pay_depends_on_the_payer(
    payer: Payer, severity: str | None
) -> None:
    told = [each.severity for each in found(check(line("S9327"), payer=payer), RULE)]
    assert told == ([severity] if severity else [])


RULE = "not_payable_by_medicare"


@pytest.mark.parametrize(
    ("code", "remark"), [("S9327", "N448"), ("A9270", "N448"), ("J3520", "N425")]
)
def test_coverage_i_m_and_s(code: str, remark: str) -> None:
    assert remark in only(check(line(code)), RULE).rarc


@pytest.mark.parametrize("coverage", ["C", "D"])
def test_other_coverage_codes_pass(coverage: str) -> None:
    assert not found(check(line("S9327"), record={"coverage": (coverage,)}), RULE)


def test_a_record_overrides_coverage_for_its_code_alone() -> None:
    report = check(line("J9043"), line("J9064"), record={"coverage": ("I",)}, record_code="J9064")
    assert only(report, RULE).line == 2


def test_a_denial_that_is_wanted_is_only_noted() -> None:
    assert only(check(line("A9270", 1, "GY")), RULE).severity == "info"


def test_s_and_t_codes_without_record_are_not_medicares() -> None:
    assert only(check(line("T1000")), RULE).severity == "error"
    assert not found(check(line("J0001")), RULE)


def test_unknown_coverage_is_said() -> None:
    report = check(line("J0000"), record={"added": ("2020-01-01",)})
    assert any("coverage code" in each for each in report.not_checked)


@pytest.mark.parametrize("code", ["J0000", "X9999"])
def test_what_can_be_no_code_is_unknown_whatever_the_library(code: str) -> None:
    report = check(line(code, 1), known=MadeUp(newest_release=""))
    assert only(report, "code_unknown").severity == "error"
