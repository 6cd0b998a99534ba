"""What was typed, and what is meant by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.codes import CodeRange
from hcpcs_desktop.domain.hit import ReadAs
from hcpcs_desktop.library.advice import DIAGNOSIS, LEVEL_ONE, NUMERIC_MODIFIER, level_one_advice
from hcpcs_desktop.library.query import parse


@pytest.mark.parametrize(
    "typed",
    [
        "J9043", "j9043", " J 9043 ", "j-9043", "J.9043", '"J9043"', "(J9043)", "#J9043,", "J9043*",
        "HCPCS J9043", "code: j9043", "what is J9043?", "J9043 x 2", "J9043 cabazitaxel",
        "j 9 0 4 3",
    ],
)  # fmt: skip
def test_a_code_is_known_in_any_dress(typed: str) -> None:
    found = parse(typed)
    assert (found.kind, found.codes, found.modifiers) == ("code", ("J9043",), ())
    assert found.text == typed


@pytest.mark.parametrize(
    ("typed", "modifiers"),
    [
        ("J9043 JW", ("JW",)),
        ("j9043-jw", ("JW",)),
        ("J9043JW", ("JW",)),
        ("J9043:JW,59", ("JW", "59")),
        ("J 9043 KX/JZ", ("KX", "JZ")),
    ],
)
def test_modifiers_may_stand_behind_a_code(typed: str, modifiers: tuple[str, ...]) -> None:
    found = parse(typed)
    assert (found.kind, found.codes, found.modifiers) == ("code", ("J9043",), modifiers)


@pytest.mark.parametrize("typed", ["J9043, J9271", "j9043/j9271", "J9043 JW and J9271"])
def test_several_codes_are_each_named(typed: str) -> None:
    assert parse(typed).codes == ("J9043", "J9271")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("J9O43", "J9043"), ("jo696", "J0696"), ("JI885", "J1885"), ("j l885", "J1885")],
)
def test_letters_that_look_like_digits_are_digits_in_a_code(typed: str, code: str) -> None:
    found = parse(typed)
    assert found.codes == (code,)
    assert found.corrections == (("".join(typed.split()).upper(), code),)


def test_words_are_not_taken_for_codes() -> None:
    for word in ("ghoul", "lolli", "polio", "fdg18", "d5ns"):
        assert (parse(word).kind, parse(word).codes) == ("text", ()), word


@pytest.mark.parametrize("typed", ["J", "j9", "J90", "J904"])
def test_the_beginning_of_a_code(typed: str) -> None:
    assert (parse(typed).kind, parse(typed).prefix) == ("code", typed.upper())


def test_four_digits_want_a_letter() -> None:
    assert (parse("9043").kind, parse("9043").digits) == ("code", "9043")


@pytest.mark.parametrize(
    "typed",
    [
        "J9000-J9999", "j9000 - j9999", "J9000–J9999", "J9999-J9000", "J9000-9999",
        "j9000 to j9999",         "J9000 thru J9999", "codes J9000 through 9999", "J9000..J9999",
    ],
)  # fmt: skip
def test_a_range(typed: str) -> None:
    assert parse(typed).kind == "range"
    assert parse(typed).span == CodeRange("J9000", "J9999")


@pytest.mark.parametrize(
    "typed", ["JW", "jw", "-JW", " jw ", "modifier JW", "mod. jw", "JW modifier"]
)
def test_a_modifier(typed: str) -> None:
    assert (parse(typed).kind, parse(typed).modifiers) == ("modifier", ("JW",))


def test_modifiers_may_stand_together() -> None:
    assert (parse("RT/LT").kind, parse("RT/LT").modifiers) == ("modifier", ("RT", "LT"))


@pytest.mark.parametrize("typed", ["59", "modifier 25"])
def test_modifiers_of_level_one_are_explained(typed: str) -> None:
    assert (parse(typed).kind, parse(typed).advice) == ("modifier", NUMERIC_MODIFIER)


@pytest.mark.parametrize("typed", ["E11.9", "m17.11", "Z12.31"])
def test_a_diagnosis_is_explained(typed: str) -> None:
    assert (parse(typed).kind, parse(typed).advice) == ("code", DIAGNOSIS)


@pytest.mark.parametrize(
    "typed",
    [
        "00006-3026-02", "0006-3026-02", "00006302602", "NDC 0006-3026-02", "ndc#00006302602",
        "NDC: 00006 3026 02", "N400006302602", "N400006302602 ML10", "keytruda 0006-3026-02",
    ],
)  # fmt: skip
def test_an_ndc_is_known_in_any_dress(typed: str) -> None:
    assert (parse(typed).kind, parse(typed).ndcs) == ("ndc", ("00006302602",))


def test_an_ndc_without_its_package_means_the_product() -> None:
    assert (parse("0006-3026").kind, parse("0006-3026").ndcs) == ("ndc", ("000063026",))


def test_a_letter_and_a_digit_begin_a_code_or_are_a_modifier() -> None:
    assert (parse("T4").prefix, parse("T4").modifiers) == ("T4", ("T4",))


@pytest.mark.parametrize(
    "typed", ["99213", " 99213 25", "99213-25", "0001U", "CPT 99213", "code 99213"]
)
def test_codes_of_level_one_are_explained(typed: str) -> None:
    found = parse(typed)
    assert (found.kind, found.codes, found.prefix, found.digits) == ("code", (), "", "")
    assert found.advice == LEVEL_ONE
    assert "American Medical Association" in found.advice


def test_dental_codes_are_explained() -> None:
    assert "American Dental Association" in parse("d0120").advice


@pytest.mark.parametrize(
    ("code", "explained"),
    [("99213", "CPT"), ("D0120", "CDT"), ("J9043", ""), ("JW", ""), ("", "")],
)
def test_advice_is_for_what_is_not_of_level_two(code: str, explained: str) -> None:
    assert explained in level_one_advice(code)
    assert bool(level_one_advice(code)) == bool(explained)


@pytest.mark.parametrize("typed", ["", " ", "\t\n", "\0", '"', "-", "🙂", "* ^ : ()", "日本"])
def test_nothing_to_search_for(typed: str) -> None:
    assert parse(typed).kind == "empty"


@pytest.mark.parametrize("typed", ["home infusion", "1000 mg", "modifiers for", "wheel-chair"])
def test_other_text_is_words(typed: str) -> None:
    found = parse(typed)
    assert found.kind == "text"
    assert len(found.words) == 2


@given(typed=st.text() | st.text("J9043 -:\0*\"'()^", max_size=20))
def test_whatever_is_typed_is_read_in_some_way(typed: str) -> None:
    kinds: set[ReadAs] = {"code", "range", "modifier", "ndc", "text", "empty"}
    assert parse(typed).kind in kinds
    assert parse(typed).text == typed


def test_the_end_of_a_pasted_page_is_not_read() -> None:
    assert parse("word " * 2_000) == parse("word " * 2_000)
    assert len(parse("word " * 2_000).words) == 16
