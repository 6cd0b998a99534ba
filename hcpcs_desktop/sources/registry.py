"""Looks at the content of a file and hands it to the reader that knows it."""

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import (
    anweb,
    anweb_sheet,
    anweb_text,
    archive,
    asp,
    corrections,
    edit_files,
    ndc_crosswalk,
    noc,
    plain_text,
    processing_notes,
    record_layout,
    tabular,
    transaction_report,
)
from hcpcs_desktop.sources.parts import Part, one_per_release, part, settled
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import NO_ROWS

_ACCEPTED = (
    "Add CMS's quarterly zip or its files (ANWEB, record layout, processing notes, NOC codes, "
    "corrections, transaction report), a payment limit file, an NDC crosswalk, an MUE table or PTP "
    "edits, as zip, txt, prn, csv, xlsx or xls."
)

_TEXTS: tuple[tuple[Callable[[str], bool], Callable[[str, str], Reading]], ...] = (
    (anweb_text.is_text, anweb.read_text),
    (record_layout.is_text, record_layout.read_text),
    (processing_notes.is_text, processing_notes.read_text),
    (noc.is_text, noc.read_text),
    (corrections.is_text, corrections.read_text),
    (transaction_report.is_text, transaction_report.read_text),
)
_Rows = Sequence[tabular.Row]
_TABLES: tuple[tuple[Callable[[_Rows], bool], Callable[[_Rows, str], Reading]], ...] = (
    (noc.is_sheet, noc.read_sheet),
    (anweb_sheet.is_sheet, anweb.read_sheet),
    (transaction_report.is_sheet, transaction_report.read_sheet),
    (corrections.is_sheet, corrections.read_sheet),
    (asp.is_sheet, asp.read_sheet),
    (ndc_crosswalk.is_sheet, ndc_crosswalk.read_sheet),
)
_AT_ONCE = 3
"""Files of a zip that are read side by side: unpacking and parsing a workbook leave Python free."""

NOTHING_KNOWN = "nothing_known"
"""The kind of the error for a file of which no reader knows anything, or that is empty."""

_UNKNOWN = "no file that the app knows"
_HEAD = 1_000
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
"""The beginning of a web page, whatever is written before its first tag."""

_READ_SUFFIXES = (".txt", ".prn", ".csv", ".xlsx", ".xls")


def read(path: Path, release: str = "") -> list[Reading]:
    """Read a CMS file: a zip, a text, a csv or a workbook; one reading per family and release.

    ``release`` (``YYYY-MM``) is needed only where neither name nor content tells. Raises
    UserError where the file cannot be read, holds nothing known, or its release stays unknown
    (kind ``release_needed``).
    """
    if edits := edit_files.read(path, release):
        return edits
    data = _bytes_of(path)
    left_out: list[str] = []
    if _is_plain_zip(data, path.name):
        parts = list(_from_zip(data, path.name, left_out))
    else:
        parts = list(_loose(data, path.name))
    if not parts:
        why = f" ({left_out[0]})" if left_out else ""
        is_unknown = all(each.endswith(_UNKNOWN) for each in left_out)
        raise UserError(
            f"{path.name} was not taken: {_UNKNOWN} is in it{why}. {_ACCEPTED}",
            NOTHING_KNOWN if is_unknown else "refused",
        )
    readings = one_per_release(settled(parts, path, release))
    return [replace(readings[0], warnings=(*readings[0].warnings, *left_out)), *readings[1:]]


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise UserError(f"{path} is no file. Name CMS's zip, txt or xlsx itself.")
        if path.stat().st_size > archive.MEMBER_LIMIT:
            raise UserError(f"{path.name} was not taken: it is larger than any file of CMS.")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            f"{path.name} cannot be read ({reason}). Check that it is there."
        ) from error
    if not data.strip():
        raise UserError(
            f"{path.name} was not taken: it is empty. Download it again from CMS.", NOTHING_KNOWN
        )
    if _WEB_PAGE.match(data[:_HEAD]):
        raise UserError(
            f"{path.name} was not taken: it is a web page that was saved under that name, "
            "not CMS's file. Download it again."
        )
    return data


def _is_plain_zip(data: bytes, name: str) -> bool:
    """Whether the bytes are a zip of files, and not a workbook (which is a zip inside)."""
    if not archive.looks_like_zip(data):
        return False
    with archive.open_archive(data, name) as opened:
        return "[Content_Types].xml" not in opened.names()


def _from_zip(data: bytes, name: str, left_out: list[str]) -> Iterator[Part]:
    """The parts of all files in a zip; ``left_out`` gets a sentence for each that gave none."""
    with archive.open_archive(data, name) as opened, ThreadPoolExecutor(_AT_ONCE) as pool:
        titles = {member: archive.base_name(member) for member in opened.names()}
        wanted = [each for each in opened.names() if not _is_from_a_mac(each, titles[each])]
        longest_first = sorted(wanted, key=opened.packed_size, reverse=True)
        read = {
            member: pool.submit(lambda each: _from_member(opened.read(each), titles[each]), member)
            for member in longest_first
        }
        for member in wanted:
            found, why = read[member].result()
            yield from found
            if not found and not archive.holds_nothing(titles[member]):
                left_out.append(f"{titles[member]} inside it was left out: {why}")


def _is_from_a_mac(member: str, title: str) -> bool:
    """Whether a Mac added a file of this name when it packed the zip: it holds no data of CMS."""
    return title.startswith("._") or member.startswith("__MACOSX/")


def _from_member(data: bytes, title: str) -> tuple[list[Part], str]:
    """The parts of a file in a zip, or why there are none; raises UserError if it is damaged.

    A list of codes without codes is damaged, too; another family without rows is only left out.
    """
    try:
        if _is_plain_zip(data, title):
            return [], "it is a zip in a zip; unpack it and add what is in it"
        return list(_loose(data, title)), _UNKNOWN
    except UserError as error:
        if error.kind == NO_ROWS:
            return [], "it has no row that can be used"
        if title.lower().endswith(_READ_SUFFIXES):
            raise
        return [], _UNKNOWN


def _loose(data: bytes, name: str) -> Iterator[Part]:
    """The parts of one file that is not a zip of files; none where nothing knows it."""
    if tabular.is_workbook(data):
        for title, rows in tabular.sheets(data, name).items():
            for knows, read_rows in _TABLES:
                if knows(rows):
                    yield part(read_rows(rows, name), title, is_text=False)
                    break
        return
    text = plain_text.decode(data, name)
    for knows_text, read_text in _TEXTS:
        if knows_text(text):
            yield part(read_text(text, name), is_text=True)
            return
    for delimiter in tabular.DELIMITERS:
        head = tabular.csv_head(text, delimiter)
        for knows, read_rows in _TABLES:
            if knows(head):
                rows = tabular.csv_rows(text, name, delimiter)
                yield part(read_rows(rows, name), is_text=False)
                return
