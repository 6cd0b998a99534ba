"""The fixed-width record of CMS's quarterly list: where its fields stand in a line.

Source: CMS HCPCS contractor record layout; positions count from 0.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.sources import dates
from hcpcs_desktop.sources.record_values import folded, with_days

LINE = re.compile(r"(?:[A-Z][0-9]{4}|   [A-Z0-9]{2})[0-9]{5}[3478]")
BEGINNING = re.compile(r"[A-Z][0-9]{0,9}|   [A-Z0-9]{1,2}[0-9]{0,5}")
"""What is left of a line that is cut off before it can be told from junk."""

LAST_PLACE = 293
HEADING = 11
"""Characters with the code, the sequence number and the identification of a record."""

SEQUENCE, STEP = slice(5, 10), 100
"""Where the lines of a record are numbered, and how far apart."""

LONG = slice(HEADING, 91)
_TEXT: Mapping[str, tuple[int, int, int]] = {
    "short_description": (91, 28, 1),
    "pricing": (119, 2, 4),
    "multiple_pricing": (127, 1, 1),
    "cim": (128, 6, 3),
    "mcm": (146, 8, 3),
    "statute": (170, 10, 1),
    "lab_certification": (180, 3, 8),
    "xref": (204, 5, 5),
    "coverage": (229, 1, 1),
    "asc": (230, 2, 1),
    "asc_effective": (232, 8, 1),
    "mog": (240, 3, 1),
    "mog_indicator": (243, 1, 1),
    "mog_effective": (244, 8, 1),
    "processing_note": (252, 4, 1),
    "betos": (256, 3, 1),
    "tos": (260, 1, 5),
    "anesthesia_base_units": (265, 3, 1),
    "added": (268, 8, 1),
    "action_effective": (276, 8, 1),
    "termination": (284, 8, 1),
    "action": (292, 1, 1),
}
"""Of each field the position, the width of one place, and how many places there are."""

_HEAD = 200_000
"""Characters in which a text must have shown what it is."""

_SHORT = slice(91, 119)
_ADDED, _DAYS = re.compile(r"(?:19|20)\d{6}"), 268
"""The day on which a code was added, and where it stands."""

_WIDTHS = (LAST_PLACE, 320)
"""Of a record, with and without the filler at its end."""

_CODED, _DATED = slice(119, 268), slice(268, 293)
"""The fields between the descriptions and the dates, and the dates with the action."""

_PARTS = {
    part.start: {name: of for name, of in _TEXT.items() if part.start <= of[0] < part.stop}
    for part in (_CODED, _DATED)
}
"""The fields of each part, by where it begins."""


def is_text(text: str) -> bool:
    """Whether a text has lines of the fixed-width record."""
    return any(LINE.match(line) for line in text[:_HEAD].splitlines()[:200])


def may_be_record(line: str) -> bool:
    """Whether a line that is no record may have been one; notes are short and in words."""
    return len(line.strip()) >= LAST_PLACE or any(map(str.isdigit, line[:HEADING]))


def in_places(line: str) -> str:
    """A line with its fields in their places, also where they were counted in bytes of UTF-8."""
    raw = line.encode()
    by_letters, by_bytes = (
        _ADDED.match(line, _DAYS),
        _ADDED.match(raw.decode("cp1252", "replace"), _DAYS),
    )
    if not by_bytes or (by_letters and len(raw) not in _WIDTHS):
        return line
    parts = raw[:HEADING], raw[LONG], raw[_SHORT], raw[_SHORT.stop :]
    return "".join(part.decode(errors="replace").ljust(len(part)) for part in parts)


def values(line: str) -> dict[str, Values]:
    """The fields of a line, still without the long description; raises ValueError for a bad date.

    The parts behind the descriptions are read once for all codes that share them.
    """
    return {
        "long_description": (),
        "short_description": folded(line[_SHORT]),
        **_fields(line[_CODED], _CODED.start),
        **_fields(line[_DATED], _DATED.start),
    }


@lru_cache(maxsize=20_000)
def _fields(part: str, start: int) -> dict[str, Values]:
    """The fields in a part of a line that begins at ``start``; thousands of codes share them."""
    found = {
        name: _places(part, position - start, width, count)
        for name, (position, width, count) in _PARTS[start].items()
    }
    return with_days(found, dates.parsed)


def _places(part: str, start: int, width: int, count: int) -> Values:
    """The filled places of a field, runs of blanks folded into one."""
    filled = part[start : start + width * count].split()
    if count == 1 or not filled:
        return (" ".join(filled),) if filled else ()
    ends = range(start, start + width * count, width)
    return tuple([" ".join(text.split()) for at in ends if (text := part[at : at + width].strip())])
