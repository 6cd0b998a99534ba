"""Reads CMS's MUE tables: the most units of a code that are believable, and how they add up.

Source: CMS, Medicare NCCI MUE tables (practitioner, outpatient hospital, DME supplier), as csv,
tab-delimited text or workbook.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from hcpcs_desktop.domain.codes import is_level_one, is_level_two
from hcpcs_desktop.domain.edits import Mai, MueLimit, MueTable
from hcpcs_desktop.sources import edit_names, edit_rows
from hcpcs_desktop.sources.columns import is_blank_or_note
from hcpcs_desktop.sources.reading import MueList, Reading
from hcpcs_desktop.sources.refusal import refusal

FAMILY = "mue"
_HEADINGS_WITHIN = 30
_CODE_HEADING = re.compile(r"(?:HCPCS|CPT)\W*(?:HCPCS|CPT)?\W*CODE", re.I)
_VALUE_HEADING = "MUE VALUE"
_MAI_HEADING = re.compile(r".*ADJUDICATION|MAI\b")
_TABLES: tuple[tuple[str, MueTable], ...] = (
    ("PRACTITIONER", "practitioner"),
    ("HOSPITAL", "outpatient_hospital"),
    ("FACILITY", "outpatient_hospital"),
    ("DME", "dme_supplier"),
)
_KEPT_BACK = "CMS keeps some limits to itself: a code that is not listed may still have one"
_MAIS: dict[str, Mai] = {"1": 1, "2": 2, "3": 3}


def is_table(head: bytes) -> bool:
    """Whether the first bytes of a text are those of an MUE table."""
    if b"MUE" not in head:
        return False
    text = " ".join(head.decode("cp1252", "replace").split()).upper()
    return _CODE_HEADING.search(text) is not None and _VALUE_HEADING in text


def is_sheet(rows: list[list[str]]) -> bool:
    """Whether the first rows of a sheet are those of an MUE table."""
    return any(_heading_of(row) for row in rows[:_HEADINGS_WITHIN])


def read(file: IO[bytes], name: str, *outer: str, asked: str = "") -> Reading:
    """Read a table; ``outer`` are the names of the archives that it comes from.

    ``asked`` is the release that the user stated. Raises UserError for Medicaid's table, for a file
    that is none or that gives a code two limits, and where its quarter stays unknown (kind
    ``release_needed``).
    """
    release = edit_names.settled(name, *outer, asked=asked)
    rows = edit_rows.rows(file, name, quoted=True)
    heading = _heading(rows, name)
    limits: dict[str, MueLimit] = {}
    read = unread = 0
    for row in rows:
        limit = _limit(row, heading)
        if limit is not None:
            read += 1
            if limits.setdefault(limit.code, limit) != limit:
                raise refusal(name, f"it lists {limit.code} twice with different limits")
        elif not (is_blank_or_note(row) or _heading_of(row)):
            edit_rows.refuse_nul(row, name)
            unread += 1
    if not limits:
        raise refusal(name, "there are no limits in it")
    warnings = [_KEPT_BACK]
    if unread:
        warnings.append(f"{unread:,} rows could not be read as limits")
    return Reading(
        FAMILY,
        release,
        name,
        rows_read=read + unread,
        skipped=unread,
        warnings=tuple(warnings),
        mue_lists=(MueList(heading.table, tuple(limits.values())),),
    )


@dataclass(frozen=True, slots=True)
class _Heading:
    """Which table it is, and in which columns code, value and indicator stand."""

    table: MueTable
    code: int
    value: int
    mai: int


def _heading(rows: Iterator[list[str]], name: str) -> _Heading:
    """Go past the heading, which names the table."""
    for number, row in enumerate(rows):
        if heading := _heading_of(row):
            return heading
        if number >= _HEADINGS_WITHIN:
            break
    raise refusal(name, "it has no heading with HCPCS/CPT Code and MUE Values")


def _heading_of(row: list[str]) -> _Heading | None:
    """What a heading says; None where the row is no heading."""
    if len(row) < 3:
        return None
    names = [" ".join(cell.split()).upper() for cell in row]
    code = next((at for at, text in enumerate(names) if _CODE_HEADING.match(text)), None)
    value = next((at for at, text in enumerate(names) if _VALUE_HEADING in text), None)
    mai = next((at for at, text in enumerate(names) if _MAI_HEADING.match(text)), None)
    if code is None or value is None or mai is None:
        return None
    table = next((table for word, table in _TABLES if word in names[value]), None)
    return _Heading(table, code, value, mai) if table else None


def _limit(row: list[str], heading: _Heading) -> MueLimit | None:
    """One limit; None where a cell is not what it should be. Of the indicator the digit counts."""
    if len(row) <= max(heading.code, heading.value, heading.mai):
        return None
    code = edit_rows.code(row[heading.code])
    value, mai = row[heading.value].strip().replace(",", ""), row[heading.mai].strip()
    known = is_level_two(code) or is_level_one(code)
    if not known or not value.isdecimal() or mai[:1] not in _MAIS:
        return None
    return MueLimit(code, int(value), _MAIS[mai[:1]])
