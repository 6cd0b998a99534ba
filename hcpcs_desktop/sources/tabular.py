"""Csv texts and workbooks as rows of str, and the limits that keep a reader alive."""

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from hcpcs_desktop.sources import old_workbook
from hcpcs_desktop.sources.archive import looks_like_zip, open_archive
from hcpcs_desktop.sources.refusal import refusal, refuse_entities

LONGEST_CELL = 32_767
"""Characters in one cell, the limit of the xlsx format itself."""

_HEAD = 100_000
_HEAD_ROWS = 100
"""Where a file must have shown what it is; CMS's headers stand in the first 13 rows."""

_SHEET_LIMIT = 300_000_000
_SHEET = b"sheetData"
_FAR = (
    rb"""(?! r="[A-C]?[A-Z][0-9]{1,5}")(?=[\s/>])(?!\s+r\s*=\s*["']"""
    rb"""(?:[A-C]?[A-Z][0-9]{1,5}|[D-I][A-Z]1?[0-9]{1,4}|[A-L]1?[0-9]{1,6})["'])"""
)
_FAR_CELL, _FAR_CELL_PREFIXED = re.compile(rb"<c" + _FAR), re.compile(rb"<\w+:c" + _FAR)
"""A cell that does not begin by saying that it stands in a table of CMS's size: up to row 99,999,
up to row 19,999 where there are more than 104 columns (CMS's crosswalks have empty ones up to IP),
up to row 1,999,999 where there are no more than twelve. The reader makes room for all cells up to
the farthest, and counts on where a cell says nothing. Nearly all cells pass at the first look."""

DELIMITERS = (",", "\t", ";")
"""What parts the cells of a text; CMS writes commas, other programs that saved it the others."""

_QUOTED = re.compile(r"'(?: {0,3}[0-9A-Za-z./-]{1,12}|[0-9][^']*)")
"""A code, number or date with the apostrophe by which people keep Excel from changing it."""

_SHOWN_DIGITS = ".15g"
"""As many digits of a number as Excel shows; the next one is noise of binary fractions."""

Row = list[str]


def csv_head(text: str, delimiter: str = ",") -> list[Row]:
    """The first rows of a text read as csv, to see what it is; never raises."""
    try:
        rows = csv.reader(StringIO(text[:_HEAD], newline=""), delimiter=delimiter)
        return list(islice(rows, _HEAD_ROWS))
    except csv.Error:
        return []


def csv_rows(text: str, name: str, delimiter: str = ",") -> list[Row]:
    """The rows of a csv text without empty cells at their ends; raises UserError if it is bad."""
    try:
        rows = [
            [cell(value, name) for value in row[: _filled(row)]]
            for row in csv.reader(StringIO(text, newline=""), strict=True, delimiter=delimiter)
        ]
    except csv.Error as error:
        raise refusal(name, f"it is no whole csv file ({error})") from error
    return rows


def sheets(data: bytes, name: str) -> dict[str, list[Row]]:
    """The sheets of a workbook by name, each cell as text; hidden ones are left out.

    Raises UserError if it is bad.
    """
    is_old = old_workbook.looks_like(data)
    raw = old_workbook.sheets(data, name) if is_old else _new_sheets(data, name)
    text_of = _Cells(name).__getitem__
    return {title: [list(map(text_of, row)) for row in rows] for title, rows in raw.items()}


def is_workbook(data: bytes) -> bool:
    """Whether bytes begin as a workbook does; a zip of files begins so, too."""
    return looks_like_zip(data) or old_workbook.looks_like(data)


def _new_sheets(data: bytes, name: str) -> Mapping[str, Sequence[Sequence[object]]]:
    """The sheets of an xlsx workbook, each cell as it was."""
    _check_workbook(data, name)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            return {title: book.get_sheet_by_name(title).to_python() for title in _shown(book)}
    except (CalamineError, ValueError, OSError) as error:
        raise refusal(name, f"it is not a readable workbook ({error})") from error


def _shown(book: CalamineWorkbook) -> list[str]:
    """The names of the sheets that a person sees."""
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


class _Cells(dict[object, str]):
    """The cells of a workbook as text: most stand in many rows, so each is looked at once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, value: object) -> str:
        text = self[value] = cell(value, self._name)
        return text


def cell(value: object, name: str) -> str:
    """One cell as text: whole numbers without a fraction, dates as YYYYMMDD, white space folded.

    Yes and no are 1 and 0, as they are in the file.
    """
    if isinstance(value, str):
        if value[:1] == "'" and _QUOTED.fullmatch(value):
            return value[1:]
        plain = value.isascii() and "  " not in value and value.isprintable()
        return value if plain and len(value) <= LONGEST_CELL else _fold(value, name)
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.strftime("%Y%m%d")
    return format(value, _SHOWN_DIGITS) if isinstance(value, float) else str(value)


def _filled(row: Row) -> int:
    """How many cells a row has up to the last that is filled."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1]), 0)


def _fold(value: str, name: str) -> str:
    """Line ends and runs of blanks as one blank; leading blanks stay (they mark modifiers)."""
    if len(value) > LONGEST_CELL:
        raise refusal(name, "a cell in it is longer than a workbook may have")
    stripped = value.lstrip(" ")
    return value[: len(value) - len(stripped)] + " ".join(stripped.split())


def _check_workbook(data: bytes, name: str) -> None:
    """Refuse what would bring the xlsx reader down: far-off cells, giant parts, entities."""
    with open_archive(data, name) as archive:
        if "xl/workbook.xml" not in archive.names():
            raise refusal(name, "it is no xlsx workbook")
        for part in archive.names():
            if archive.size(part) > _SHEET_LIMIT:
                raise refusal(name, "a sheet in it is larger than any that CMS publishes")
            content = archive.read(part)
            refuse_entities(content, name)
            if _SHEET in content and _has_far_cell(content):
                raise refusal(
                    name,
                    "it has a cell far outside of any table that CMS publishes, or one that does "
                    "not say where it is",
                )


def _has_far_cell(sheet: bytes) -> bool:
    is_prefixed = b":c" in sheet
    return any(
        pattern.search(sheet) is not None
        for pattern in (_FAR_CELL, *([_FAR_CELL_PREFIXED] if is_prefixed else []))
    )
