"""Rented equipment: the modifiers month by month, the last paid month, and who owns it then.

A rental month begins on the day of the month on which use began. A temporary interruption leaves
the count as it is, and the months begin anew on the day of return. After a longer one a new period
begins, if need ended and came again.

Sources: 42 CFR 414.229 (capped rental), 414.226 (oxygen), 414.230 (interruptions), 414.220 and
414.222; Medicare Claims Processing Manual ch. 20 s. 30. The figures are facts of the seeds.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.domain.inputs import InputError, one_of

Category = Literal["capped", "nutrition pump", "oxygen", "frequently serviced", "inexpensive"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
MOST_MONTHS = 120

_DAY = timedelta(days=1)
_OLD_CAP = 15
"""Months of a capped rental before title passed to the patient; official text of KJ."""

_BY_PRICING: dict[str, Category] = {
    "31": "frequently serviced",
    "32": "inexpensive",
    "33": "oxygen",
    "36": "capped",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The figures that the months rest on, from the facts of the seeds.

    ``title_since`` is the first day of rentals whose title passes after ``capped`` months; a break
    of up to ``temporary`` days beyond its month is temporary.
    """

    title_since: date
    capped: int
    nutrition_pump: int
    oxygen: int
    temporary: int

    @classmethod
    def of(cls, facts: Facts) -> "Limits":
        """The figures by their names; raises KeyError where one is missing."""
        return cls(
            facts.date("title_passes_from"),
            facts.number("capped_rental_months"),
            facts.number("nutrition_pump_months"),
            facts.number("oxygen_months"),
            facts.number("rental_break"),
        )


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


def schedule(
    first: date, category: Category, until: date, limits: Limits, breaks: Sequence[Break] = ()
) -> Rental:
    """The months of a rental up to a day; raises InputError for dates that make no sense."""
    one_of("category", category, CATEGORIES)
    _check(first, until, breaks)
    last_month = _last_month(category, first, limits)
    months = _months(first, category, until, breaks, limits.temporary)
    title = None
    paid = [month for month in months if last_month is None or month.number <= last_month]
    passes = category == "capped" and first >= limits.title_since
    if passes and paid and paid[-1].number == last_month:
        title = paid[-1].last + _DAY
    return Rental(
        tuple(paid), last_month, title, tuple(_notes(category, last_month, months, passes=passes))
    )


def _check(first: date, until: date, breaks: Sequence[Break]) -> None:
    if until < first:
        raise InputError("until", "This lies before the first day of the rental.")
    if until.year - first.year > MOST_MONTHS // 12:
        raise InputError("first", "The rental would last for more than ten years: check the dates.")
    for each in breaks:
        if each.stopped < first or each.resumed <= each.stopped:
            raise InputError("breaks", "A break begins after the first day, and ends later.")


def _last_month(category: Category, first: date, limits: Limits) -> int | None:
    if category == "capped":
        return limits.capped if first >= limits.title_since else _OLD_CAP
    return {"nutrition pump": limits.nutrition_pump, "oxygen": limits.oxygen}.get(category)


def _months(
    first: date, category: Category, until: date, breaks: Sequence[Break], temporary: int
) -> list[RentalMonth]:
    """Month after month from the first day; a break sets the day of the month anew."""
    months: list[RentalMonth] = []
    anchor, passed, number, period = first, 0, 1, 1
    while (start := _later(anchor, passed)) <= until:
        last = _later(anchor, passed + 1) - _DAY
        months.append(RentalMonth(number, period, start, last, _modifiers(category, number)))
        number, passed = number + 1, passed + 1
        back = max((each.resumed for each in breaks if start <= each.stopped <= last), default=last)
        if back > last + _DAY:
            anchor, passed = back, 0
            if (back - last).days - 1 > temporary:
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


def _notes(
    category: Category, last_month: int | None, months: Sequence[RentalMonth], *, passes: bool
) -> list[str]:
    notes = {
        "capped": f"First rented long ago: paid for {last_month} months, and no title passes.",
        "nutrition pump": f"Paid for {last_month} months; the supplier stays the owner.",
        "oxygen": f"Paid for {last_month} months; the supplier then serves on without payment.",
        "inexpensive": "Rental is paid until it adds up to the price of a purchase.",
        "frequently serviced": "Rented for as long as the item is needed.",
    }
    if passes:
        found = [f"Title passes to the patient on the day after month {last_month} (Medicare)."]
    else:
        found = [notes[category]]
    if last_month is not None and any(month.number > last_month for month in months):
        found.append(f"Months after month {last_month} are not paid and are left out.")
    if any(month.period > 1 for month in months):
        found.append(
            "After a break that is not temporary a new period counts only where the need had ended "
            "and began anew, with a new order."
        )
    return found
