"""Reads big sheets row by row, so that a workbook of a million rows takes little memory."""

import re
import zipfile
from collections.abc import Iterator
from string import ascii_uppercase
from typing import IO
from xml.etree import ElementTree

from hcpcs_desktop.sources.refusal import refusal, refuse_entities

_CHUNK = 1 << 20
_SHEET_LIMIT = 2_000_000_000
_STRINGS_LIMIT = 100_000_000
_LONGEST_ROW = 1_000_000
_LINE_END = "_x000D_"
"""A line end of Windows in a cell, as workbooks write it."""

_SHEETS = "xl/worksheets/"
_STRINGS = "xl/sharedStrings.xml"
_DAMAGE = (zipfile.BadZipFile, ElementTree.ParseError, EOFError, OSError, ValueError, IndexError)
_PLAIN_CELL = re.compile(
    rb'<c r="([A-Z])[0-9]+"([^>]*?)'
    rb"(?:/>|>(?:<v>([^<]*)</v>|<is><t[^>]*>([^<]*)</t></is>)?</c>)"
)
"""A cell up to column Z: its letter, its attributes, and its value, or a text of its own."""

_FIRST_COLUMN = ord("A")
_SHARED = b't="s"'
_DIGITS = "0123456789"
_COLUMNS = {letter: number for number, letter in enumerate(ascii_uppercase)}


def rows(file: IO[bytes], name: str) -> Iterator[list[str]]:
    """The rows of a workbook's sheets, each cell as text; raises UserError if it is bad."""
    try:
        with zipfile.ZipFile(file) as book:
            sheets = _sheets(book, name)
            strings = _strings(book, name)
            for sheet in sheets:
                with book.open(sheet) as stream:
                    for block in _blocks(stream, name):
                        yield from _rows(block, strings)
    except _DAMAGE as error:
        raise refusal(name, f"it is not a readable workbook ({error})") from error


def _sheets(book: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    found = sorted(
        (
            info
            for info in book.infolist()
            if info.filename.startswith(_SHEETS) and info.filename.endswith(".xml")
        ),
        key=lambda info: (len(info.filename), info.filename),
    )
    if not found:
        raise refusal(name, "it has no sheet")
    if any(sheet.file_size > _SHEET_LIMIT for sheet in found):
        raise refusal(name, "its sheet is larger than any that CMS publishes")
    return found


def _strings(book: zipfile.ZipFile, name: str) -> list[str]:
    """The texts that cells refer to by number."""
    if _STRINGS not in book.namelist():
        return []
    if book.getinfo(_STRINGS).file_size > _STRINGS_LIMIT:
        raise refusal(name, "it holds more text than any that CMS publishes")
    content = book.read(_STRINGS)
    refuse_entities(content, name)
    items = ElementTree.fromstring(content)
    texts = ("".join(item.itertext()).replace(_LINE_END, " ") for item in items)
    return [" ".join(text.split()) for text in texts]


def _blocks(stream: IO[bytes], name: str) -> Iterator[bytes]:
    """Stretches of whole rows."""
    rest, read = b"", 0
    while chunk := stream.read(_CHUNK):
        read += len(chunk)
        if read > _SHEET_LIMIT:
            raise refusal(name, "its sheet is larger than it declares")
        rest += chunk
        refuse_entities(rest, name)
        start, end = rest.find(b"<row"), rest.rfind(b"</row>")
        if start >= 0 and end > start:
            end += len(b"</row>")
            yield rest[start:end]
            rest = rest[end:]
        elif len(rest) > _LONGEST_ROW + _CHUNK:
            raise refusal(name, "a row in it is longer than any that CMS writes")


def _rows(block: bytes, strings: list[str]) -> Iterator[list[str]]:
    """The rows of a stretch.

    A plain row is taken apart by a pattern, which is many times faster than an XML parser; a row
    that holds anything else goes to the parser.
    """
    for row in block.split(b"<row")[1:]:
        cells = _PLAIN_CELL.findall(row)
        if len(cells) == row.count(b"<c") and b"&" not in row and b"<!" not in row:
            yield _plain(cells, strings)
        else:
            whole = b"<row" + row[: row.rfind(b"</row>")] + b"</row>"
            yield _cells(ElementTree.fromstring(whole), strings)


def _plain(cells: list[tuple[bytes, bytes, bytes, bytes]], strings: list[str]) -> list[str]:
    """The same as ``_cells`` of cells that the pattern has taken apart."""
    found = [
        strings[int(value)] if value and _SHARED in attributes else (value or inline).decode()
        for _, attributes, value, inline in cells
    ]
    if cells and ord(cells[-1][0]) - _FIRST_COLUMN >= len(cells):
        return _with_gaps([ord(letter) - _FIRST_COLUMN for letter, *_ in cells], found)
    return found


def _with_gaps(columns: list[int], cells: list[str]) -> list[str]:
    """The cells in their columns; those that the file leaves out are empty."""
    found: list[str] = []
    for column, cell in zip(columns, cells, strict=True):
        found += [""] * (column - len(found))
        found.append(cell)
    return found


def _cells(row: ElementTree.Element, strings: list[str]) -> list[str]:
    """The cells of a row up to column Z; empty ones may be left out of the file."""
    found: list[str] = []
    for cell in row:
        column = _COLUMNS.get(cell.get("r", "").rstrip(_DIGITS), len(found))
        while len(found) < column:
            found.append("")
        kind = cell.get("t")
        if kind == "inlineStr":
            found.append(" ".join("".join(cell.itertext()).split()))
            continue
        value = cell.findtext("v") or ""
        found.append(strings[int(value)] if kind == "s" and value else value)
    return found
