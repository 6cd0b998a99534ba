"""Releases, and whether a newer one is due."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.freshness import freshness
from hcpcs_desktop.domain.release import first_day, is_release_id, name_of

QUARTERS = st.builds("{}-{:02}".format, st.integers(2018, 2030), st.sampled_from([1, 4, 7, 10]))


@pytest.mark.parametrize("text", ["2026-10", "2019-01", "2020-12"])
def test_a_year_and_a_month_are_a_release(text: str) -> None:
    assert is_release_id(text)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "2026-1", "26-10", "2026-10-01"]
)
def test_other_texts_are_none(text: str) -> None:
    assert not is_release_id(text)


def test_a_release_has_a_first_day_and_a_name() -> None:
    assert first_day("2026-10") == date(2026, 10, 1)
    assert name_of("2026-10") == "October 2026"


@given(release=QUARTERS)
def test_the_next_release_is_due_three_months_after_the_first_day(release: str) -> None:
    due = freshness(release, date(2020, 1, 1)).next_release_due
    start = first_day(release)
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == 3
    assert due.day == 1


@pytest.mark.parametrize(
    ("release", "today", "due", "stale"),
    [
        ("2026-07", date(2026, 9, 30), date(2026, 10, 1), False),
        ("2026-07", date(2026, 10, 1), date(2026, 10, 1), True),
        ("2026-10", date(2026, 12, 31), date(2027, 1, 1), False),
        ("2026-05", date(2026, 6, 30), date(2026, 7, 1), False),
        ("", date(2026, 11, 22), date(2026, 10, 1), True),
    ],
)
def test_a_release_grows_old_when_the_next_takes_effect(
    release: str, today: date, due: date, stale: bool
) -> None:
    found = freshness(release, today)
    assert (found.release, found.next_release_due, found.stale) == (release, due, stale)
