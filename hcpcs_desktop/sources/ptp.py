"""Reads CMS's NCCI procedure-to-procedure edits, of which those with a Level II code are kept.

The tables have millions of pairs, most of them of Level I codes, which belong to the AMA: those are
counted and dropped. Codes, dates and indicators are read, no texts.

Source: CMS, Medicare NCCI PTP edits, practitioner (f1 to f4) and hospital, text and workbook.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import IO, get_args

from hcpcs_desktop.domain.codes import is_level_one, is_level_two
from hcpcs_desktop.domain.edits import Indicator, PtpPair, PtpTable
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import edit_names, edit_rows

FAMILY = "ptp"
_HEADING = "COLUMN1"
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


@dataclass
class PtpFile:
    """One part of a table of pairs; ``pairs`` may be run through once, and fills ``tally``."""

    table: PtpTable
    release: str
    file: str
    pairs: Iterator[PtpPair]
    tally: Tally = field(default_factory=Tally)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences for the report, once the pairs were run through."""
        found = []
        if self.tally.level_one:
            found.append(
                f"{self.tally.level_one:,} pairs of Level I codes alone were left out: they belong "
                "to the AMA"
            )
        if self.tally.skipped:
            found.append(f"{self.tally.skipped:,} rows could not be read as pairs")
        return tuple(found)


def is_table(head: bytes) -> bool:
    """Whether the first bytes of a text are those of a table of pairs."""
    squeezed = b"".join(head.upper().split())
    return b"COLUMN1" in squeezed and b"COLUMN2" in squeezed and b"NOTALLOWED" in squeezed


def is_sheet(rows: list[list[str]]) -> bool:
    """Whether the first rows of a sheet are those of a table of pairs."""
    return any(_is_heading(row) for row in rows[:_HEADINGS_WITHIN])


def read(file: IO[bytes], name: str, *outer: str, table: PtpTable | None = None) -> PtpFile:
    """Read a part of a table, which stays open while its pairs are run through.

    ``outer`` are the names of the archives that it comes from; ``table`` is stated where no name
    tells. Raises UserError for Medicaid's edits, and where the table (kind ``table_needed``) or the
    quarter (``release_needed``) stays unknown; for a file without pairs when they are run through.
    """
    for each in (name, *outer):
        edit_names.refuse_medicaid(each)
    found = table or edit_names.ptp_table_in(name, *outer)
    if found is None:
        raise UserError(
            f"{name} does not tell whether it is for practitioners or hospitals. Keep CMS's name "
            "of the file (ccipra or ccioph).",
            "table_needed",
        )
    release = edit_names.release_in(name, *outer)
    if not release:
        raise UserError(
            f"{name} does not tell its quarter. Keep CMS's name of the file, or say so as "
            f"YYYY-MM={name}.",
            "release_needed",
        )
    result = PtpFile(found, release, name, iter(()))
    result.pairs = _pairs(edit_rows.rows(file, name, quoted=False), name, result.tally)
    return result


def _pairs(rows: Iterator[list[str]], name: str, tally: Tally) -> Iterator[PtpPair]:
    """The pairs below the headings with a Level II code on at least one side."""
    _skip_headings(rows, name)
    for row in rows:
        if len(row) < _WIDTH or not row[0]:
            continue
        tally.rows += 1
        if row[0][0].isdigit() and row[1][:1].isdigit():
            tally.level_one += 1
            continue
        pair = _pair(row)
        if pair is None:
            tally.skipped += 1
        else:
            tally.kept += 1
            yield pair
    if not tally.rows:
        raise _refusal(name, "there are no pairs in it")


def _skip_headings(rows: Iterator[list[str]], name: str) -> None:
    """Go past the heading, which CMS spreads over several rows; data begin with two codes."""
    for number, row in enumerate(rows):
        if _is_heading(row):
            return
        if number >= _HEADINGS_WITHIN:
            break
    raise _refusal(name, "it has no heading with Column 1 and Column 2")


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
    """A date as CMS prints it, YYYYMMDD."""
    if len(text) != 8 or not text.isdigit():
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def _refusal(name: str, reason: str) -> UserError:
    return UserError(f"{name} was not taken: {reason}. Download it again from CMS.", "bad_file")
