"""Whether a newer CMS release is due.

Source: CMS publishes HCPCS quarterly, in effect on the first of January, April, July and October.
"""

from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain.release import first_day


@dataclass(frozen=True, slots=True)
class Freshness:
    """The newest release held (empty where none is), when the next takes effect, and if it has."""

    release: str
    next_release_due: date
    stale: bool


def freshness(release: str, today: date) -> Freshness:
    """Judge the newest release held by the calendar alone."""
    due = _next_quarter(first_day(release)) if release else _quarter(today)
    return Freshness(release, due, stale=today >= due)


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _next_quarter(day: date) -> date:
    start = _quarter(day)
    return date(start.year + start.month // 10, (start.month + 2) % 12 + 1, 1)
