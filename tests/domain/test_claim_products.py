"""Drug, NDC and code belong together; unclassified codes are described."""

import pytest

from hcpcs_desktop.domain.claim_rules.products import drug_words
from tests.domain.claim_cases import MadeUp, check, found, line, only

DRUG, NDC, CODE, NOC = (
    "drug_code_mismatch", "ndc_invalid", "ndc_code_mismatch", "noc_needs_description",
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "drug", "severity"),
    [
        ("J9043", "cabazitaxel", None),
        ("J9043", "Cabazitaxel 60 mg vial", None),
        ("J9043", "60 mg cabazitaxel", None),
        ("J9043", "Jevtana", None),
        ("J9027", "cabazitaxel", "error"),
        ("J9064", "Jevtana", "error"),
        ("J9027", "Elixir", "warning"),
        ("J9043", "cabazitaxel (Jevtana)", None),
        ("J9064", "cabazitaxel (Jevtana)", "error"),
        ("J9064", "cabazitaxel (sandoz)", None),
        ("J9035", "bevacizumab", None),
        ("Q5107", "bevacizumab-awwb", None),
        ("Q5107", "Mvasi", None),
        ("Q5107", "bevacizumab", "warning"),
        ("J9035", "bevacizumab-awwb", "error"),
        ("J9305", "pemetrexed disodium", None),
        ("J2405", "ondansetron", None),
    ],
)
def test_the_drug_that_was_given(code: str, drug: str, severity: str | None) -> None:
    told = [each.severity for each in found(check(line(code, 1, "JZ", drug=drug)), DRUG)]
    assert told == ([severity] if severity else [])


def test_the_right_codes_are_named() -> None:
    mismatch = only(check(line("J9027", 1, "JZ", drug="cabazitaxel")), DRUG)
    assert "J9043 and J9064" in mismatch.do
    assert "clofarabine" in mismatch.message


def test_a_code_without_description_is_not_compared() -> None:
    report = check(line("J0000", 1, "JZ", drug="cabazitaxel"))
    assert not found(report, DRUG)
    assert any("J0000 is for cabazitaxel" in each for each in report.not_checked)


@pytest.mark.parametrize(
    ("text", "words"),
    [("60 mg Jevtana vial", "Jevtana"), ("pemetrexed, 500 mg", "pemetrexed"), ("5 mL", "")],
)
def test_words_of_a_drug(text: str, words: str) -> None:
    assert drug_words(text) == words


@pytest.mark.parametrize(
    ("typed", "severity"),
    [
        ("50242-0061-01", None),
        ("50242006101", None),
        ("N450242006101", None),
        ("50242-061-01", None),
        ("0002759701", "error"),
        ("50242-0061", "error"),
        ("123456-7890-12", "error"),
        ("50242x06101", "error"),
        ("1234-123-12", "warning"),
    ],
)
def test_ndcs_as_typed(typed: str, severity: str | None) -> None:
    told = [each.severity for each in found(check(line("J9035", 1, "JZ", ndc=typed)), NDC)]
    assert told == ([severity] if severity else [])


def test_an_ndc_under_another_code() -> None:
    known = MadeUp(ndcs={"50242006101": frozenset({"J9035"})})
    other = only(check(line("J9043", 1, "JZ", ndc="50242-0061-01"), known=known), CODE)
    assert (other.severity, "J9035" in other.do) == ("error", True)
    assert not found(check(line("J9035", 1, "JZ", ndc="50242006101"), known=known), CODE)


def test_an_ndc_of_several_codes() -> None:
    known = MadeUp(ndcs={"50242006101": frozenset({"J9035", "C9257"})})
    assert not found(check(line("J9035", 1, "JZ", ndc="50242006101"), known=known), CODE)


def test_an_ndc_that_the_crosswalk_lacks_is_only_noted() -> None:
    report = check(line("J9043", 1, "JZ", ndc="50242006101"), known=MadeUp(ndcs={}))
    assert only(report, CODE).severity == "info"


def test_without_a_crosswalk_it_is_said() -> None:
    report = check(line("J9043", 1, "JZ", ndc="50242006101"))
    assert not found(report, CODE)
    assert any("crosswalk" in each for each in report.not_checked)


def test_medicaid_wants_an_ndc() -> None:
    assert only(check(line("J9043", 1), payer="medicaid"), "ndc_missing").severity == "warning"
    assert not found(check(line("J9043", 1, "JZ")), "ndc_missing")
    assert not found(check(line("E0260", 1), payer="medicaid"), "ndc_missing")


@pytest.mark.parametrize("code", ["J3490", "E1399", "J9999"])
def test_an_unclassified_code_needs_a_description(code: str) -> None:
    assert only(check(line(code, 1)), NOC).severity == "error"
    assert not found(check(line(code, 1, drug="Newdrug 5 mg")), NOC)


def test_the_drug_of_an_unclassified_code_is_not_compared() -> None:
    assert not found(check(line("J3490", 1, "JZ", drug="cabazitaxel")), DRUG)


def test_a_drug_not_otherwise_specified_is_described_by_its_code() -> None:
    assert not found(check(line("J9305", 1, "JZ")), NOC)
