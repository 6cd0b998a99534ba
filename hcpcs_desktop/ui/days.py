"""A date of service as people write it."""

from contextlib import suppress
from datetime import date, datetime

from hcpcs_desktop.domain.inputs import InputError

_FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d %H:%M:%S", "%m-%d-%Y", "%Y%m%d")
_YEARS = range(1965, 2101)
"""From the beginning of Medicare; anything else is a slip."""


def day(text: str) -> date:
    """A date, as 2026-11-20 or as 11/20/2026; raises InputError."""
    for form in _FORMS:
        try:
            found = datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
        if found.year in _YEARS:
            return found
    raise InputError("dos", f'"{text.strip()[:20]}" is no date: write 2026-11-20.')


def in_iso(text: str) -> str:
    """The date that a text names, as 2026-11-20; the text itself where it names none."""
    with suppress(InputError):
        return day(text).isoformat()
    return text
