"""Reads CMS's processing notes, the numbered remarks that records refer to.

Source: ``proc_notes_*.txt`` of CMS's HCPCS zips.
"""

import re

from hcpcs_desktop.domain.note import ProcessingNote
from hcpcs_desktop.sources import plain_text
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import Tally

FAMILY = "processing_notes"

_NUMBERED = re.compile(r"\s*(\d{4})--(.*)")
_HEAD = 200


def is_text(text: str) -> bool:
    """Whether a text has lines that begin with the number of a note."""
    return any(_NUMBERED.match(line) for line in text[:20_000].splitlines()[:_HEAD])


def read_text(text: str, name: str) -> Reading:
    """Read the notes; raises UserError where there are none. The text tells no release."""
    tally = Tally(name)
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in plain_text.lines(text, name):
        content = line.rstrip().rstrip("*").strip()
        if match := _NUMBERED.fullmatch(content):
            if match[1] in found:
                tally.remarks.append(f"note {match[1]} stands in it twice; the second counts")
            current = found[match[1]] = [match[2]]
        elif current is not None and content:
            current.append(content)
        tally.rows_read += bool(content)
    if not found:
        raise tally.refuse("it has no processing note in it")
    notes = (ProcessingNote(number, " ".join(" ".join(t).split())) for number, t in found.items())
    return Reading(
        FAMILY, "", name, rows_read=tally.rows_read, warnings=tally.warnings, notes=tuple(notes)
    )
