"""Worksheets: progress, and what a new library changes in them."""

from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.checklist import Checklist, Item
from hcpcs_desktop.domain.worksheet import (
    Drift,
    Entry,
    Progress,
    State,
    Worksheet,
    begin,
    brought_up_to_date,
    drift,
    progress,
)

DAY = date(2026, 11, 26)
NAMES = tuple("abcdef")


def _item(name: str, why: str = "why") -> Item:
    return Item(name, f"text of {name}", why, "source")


def _list(*names: str, why: str = "why") -> Checklist:
    items = tuple(_item(name, why) for name in names)
    return Checklist("J9043", "Drug", "commercial", None, items, "Blue Plan")


def _sheet(*names: str, ticked: tuple[str, ...] = ()) -> Worksheet:
    return begin(
        "Visit 1", "Cabazitaxel", _list(*names), "CMS release of January 2026", DAY, ticked
    )


def test_a_worksheet_begins_with_the_ticks_that_the_checklist_had() -> None:
    made = _sheet("a", "b", ticked=("b", "of another payer"))
    assert [entry.state for entry in made.entries] == ["open", "done"]
    assert (made.code, made.payer, made.profile) == ("J9043", "commercial", "Blue Plan")


def test_what_is_not_applicable_counts_for_nothing() -> None:
    assert progress(["done", "open", "not_applicable"]) == Progress(1, 2, 1)
    assert not progress(["done", "open"]).is_finished
    assert progress(["done", "not_applicable"]).is_finished


def test_drift_tells_what_is_new_changed_and_gone() -> None:
    made = _sheet("a", "b")
    assert not drift(made, _list("a", "b"))
    now = replace(_list("c"), items=(_item("b", "another reason"), _item("c")))
    assert drift(made, now) == Drift(("text of c",), ("text of b",), ("text of a",))


def test_an_item_that_is_gone_stays_for_its_tick_or_note() -> None:
    made = _sheet("a", "b", "c", "d", ticked=("a",))
    noted = replace(made.entries[1], note="see page 2")
    made = replace(made, entries=(made.entries[0], noted, *made.entries[2:]))
    found = brought_up_to_date(made, _list("e", "d"), "CMS release of April 2026")
    assert [entry.item.id for entry in found.entries] == ["e", "d", "a", "b"]
    assert [entry.dropped for entry in found.entries] == [False, False, True, True]
    assert found.made_from == "CMS release of April 2026"
    assert not drift(found, _list("e", "d"))
    again = brought_up_to_date(found, _list("a", "d"), "CMS release of July 2026")
    assert [(entry.item.id, entry.dropped) for entry in again.entries] == [
        ("a", False),
        ("d", False),
        ("b", True),
    ]


entries = st.builds(
    Entry,
    st.sampled_from(NAMES).map(_item),
    st.sampled_from(get_args(State)),
    st.sampled_from(["", "note"]),
)


@given(
    st.lists(entries, unique_by=lambda entry: entry.item.id),
    st.lists(st.sampled_from(NAMES), unique=True),
)
def test_no_tick_and_no_note_is_ever_lost(had: list[Entry], now: list[str]) -> None:
    made = replace(_sheet(), entries=tuple(had))
    found = brought_up_to_date(made, _list(*now, why="new"), "later")
    kept = {entry.item.id: (entry.state, entry.note) for entry in found.entries}
    assert {name: kept[name] for name in now if name in kept}.keys() == set(now)
    for entry in had:
        if entry.is_touched:
            assert kept[entry.item.id] == (entry.state, entry.note)
    assert not drift(found, _list(*now, why="new"))
