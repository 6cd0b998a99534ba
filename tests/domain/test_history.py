"""The life of a code as events."""

from datetime import date

from hcpcs_desktop.domain.history import Event, events
from hcpcs_desktop.domain.record import Appearance, Record
from hcpcs_desktop.domain.validity import Span, Validity, validity


def appearance(release: str, **values: str) -> Appearance:
    fields = {name: (value,) if value else () for name, value in values.items()}
    return Appearance(release, Record("J9310", "code", fields))


def told(*appearances: Appearance, dropped: date | None = None) -> list[tuple[str, str, str]]:
    found = events(appearances, validity(appearances, dropped))
    return [(event.day.isoformat(), event.release, event.text) for event in found]


def changes(*appearances: Appearance) -> list[Event]:
    """The events that compare releases."""
    return [event for event in events(appearances, validity(appearances)) if event.since]


def test_a_life_from_added_to_discontinued() -> None:
    old = appearance("2018-01", long_description="a", added="1999-01-01", termination="")
    new = appearance("2019-01", long_description="b", added="1999-01-01", termination="2018-12-31")
    assert told(old, new) == [
        ("1999-01-01", "", "Added"),
        ("2018-12-31", "2019-01", "Discontinued; last valid day"),
        ("2019-01-01", "2019-01", "Long description changed"),
    ]


def test_what_the_oldest_list_tells_of_the_past_was_news_in_none() -> None:
    ended = appearance("2019-01", added="1999-01-01", termination="2018-12-31")
    assert [release for _, release, _ in told(ended)] == ["", ""]


def test_a_code_is_news_in_the_list_of_its_first_day() -> None:
    new = appearance("2020-07", added="2020-07-01", termination="")
    still = appearance("2020-10", added="2020-07-01", termination="")
    assert told(new, still) == [("2020-07-01", "2020-07", "Added")]


def test_what_took_its_place_stands_with_the_end() -> None:
    ended = appearance("2019-01", added="1999-01-01", termination="2018-12-31", xref="J9312")
    last = events([ended], validity([ended]))[-1]
    assert last.codes == ("J9312",)


def test_what_took_its_place_stays_where_a_later_list_prints_it_blank() -> None:
    ended = appearance("2019-01", added="1999-01-01", termination="2018-12-31", xref="J9312")
    later = appearance("2019-04", added="1999-01-01", termination="2018-12-31", xref="")
    found = events([ended, later], validity([ended, later]))
    assert [event.codes for event in found if event.text.startswith("Disc")] == [("J9312",)]


def test_the_newest_list_that_names_what_took_its_place_is_right() -> None:
    ended = appearance("2019-01", added="1999-01-01", termination="2018-12-31", xref="J9312")
    later = appearance("2019-04", added="1999-01-01", termination="2018-12-31", xref="Q5115")
    found = events([ended, later], validity([ended, later]))
    assert [event.codes for event in found if event.text.startswith("Disc")] == [("Q5115",)]


def test_each_end_has_what_took_its_place_then() -> None:
    lists = (
        appearance("2018-01", added="1999-01-01", termination="2017-12-31", xref="J9312"),
        appearance("2019-01", added="1999-01-01", termination="", xref=""),
        appearance("2020-01", added="1999-01-01", termination="2019-12-31", xref="Q5115"),
        appearance("2020-04", added="1999-01-01", termination="2019-12-31", xref=""),
    )
    found = events(lists, validity(lists))
    ends = [event.codes for event in found if event.text.startswith("Disc")]
    assert ends == [("J9312",), ("Q5115",)]


def test_a_column_that_a_release_lacks_is_no_event() -> None:
    whole = appearance("2020-07", long_description="a", added="2012-01-01", coverage="C")
    bare = appearance("2025-07", long_description="a")
    assert told(whole, bare) == [("2012-01-01", "", "Added")]


def test_a_change_is_seen_across_a_release_without_the_column() -> None:
    whole = appearance("2020-07", long_description="a", short_description="s", coverage="C")
    bare = appearance("2025-07", long_description="a")
    new = appearance("2026-01", long_description="b", short_description="t", coverage="D")
    found = changes(whole, bare, new)
    assert [(event.since, event.release, event.text) for event in found] == [
        ("2020-07", "2026-01", "Short description changed, coverage changed"),
        ("2025-07", "2026-01", "Long description changed"),
    ]
    assert found[0].fields == {
        "short_description": (("s",), ("t",)),
        "coverage": (("C",), ("D",)),
    }
    assert found[1].fields == {"long_description": (("a",), ("b",))}


def test_a_change_is_told_once_and_from_the_last_list_that_prints_it() -> None:
    lists = (
        appearance("2018-01", long_description="a", coverage="C"),
        appearance("2019-01", long_description="a", coverage="D"),
        appearance("2025-07", long_description="a"),
        appearance("2026-01", long_description="a", coverage=""),
        appearance("2026-04", long_description="a", coverage=""),
    )
    found = [(event.since, event.release, event.fields["coverage"]) for event in changes(*lists)]
    assert found == [
        ("2018-01", "2019-01", (("C",), ("D",))),
        ("2019-01", "2026-01", (("D",), ())),
    ]


def test_a_column_that_comes_back_the_same_is_no_event() -> None:
    whole = appearance("2020-07", long_description="a", coverage="C")
    bare = appearance("2025-07", long_description="a")
    assert changes(whole, bare, appearance("2026-01", long_description="a", coverage="C")) == []


def test_without_dates_the_list_is_the_event() -> None:
    assert told(appearance("2025-07", long_description="a")) == [
        ("2025-07-01", "2025-07", "In the July 2025 list")
    ]


def test_a_code_that_a_later_list_lacks_says_so() -> None:
    found = told(appearance("2020-07", added="2012-01-01"), dropped=date(2025, 7, 1))
    assert found[-1] == ("2025-07-01", "2025-07", "No longer listed; last valid day not known")


def test_a_code_that_surely_ended_is_no_news_of_a_list() -> None:
    life = Validity(
        (Span(date(2014, 1, 1), None),), dropped=date(2024, 1, 1), ended_by=date(2025, 1, 1)
    )
    last = events([appearance("2020-07", added="2014-01-01")], life)[-1]
    assert (last.release, last.text) == ("", "Discontinued by 2025-01-01; last valid day not known")


def test_an_end_is_told_of_a_code_of_which_the_first_day_is_not_known() -> None:
    listed = appearance("2021-04", termination="2021-06-30", xref="J1050")
    assert told(listed) == [
        ("2021-04-01", "2021-04", "In the April 2021 list"),
        ("2021-06-30", "2021-04", "Discontinued; last valid day"),
    ]


def test_an_end_that_is_taken_back_without_a_day_between_leaves_no_gap() -> None:
    old = appearance("2021-04", added="1999-01-01", termination="2021-06-30")
    still = appearance("2021-07", added="1999-01-01", termination="")
    assert told(old, still) == [
        ("1999-01-01", "", "Added"),
        ("2021-07-01", "2021-07", "Termination on 2021-06-30 taken back"),
    ]


def test_a_return_of_which_the_day_is_not_stated_is_news_of_the_list_that_has_it() -> None:
    old = appearance("2019-01", added="1999-01-01", termination="2018-12-31")
    back = appearance("2020-01", added="1999-01-01", termination="")
    assert told(old, back)[-1] == (
        "2020-01-01",
        "2020-01",
        "Usable again by this day, perhaps earlier",
    )


def test_an_announced_end_that_is_taken_back_before_its_day_is_told() -> None:
    announced = appearance("2021-07", added="1999-01-01", termination="2021-12-31")
    bare = appearance("2021-08", long_description="a")
    back = appearance("2021-10", added="1999-01-01", termination="")
    assert told(announced, bare, back) == [
        ("1999-01-01", "", "Added"),
        ("2021-10-01", "2021-10", "Termination on 2021-12-31 taken back"),
    ]


def test_an_end_may_be_taken_back_while_other_things_change() -> None:
    announced = appearance("2021-10", added="1999-01-01", termination="2021-12-31", coverage="C")
    back = appearance("2021-12", added="1999-01-01", termination="", coverage="D")
    assert told(announced, back)[-1] == (
        "2021-12-01",
        "2021-12",
        "Coverage changed, termination on 2021-12-31 taken back",
    )


def test_an_end_that_came_before_it_was_taken_back_is_told_by_the_days_alone() -> None:
    ended = appearance("2021-07", added="1999-01-01", termination="2021-12-30", coverage="C")
    back = appearance("2022-01", added="1999-01-01", termination="", coverage="D")
    assert [text for _, _, text in told(ended, back)] == [
        "Added",
        "Discontinued; last valid day",
        "Usable again by this day, perhaps earlier",
        "Coverage changed",
    ]


def test_another_day_of_an_announced_end_is_a_change() -> None:
    announced = appearance("2021-07", added="1999-01-01", termination="2021-12-31")
    later = appearance("2021-10", added="1999-01-01", termination="2022-03-31")
    (event,) = changes(announced, later)
    assert (event.since, event.release) == ("2021-07", "2021-10")
    assert event.fields == {"termination": (("2021-12-31",), ("2022-03-31",))}
