"""The difference of two releases: its kinds, and what is no difference."""

import pytest

from hcpcs_desktop.domain.record import Record, Values
from hcpcs_desktop.domain.release_diff import CHANGE_KINDS, Change, ChangeKind, difference

BASE: dict[str, Values] = {
    "long_description": ("Injection, something, 1 mg",),
    "short_description": ("Something inj",),
    "pricing": ("51",),
    "coverage": ("C",),
    "tos": ("1", "P"),
    "added": ("2010-01-01",),
    "action_effective": ("2010-01-01",),
    "termination": (),
    "action": ("N",),
}


def record(code: str = "J9043", /, **values: Values) -> Record:
    return Record(code, "modifier" if len(code) == 2 else "code", {**BASE, **values})


def changes(old: list[Record], new: list[Record]) -> tuple[Change, ...]:
    return difference("2020-04", old, "2020-07", new).changes


@pytest.mark.parametrize(
    ("name", "before", "after", "kind"),
    [
        (
            "long_description",
            ("Injection, something",),
            ("Injection, another",),
            "long_description",
        ),
        ("short_description", ("One",), ("Two",), "short_description"),
        ("coverage", ("C",), ("D",), "coverage"),
        ("pricing", ("51",), ("51", "57"), "payment"),
        ("multiple_pricing", ("A",), ("9",), "payment"),
        ("asc", (), ("YY",), "payment"),
        ("asc_effective", (), ("2020-07-01",), "payment"),
        ("anesthesia_base_units", ("0",), ("3",), "payment"),
        ("mog", (), ("102",), "payment"),
        ("betos", ("O1E",), ("O1D",), "miscellaneous"),
        ("tos", ("1", "P"), ("1",), "miscellaneous"),
        ("xref", (), ("J9044",), "administrative"),
        ("statute", ("1833(t)",), ("1833(T)",), "administrative"),
        ("processing_note", (), ("0088",), "administrative"),
        ("added", ("2018-01-01",), ("2018-04-01",), "administrative"),
        ("termination", (), ("2020-06-30",), "discontinued"),
        ("termination", ("2015-12-31",), (), "reactivated"),
        ("termination", ("2019-12-31",), ("2020-12-31",), "administrative"),
    ],
)
def test_each_field_has_its_kind(
    name: str, before: Values, after: Values, kind: ChangeKind
) -> None:
    (change,) = changes([record(**{name: before})], [record(**{name: after})])
    assert change.kinds == (kind,)
    assert change.fields == {name: (before, after)}


def test_several_kinds_stand_in_their_order() -> None:
    after = record(tos=("9",), long_description=("Else",), termination=("2020-06-30",))
    (change,) = changes([record()], [after])
    assert change.kinds == ("discontinued", "long_description", "miscellaneous")


def test_action_and_its_day_are_reported_and_not_compared() -> None:
    acted: dict[str, Values] = {"action": ("S",), "action_effective": ("2020-07-01",)}
    assert changes([record()], [record(**acted)]) == ()
    (change,) = changes([record()], [record(**acted, short_description=("Else",))])
    assert change.kinds == ("short_description",)
    assert (change.action, change.action_effective) == ("S", "2020-07-01")
    assert change.fields["action"] == (("N",), ("S",))


@pytest.mark.parametrize("text", ["Injection,  something, 1 mg ", "Injection,\nsomething, 1\tmg"])
def test_white_space_is_no_difference(text: str) -> None:
    assert changes([record()], [record(long_description=(text,))]) == ()


def test_a_column_that_one_of_the_two_lacks_is_no_difference() -> None:
    bare = Record("J9043", "code", {"long_description": BASE["long_description"]})
    assert changes([record(termination=("2019-12-31",))], [bare]) == ()
    assert changes([bare], [record(termination=("2019-12-31",))]) == ()


def test_codes_of_one_side_alone_are_added_or_removed_and_nothing_else() -> None:
    ended = record("C9030", termination=("2020-06-30",), action=("D",))
    added, removed = changes([record("J9043")], [ended])
    assert (added.code, added.kinds, added.action) == ("C9030", ("added",), "D")
    assert added.fields["termination"] == (None, ("2020-06-30",))
    assert (removed.code, removed.kinds) == ("J9043", ("removed",))
    assert removed.fields["coverage"] == (("C",), None)
    assert "termination" not in removed.fields


def test_the_summary_counts_every_kind() -> None:
    old, new = [record(), record("E0210")], [record(coverage=("D",), tos=("9",)), record("CO")]
    found = difference("2020-04", old, "2020-07", new)
    assert (found.old, found.new) == ("2020-04", "2020-07")
    assert list(found.summary) == list(CHANGE_KINDS)
    assert {kind: count for kind, count in found.summary.items() if count} == {
        "added": 1,
        "removed": 1,
        "coverage": 1,
        "miscellaneous": 1,
    }
    assert [change.kind for change in found.changes] == ["modifier", "code", "code"]


def test_a_release_does_not_differ_from_itself() -> None:
    assert changes([record(), record("CO")], [record(), record("CO")]) == ()
