"""What the record of a code says on a date, through the releases."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.record import Appearance, Known, Record, in_force, newest

from .record_histories import DAYS, NEWEST, QUARTERS, dated, histories, listed

ADDED = date(2010, 1, 1)


def test_each_field_comes_from_the_newest_release_that_prints_it() -> None:
    history = [
        listed("2019-01", coverage="C", pricing="51", statute="1833"),
        listed("2020-01", coverage="D", pricing=None),
        listed("2021-01", long_description="Something"),
    ]
    assert in_force(history, date(2021, 6, 1)) == {
        "coverage": Known(("D",), "2020-01"),
        "pricing": Known((), "2020-01"),
        "statute": Known(("1833",), "2019-01"),
        "long_description": Known(("Something",), "2021-01"),
    }


@pytest.mark.parametrize(
    ("on", "coverage"),
    [("2018-06-01", "C"), ("2019-12-31", "C"), ("2020-01-01", "D"), ("2020-01-31", "D")],
)
def test_a_field_is_that_of_the_day(on: str, coverage: str) -> None:
    history = [listed("2019-01", coverage="C"), listed("2020-01", coverage="D")]
    assert in_force(history, date.fromisoformat(on))["coverage"].values == (coverage,)


def test_before_the_first_release_the_nearest_later_one_answers() -> None:
    history = [listed("2020-01", coverage="C"), listed("2021-01", coverage="D", statute="1833")]
    known = in_force(history, date(2015, 1, 1))
    assert known["coverage"] == Known(("C",), "2020-01")
    assert known["statute"] == Known(("1833",), "2021-01")


def test_dates_once_known_stay_and_the_newest_are_right() -> None:
    history = [
        dated("2019-01", ADDED, None),
        dated("2020-01", ADDED, date(2019, 12, 31)),
        listed("2021-01", long_description="Something"),
    ]
    for on in (date(2019, 2, 1), date(2022, 1, 1)):
        assert in_force(history, on)["termination"] == Known(("2019-12-31",), "2020-01")
        assert in_force(history, on)["added"] == Known(("2010-01-01",), "2020-01")


@given(history=histories(), on=DAYS)
def test_a_field_that_no_release_prints_is_never_blank(history: list[Appearance], on: date) -> None:
    printed = {name for each in history for name in each.record.values}
    known = in_force(history, on)
    assert known.keys() == printed
    for name, each in known.items():
        (origin,) = [one for one in history if one.release == each.release]
        assert origin.record.values[name] == each.values


PRINTED = st.dictionaries(
    st.sampled_from(["added", "termination", "coverage", "pricing"]),
    st.lists(st.sampled_from(["2020-01-01", "C"]), max_size=1).map(tuple),
)


@given(printed=st.dictionaries(st.sampled_from(QUARTERS), PRINTED, min_size=1))
def test_the_newest_values_are_those_of_a_day_after_all_releases(
    printed: dict[str, dict[str, tuple[str, ...]]],
) -> None:
    history = [
        Appearance(release, Record("J9310", "code", values))
        for release, values in sorted(printed.items())
    ]
    after_all = {name: known.values for name, known in in_force(history, NEWEST).items()}
    assert newest(history) == after_all
