"""Reads CMS's MUE tables: the most units of a code that are believable, and how they add up.

Source: CMS, Medicare NCCI MUE tables (practitioner, outpatient hospital, DME supplier), as csv,
tab-delimited text or workbook.
"""

import re
from collections.abc import Iterator
from typing import IO

from hcpcs_desktop.domain.codes import is_level_one, is_level_two
from hcpcs_desktop.domain.edits import Mai, MueLimit, MueTable
from hcpcs_desktop.sources import edit_names, edit_rows
from hcpcs_desktop.sources.reading import MueList, Reading
from hcpcs_desktop.sources.refusal import refusal

FAMILY = "mue"
_HEADINGS_WITHIN = 30
_CODE_HEADING = re.compile(r"HCPCS\s*/\s*CPT\s*CODE", re.I)
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
    return _CODE_HEADING.search(text) is not None and "MUE VALUES" in text


def is_sheet(rows: list[list[str]]) -> bool:
    """Whether the first rows of a sheet are those of an MUE table."""
    return any(_table_of(row) for row in rows[:_HEADINGS_WITHIN])


def read(file: IO[bytes], name: str, *outer: str, asked: str = "") -> Reading:
    """Read a table; ``outer`` are the names of the archives that it comes from.

    ``asked`` is the release that the user stated. Raises UserError for Medicaid's table, for a file
    that is none, and where its quarter stays unknown (kind ``release_needed``).
    """
    release = edit_names.settled(name, *outer, asked=asked)
    rows = edit_rows.rows(file, name, quoted=True)
    table = _heading(rows, name)
    data = [row for row in rows if row and row[0].strip()]
    limits = {limit.code: limit for row in data if (limit := _limit(row)) is not None}
    if not limits:
        raise refusal(name, "there are no limits in it")
    unread = sum(_limit(row) is None for row in data)
    warnings = [_KEPT_BACK]
    if unread:
        warnings.append(f"{unread:,} rows could not be read as limits")
    return Reading(
        FAMILY,
        release,
        name,
        rows_read=len(data),
        skipped=unread,
        warnings=tuple(warnings),
        mue_lists=(MueList(table, tuple(limits.values())),),
    )


def _heading(rows: Iterator[list[str]], name: str) -> MueTable:
    """Go past the heading, which names the table."""
    for number, row in enumerate(rows):
        table = _table_of(row)
        if table is not None:
            return table
        if number >= _HEADINGS_WITHIN:
            break
    raise refusal(name, "it has no heading with HCPCS/CPT Code and MUE Values")


def _table_of(row: list[str]) -> MueTable | None:
    """The table whose heading a row is; None where it is no heading."""
    if len(row) < 3 or _CODE_HEADING.search(row[0]) is None:
        return None
    heading = " ".join(row[1].split()).upper()
    if "MUE VALUES" not in heading:
        return None
    return next((table for word, table in _TABLES if word in heading), None)


def _limit(row: list[str]) -> MueLimit | None:
    """One limit; None where a cell is not what it should be. Of the indicator the digit counts."""
    code = edit_rows.code(row[0])
    value, mai = (cell.strip() for cell in [*row[1:], "", ""][:2])
    known = is_level_two(code) or is_level_one(code)
    if not known or not value.isdigit() or mai[:1] not in _MAIS:
        return None
    return MueLimit(code, int(value), _MAIS[mai[:1]])
