"""Reads CMS's list of NOC codes: codes for what has no code of its own.

Source: ``NOC_Codes_*`` of CMS, a workbook and a print of it (prn) that cuts long descriptions.
"""

import re
from collections.abc import Sequence

from hcpcs_desktop.domain.codes import is_level_two, is_modifier, normalise
from hcpcs_desktop.domain.note import NocCode
from hcpcs_desktop.sources import columns, dates, plain_text, tabular
from hcpcs_desktop.sources.columns import Columns
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.release_name import annual_in, release_in
from hcpcs_desktop.sources.tally import Tally

FAMILY = "noc"

_CODE = ("HCPCS", "HCPC", "HCPCS CODE", "CODE")
_LONG = ("LONG DESCRIPTION", "LONG DESC", "LONG DESCRIPTOR")
_ADDED = ("ADD DATE", "ADD DT", "ADDED DATE")
_TERMINATED = ("TERM DATE", "TERM DT", "TERMINATION DATE")
_SHORT = "SHORT DESCRIPTION"
_LABELS = {columns.label(name) for name in (*_CODE, *_LONG, *_ADDED, *_TERMINATED, _SHORT, "")}
_TITLE = re.compile(r"NOC CODES\b.*", re.IGNORECASE)
_PRINTED = re.compile(r"\s*([A-Z]\d{4})\s+(\S.*?)(?:\s*(\d{8}))?(?:\s+(\d{8}))?\s*")
_HEADER = re.compile(r"\s*HCPCS?\s+LONG DESCRIPTION\s+ADD DATE\s+TERM DATE\s*")
_NO_CODE = "no Level II code"


def is_text(text: str) -> bool:
    """Whether a text is the print of the list."""
    return any(_HEADER.fullmatch(line) for line in text[:20_000].splitlines()[: columns.HEAD])


def is_sheet(rows: Sequence[tabular.Row]) -> bool:
    """Whether a table is the list: codes, descriptions and two dates, and nothing else.

    Its title says so; one without a title has no modifiers and no short descriptions, as the list
    of all codes has.
    """
    header = _header(rows)
    if header is None or not set(Columns(header.names)) <= _LABELS:
        return False
    if any(_TITLE.search(text) for row in rows[: header.first] for text in row):
        return True
    of = Columns(header.names)
    codes = [of.text(row, *_CODE) for _, row in columns.data_rows(rows, header)]
    return _SHORT not in of and not any(map(is_modifier, codes))


def read_text(text: str, name: str) -> Reading:
    """Read the print; raises UserError where it has no codes."""
    tally = Tally(name)
    lines = plain_text.lines(text, name)
    at = next((at for at, line in enumerate(lines) if _HEADER.fullmatch(line)), 0)
    found: list[NocCode] = []
    for line in lines[at + 1 :]:
        if not line.strip(" \x1a"):
            continue
        tally.rows_read += 1
        if match := _PRINTED.fullmatch(line):
            found.append(_code(match[1], match[2], match[3] or "", match[4] or "", tally))
        else:
            tally.skip(_NO_CODE)
    return _reading(found, tally, " ".join(lines[:at]))


def read_sheet(rows: Sequence[tabular.Row], name: str) -> Reading:
    """Read a sheet; raises UserError where it has no codes."""
    tally = Tally(name)
    header = _header(rows)
    if header is None:
        raise tally.refuse("it is no list of NOC codes")
    of = Columns(header.names)
    found: list[NocCode] = []
    for _, row in columns.data_rows(rows, header):
        tally.rows_read += 1
        code = normalise(of.text(row, *_CODE))
        if not is_level_two(code):
            tally.skip(_NO_CODE)
            continue
        added, terminated = of.text(row, *_ADDED), of.text(row, *_TERMINATED)
        found.append(_code(code, of.text(row, *_LONG), added, terminated, tally))
    return _reading(found, tally, " ".join(text for row in rows[: header.first] for text in row))


def _header(rows: Sequence[tabular.Row]) -> columns.Header | None:
    return columns.find(rows, _CODE, _LONG, _ADDED, _TERMINATED)


def _code(code: str, long: str, added: str, terminated: str, tally: Tally) -> NocCode:
    first, last = (dates.iso(text, code, tally) for text in (added, terminated))
    return NocCode(code, " ".join(long.split()), first, last)


def _reading(found: list[NocCode], tally: Tally, title: str) -> Reading:
    """The reading; the title names the year, which is enough for an annual list."""
    if not found:
        raise tally.refuse("it has no NOC code in it")
    stated = _TITLE.search(title)
    release = release_in(stated[0]) or annual_in(stated[0]) if stated else ""
    return Reading(
        FAMILY,
        release,
        tally.name,
        rows_read=tally.rows_read,
        skipped=tally.skipped,
        warnings=tally.warnings,
        noc_codes=tuple(dict.fromkeys(found)),
    )
