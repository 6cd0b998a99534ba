"""Finds CMS's NCCI tables in a file and reads them; they are too large to be read as a whole.

A table may come loose or in a zip, as text or as workbook. Where a zip has both of a part, the text
is read, which is many times faster.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path, PurePath
from typing import IO

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import archive, mue, old_workbook, ptp, tabular
from hcpcs_desktop.sources.reading import Reading

_HEAD = 1 << 16
_HEAD_ROWS = 40
_WORKBOOKS = (".xlsx", ".xls")
_STRINGS_LIMIT = 100_000_000
_HEADINGS = tuple(
    re.compile(pattern)
    for pattern in (rb"olumn[^A-Za-z]{0,12}1", rb"OLUMN[^A-Za-z]{0,12}1", rb"MUE[^A-Za-z]{1,12}V")
)
"""Parts of the headings that every table has; each begins with letters, which is found fast."""

_TAG = re.compile(rb"<[^>]*>")
_Reader = Callable[..., Reading]
_READERS: tuple[tuple[Callable[[bytes], bool], _Reader], ...] = (
    (ptp.is_table, ptp.read),
    (mue.is_table, mue.read),
)


@dataclass(frozen=True, slots=True)
class _Table:
    """A file that holds a table, with what reads it."""

    name: str
    reader: _Reader
    is_text: bool


def read(path: Path, asked: str = "") -> list[Reading]:
    """One reading for each family and quarter in a file; none where it holds no NCCI table.

    ``asked`` is the release (``YYYY-MM``) that the user stated. Raises UserError for a table that
    is damaged or whose quarter or kind stays unknown.
    """
    if not path.is_file():
        return []
    try:
        file = path.open("rb")
    except OSError:
        return []
    try:
        with file:
            return _together(list(_readings(file, path.name, asked)))
    except archive.DAMAGE as error:
        raise UserError(
            f"{path.name} was not taken: it is damaged ({error}). Download it again from CMS.",
            "bad_file",
        ) from error


def _readings(file: IO[bytes], name: str, asked: str) -> Iterator[Reading]:
    is_zip = archive.looks_like_zip(file.read(4))
    file.seek(0)
    if not is_zip or _is_workbook(file):
        if table := _table(file, name, is_text=not is_zip):
            yield table.reader(file, name, asked=asked)
        return
    with archive.open_archive(file, name) as opened:
        tables = {member: _table_in(opened, member) for member in opened.names()}
        left_out = tuple(
            f"{archive.base_name(member)} inside it was left out: it is no NCCI table"
            for member, table in tables.items()
            if table is None and not archive.holds_nothing(archive.base_name(member))
        )
        for member, table in _texts_first(tables).items():
            with _member(opened, member, is_text=table.is_text) as stream:
                reading = table.reader(stream, table.name, member, name, asked=asked)
            yield replace(reading, warnings=(*reading.warnings, *left_out))


def _table_in(opened: archive.Archive, member: str) -> _Table | None:
    title = archive.base_name(member)
    is_text = not title.lower().endswith(_WORKBOOKS)
    with _member(opened, member, is_text=is_text) as stream:
        return _table(stream, title, is_text=is_text)


def _texts_first(tables: Mapping[str, _Table | None]) -> dict[str, _Table]:
    """The members with tables; of a text and a workbook of the same name the text."""
    known = {member: table for member, table in tables.items() if table is not None}
    texts = {_stem(member) for member, table in known.items() if table.is_text}
    return {
        member: table
        for member, table in known.items()
        if table.is_text or _stem(member) not in texts
    }


def _stem(member: str) -> str:
    return str(PurePath(member.lower()).with_suffix(""))


def _member(opened: archive.Archive, member: str, *, is_text: bool) -> IO[bytes]:
    """A member as a stream; a workbook, which is read at random, from memory."""
    return opened.open(member) if is_text else BytesIO(opened.read(member))


def _table(file: IO[bytes], name: str, *, is_text: bool) -> _Table | None:
    """The table that a file holds; leaves the file at its beginning."""
    head = file.read(_HEAD)
    if old_workbook.looks_like(head):
        head = _old_texts(head + file.read(), name)
    elif not is_text:
        head = _texts(file)
    file.seek(0)
    if not _may_be_table(head):
        return None
    head = head if is_text else _TAG.sub(b" ", head)
    readers = (_Table(name, reader, is_text) for knows, reader in _READERS if knows(head))
    return next(readers, None)


def _is_workbook(file: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(file) as book:
            return "[Content_Types].xml" in book.namelist()
    except archive.DAMAGE:
        return False
    finally:
        file.seek(0)


def _texts(file: IO[bytes]) -> bytes:
    """The texts of a workbook and the beginning of its sheets, as XML; none if it is damaged."""
    found = []
    try:
        with zipfile.ZipFile(file) as book:
            for info in book.infolist():
                if info.filename == "xl/sharedStrings.xml" and info.file_size < _STRINGS_LIMIT:
                    found.append(book.read(info))
                elif info.filename.startswith("xl/worksheets/"):
                    with book.open(info) as stream:
                        found.append(stream.read(_HEAD))
    except archive.DAMAGE:
        return b""
    return b" ".join(found)


def _old_texts(data: bytes, name: str) -> bytes:
    """The first rows of an old workbook as text."""
    sheets = tabular.sheets(data, name).values()
    lines = (" ".join(row) for rows in sheets for row in rows[:_HEAD_ROWS])
    return "\n".join(lines).encode("cp1252", "replace")


def _may_be_table(head: bytes) -> bool:
    """Whether words of a table's headings are there at all: every file of CMS is asked this."""
    return any(heading.search(head) for heading in _HEADINGS)


def _together(readings: Sequence[Reading]) -> list[Reading]:
    """One reading for each family and quarter."""
    groups: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for each in readings:
        groups[each.family, each.release].append(each)
    return [
        Reading(
            family,
            release,
            " + ".join(dict.fromkeys(each.file for each in group)),
            rows_read=sum(each.rows_read for each in group),
            skipped=sum(each.skipped for each in group),
            warnings=tuple(dict.fromkeys(text for each in group for text in each.warnings)),
            mue_lists=tuple(one for each in group for one in each.mue_lists),
            ptp_parts=tuple(one for each in group for one in each.ptp_parts),
        )
        for (family, release), group in groups.items()
    ]
