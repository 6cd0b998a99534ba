"""The rows of an NCCI table, whether CMS publishes it as workbook, csv or tab-delimited text."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from typing import IO

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import old_workbook, sheet_stream
from hcpcs_desktop.sources.archive import looks_like_zip
from hcpcs_desktop.sources.refusal import refusal

_HEAD = 1 << 16
_CODE_WIDTH = 5


def rows(file: IO[bytes], name: str, *, quoted: bool) -> Iterator[list[str]]:
    """The rows of a table, read one after the other; raises UserError where it is damaged.

    ``file`` must be able to go back to its beginning. In a ``quoted`` text a cell may hold line
    ends. Every byte is taken for a letter: codes and dates are plain, and what else is in CMS's
    headings is not used.
    """
    head = file.read(_HEAD)
    file.seek(0)
    if looks_like_zip(head):
        yield from sheet_stream.rows(file, name)
        return
    if old_workbook.looks_like(head):
        from hcpcs_desktop.sources import tabular  # a question to the library must not wait for it

        for rows_of_sheet in tabular.sheets(file.read(), name).values():
            yield from rows_of_sheet
        return
    if head.startswith(BOM_UTF8):
        file.seek(len(BOM_UTF8))
    text = TextIOWrapper(file, encoding="cp1252", errors="replace", newline="")
    delimiter = "\t" if head.count(b"\t") > head.count(b"\n") else ","
    try:
        if quoted or delimiter == ",":
            yield from csv.reader(text, delimiter=delimiter)
        else:
            yield from (line.rstrip("\r\n").split("\t") for line in text)
    except csv.Error as error:
        raise UserError(
            f"{name} was not taken: it is no readable table ({error}). Download it again from CMS.",
            "bad_file",
        ) from error
    finally:
        if not file.closed:  # a table that is refused half-way leaves this behind
            text.detach()


def refuse_nul(row: Sequence[str], name: str) -> None:
    """Refuse a table with a row that cannot be read because it holds NUL bytes."""
    if any("\0" in cell for cell in row):
        raise refusal(name, "it holds NUL bytes, so it is damaged")


def code(text: str) -> str:
    """A code as it is compared; numbers lose their zeros in front where a cell is no text."""
    bare = text.strip().upper()
    return bare.zfill(_CODE_WIDTH) if bare.isdigit() else bare
