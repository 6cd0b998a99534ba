"""Rented equipment: months, modifiers, the cap, title, and interruptions."""

from collections.abc import Sequence
from datetime import date

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.rental import (
    Break,
    Category,
    Limits,
    Rental,
    category_of,
)
from hcpcs_desktop.domain.rental import schedule as schedule_of
from hcpcs_desktop.sources import facts

LONG = date(2030, 1, 1)
LIMITS = Limits.of(facts.read(paths.seeds() / "facts.toml"))


def schedule(first: date, category: Category, until: date, breaks: Sequence[Break] = ()) -> Rental:
    """The months of a rental under the figures of the seeds."""
    return schedule_of(first, category, until, LIMITS, breaks)


def _modifiers(rental: Rental) -> list[str]:
    return ["".join(month.modifiers[1:]) for month in rental.months]


def test_a_capped_rental_month_by_month() -> None:
    rental = schedule(date(2024, 1, 15), "capped", LONG)
    assert _modifiers(rental) == ["KH", "KI", "KI", *["KJ"] * 10]
    assert all(month.modifiers[0] == "RR" for month in rental.months)
    assert (rental.months[0].first, rental.months[0].last) == (date(2024, 1, 15), date(2024, 2, 14))
    assert (rental.months[12].first, rental.months[12].last) == (
        date(2025, 1, 15),
        date(2025, 2, 14),
    )
    assert rental.last_month == 13
    assert rental.title == date(2025, 2, 15)
    assert any("not paid" in note for note in rental.notes)


def test_only_months_that_have_begun_are_listed() -> None:
    rental = schedule(date(2024, 1, 15), "capped", date(2024, 3, 15))
    assert len(rental.months) == 3
    assert rental.title is None
    assert len(schedule(date(2024, 1, 15), "capped", date(2024, 3, 14)).months) == 2


def test_items_first_rented_before_2006_keep_fifteen_months_without_title() -> None:
    old = schedule(date(2005, 12, 31), "capped", date(2008, 1, 1))
    assert (old.last_month, len(old.months), old.title) == (15, 15, None)
    assert schedule(date(2006, 1, 1), "capped", date(2008, 1, 1)).last_month == 13


def test_a_nutrition_pump_is_paid_for_fifteen_months_and_keeps_its_owner() -> None:
    rental = schedule(date(2024, 1, 1), "nutrition pump", LONG)
    assert (len(rental.months), rental.title) == (15, None)
    assert _modifiers(rental)[-1] == "KJ"


@pytest.mark.parametrize(
    ("category", "months", "last"),
    [("oxygen", 36, 36), ("frequently serviced", 73, None), ("inexpensive", 73, None)],
)
def test_what_has_no_month_modifiers(category: str, months: int, last: int | None) -> None:
    rental = schedule(date(2024, 1, 1), category, LONG)  # type: ignore[arg-type]
    assert {month.modifiers for month in rental.months} == {("RR",)}
    assert (len(rental.months), rental.last_month) == (months, last)


def test_a_month_that_is_shorter_ends_on_its_last_day() -> None:
    rental = schedule(date(2024, 1, 31), "capped", date(2024, 5, 1))
    assert [month.first for month in rental.months] == [
        date(2024, 1, 31),
        date(2024, 2, 29),
        date(2024, 3, 31),
        date(2024, 4, 30),
    ]


def test_a_break_within_a_rental_month_changes_nothing() -> None:
    away = Break(date(2024, 2, 1), date(2024, 2, 14))
    with_break = schedule(date(2024, 1, 15), "capped", LONG, [away])
    assert with_break.months == schedule(date(2024, 1, 15), "capped", LONG).months


def test_after_a_temporary_break_the_count_goes_on_from_the_day_of_return() -> None:
    sixty = Break(date(2024, 2, 1), date(2024, 4, 15))
    rental = schedule(date(2024, 1, 15), "capped", LONG, [sixty])
    second = rental.months[1]
    assert (second.number, second.period, second.first) == (2, 1, date(2024, 4, 15))
    assert second.modifiers == ("RR", "KI")
    assert rental.title == date(2025, 4, 15)


def test_after_a_long_break_a_new_period_begins() -> None:
    sixty_one = Break(date(2024, 2, 1), date(2024, 4, 16))
    rental = schedule(date(2024, 1, 15), "capped", LONG, [sixty_one])
    second = rental.months[1]
    assert (second.number, second.period, second.modifiers) == (1, 2, ("RR", "KH"))
    assert any("new period" in note for note in rental.notes)


def test_breaks_may_come_in_any_order() -> None:
    one = Break(date(2024, 2, 1), date(2024, 3, 1))
    two = Break(date(2024, 6, 10), date(2024, 7, 20))
    there = schedule(date(2024, 1, 15), "capped", LONG, [one, two])
    assert there == schedule(date(2024, 1, 15), "capped", LONG, [two, one])
    assert len(there.months) == 13


def test_of_two_breaks_in_one_month_the_longer_counts() -> None:
    short = Break(date(2024, 1, 20), date(2024, 1, 25))
    long = Break(date(2024, 2, 1), date(2024, 6, 1))
    rental = schedule(date(2024, 1, 15), "capped", LONG, [short, long])
    assert rental.months[1].first == date(2024, 6, 1)


@pytest.mark.parametrize(
    ("code", "pricing", "category"),
    [
        ("E0781", ("36",), "capped"),
        ("B9004", ("39",), "nutrition pump"),
        ("E1390", ("33",), "oxygen"),
        ("E0465", ("31",), "frequently serviced"),
        ("E0570", ("32",), "inexpensive"),
        ("L1832", ("38",), None),
        ("E0000", (), None),
    ],
)
def test_the_record_tells_the_category(
    code: str, pricing: tuple[str, ...], category: str | None
) -> None:
    assert category_of(code, pricing) == category


@pytest.mark.parametrize(
    ("first", "until", "breaks", "field"),
    [
        (date(2024, 1, 2), date(2024, 1, 1), [], "until"),
        (date(2000, 1, 1), date(2024, 1, 1), [], "first"),
        (date(2024, 1, 1), LONG, [Break(date(2023, 12, 1), date(2024, 2, 1))], "breaks"),
        (date(2024, 1, 1), LONG, [Break(date(2024, 3, 1), date(2024, 3, 1))], "breaks"),
    ],
)
def test_dates_that_make_no_sense_are_refused(
    first: date, until: date, breaks: list[Break], field: str
) -> None:
    with pytest.raises(InputError) as refused:
        schedule(first, "capped", until, breaks)
    assert refused.value.field == field


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        schedule(date(2024, 1, 1), "rented", LONG)  # type: ignore[arg-type]
    assert refused.value.field == "category"
