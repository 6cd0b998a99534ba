"""Places of service: real ones, in time, and fitting what is billed."""

from datetime import date

import pytest

from hcpcs_desktop.domain.checklist import Payer, Setting
from tests.domain.claim_cases import check, found, line, rules

RULE = "pos_inconsistent"


def _severity(
    code: str,
    pos: str,
    *modifiers: str,
    payer: Payer = "medicare",
    setting: Setting | None = None,
    dos: date = date(2025, 3, 3),
) -> str | None:
    report = check(line(code, 1, *modifiers, pos=pos, dos=dos), payer=payer, setting=setting)
    told = [each.severity for each in found(report, RULE)]
    assert len(told) <= 1
    return told[0] if told else None


@pytest.mark.parametrize(
    ("code", "pos", "severity"),
    [
        ("S9327", "12", None),
        ("S9327", "11", "warning"),
        ("S9327", "49", "warning"),
        ("S9327", "21", "error"),
        ("S9327", "22", "warning"),
        ("S9123", "21", None),
        ("J9043", "11", None),
        ("J9043", "12", None),
        ("J9043", "19", "error"),
        ("J9043", "21", "error"),
        ("J9043", "22", "error"),
        ("J9043", "23", "error"),
        ("J9043", "24", "error"),
        ("E0260", "12", None),
        ("E0260", "13", None),
        ("E0260", "21", "error"),
        ("E0260", "31", "error"),
        ("E0260", "32", "warning"),
        ("J8501", "22", None),
        ("Q4101", "22", "error"),
        ("E0260", "11", "warning"),
        ("L1832", "31", None),
        ("96413", "21", None),
    ],
)
def test_places_for_what_is_billed(code: str, pos: str, severity: str | None) -> None:
    assert _severity(code, pos) == severity


@pytest.mark.parametrize(
    ("pos", "severity"), [("98", "warning"), ("ZZ", "error"), ("123", "error"), ("00", "warning")]
)
def test_places_that_are_none(pos: str, severity: str) -> None:
    assert _severity("99213", pos) == severity


@pytest.mark.parametrize("pos", ["", "  ", "1", "01", " 11 "])
def test_places_as_they_are_typed(pos: str) -> None:
    assert _severity("99213", pos) is None


@pytest.mark.parametrize(
    ("pos", "first"),
    [
        ("10", date(2022, 1, 1)),
        ("19", date(2016, 1, 1)),
        ("27", date(2023, 10, 1)),
        ("58", date(2020, 1, 1)),
    ],
)
def test_a_place_before_its_first_day(pos: str, first: date) -> None:
    before = date.fromordinal(first.toordinal() - 1)
    assert _severity("99213", pos, dos=before) == "error"
    assert _severity("99213", pos, dos=first) is None


def test_drugs_of_the_facility_itself_are_right() -> None:
    assert _severity("J9043", "22", setting="outpatient_hospital") is None
    assert _severity("J9043", "24", setting="asc") is None
    assert _severity("J9043", "22", setting="practitioner") == "error"


def test_settings_have_their_places() -> None:
    assert _severity("96413", "11", setting="asc") == "warning"
    assert _severity("96413", "11", setting="outpatient_hospital") == "warning"
    assert _severity("96413", "11", setting="practitioner") is None


def test_other_payers_may_see_it_otherwise() -> None:
    assert _severity("J9043", "22", payer="commercial") == "warning"
    assert _severity("E0260", "31", payer="medicaid") == "warning"


def test_the_infusion_suite_is_not_the_home() -> None:
    assert _severity("S9327", "11", "SS", payer="commercial") is None
    assert _severity("S9327", "12", "SS", payer="commercial") == "error"


def test_equipment_is_known_by_its_letter_without_a_record() -> None:
    assert _severity("E0000", "31") == "error"


def test_every_rule_about_places_has_been_tried() -> None:
    assert {rule.name for rule in rules().place_rules} == {
        "home infusion per diem", "infusion suite", "drug of a practitioner", "equipment at home",
        "surgical center", "outpatient hospital",
    }  # fmt: skip
