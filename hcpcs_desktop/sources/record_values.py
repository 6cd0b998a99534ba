"""The values of a record as its readers make them: days as ISO text, white space folded."""

from collections.abc import Callable
from datetime import date

from hcpcs_desktop.domain.dictionary import DATES
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.sources import dates

DIGITS_OF_A_DAY = 8


def with_days(values: dict[str, Values], parsed: Callable[[str], date | None]) -> dict[str, Values]:
    """The fields with their dates as ISO text, as ``parsed`` reads one; raises ValueError for none.

    Half a date of the ASC group is kept as printed: CMS shifted that field by two places on five
    records of 2018.
    """
    for name in DATES:
        for text in values.get(name, ()):
            values[name] = _day(text, name, parsed)
    return values


def _day(text: str, name: str, parsed: Callable[[str], date | None]) -> Values:
    if text in dates.NONE:
        return ()
    if found := parsed(text):
        return (found.isoformat(),)
    if name == "asc_effective" and len(text) < DIGITS_OF_A_DAY:
        return (text,)
    raise ValueError(f"{text} ({name})")


def folded(text: str) -> Values:
    """A text without needless white space; nothing where there is nothing else in it."""
    is_plain = "  " not in text and text.isprintable()  # as no other white space than a blank is
    folded = text.strip() if is_plain else " ".join(text.split())
    return (folded,) if folded else ()
