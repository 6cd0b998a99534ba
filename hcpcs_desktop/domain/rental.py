"""Rented equipment: the modifiers month by month, the last paid month, and who owns it then.

A rental month begins on the day of the month on which use began. An interruption of up to 60 days
beyond the rental month in which it falls is temporary: the count goes on, and the months begin
anew on the day of return. After a longer one a new period begins, if need ended and came again.

Sources: 42 CFR 414.229 (capped rental: 13 months, then title passes), 414.226 (oxygen: 36 months),
414.230 (interruptions), 414.220 and 414.222; Medicare Claims Processing Manual ch. 20 s. 30.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from hcpcs_desktop.domain.inputs import InputError, one_of

Category = Literal["capped", "nutrition pump", "oxygen", "frequently serviced", "inexpensive"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
MOST_MONTHS = 120

_DAY = timedelta(days=1)
_TEMPORARY = 60
THIRTEEN_SINCE = date(2006, 1, 1)
_OXYGEN_MONTHS = 36
_OLD_CAP = 15
_CAP = 13
_BY_PRICING: dict[str, Category] = {
    "31": "frequently serviced",
    "32": "inexpensive",
    "33": "oxygen",
    "36": "capped",
}


@dataclass(frozen=True, slots=True)
class Break:
    """Days without the item: the last day of use before, and the day of return."""

    stopped: date
    resumed: date


@dataclass(frozen=True, slots=True)
class RentalMonth:
    """One rental month: its number within its period of need, its days, its modifiers."""

    number: int
    period: int
    first: date
    last: date
    modifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rental:
    """The months of a rental.

    ``last_month`` is how many months are paid, None without a cap. ``title`` is the day on which
    the item becomes the patient's, None where it does not or the months are not reached yet.
    """

    months: tuple[RentalMonth, ...]
    last_month: int | None
    title: date | None
    notes: tuple[str, ...]


def category_of(code: str, pricing: Sequence[str]) -> Category | None:
    """The payment category that a record tells; None where it tells none that is rented."""
    if code in ("B9002", "B9004", "B9006"):
        return "nutrition pump"
    return next((_BY_PRICING[each] for each in pricing if each in _BY_PRICING), None)


def schedule(first: date, category: Category, until: date, breaks: Sequence[Break] = ()) -> Rental:
    """The months of a rental up to a day; raises InputError for dates that make no sense."""
    one_of("category", category, CATEGORIES)
    _check(first, until, breaks)
    last_month = _last_month(category, first)
    months = _months(first, category, until, sorted(breaks, key=lambda each: each.stopped))
    title = None
    paid = [month for month in months if last_month is None or month.number <= last_month]
    if category == "capped" and last_month == _CAP and paid and paid[-1].number == last_month:
        title = paid[-1].last + _DAY
    return Rental(tuple(paid), last_month, title, tuple(_notes(category, last_month, months)))


def _check(first: date, until: date, breaks: Sequence[Break]) -> None:
    if until < first:
        raise InputError("until", "This lies before the first day of the rental.")
    if until.year - first.year > MOST_MONTHS // 12:
        raise InputError("first", "The rental would last for more than ten years: check the dates.")
    for each in breaks:
        if each.stopped < first or each.resumed <= each.stopped:
            raise InputError("breaks", "A break begins after the first day, and ends later.")


def _last_month(category: Category, first: date) -> int | None:
    if category == "capped":
        return _CAP if first >= THIRTEEN_SINCE else _OLD_CAP
    return {"nutrition pump": _OLD_CAP, "oxygen": _OXYGEN_MONTHS}.get(category)


def _months(
    first: date, category: Category, until: date, breaks: Sequence[Break]
) -> list[RentalMonth]:
    """Month after month from the first day; a break sets the day of the month anew."""
    months: list[RentalMonth] = []
    anchor, passed, number, period = first, 0, 1, 1
    while (start := _later(anchor, passed)) <= until:
        last = _later(anchor, passed + 1) - _DAY
        months.append(RentalMonth(number, period, start, last, _modifiers(category, number)))
        number, passed = number + 1, passed + 1
        gone = next((each for each in breaks if start <= each.stopped <= last), None)
        if gone is not None and gone.resumed > last + _DAY:
            anchor, passed = gone.resumed, 0
            if (gone.resumed - last).days - 1 > _TEMPORARY:
                number, period = 1, period + 1
    return months


def _later(day: date, months: int) -> date:
    """The same day of a later month, or the last of it where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _modifiers(category: Category, number: int) -> tuple[str, ...]:
    """RR, and for what is rented up to a cap the month; oxygen and the rest have RR alone."""
    if category not in ("capped", "nutrition pump"):
        return ("RR",)
    if number == 1:
        return ("RR", "KH")
    return ("RR", "KI") if number <= 3 else ("RR", "KJ")


def _notes(category: Category, last_month: int | None, months: Sequence[RentalMonth]) -> list[str]:
    notes = []
    if category == "capped" and last_month == _CAP:
        notes.append("Title passes to the patient on the day after month 13 (Medicare).")
    elif category == "capped":
        notes.append("First rented before 2006: up to 15 months, and no title passes by itself.")
    elif category == "nutrition pump":
        notes.append("Nutrition pumps are paid for 15 months; the supplier stays the owner.")
    elif category == "oxygen":
        notes.append("Oxygen is paid for 36 months; the supplier then serves on, to five years.")
    elif category == "inexpensive":
        notes.append("Rental is paid until it adds up to the price of a purchase.")
    else:
        notes.append("Frequently serviced items are rented for as long as they are needed.")
    if last_month is not None and any(month.number > last_month for month in months):
        notes.append(f"Months after the {last_month}th are not paid and are left out.")
    if any(month.period > 1 for month in months):
        notes.append(
            "A break of more than 60 days beyond its month: a new period counts only where the "
            "need ended and began anew, with a new order."
        )
    return notes
