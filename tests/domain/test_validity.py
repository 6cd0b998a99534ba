"""When a code is valid, as its releases tell."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.record import Appearance, in_force
from hcpcs_desktop.domain.validity import dates_as_of, days_on, validity

from .record_histories import DAY, DAYS, LIVES, NEWEST, QUARTERS, dated, histories, listed


@given(life=LIVES, action=st.sampled_from("ABCDFNPRST"), release=st.sampled_from(QUARTERS))
def test_a_code_is_valid_from_the_added_day_to_the_termination_day(
    life: tuple[date, date | None], action: str, release: str
) -> None:
    added, end = life
    found = validity([dated(release, added, end, action)])
    assert found.state(added - DAY) == "not_yet_effective"
    assert found.state(added) == "valid"
    assert found.state(end or NEWEST) == "valid"
    if end is not None:
        assert found.state(end + DAY) == "discontinued"


@given(history=histories(), on=DAYS)
def test_every_day_has_one_state_and_spans_are_in_order(
    history: list[Appearance], on: date
) -> None:
    found = validity(history)
    starts = [span.start for span in found.spans]
    assert starts == sorted(starts)
    if not found.spans:
        assert found.state(on) == "unknown"
    elif on < starts[0]:
        assert found.state(on) == "not_yet_effective"
    elif on >= starts[-1]:
        end = found.spans[-1].end
        assert found.state(on) == ("discontinued" if end is not None and on > end else "valid")


@given(history=histories(), on=DAYS)
def test_the_order_in_which_releases_are_given_does_not_matter(
    history: list[Appearance], on: date
) -> None:
    assert validity(history[::-1]) == validity(history)
    assert in_force(history[::-1], on) == in_force(history, on)


@given(history=histories())
def test_a_release_without_dates_changes_nothing(history: list[Appearance]) -> None:
    assert validity([*history, listed("2027-01", long_description="Other")]) == validity(history)


@given(life=LIVES, releases=st.sets(st.sampled_from(QUARTERS), min_size=1))
def test_the_same_dates_in_every_release_are_one_span(
    life: tuple[date, date | None], releases: set[str]
) -> None:
    found = validity([dated(release, *life) for release in releases])
    assert [(span.start, span.end) for span in found.spans] == [life]


def test_a_code_without_dates_is_unknown() -> None:
    found = validity([listed("2025-07", long_description="Something")])
    assert found.spans == ()
    assert found.state(date(2025, 8, 1)) == "unknown"


ADDED = date(2010, 1, 1)
ENDED = date(2018, 12, 31)


def states(history: Sequence[Appearance], *days: str, dropped: date | None = None) -> list[str]:
    found = validity(history, dropped)
    return [found.state(date.fromisoformat(day)) for day in days]


def test_a_termination_date_that_was_taken_back_leaves_a_gap() -> None:
    history = [dated("2019-01", ADDED, ENDED, "D"), dated("2019-07", ADDED, None)]
    assert states(history, "2018-12-31", "2019-01-01", "2019-06-30", "2019-07-01") == [
        "valid",
        "unknown",
        "unknown",
        "valid",
    ]


@pytest.mark.parametrize(
    "back",
    [
        listed(
            "2019-07",
            added="2010-01-01",
            action="R",
            action_effective="2019-04-01",
            termination=None,
        ),
        listed("2019-07", added="2019-04-01", termination=None),
    ],
    ids=["action R", "added anew"],
)
def test_a_stated_day_of_reactivation_ends_the_gap(back: Appearance) -> None:
    history = [dated("2019-01", ADDED, ENDED), back]
    assert states(history, "2018-12-31", "2019-01-01", "2019-03-31", "2019-04-01") == [
        "valid",
        "discontinued",
        "discontinued",
        "valid",
    ]


@pytest.mark.parametrize("end", [None, date(2021, 3, 31)])
def test_a_termination_date_taken_back_before_it_came_leaves_no_gap(end: date | None) -> None:
    history = [dated("2018-07", ADDED, ENDED), dated("2018-10", ADDED, end)]
    assert states(history, "2018-12-31", "2019-01-01") == ["valid", "valid"]


@pytest.mark.parametrize(
    "back",
    [
        dated("2019-01", ADDED, None),
        dated("2019-01", ADDED, date(2020, 3, 31)),
        listed("2019-01", added="2010-01-01", termination=None, action="R",
               action_effective="2019-01-01"),
    ],
    ids=["taken back", "moved", "action R"],
)  # fmt: skip
def test_a_code_that_comes_back_on_the_day_after_its_last_goes_on(back: Appearance) -> None:
    found = validity([dated("2018-10", ADDED, ENDED), back, listed("2019-04", coverage="C")])
    assert [span.start for span in found.spans] == [ADDED]
    assert not found.unsure_after
    assert [found.state(day) for day in (ENDED, ENDED + DAY)] == ["valid", "valid"]


def test_a_stated_return_after_the_release_leaves_a_gap() -> None:
    back = listed(
        "2019-01", added="2010-01-01", termination=None, action="R", action_effective="2019-02-01"
    )
    assert states([dated("2018-10", ADDED, ENDED), back], "2019-01-31", "2019-02-01") == [
        "discontinued",
        "valid",
    ]


def test_a_code_that_is_added_anew_on_the_day_after_its_last_keeps_its_first_days() -> None:
    anew = date(2019, 1, 1)
    history = [
        dated("2018-10", ADDED, ENDED),
        dated("2019-01", anew, None),
        dated("2019-04", anew, None),
    ]
    assert states(history, "2018-12-31", "2019-01-01") == ["valid", "valid"]


def test_a_code_that_came_back_can_end_again() -> None:
    history = [
        dated("2019-01", ADDED, ENDED),
        dated("2019-07", ADDED, None),
        dated("2020-01", ADDED, date(2019, 12, 31)),
    ]
    assert states(history, "2019-06-30", "2019-07-01", "2019-12-31", "2020-01-01") == [
        "unknown",
        "valid",
        "valid",
        "discontinued",
    ]


def test_of_a_last_day_that_was_moved_after_both_only_that_day_is_sure() -> None:
    history = [dated("2019-01", ADDED, ENDED), dated("2020-04", ADDED, date(2020, 3, 31))]
    assert states(history, "2018-12-31", "2019-06-01", "2020-03-31", "2020-04-01") == [
        "valid",
        "unknown",
        "valid",
        "discontinued",
    ]
    assert all(span.end is None or span.start <= span.end for span in validity(history).spans)


def test_a_termination_date_may_be_set_earlier() -> None:
    history = [dated("2018-07", ADDED, ENDED), dated("2018-10", ADDED, date(2018, 9, 30))]
    assert states(history, "2018-09-30", "2018-10-01") == ["valid", "discontinued"]


def test_from_the_day_on_which_a_release_drops_it_a_code_is_unknown() -> None:
    dropped = date(2020, 1, 1)
    open_ended = [dated("2019-10", ADDED, None)]
    assert states(open_ended, "2019-12-31", "2020-01-01", dropped=dropped) == ["valid", "unknown"]
    ended = [dated("2019-10", ADDED, ENDED)]
    assert states(ended, "2018-12-31", "2020-01-01", dropped=dropped) == ["valid", "discontinued"]


RETURNED = [dated("2019-01", ADDED, ENDED), dated("2019-04", date(2019, 4, 1), date(2019, 12, 31))]
RETURNED_IN_SILENCE = [dated("2019-01", ADDED, ENDED), dated("2019-04", ADDED, None)]


@pytest.mark.parametrize(
    ("on", "days", "usable_again"),
    [
        ("2009-06-01", ("2010-01-01", "2018-12-31"), "2019-04-01"),
        ("2018-12-31", ("2010-01-01", "2018-12-31"), "2019-04-01"),
        ("2019-03-31", ("2010-01-01", "2018-12-31"), "2019-04-01"),
        ("2019-04-01", ("2019-04-01", "2019-12-31"), None),
        ("2020-01-01", ("2019-04-01", "2019-12-31"), None),
    ],
)
def test_the_days_of_a_code_that_came_back_are_those_of_the_span_that_answers(
    on: str, days: tuple[str, str], usable_again: str | None
) -> None:
    day, life = date.fromisoformat(on), validity(RETURNED)
    found = days_on(life, in_force(RETURNED, day), day)
    assert found == tuple(map(date.fromisoformat, days))
    assert life.usable_again(day) == (date.fromisoformat(usable_again) if usable_again else None)


def test_a_code_that_a_newer_list_lacks_is_not_said_to_be_usable_again() -> None:
    life = validity(RETURNED, dropped=date(2019, 4, 1))
    assert life.usable_again(date(2019, 3, 31)) is None


def test_only_the_last_day_may_be_known() -> None:
    history, day = [listed("2019-01", termination="2018-12-31")], date(2019, 2, 1)
    assert days_on(validity(history), in_force(history, day), day) == (None, ENDED)


def test_a_termination_date_stays_where_a_later_release_lacks_its_column() -> None:
    """J1040 ended; the next list prints ADD DT, but no TERM DT."""
    history = [
        dated("2018-10", ADDED, ENDED),
        listed("2019-01", added="2010-01-01"),
        listed("2019-04", added="2010-01-01"),
    ]
    assert states(history, "2018-12-31", "2019-01-01", "2019-05-01") == [
        "valid",
        "discontinued",
        "discontinued",
    ]


@pytest.mark.parametrize(
    "ended",
    [
        listed("2019-01", termination="2018-12-31"),
        listed("2019-01", added=None, termination="2018-12-31"),
    ],
    ids=["no column", "blank"],
)
def test_an_added_date_stays_where_a_later_release_lacks_it(ended: Appearance) -> None:
    history = [dated("2018-10", ADDED, None), ended]
    assert states(history, "2009-12-31", "2018-12-31", "2019-01-01") == [
        "not_yet_effective",
        "valid",
        "discontinued",
    ]


@pytest.mark.parametrize(
    "back", [listed("2019-07", termination=None), listed("2019-07", added=None, termination=None)]
)
def test_a_termination_date_is_taken_back_without_an_added_date(back: Appearance) -> None:
    history = [dated("2019-01", ADDED, ENDED), back]
    assert states(history, "2018-12-31", "2019-03-01", "2019-07-01") == [
        "valid",
        "unknown",
        "valid",
    ]


def test_a_code_that_is_added_anew_does_not_keep_its_earlier_end() -> None:
    anew = [listed(release, added="2019-04-01") for release in ("2019-04", "2019-07")]
    history = [dated("2019-01", ADDED, ENDED), *anew]
    assert states(history, "2018-12-31", "2019-03-31", "2019-04-01", "2020-01-01") == [
        "valid",
        "discontinued",
        "valid",
        "valid",
    ]


@pytest.mark.parametrize("later", [[], [listed("2019-04", long_description="Something")]])
def test_without_an_added_date_only_the_days_after_the_end_are_known(
    later: list[Appearance],
) -> None:
    history = [listed("2019-01", termination="2018-12-31"), *later]
    assert states(history, "2018-12-30", "2018-12-31", "2019-01-01") == [
        "unknown",
        "unknown",
        "discontinued",
    ]


def test_an_end_without_an_added_date_can_be_taken_back_and_be_told_before_it() -> None:
    ended = listed("2019-01", termination="2018-12-31")
    back, added = listed("2019-07", termination=None), listed("2019-07", added="2010-01-01")
    assert states([ended, back], "2018-12-31", "2019-08-01") == ["unknown", "unknown"]
    assert states([ended, added], "2018-12-31", "2019-08-01") == ["valid", "discontinued"]


def test_a_return_that_is_taken_back_leaves_the_first_end() -> None:
    history = [
        dated("2019-01", ADDED, ENDED),
        dated("2019-07", ADDED, None),
        dated("2020-01", ADDED, ENDED),
    ]
    assert states(history, "2018-12-31", "2019-03-01", "2019-08-01") == [
        "valid",
        "discontinued",
        "discontinued",
    ]


def test_a_day_of_return_before_the_end_is_none() -> None:
    back = listed(
        "2019-07", added="2010-01-01", action="R", action_effective="2018-04-01", termination=None
    )
    assert states([dated("2019-01", ADDED, ENDED), back], "2018-12-31", "2019-03-01") == [
        "valid",
        "unknown",
    ]


@pytest.mark.parametrize(
    ("history", "on", "release"),
    [
        ([dated("2020-07", ADDED, None), listed("2025-07")], date(2025, 8, 1), "2020-07"),
        ([dated("2020-07", ADDED, None), listed("2025-07")], date(2025, 6, 30), ""),
        ([dated("2020-07", ADDED, None)], date(2025, 8, 1), ""),
        ([dated("2020-07", ADDED, date(2030, 1, 1)), listed("2025-07")], date(2025, 8, 1), ""),
        ([listed("2020-07"), dated("2025-07", ADDED, None)], date(2025, 8, 1), ""),
        ([listed("2020-07"), listed("2025-07")], date(2025, 8, 1), ""),
        ([*RETURNED_IN_SILENCE, listed("2025-07")], date(2018, 6, 1), ""),
        ([*RETURNED_IN_SILENCE, listed("2025-07")], date(2025, 8, 1), "2019-04"),
    ],
)
def test_dates_are_old_where_a_newer_list_prints_none(
    history: list[Appearance], on: date, release: str
) -> None:
    known = in_force(history, on)
    assert dates_as_of(validity(history), known, history, on) == release


def test_an_end_that_is_printed_before_any_added_date_leaves_its_gap() -> None:
    end = listed("2019-01", termination="2018-12-31")
    back = listed("2020-01", added="2017-01-01", termination="")
    days = "2018-12-31", "2019-06-01", "2020-01-01"
    assert states([end, back], *days) == ["valid", "unknown", "valid"]


def test_an_end_and_a_new_added_date_that_are_both_announced_keep_the_days_before() -> None:
    end = listed("2018-07", added="2017-01-01", termination="2018-10-31")
    anew = listed("2018-10", added="2018-12-01", termination="")
    days = "2018-05-01", "2018-11-15", "2018-12-01"
    assert states([end, anew], *days) == ["valid", "discontinued", "valid"]


def test_an_end_before_all_returns_takes_all_of_them_back() -> None:
    ends = "2018-12-31", "", "2019-12-31", "", "2018-06-30"
    releases = "2019-01", "2019-07", "2020-01", "2020-07", "2021-01"
    history = [
        listed(release, added="2017-01-01", termination=end)
        for release, end in zip(releases, ends, strict=True)
    ]
    days = "2018-06-30", "2018-07-01", "2019-10-01", "2022-01-01"
    assert states(history, *days) == ["valid", "discontinued", "discontinued", "discontinued"]


def test_an_added_date_may_be_set_earlier() -> None:
    history = [
        dated("2019-01", ADDED, ENDED),
        dated("2020-01", date(2020, 1, 1), None),
        dated("2020-04", date(2009, 1, 1), None),
    ]
    assert states(history, "2009-06-01", "2019-06-01", "2020-02-01") == [
        "valid",
        "discontinued",
        "valid",
    ]
