"""Home-infusion per diems: days become lines by month, concurrent therapies take SH and SJ."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.per_diem import MOST_DAYS, Hold, PerDiemLine, Therapy, lines

PAIN, HYDRATION, FEEDING = "S9326", "S9374", "S9365"


def _day(text: str) -> date:
    return date.fromisoformat(f"2025-{text}")


def _therapy(code: str, start: str, stop: str | None, *holds: tuple[str, str]) -> Therapy:
    return Therapy(
        code,
        _day(start),
        _day(stop) if stop else None,
        tuple(Hold(_day(first), _day(last)) for first, last in holds),
    )


def _line(code: str, first: str, last: str, units: int, *modifiers: str) -> PerDiemLine:
    return PerDiemLine(code, modifiers, _day(first), _day(last), units)


def test_start_and_stop_count_as_days() -> None:
    result = lines([_therapy(PAIN, "03-03", "03-12")], _day("12-31"))
    assert result.lines == (_line(PAIN, "03-03", "03-12", 10),)


def test_one_day_of_therapy_is_one_unit() -> None:
    result = lines([_therapy("s9326", "03-03", "03-03")], _day("12-31"))
    assert result.lines == (_line(PAIN, "03-03", "03-03", 1),)


def test_each_calendar_month_has_its_line() -> None:
    result = lines([_therapy(PAIN, "01-30", "03-02")], _day("12-31"))
    assert result.lines == (
        _line(PAIN, "01-30", "01-31", 2),
        _line(PAIN, "02-01", "02-28", 28),
        _line(PAIN, "03-01", "03-02", 2),
    )


def test_days_on_hold_are_left_out() -> None:
    result = lines([_therapy(PAIN, "03-01", "03-10", ("03-04", "03-06"))], _day("12-31"))
    assert result.lines == (_line(PAIN, "03-01", "03-10", 7),)
    assert any("hold" in note for note in result.notes)


def test_holds_outside_of_the_therapy_change_nothing() -> None:
    therapy = _therapy(PAIN, "03-01", "03-10", ("02-01", "03-01"), ("03-10", "04-10"))
    assert lines([therapy], _day("12-31")).lines == (_line(PAIN, "03-02", "03-09", 8),)


def test_concurrent_therapies_are_ranked_in_their_order() -> None:
    same = [_therapy(code, "03-01", "03-05") for code in (PAIN, HYDRATION, FEEDING, "S9347")]
    assert lines(same, _day("12-31")).lines == (
        _line(PAIN, "03-01", "03-05", 5),
        _line(HYDRATION, "03-01", "03-05", 5, "SH"),
        _line(FEEDING, "03-01", "03-05", 5, "SJ"),
        _line("S9347", "03-01", "03-05", 5, "SJ"),
    )


def test_a_therapy_that_is_left_alone_loses_its_modifier() -> None:
    result = lines(
        [_therapy(PAIN, "03-01", "03-04"), _therapy(HYDRATION, "03-03", "03-07")],
        _day("12-31"),
    )
    assert result.lines == (
        _line(PAIN, "03-01", "03-04", 4),
        _line(HYDRATION, "03-05", "03-07", 3),
        _line(HYDRATION, "03-03", "03-04", 2, "SH"),
    )


def test_a_hold_of_the_first_therapy_moves_the_second_up() -> None:
    result = lines(
        [
            _therapy(PAIN, "03-01", "03-03", ("03-02", "03-02")),
            _therapy(HYDRATION, "03-01", "03-03"),
        ],
        _day("12-31"),
    )
    assert _line(HYDRATION, "03-02", "03-02", 1) in result.lines


def test_a_therapy_that_goes_on_is_counted_to_the_day_asked_for() -> None:
    result = lines([_therapy(PAIN, "03-01", None)], _day("03-20"))
    assert result.lines == (_line(PAIN, "03-01", "03-20", 20),)
    assert any("2025-03-20" in note for note in result.notes)


def test_a_therapy_of_later_has_no_lines_yet() -> None:
    assert lines([_therapy(PAIN, "05-01", None)], _day("03-20")).lines == ()
    assert lines([], _day("03-20")).lines == ()


@pytest.mark.parametrize(
    ("therapy", "field"),
    [
        (_therapy(PAIN, "03-05", "03-04"), "stop"),
        (_therapy(PAIN, "03-01", "03-10", ("03-06", "03-05")), "holds"),
        (Therapy(PAIN, date(2000, 1, 1)), "start"),
    ],
)
def test_dates_that_make_no_sense_are_refused(therapy: Therapy, field: str) -> None:
    with pytest.raises(InputError) as refused:
        lines([therapy], _day("12-31"))
    assert refused.value.field == field


@given(
    spans=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=1, max_size=4),
)
def test_no_day_is_lost_or_billed_twice(spans: list[tuple[int, int]]) -> None:
    start = date(2025, 1, 1).toordinal()
    therapies = [
        Therapy(
            f"S{9326 + place}",
            date.fromordinal(start + min(span)),
            date.fromordinal(start + max(span)),
        )
        for place, span in enumerate(spans)
    ]
    result = lines(therapies, date(2025, 12, 31))
    for place, span in enumerate(spans):
        billed = [each.units for each in result.lines if each.code == f"S{9326 + place}"]
        assert sum(billed) == max(span) - min(span) + 1
    without = sum(each.units for each in result.lines if not each.modifiers)
    days = {day for span in spans for day in range(min(span), max(span) + 1)}
    assert without == len(days) < MOST_DAYS
