"""What looks like patient data, and what only comes near it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.patient_data import hint, suspicions

TODAY = date(2026, 11, 26)
LETTERS = "ACDEFGHJKMNPQRTUVWXY"
EITHER = f"0123456789{LETTERS}"
DIGITS = "0123456789"


def _kinds(text: str) -> list[str]:
    return [each.kind for each in suspicions(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("123-45-6789", "ssn"),
        ("patient 219 09 9999 called", "ssn"),
        ("SSN 219099999", "ssn"),
        ("soc. sec.: 219-099999", "ssn"),
        ("219-09-9999A", "ssn"),
        ("1EG4-TE5-MK73", "mbi"),
        ("1eg4te5mk73", "mbi"),
        ("MBI: 1EG4 TE5 MK73.", "mbi"),
        ("DOB 1/2/48", "date_of_birth"),
        ("d.o.b. 3-4-25", "date_of_birth"),
        ("born on 2026-11-20", "date_of_birth"),
        ("Date of birth: 03/04/1999", "date_of_birth"),
        ("01/15/1948", "date_of_birth"),
        ("15.1.1948", "date_of_birth"),
        ("January 5, 1950", "date_of_birth"),
        ("5 Mar 1950", "date_of_birth"),
        ("1948-03-02", "date_of_birth"),
    ],
)
def test_looks_like_patient_data(text: str, kind: str) -> None:
    assert _kinds(text) == [kind]
    assert "no place for patient data" in hint(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Visit 4711, Tuesday",
        "J9043 60 mg, J9171 LT RT",
        "NDC 00024-5824-11, 0024-5824-11, 12345-678-90",
        "call 555-123-4567 or 1-800-633-4227",
        "ZIP 12345-6789",
        "000-12-3456, 666-12-3456, 900-12-3456, 123-00-4567, 123-45-0000",
        "lot 123-45-678, claim 20261120001, authorization A1234567890",
        "JW since 2003-01-01, JZ since 2023-07-01",
        "infusion 11/20/2026, last one 3/5/2020",
        "order of October 1, 2025",
        "CPT 96413-59, 99213-25-57",
        "12-34-56-7890",
        "1SG4-TE5-MK73",
        "0EG4TE5MK73",
        "1EG4TE5MK731",
        "newborn screening, stubborn 2/3",
    ],
)
def test_is_no_patient_data(text: str) -> None:
    assert _kinds(text) == []
    assert hint(text, TODAY) == ""


def test_several_kinds_are_one_sentence() -> None:
    said = hint("1EG4-TE5-MK73 born 1/2/1948", TODAY)
    assert said.startswith("This looks like a Medicare number (MBI) and a date of birth.")


@given(
    st.tuples(
        st.sampled_from(DIGITS[1:]),
        st.sampled_from(LETTERS),
        st.sampled_from(EITHER),
        st.sampled_from(DIGITS),
        st.sampled_from(LETTERS),
        st.sampled_from(EITHER),
        st.sampled_from(DIGITS),
        st.sampled_from(LETTERS),
        st.sampled_from(LETTERS),
        st.sampled_from(DIGITS),
        st.sampled_from(DIGITS),
    ).map("".join),
    st.sampled_from(["", "-", " "]),
)
def test_every_number_of_the_form_of_a_medicare_number_is_seen(number: str, gap: str) -> None:
    assert "mbi" in _kinds(f"for {number[:4]}{gap}{number[4:7]}{gap}{number[7:]}, today")


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert len(suspicions(text, TODAY)) <= 3
