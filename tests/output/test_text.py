"""What people read at a terminal."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.topic import Topic
from hcpcs_desktop.output import text

from .golden import assert_golden
from .samples import ANSWER, BARE, J9027, J9043, pages


def test_search_list() -> None:
    assert_golden("search.txt", text.search(ANSWER))


def test_code_page() -> None:
    assert_golden("page.txt", text.code_page(J9043))


def test_code_page_of_a_code_that_a_guide_is_wrong_about() -> None:
    assert_golden("page-conflict.txt", text.code_page(J9027))


def test_narrow_code_page() -> None:
    assert_golden("page-narrow.txt", text.code_page(J9043, width=50))


def test_code_page_of_which_little_is_known() -> None:
    assert_golden("page-bare.txt", text.code_page(BARE))


def test_checklist() -> None:
    assert_golden("checklist.txt", text.checklist(J9043, {"waste"}))


def test_code_without_a_checklist() -> None:
    assert "No checklist is made for this code yet." in text.checklist(BARE)


def test_nothing_found_says_so() -> None:
    nothing = replace(ANSWER, query="xyzzy", corrections=(), expansions=(), total=0, hits=())
    assert text.search(nothing) == 'Nothing found for "xyzzy".\n'


def test_an_empty_query_is_told_what_to_give() -> None:
    empty = replace(ANSWER, read_as="empty", corrections=(), expansions=(), total=0, hits=())
    assert text.search(empty).startswith("Nothing was asked for")


def test_advice_stands_in_the_place_of_hits() -> None:
    advice = "99213 is a CPT code; these belong to the AMA and are not in HCPCS Level II."
    nothing = replace(ANSWER, corrections=(), expansions=(), total=0, hits=(), advice=advice)
    assert text.search(nothing, width=200) == f"{advice}\n"


def test_states_stand_in_one_column() -> None:
    hits = tuple(
        replace(ANSWER.hits[1], code=code, short=short)
        for code, short in (("J9310", "Short"), ("A0021", "A much longer short description"))
    )
    lines = text.search(replace(ANSWER, hits=hits)).splitlines()
    assert len({line.index("Discontinued") for line in lines if "Discontinued" in line}) == 1


@given(page=pages, width=st.integers(1, 200))
def test_no_line_is_too_long_and_none_is_obeyed_by_the_terminal(page: CodePage, width: int) -> None:
    for shown in (text.code_page(page, width), text.checklist(page, width=width)):
        assert shown.endswith("\n")
        assert all(line.isprintable() for line in shown.split("\n"))
    longest = max(len(line) for line in text.checklist(page, width=width).splitlines())
    assert longest <= max(width, text.NARROWEST)


def test_a_page_of_guidance_is_told_beside_the_codes() -> None:
    page = Topic("place/13", "place", "POS 13", "Assisted living facility", "Counts as home.")
    told = text.search(replace(ANSWER, topics=(page,)))
    assert "See also POS 13 Assisted living facility: Counts as home." in told
    assert "See also" not in text.search(ANSWER)
