"""Dates as CMS writes them, and as Excel shows or stores them, as ISO text."""

import re
from datetime import date, timedelta
from functools import lru_cache

from hcpcs_desktop.sources.tally import Tally

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_SERIAL = re.compile(r"[2-7]\d{4}")
_EXCELS_FIRST_DAY = date(1899, 12, 30)
"""The day before Excel's day 1, moved by the leap day that 1900 did not have."""

_FIRST_OF_LAST_CENTURY = 70
"""Years of two digits from here on are of the 1900s; HCPCS has no older dates."""

_YEARS = range(1900, 2101)
"""Years that a date of CMS can have; besides, the last day of all stands for no end elsewhere."""

NONE = frozenset({"", "0"})
"""What stands where there is no date; Excel keeps an emptied cell of numbers as 0."""


def of_cell(text: str) -> date | None:
    """The day that a cell names, also by the number under which Excel keeps it (1954 to 2118)."""
    if _SERIAL.fullmatch(text):
        return _EXCELS_FIRST_DAY + timedelta(int(text))
    return parsed(text)


@lru_cache(maxsize=10_000)
def parsed(text: str) -> date | None:
    """The day that ``20190101``, ``2019-01-01``, ``1/1/2019`` or ``1/1/19`` names; else None."""
    if match := _COMPACT.fullmatch(text) or _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _SLASHES.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    try:
        found = date(_whole(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS or found == date.max else None


def iso(text: str, of: str, tally: Tally) -> str:
    """The date as ISO text; what is no date is left out with a remark that names the code."""
    if text in NONE:
        return ""
    found = of_cell(text)
    if found is None:
        tally.remarks.append(f"{of}: {text} is no date and was left out")
    return found.isoformat() if found else ""


def _whole(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= _FIRST_OF_LAST_CENTURY else 2000)
