"""Reads CMS's NCCI procedure-to-procedure edits, of which those with a Level II code are kept.

The tables have millions of pairs, most of them of Level I codes, which belong to the AMA: those are
counted and dropped. Codes, dates and indicators are read, no texts.

Source: CMS, Medicare NCCI PTP edits, practitioner (f1 to f4) and hospital, text and workbook.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import IO, get_args

from hcpcs_desktop.domain.codes import is_level_one, is_level_two
from hcpcs_desktop.domain.edits import Indicator, PtpPair
from hcpcs_desktop.domain.packed_pairs import FIRST_DAY, LAST_DAY, Packer
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import dates, edit_names, edit_rows
from hcpcs_desktop.sources.reading import PtpPart, Reading
from hcpcs_desktop.sources.refusal import refusal

FAMILY = "ptp"
_HEADING = "COLUMN1"
_HEADINGS = [re.compile(text) for text in (rb"COLUMN\s*1\b", rb"COLUMN\s*2\b", rb"NOT\s*ALLOWED")]
_HEADINGS_WITHIN = 30
_INDICATORS: dict[str, Indicator] = {each: each for each in get_args(Indicator)}
_NO_DATE = ("*", "")
_WIDTH = 6


@dataclass
class Tally:
    """How reading went: rows of data, pairs kept, pairs of Level I alone, rows not understood."""

    rows: int = 0
    kept: int = 0
    level_one: int = 0
    skipped: int = 0


def is_table(head: bytes) -> bool:
    """Whether the first bytes of a text are those of a table of pairs."""
    text = head.upper()
    return all(pattern.search(text) for pattern in _HEADINGS)


def is_sheet(rows: list[list[str]]) -> bool:
    """Whether the first rows of a sheet are those of a table of pairs."""
    return any(_is_heading(row) for row in rows[:_HEADINGS_WITHIN])


def read(file: IO[bytes], name: str, *outer: str, asked: str = "") -> Reading:
    """Read a part of a table, row by row.

    ``outer`` are the names of the archives that it comes from, ``asked`` is the release that the
    user stated. Raises UserError for Medicaid's edits, for a file without pairs, and where the
    table (kind ``table_needed``) or the quarter (``release_needed``) stays unknown.
    """
    release = edit_names.settled(name, *outer, asked=asked)
    table = edit_names.ptp_table_in(name, *outer)
    if table is None:
        raise UserError(
            f"{name} does not tell whether it is for practitioners or hospitals. Keep CMS's name "
            "of the file (ccipra or ccioph).",
            "table_needed",
        )
    tally, packer = Tally(), Packer()
    for pair in _pairs(edit_rows.rows(file, name, quoted=False), name, tally):
        packer.add(pair)
    part = PtpPart(table, edit_names.part_of(name), tally.kept, packer.packed())
    return Reading(
        FAMILY,
        release,
        name,
        rows_read=tally.rows,
        skipped=tally.level_one + tally.skipped,
        warnings=_warnings(tally),
        ptp_parts=(part,),
    )


def _warnings(tally: Tally) -> tuple[str, ...]:
    """Sentences for the report."""
    found = []
    if tally.level_one:
        found.append(
            f"{tally.level_one:,} pairs of Level I codes alone were left out: they belong to the "
            "AMA"
        )
    if tally.skipped:
        found.append(f"{tally.skipped:,} rows could not be read as pairs")
    return tuple(found)


def _pairs(rows: Iterator[list[str]], name: str, tally: Tally) -> Iterator[PtpPair]:
    """The pairs below the headings with a Level II code on at least one side."""
    _skip_headings(rows, name)
    is_cut = False
    for row in rows:
        if len(row) < _WIDTH or not row[0]:
            is_cut = bool(row) and _is_code(edit_rows.code(row[0]))
            tally.skipped += is_cut
            continue
        is_cut = False
        tally.rows += 1
        if row[0][0].isdigit() and row[1][:1].isdigit():
            tally.level_one += 1
            continue
        pair = _pair(row)
        if pair is None:
            edit_rows.refuse_nul(row, name)
            tally.skipped += 1
        else:
            tally.kept += 1
            yield pair
    if is_cut:
        raise refusal(name, "its last row is cut off, so the file is not whole")
    if not (tally.kept or tally.level_one):
        raise refusal(name, "there are no pairs in it")


def _skip_headings(rows: Iterator[list[str]], name: str) -> None:
    """Go past the heading, which CMS spreads over several rows; data begin with two codes."""
    for number, row in enumerate(rows):
        if _is_heading(row):
            return
        if number >= _HEADINGS_WITHIN:
            break
    raise refusal(name, "it has no heading with Column 1 and Column 2")


def _is_heading(row: list[str]) -> bool:
    return bool(row) and "".join(row[0].split()).upper().strip('"') == _HEADING


def _pair(row: list[str]) -> PtpPair | None:
    """One edit; None where a cell is not what it should be."""
    column1, column2 = edit_rows.code(row[0]), edit_rows.code(row[1])
    effective, deletion = _day(row[3].strip()), row[4].strip()
    indicator = _INDICATORS.get(row[5].strip()[:1])
    ended = None if deletion in _NO_DATE else _day(deletion)
    if effective is None or indicator is None or (ended is None and deletion not in _NO_DATE):
        return None
    if not (_is_code(column1) and _is_code(column2)):
        return None
    return PtpPair(column1, column2, effective, ended, indicator)


def _is_code(text: str) -> bool:
    return is_level_two(text) or is_level_one(text)


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    """A date, however it is written; None for none, or one that no edit can have."""
    day = dates.of_cell(text)
    return day if day and FIRST_DAY <= day <= LAST_DAY else None
