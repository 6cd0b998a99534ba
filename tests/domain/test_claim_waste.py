"""JW and JZ on a claim: missing, untrue, and both for one drug."""

from datetime import date

import pytest

from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.claim_request import Line
from hcpcs_desktop.domain.reference import CodeFacts
from tests.domain.claim_cases import MadeUp, check, found, line, only

MISSING, UNTRUE, BOTH = "missing_jw_jz", "jz_but_waste", "jw_jz_same_drug"


@pytest.mark.parametrize(
    ("payer", "dos", "severity"),
    [
        ("medicare", "2023-06-30", None),
        ("medicare", "2023-07-01", "warning"),
        ("medicare", "2023-09-30", "warning"),
        ("medicare", "2023-10-01", "error"),
        ("medicare_advantage", "2024-01-01", "info"),
        ("medicaid", "2024-01-01", "info"),
        ("commercial", "2024-01-01", "info"),
        ("other", "2024-01-01", "info"),
        ("commercial", "2023-06-30", None),
    ],
)
def test_a_missing_modifier_depends_on_payer_and_date(
    payer: Payer, dos: str, severity: str | None
) -> None:
    report = check(line("J9043", 60, dos=date.fromisoformat(dos)), payer=payer)
    assert [each.severity for each in found(report, MISSING)] == ([severity] if severity else [])


@pytest.mark.parametrize(
    "needs_none",
    [
        line("J9043", 1, "JZ"),
        line("J9043", 1, "JW"),
        line("J9043", 1, "J1"),
        line("J9043", 1, "GY"),
        line("J9043", vial_type="multi-dose"),
        line("J9043", pos="72"),
        line("S9327"),
        line("96413"),
        line("J8501"),
        line("Q2037"),
        line("Q4101", dos=date(2026, 1, 1)),
        line("A9606"),
    ],
)
def test_a_line_that_needs_none(needs_none: Line) -> None:
    assert not found(check(needs_none), MISSING)


def test_skin_substitutes_take_them_until_2026() -> None:
    assert found(check(line("Q4101", 1, dos=date(2025, 12, 31))), MISSING)


def test_a_tablet_with_a_stated_container_is_taken_at_its_word() -> None:
    assert found(check(line("J8501", 1, vial_type="single-dose")), MISSING)


def test_a_drug_without_record_is_known_by_its_letter() -> None:
    assert found(check(line("J0000")), MISSING)


class _Packaged(MadeUp):
    def code(self, code: str, on: date) -> CodeFacts | None:
        return CodeFacts(code, "valid", {}, frozenset({"drug"}), opps_status="N")


def test_a_packaged_drug_of_a_hospital_needs_none() -> None:
    packaged = line("J9043", 1)
    assert not found(check(packaged, known=_Packaged(), setting="outpatient_hospital"), MISSING)
    assert found(check(packaged, known=_Packaged(), setting="practitioner"), MISSING)


def test_the_advice_follows_from_what_was_opened() -> None:
    waste = check(line("J9043", 49, dose="49 mg", vials_opened=("60 mg",)))
    assert "11 units with JW" in only(waste, MISSING).do
    none = check(line("J9043", 60, dose="60 mg", vials_opened=("60 mg",)))
    assert "Add JZ" in only(none, MISSING).do
    unknown = check(line("J9043", 60))
    assert "JZ" in only(unknown, MISSING).do
    assert "JW" in only(unknown, MISSING).do


def test_beside_a_jw_line_the_other_has_none() -> None:
    report = check(line("J9043", 49), line("J9043", 11, "JW"))
    assert not found(report, MISSING)


def test_jz_stands_on_every_line_of_the_drug() -> None:
    report = check(line("J9043", 40, "JZ"), line("J9043", 20))
    assert only(report, MISSING).line == 2


def test_a_jw_line_on_another_day_does_not_count() -> None:
    report = check(line("J9043", 49), line("J9043", 11, "JW", dos=date(2025, 3, 4)))
    assert found(report, MISSING)


@pytest.mark.parametrize(
    ("code", "units", "dose", "vials", "untrue"),
    [
        ("J9043", 49, "49 mg", ("60 mg",), True),
        ("J9043", 60, "60 mg", ("60 mg",), False),
        ("J9305", 49, "481 mg", ("100 mg",) * 5, True),
        ("J9305", 50, "491 mg", ("500 mg",), False),
    ],
)
def test_jz_although_a_whole_unit_was_discarded(
    code: str, units: int, dose: str, vials: tuple[str, ...], untrue: bool
) -> None:
    report = check(line(code, units, "JZ", dose=dose, vials_opened=vials))
    assert bool(found(report, UNTRUE)) is untrue
    assert not found(report, MISSING)


def test_jz_without_known_containers_is_believed() -> None:
    assert not found(check(line("J9043", 49, "JZ", dose="49 mg")), UNTRUE)


def test_jw_and_jz_on_different_lines_of_one_drug() -> None:
    report = check(line("J9043", 49, "JZ"), line("J9043", 11, "JW"))
    assert only(report, BOTH).line == 1
    assert not found(report, "modifier_conflict")


def test_jw_and_jz_of_different_drugs_or_days_are_right() -> None:
    assert not found(check(line("J9043", 49, "JZ"), line("J9064", 11, "JW")), BOTH)
    later = line("J9043", 11, "JW", dos=date(2025, 3, 24))
    assert not found(check(line("J9043", 49, "JZ"), later), BOTH)


def test_jw_and_jz_on_one_line_are_a_conflict_of_modifiers() -> None:
    report = check(line("J9043", 49, "JW", "JZ"))
    assert found(report, "modifier_conflict")
    assert not found(report, BOTH)
