"""Home-infusion per diems: days of therapy become claim lines for each calendar month.

Every day on which the patient has access to a prescribed therapy is a unit, from the day it starts
to the day it is stopped for good, days on hold left out. Of therapies that run on the same day, the
second takes SH and each further one SJ.

Source: National Home Infusion Association coding standard; CMS HCPCS list (SH, SJ). Payers often
want one calendar month a line; whether days on hold are paid, the contract says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.inputs import InputError

MOST_DAYS = 1_100
"""Days of one therapy that are counted; more is a slip in a date."""

_DAY = timedelta(days=1)
_BY_RANK = ((), ("SH",))
_FURTHER = ("SJ",)


@dataclass(frozen=True, slots=True)
class Hold:
    """Days without access to a therapy, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Therapy:
    """A therapy with its per-diem code and its first and last day; ``stop`` is None while it runs.

    Therapies are ranked in the order in which they are given.
    """

    code: str
    start: date
    stop: date | None = None
    holds: tuple[Hold, ...] = ()


@dataclass(frozen=True, slots=True)
class PerDiemLine:
    """One line: so many days of a therapy in one month, the first and the last of them."""

    code: str
    modifiers: tuple[str, ...]
    first: date
    last: date
    units: int


@dataclass(frozen=True, slots=True)
class PerDiemResult:
    """The lines by month, and what to know about them."""

    lines: tuple[PerDiemLine, ...]
    notes: tuple[str, ...]


def lines(therapies: Sequence[Therapy], until: date) -> PerDiemResult:
    """The claim lines for therapies up to a day; raises InputError for dates that make no sense."""
    days = [_days(therapy, until) for therapy in therapies]
    found: dict[tuple[int, int, int, tuple[str, ...]], list[date]] = {}
    for day in sorted(set().union(*days)):
        running = [place for place, active in enumerate(days) if day in active]
        for rank, place in enumerate(running):
            found.setdefault((day.year, day.month, place, _modifiers(rank)), []).append(day)
    return PerDiemResult(
        tuple(
            PerDiemLine(normalise(therapies[place].code), modifiers, each[0], each[-1], len(each))
            for (_, _, place, modifiers), each in sorted(found.items())
        ),
        tuple(_notes(therapies, until)),
    )


def _modifiers(rank: int) -> tuple[str, ...]:
    return _BY_RANK[rank] if rank < len(_BY_RANK) else _FURTHER


def _days(therapy: Therapy, until: date) -> set[date]:
    """The days of a therapy up to a day, without those on hold."""
    last = until if therapy.stop is None else min(therapy.stop, until)
    if therapy.stop is not None and therapy.stop < therapy.start:
        raise InputError("stop", f"{therapy.code} stops before it starts: correct the dates.")
    if (last - therapy.start).days >= MOST_DAYS:
        raise InputError("start", f"{therapy.code} has more than {MOST_DAYS:,} days: check.")
    return set(_between(therapy.start, last)) - {
        day for hold in therapy.holds for day in _held(therapy, hold, last)
    }


def _held(therapy: Therapy, hold: Hold, last: date) -> Iterator[date]:
    if hold.last < hold.first:
        raise InputError("holds", f"A hold of {therapy.code} ends before it begins.")
    return _between(max(hold.first, therapy.start), min(hold.last, last))


def _between(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))


def _notes(therapies: Sequence[Therapy], until: date) -> Iterator[str]:
    if any(therapy.holds for therapy in therapies):
        yield "Days on hold are left out; some contracts pay them."
    if len(therapies) > 1:
        yield "The first therapy has no modifier, the second SH, each further one SJ, day by day."
    open_ended = [therapy.code for therapy in therapies if therapy.stop is None]
    if open_ended:
        yield f"Counted to {until}: {', '.join(open_ended)} has no last day yet."
    yield "Drugs and nursing visits are billed apart from the per diem."
