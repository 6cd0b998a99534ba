"""Rentals, codes that exclude each other, diagnoses and administration."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hcpcs_desktop.domain.claim_request import Line
from tests.domain.claim_cases import DAY, check, found, line, only

MONTH, TOGETHER, DX, GIVEN = (
    "rental_month_missing", "code_combination", "diagnosis_missing", "administration_line_missing",
)  # fmt: skip


@pytest.mark.parametrize("month", ["KH", "KI", "KJ", "KR"])
def test_a_capped_rental_tells_its_month(month: str) -> None:
    assert only(check(line("E0260", 1, "RR")), MONTH).severity == "error"
    assert not found(check(line("E0260", 1, "RR", month)), MONTH)


@pytest.mark.parametrize(("code", "modifier"), [("E0570", "RR"), ("E0260", "NU")])
def test_other_rentals_and_sales_need_none(code: str, modifier: str) -> None:
    assert not found(check(line(code, 1, modifier)), MONTH)


def test_a_nutrition_pump_is_capped_too() -> None:
    assert only(check(line("B9004", 1, "RR")), MONTH).severity == "error"


def test_a_rental_of_unknown_category() -> None:
    assert only(check(line("E0000", 1, "RR")), MONTH).severity == "warning"
    report = check(line("A4000", 1, "RR"))
    assert not found(report, MONTH)
    assert any("capped rental" in each for each in report.not_checked)


def test_the_record_of_the_claim_tells_the_category() -> None:
    lines = (line("E0000", 1, "RR"),)
    assert only(check(*lines, record={"pricing": ("36",)}), MONTH).severity == "error"
    assert not found(check(*lines, record={"pricing": ("32",)}), MONTH)


def test_other_payers_may_not_want_the_month() -> None:
    assert only(check(line("E0260", 1, "RR"), payer="medicaid"), MONTH).severity == "warning"


@pytest.mark.parametrize(
    ("general", "exact"),
    [
        ("S9325", "S9326"),
        ("S9325", "S9328"),
        ("S9329", "S9330"),
        ("S9364", "S9368"),
        ("S9373", "S9374"),
        ("S9494", "S9504"),
        ("S9208", "S9347"),
        ("S9810", "S9327"),
    ],
)
def test_codes_that_exclude_each_other(general: str, exact: str) -> None:
    together = only(check(line(exact), line(general), payer="commercial"), TOGETHER)
    assert (together.line, together.severity) == (2, "error")
    assert exact in together.message


@pytest.mark.parametrize(
    "lines",
    [
        (line("S9325"), line("S9329")),
        (line("S9326"), line("S9327")),
        (line("S9325"), line("S9327", dos=date(2025, 3, 4))),
        (line("S9325"), line("S9325")),
    ],
)
def test_codes_that_do_not(lines: tuple[Line, ...]) -> None:
    assert not found(check(*lines, payer="commercial"), TOGETHER)


@pytest.mark.parametrize("dx", [(), ("",), ("  ", "")])
def test_a_line_without_diagnosis_is_noted(dx: tuple[str, ...]) -> None:
    assert only(check(line("J9043", 1, "JZ", dx=dx)), DX).severity == "info"
    assert not found(check(line("J9043", 1, "JZ", dx=("C61",))), DX)


def test_a_drug_that_nobody_gives_is_noted() -> None:
    drug = line("J9043", 1, "JZ")
    assert only(check(drug), GIVEN).severity == "info"
    assert not found(check(drug, line("96413")), GIVEN)
    assert found(check(drug, line("99213", 1, "25")), GIVEN)


def test_each_day_wants_a_line_of_its_own() -> None:
    days = [DAY, DAY + timedelta(days=7), DAY + timedelta(days=14)]
    lines = [replace(line("J9043", 1, "JZ"), dos=day) for day in (*days, days[2])]
    report = check(*lines, replace(line("96413"), dos=days[0]))
    assert [each.line for each in found(report, GIVEN)] == [2, 3]


def test_what_is_taken_by_mouth_wants_none() -> None:
    assert not found(check(line("J8501", 1)), GIVEN)


@pytest.mark.parametrize("modifier", ["KD", "RD"])
def test_a_drug_that_is_given_elsewhere_is_not(modifier: str) -> None:
    assert not found(check(line("J9043", 1, "JZ", modifier)), GIVEN)


def test_suppliers_give_no_drugs() -> None:
    assert not found(check(line("J9043", 1, "JZ"), setting="dme_supplier"), GIVEN)
    assert not found(check(line("E0260", 1, "NU")), GIVEN)
