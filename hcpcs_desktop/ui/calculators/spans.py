"""Days and spans of days as people write them."""

import re
from datetime import date

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.ui import days

_APART = re.compile(r"[;\n]|,\s*(?=\d)")
_TO = re.compile(r"\s+(?:to|until|through|-)\s+|\s*(?:\.\.|–|—)\s*", re.IGNORECASE)
_SLASHED = re.compile(r"(?<=\d)-(?=\d{1,2}/)")


def day(name: str, text: str) -> date:
    """A date; raises InputError under the name of its field."""
    try:
        return days.day(text)
    except InputError as error:
        raise InputError(name, error.reason) from error


def spans(name: str, text: str) -> tuple[tuple[date, date], ...]:
    """First and last days: ``2026-03-05 to 2026-03-07; 2026-03-20``; raises InputError."""
    return tuple(_span(name, part) for part in _APART.split(text) if part.strip())


def _span(name: str, text: str) -> tuple[date, date]:
    ends = _TO.split(text.strip())
    if len(ends) == 1:
        ends = _SLASHED.split(text.strip())
    if len(ends) > 2:
        raise InputError(name, f'"{text.strip()[:30]}": write 2026-03-05 to 2026-03-07.')
    first = day(name, ends[0])
    return first, day(name, ends[-1])
