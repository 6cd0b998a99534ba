"""Filters: what they leave, and how many hits each would leave."""

from datetime import date

import pytest

from hcpcs_desktop.domain.hit import Answer, Filters
from hcpcs_desktop.library import browse, search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import parse

ON = date(2020, 8, 1)
EVERYTHING = "A0000-V9999"


def find(
    library: Library, typed: str, filters: Filters, favourites: frozenset[str] = frozenset()
) -> Answer:
    return search.run(library, parse(typed), ON, limit=2, filters=filters, favourites=favourites)


def of(*names: str) -> Filters:
    return Filters("", frozenset(names))  # type: ignore[arg-type]


def test_counts_are_of_all_hits_not_only_of_those_listed(small: Library) -> None:
    answer = find(small, "J9000-J9999", Filters(), frozenset({"J9044", "E0100"}))
    assert dict(answer.facets.letters) == {"J": answer.total}
    counts = dict(answer.facets.traits)
    assert counts["drug"] == answer.total > len(answer.hits) == 2
    assert counts["favourite"] == 1


@pytest.mark.parametrize("name", ["drug", "dme", "valid", "payable", "favourite"])
def test_a_filter_leaves_as_many_as_it_counts(small: Library, name: str) -> None:
    mine = frozenset({"E0100"})
    counted = dict(find(small, EVERYTHING, Filters(), mine).facets.traits)
    left = find(small, EVERYTHING, of(name), mine)
    assert left.total == counted[name] > 0  # type: ignore[index]


def test_each_count_holds_beside_the_filters_that_are_chosen(small: Library) -> None:
    drugs = find(small, EVERYTHING, of("drug"))
    assert "dme" not in dict(drugs.facets.traits)
    assert {letter for letter, _ in drugs.facets.letters} == {"J", "Q"}
    injected = find(small, EVERYTHING, Filters("J", frozenset({"drug"})))
    assert injected.total == dict(drugs.facets.letters)["J"]
    assert injected.facets.letters == drugs.facets.letters


def test_filters_narrow_words_too_and_keep_their_order(small: Library) -> None:
    everything = search.run(small, parse("halo"), ON, discontinued=True, filters=Filters())
    valid = search.run(small, parse("halo"), ON, discontinued=True, filters=of("valid"))
    assert [hit.code for hit in valid.hits] == ["L0820", "L0810"]
    assert everything.total == 3
    assert find(small, "halo", of("drug")).hits == ()


def test_who_asks_for_no_filters_gets_no_counts(small: Library) -> None:
    answer = search.run(small, parse("halo"), ON)
    assert (answer.facets.letters, answer.facets.traits) == ((), ())


def test_a_brand_marks_its_drug(of_2020_and_2025: Library) -> None:
    first = search.run(of_2020_and_2025, parse("jevtana"), ON).hits[0]
    assert {"jevtana", "cabazitaxel"} <= set(first.marks)


def test_what_is_opened_often_rises_among_equals(small: Library) -> None:
    def order(**often: int) -> list[str]:
        return [hit.code for hit in search.run(small, parse("halo"), ON, often=often).hits]

    assert order() == ["L0820", "L0810"]
    assert order(L0810=3) == ["L0810", "L0820"]


def test_the_tree_counts_the_codes_of_letters_and_sections(of_2020_and_2025: Library) -> None:
    tree = browse.tree(of_2020_and_2025)
    total = of_2020_and_2025.connection.execute(
        "SELECT count(*) FROM code WHERE kind = 'code'"
    ).fetchone()[0]
    assert sum(letter.codes for letter in tree) == total
    assert all(each.below for each in tree if each.address == "J")
    for letter in tree:
        for each in letter.below:
            asked = search.run(
                of_2020_and_2025, parse(each.address), ON, limit=1, discontinued=True
            )
            assert (asked.read_as, asked.total) == ("range", each.codes)
