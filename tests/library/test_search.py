"""Searching: by code, by range, by modifier and by words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.hit import Answer
from hcpcs_desktop.library import search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import parse

ON = date(2020, 8, 1)
FTS = (
    'NEAR AND OR NOT col: long:x " \' * ^ ( ) { } + - , a* "a a) NEAR(a,b,2) -a code:J9043 \0 % _'
).split(" ")


def find(library: Library, typed: str, on: date = ON, **how: int) -> Answer:
    return search.run(library, parse(typed), on, **how)  # type: ignore[arg-type]


def codes(library: Library, typed: str, on: date = ON, **how: int) -> list[str]:
    return [hit.code for hit in find(library, typed, on, **how).hits]


@pytest.mark.parametrize("typed", ["J9043", "j-9043", "9043", "(j 9043)"])
def test_a_code_is_found_in_any_dress(small: Library, typed: str) -> None:
    answer = find(small, typed)
    (hit,) = answer.hits
    assert (hit.code, hit.kind, hit.state, hit.why.kind) == ("J9043", "code", "valid", "code")
    assert (hit.short, hit.long) == ("Cabazitaxel injection", "Injection, cabazitaxel, 1 mg")
    assert hit.is_drug
    assert (answer.read_as, answer.total, answer.query, answer.on) == ("code", 1, typed, ON)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("J904", ["J9043", "J9044"]),
        ("J9043-J9044", ["J9043", "J9044"]),
        ("J9044 to J9043", ["J9043", "J9044"]),
        ("JW", ["JW"]),
        ("rt", ["RT"]),
        ("J9043 JW RT", ["J9043", "JW", "RT"]),
        ("T45", ["T4521"]),
    ],
)
def test_what_is_named_is_found(small: Library, typed: str, found: list[str]) -> None:
    answer = find(small, typed)
    assert [hit.code for hit in answer.hits] == found
    assert answer.total == len(found)


def test_two_characters_may_be_a_modifier_and_begin_codes(small: Library) -> None:
    assert set(codes(small, "T4")) == {"T4", "T4521"}


@pytest.mark.parametrize(
    "typed",
    [
        "cabazitaxel",
        "CABAZITAXEL injection",
        "injection cabazitaxel",
        "1 mg, cabazitaxel",
        "cabaz inj",
    ],
)
def test_words_are_found_in_any_order_and_from_their_beginning(small: Library, typed: str) -> None:
    answer = find(small, typed)
    assert answer.hits[0].code == "J9043"
    assert answer.read_as == "text"
    assert answer.hits[0].marks


def test_modifiers_are_found_by_words(small: Library) -> None:
    assert "JW" in codes(small, "discarded amount")


@pytest.mark.parametrize(
    ("typed", "on", "usable", "everything"),
    [
        ("J931", ON, ["J9310"], ["J9310"]),
        ("L08", ON, ["L0810", "L0820"], ["L0810", "L0820", "L0830"]),
        ("L0820-L0830", ON, ["L0820"], ["L0820", "L0830"]),
        ("L0820-L0830", date(2019, 12, 31), ["L0820", "L0830"], ["L0820", "L0830"]),
    ],
)
def test_discontinued_codes_are_left_out_unless_nothing_else_answers(
    small: Library, typed: str, on: date, usable: list[str], everything: list[str]
) -> None:
    assert codes(small, typed, on) == usable
    assert codes(small, typed, on, discontinued=True) == everything


def test_words_leave_discontinued_codes_out_too(small: Library) -> None:
    assert set(codes(small, "halo procedure")) == {"L0810", "L0820"}
    assert set(codes(small, "halo procedure", discontinued=True)) == {"L0810", "L0820", "L0830"}


@pytest.mark.parametrize("typed", ["J9310", "j9310 JW", "rituximab"])
def test_what_only_a_discontinued_code_answers_shows_it(small: Library, typed: str) -> None:
    first = find(small, typed).hits[0]
    assert (first.code, first.state) == ("J9310", "discontinued")


def test_a_code_that_is_not_yet_effective_is_found(small: Library) -> None:
    assert find(small, "decitabine").hits[0].state == "not_yet_effective"


def test_the_limit_cuts_the_hits_but_not_the_total(small: Library) -> None:
    for typed in ("L08", "halo"):
        answer = find(small, typed, limit=1, discontinued=True)
        assert (len(answer.hits), answer.total) == (1, 3)


@pytest.mark.parametrize("typed", ["99213", "99213-25", "D0120"])
def test_codes_of_others_are_explained_and_not_searched_for(small: Library, typed: str) -> None:
    answer = find(small, typed)
    assert (answer.total, answer.hits) == (0, ())
    assert answer.advice


@pytest.mark.parametrize("typed", ["", "  ", "🙂", "\0"])
def test_an_empty_query_finds_nothing(small: Library, typed: str) -> None:
    answer = find(small, typed)
    assert (answer.read_as, answer.total, answer.hits) == ("empty", 0, ())


@pytest.mark.parametrize("syntax", FTS)
def test_the_syntax_of_the_index_is_text(small: Library, syntax: str) -> None:
    find(small, syntax)
    assert "J9043" in codes(small, f"cabazitaxel {syntax if not syntax[0].isalpha() else ''}")


def test_a_pasted_page_is_searched_for_its_beginning(small: Library) -> None:
    assert codes(small, "cabazitaxel injection " * 500)[0] == "J9043"
    find(small, "x" * 10_000)


@given(typed=st.text() | st.lists(st.sampled_from([*FTS, "J9043", "mg", "1"])).map(" ".join))
def test_whatever_is_typed_is_answered(small: Library, typed: str) -> None:
    answer = find(small, typed)
    assert answer.query == typed
    assert answer.total >= len(answer.hits)
    assert len({hit.code for hit in answer.hits}) == len(answer.hits)


def test_a_whole_release_answers_a_word_a_prefix_and_a_range(of_2019: Library) -> None:
    on = date(2019, 6, 1)
    assert codes(of_2019, "wheelchair", on)
    assert find(of_2019, "J9", on).total > 100
    assert find(of_2019, "J9000-J9999", on).total == find(of_2019, "J9", on).total
    assert codes(of_2019, "jw", on) == ["JW"]


@pytest.mark.parametrize("typed", ["J9244", "j9244 JW", "HCPCS J9244"])
def test_a_code_that_is_not_there_is_not_taken_for_another(of_2019: Library, typed: str) -> None:
    answer = find(of_2019, typed)
    assert answer.read_as == "code"
    assert [hit.code for hit in answer.hits if hit.kind == "code"] == []
    assert answer.corrections == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("J9O43", ["J9043"]),
        ("JJ9043", ["J9043"]),
        ("J90433", ["J9043", "J9033"]),
        ("J9043, J9045 JW", ["J9043", "J9045", "JW"]),
        ("J9043 59 JW", ["J9043", "JW"]),
        ("dose of J9043 in mg", ["J9043"]),
        ("GA/GY", ["GA", "GY"]),
        ("modifier GA", ["GA"]),
    ],
)
def test_codes_and_modifiers_are_found_in_other_text(
    of_2019: Library, typed: str, found: list[str]
) -> None:
    assert codes(of_2019, typed) == found


def test_letters_for_digits_are_told_and_can_be_taken_back(of_2019: Library) -> None:
    assert find(of_2019, "J9O43").corrections == (("J9O43", "J9043"),)
    typed = search.run(of_2019, parse("J9O43"), ON, as_typed=True)
    assert (typed.hits, typed.corrections) == ((), ())


def test_a_word_that_stands_with_no_other_may_be_meant_for_one_that_does(of_2019: Library) -> None:
    answer = find(of_2019, "breast bump electric")
    assert answer.corrections == (("bump", "pump"),)
    assert {"E0603", "E0604"} <= {hit.code for hit in answer.hits}
    assert search.run(of_2019, parse("breast bump electric"), ON, as_typed=True).corrections == ()


def test_of_words_equally_near_the_one_that_stands_with_the_others_is_taken(
    of_2019: Library,
) -> None:
    assert find(of_2019, "prostetic socket").corrections == (("prostetic", "prosthetic"),)
    assert find(of_2019, "prostetic cancer screening").corrections == (("prostetic", "prostatic"),)


def test_a_product_without_a_code_of_its_own_shows_those_of_its_ingredient(
    of_2019: Library,
) -> None:
    for typed in ("Osenvelt", "osenv", "osenvelt injection"):
        hits = find(of_2019, typed).hits
        assert [(hit.code, hit.why.text) for hit in hits] == [
            ("J0897", "same ingredient, other product")
        ]
    assert "no code of its own for Osenvelt" in find(of_2019, "osenvelt").advice
    assert find(of_2019, "prolia").advice == ""


def test_a_trade_name_of_a_drug_without_any_code_is_explained(of_2019: Library) -> None:
    answer = find(of_2019, "Zestril")
    assert "Zestril is a trade name of lisinopril" in answer.advice
    assert answer.expansions == (("zestril", "lisinopril"),)
    assert ([hit.code for hit in answer.hits], answer.corrections) == (["J8499"], ())
    answer = find(of_2019, "Papzimeos")
    assert (answer.hits, answer.corrections) == ((), ())
    assert "Papzimeos is a trade name of" in answer.advice


@pytest.mark.parametrize(("typed", "code"), [("fenergan", "J2550"), ("privagin", "J1459")])
def test_of_names_equally_near_the_one_that_sounds_alike_is_taken(
    of_2019: Library, typed: str, code: str
) -> None:
    assert codes(of_2019, typed)[0] == code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("topomax", "topamax"), ("nurtek", "nurtec"), ("praxbidn", "praxbind"), ("lipitr", "lipitor")],
)
def test_a_misspelt_name_of_a_drug_without_a_code_is_put_right(
    of_2019: Library, typed: str, meant: str
) -> None:
    answer = find(of_2019, typed)
    assert answer.corrections == ((typed, meant),)
    assert f"{meant.title()} is a trade name of" in answer.advice


@pytest.mark.parametrize(
    ("typed", "another"),
    [("Casodex", "J9395"), ("Advair", "J7192"), ("Imogam", "J2790"), ("Mezlin", "J2360")],
)
def test_a_trade_name_without_a_code_is_not_taken_for_one_that_looks_like_it(
    of_2019: Library, typed: str, another: str
) -> None:
    answer = find(of_2019, typed)
    assert answer.corrections == ()
    assert another not in {hit.code for hit in answer.hits}


def test_a_code_that_excludes_what_is_asked_for_is_not_first(of_2019: Library) -> None:
    assert codes(of_2019, "filgrastim biosimilar")[0].startswith("Q51")
    assert codes(of_2019, "neupogen")[0] == "J1442"


@pytest.mark.parametrize(
    "typed",
    [
        "how to bill jevtana",
        "jevtana iv drip cost",
        "jevtana vial",
        "how many units of jevtana",
        "gave jevtana 60 mg iv",
        "pt needs jevtana",
        "patient received jevtana",
    ],
)
def test_words_that_say_little_are_given_up_first(of_2019: Library, typed: str) -> None:
    hit = find(of_2019, typed).hits[0]
    assert (hit.code, hit.why.text) == ("J9043", "brand name: Jevtana")


@pytest.mark.parametrize("typed", ["commode footrest", "commode foot rest", "foot-rest commode"])
def test_a_word_is_the_same_written_as_two(of_2019: Library, typed: str) -> None:
    assert "E0175" in codes(of_2019, typed)


def test_a_trade_name_is_likelier_than_another_word_that_is_as_near(of_2019: Library) -> None:
    assert find(of_2019, "makina").corrections == (("makina", "makena"),)


def test_an_everyday_word_stands_for_words_of_the_descriptions(of_2019: Library) -> None:
    answer = find(of_2019, "kids gait trainer")
    assert answer.expansions == (("kids", "pediatric"),)
    assert {hit.code for hit in answer.hits} == {"E8000", "E8001", "E8002"}


def test_biosimilars_of_a_reference_product_come_before_it(of_2019: Library) -> None:
    found = find(of_2019, "biosimilars of remicade").hits
    kinds = [
        "biosimilar" in hit.long and "excludes" not in hit.long for hit in found if hit.is_drug
    ]
    assert kinds[0]
    assert kinds == sorted(kinds, reverse=True)


def test_a_name_with_a_number_is_sought_by_the_name(of_2019: Library) -> None:
    assert codes(of_2019, "units for kenalog 40 mg")[0] == "J3301"
    assert codes(of_2019, "anything for kenalog 40")[0] == "J3301"


@pytest.mark.parametrize(
    ("typed", "first", "behind"),
    [
        ("walker without wheels", "E0130", "E0143"),
        ("epogen esrd", "Q4081", "J0885"),
        ("epogen non-esrd", "J0885", "Q4081"),
        ("crna without medical direction", "QZ", "QX"),
        ("crna with medical direction", "QX", "QZ"),
        ("sterile gauze", "A6402", "A6216"),
        ("non sterile gauze", "A6216", "A6402"),
    ],
)
def test_what_is_said_no_to_comes_later(
    of_2019: Library, typed: str, first: str, behind: str
) -> None:
    found = codes(of_2019, typed)
    assert found.index(first) < found.index(behind)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("left leg", "LT"),
        ("right hand", "RT"),
        ("right arm sling", "A4565"),
        ("left wrist splint", "L3908"),
    ],
)
def test_a_side_is_no_misspelt_word_and_gives_way_to_the_thing(
    of_2019: Library, typed: str, code: str
) -> None:
    answer = find(of_2019, typed)
    assert answer.corrections == ()
    assert answer.hits[0].code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("iodine 131", "A9517"),
        ("iodine 131 5 mci", "A9517"),
        ("iodine 123", "A9516"),
        ("gallium 67", "A9556"),
        ("strontium 89", "A9600"),
        ("rubidium 82", "A9555"),
    ],
)
def test_the_number_of_an_isotope_decides(of_2019: Library, typed: str, code: str) -> None:
    first, *_ = find(of_2019, typed).hits
    assert first.code == code
