"""Reads the binary workbooks (xls) in which CMS published prices and MUE tables until about 2022.

python-calamine reads them as well, but aborts the process on damaged ones; xlrd raises.
"""

import struct
from collections.abc import Iterator
from io import StringIO
from typing import Any

from hcpcs_desktop.sources.refusal import refusal

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""In a workbook with a password that is none of the old ones, but wrapped up like them."""

_LIMIT = 60_000_000
"""Bytes; CMS's largest had about 2 million."""

_DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, RecursionError,
    TypeError, ValueError, struct.error,
)  # fmt: skip
"""What xlrd raises for damaged bytes, besides its own two errors."""


def looks_like(head: bytes) -> bool:
    """Whether bytes begin as binary workbooks (and other old Office files) do."""
    return head.startswith(_MAGIC)


def sheets(data: bytes, name: str) -> dict[str, list[list[object]]]:
    """The visible sheets by name, dates as such; raises UserError where the file is bad."""
    import xlrd  # for files of those years alone

    if len(data) > _LIMIT:
        raise refusal(name, "it is larger than any workbook that CMS publishes")
    if _LOCKED in data:
        raise refusal(name, "it is protected by a password")
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=StringIO(), ragged_rows=True)
        return {
            sheet.name: list(_rows(sheet, book.datemode))
            for sheet in book.sheets()
            if sheet.visibility == 0
        }
    except (xlrd.XLRDError, xlrd.compdoc.CompDocError, *_DAMAGE) as error:
        raise refusal(name, "it is damaged, or not a readable workbook") from error


def _rows(sheet: Any, datemode: int) -> Iterator[list[object]]:  # noqa: ANN401
    for at in range(sheet.nrows):
        yield [_value(cell, datemode) for cell in sheet.row(at)]


def _value(cell: Any, datemode: int) -> object:  # noqa: ANN401
    """What a cell holds; an error such as #N/A holds nothing."""
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, datemode)
    return "" if cell.ctype == xlrd.XL_CELL_ERROR else cell.value
