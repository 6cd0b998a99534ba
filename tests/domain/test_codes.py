"""The grammar of codes, modifiers and ranges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain import codes
from hcpcs_desktop.domain.codes import CodeRange, Section

CODES = st.from_regex(r"[A-Z][0-9]{4}", fullmatch=True)
MODIFIERS = st.from_regex(r"[A-Z0-9]{2}", fullmatch=True)


@pytest.mark.parametrize("typed", ["J9043", "j9043", " J 9043 ", "j-9043", "J.9043", "J90\t43\n"])
def test_a_code_is_known_in_any_dress(typed: str) -> None:
    assert codes.normalise(typed) == "J9043"


@given(code=CODES)
def test_a_letter_and_four_digits_is_a_code_of_level_two(code: str) -> None:
    assert codes.is_level_two(code)
    assert not codes.is_level_one(code)
    assert not codes.is_modifier(code)
    assert codes.kind_of(code) == "code"
    assert codes.is_dental(code) == code.startswith("D")


@given(modifier=MODIFIERS)
def test_two_letters_or_digits_are_a_modifier(modifier: str) -> None:
    assert codes.is_modifier(modifier)
    assert not codes.is_level_two(modifier)
    assert codes.kind_of(modifier) == "modifier"


@pytest.mark.parametrize("text", ["99213", "0001U", "4010F"])
def test_five_digits_or_four_and_a_letter_are_of_level_one(text: str) -> None:
    assert codes.is_level_one(text)
    assert not codes.is_level_two(text)


@pytest.mark.parametrize("text", ["", "J", "J904", "J90433", "9043", "JJ043", "J9O43", "j9043"])
def test_other_texts_are_no_codes(text: str) -> None:
    assert not codes.is_level_two(text)
    assert not codes.is_level_one(text)
    assert not codes.is_dental(text)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("S9325-S9328", "S9326", "S9329"),
        ("s9325 - s9328", "S9328", "S9324"),
        ("J9043", "J9043", "J9044"),
        ("A1-A9", "A5", "AA"),
        ("J9000-J9999", "J9999", "J9"),
    ],
)
def test_a_range_holds_both_its_ends_and_what_lies_between(
    text: str, inside: str, outside: str
) -> None:
    assert inside in CodeRange.parse(text)
    assert outside not in CodeRange.parse(text)
    assert codes.named_in(inside, ["E0100", text])
    assert not codes.named_in(outside, ["E0100", text])


@given(first=CODES, last=CODES)
def test_a_range_reads_what_it_writes(first: str, last: str) -> None:
    span = CodeRange(first, last)
    assert CodeRange.parse(str(span)) == span


@pytest.mark.parametrize("text", ["", "-", "J9043-AA", "AA-J9043", "99213", "J9043-J904"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a range of codes"):
        CodeRange.parse(text)


def test_a_section_shows_its_span_and_its_heading() -> None:
    assert str(Section(CodeRange("J9000", "J9999"), "Chemotherapy")) == "J9000-J9999 Chemotherapy"


@pytest.mark.parametrize(
    ("code", "never"),
    [("J0000", True), ("X9999", True), ("J0001", False), ("A0021", False), ("00000", False)],
)
def test_letters_and_numbers_that_cms_does_not_use(code: str, never: bool) -> None:
    assert codes.is_never_used(code) is never
