"""A CMS release: a quarter's list of codes, and how its id and its day relate."""

import re
from datetime import date

_ID = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def is_release_id(text: str) -> bool:
    """Whether the text is a year and a month, such as ``2026-10``."""
    return _ID.fullmatch(text) is not None


def first_day(release: str) -> date:
    """The day on which a release takes effect: the first of its month."""
    year, month = release.split("-")
    return date(int(year), int(month), 1)


def name_of(release: str) -> str:
    """The release in words: ``2026-10`` is ``October 2026``."""
    day = first_day(release)
    return f"{_MONTHS[day.month - 1]} {day.year}"
