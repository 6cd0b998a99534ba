"""NDCs in all their shapes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hcpcs_desktop.domain import ndc


@pytest.mark.parametrize(
    ("typed", "ndc11", "source_format"),
    [
        ("0002-7597-01", "00002759701", "4-4-2"),
        ("50242-040-62", "50242004062", "5-3-2"),
        ("60575-4112-1", "60575411201", "5-4-1"),
        ("50242-0061-01", "50242006101", "5-4-2"),
        ("0002-0152-01", "00002015201", "4-4-2"),
        ("10014-001-07", "10014000107", "5-3-2"),
        ("10018-8999-1", "10018899901", "5-4-1"),
        ("72043-2500-1", "72043250001", "5-4-1"),
        ("50242006101", "50242006101", "11"),
        ("N450242006101", "50242006101", "11"),
        ("n4 50242-0061-01", "50242006101", "5-4-2"),
        (" 50242 0061 01 ", "50242006101", "11"),
        ("50242\N{EN DASH}0061\N{NON-BREAKING HYPHEN}01", "50242006101", "5-4-2"),
        ("50242-*061-01", "50242006101", "5-4-2"),
        ("*0002759701", "00002759701", "11"),
    ],
)
def test_a_shape_that_is_certain_becomes_eleven_digits(
    typed: str, ndc11: str, source_format: str
) -> None:
    reading = ndc.read(typed)
    assert (reading.status, reading.problem) == ("ok", None)
    assert (reading.ndc11, reading.source_format) == (ndc11, source_format)
    assert reading.ndc11_hyphenated == f"{ndc11[:5]}-{ndc11[5:9]}-{ndc11[9:]}"


def test_ten_bare_digits_are_not_guessed() -> None:
    reading = ndc.read("0002759701")
    assert reading.status == "ambiguous"
    assert reading.ndc11 is None
    assert reading.candidates == ("00002759701", "00027059701", "00027597001")
    assert reading.suggested is None


def test_the_one_reading_that_the_library_knows_is_suggested() -> None:
    assert ndc.read("5024206101", {"50242006101"}).suggested == "50242006101"
    both = {"50242006101", "05024206101"}
    assert ndc.read("5024206101", both).suggested is None


@pytest.mark.parametrize(
    ("typed", "suggested"), [("0002-7597-1", "00002759701"), ("2-22-2", "00002002202")]
)
def test_a_shape_that_the_fda_does_not_give_out_is_suggested_with_zeros(
    typed: str, suggested: str
) -> None:
    reading = ndc.read(typed)
    assert (reading.status, reading.problem) == ("nonstandard", "not_fda_configuration")
    assert reading.ndc11 is None
    assert reading.suggested == suggested


@pytest.mark.parametrize(
    ("typed", "status", "problem"),
    [
        ("", "error", "wrong_length"),
        ("N4", "error", "wrong_length"),
        ("12345", "error", "wrong_length"),
        ("1234567890123", "error", "wrong_length"),
        ("1" * 10_000, "error", "wrong_length"),
        ("502420061", "error", "missing_package_segment"),
        ("50242-0061", "error", "missing_package_segment"),
        ("50242-061", "error", "missing_package_segment"),
        ("0002-7597-", "error", "missing_package_segment"),
        ("50242-0061-O1", "error", "non_digit"),
        ("Avastin", "error", "non_digit"),
        ("N4N450242006101", "error", "non_digit"),
        ("\N{ARABIC-INDIC DIGIT FIVE}0242006101", "error", "non_digit"),
        ("123-45678-90", "error", "not_fda_configuration"),
        ("50242-04062", "error", "not_fda_configuration"),
        ("5-0242-0061-01", "error", "not_fda_configuration"),
        ("50242--01", "error", "not_fda_configuration"),
        ("050242-0061-01", "error_or_notice", "fda12"),
        ("050242006101", "error_or_notice", "wrong_length"),
        ("50242-00061-01", "error_or_notice", "wrong_length"),
    ],
)
def test_what_is_no_ndc_is_refused_with_the_reason(typed: str, status: str, problem: str) -> None:
    reading = ndc.read(typed)
    assert (reading.status, reading.problem) == (status, problem)
    assert reading.ndc11 is None
    assert reading.ndc11_hyphenated is None
    assert 0 < len(reading.message) < 300


@given(st.text())
def test_anything_is_answered(typed: str) -> None:
    reading = ndc.read(typed)
    assert (reading.status == "ok") == (reading.ndc11 is not None)


@given(st.from_regex(r"\A[0-9]{4}-[0-9]{4}-[0-9]{2}\Z|\A[0-9]{5}-[0-9]{3}-[0-9]{2}\Z"))
def test_ten_digits_with_and_without_hyphens_agree(typed: str) -> None:
    assume(typed.strip("0-"))
    certain = ndc.read(typed).ndc11
    assert certain in ndc.read(typed.replace("-", "")).candidates
