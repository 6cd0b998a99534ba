"""Reads CMS's corrections: what CMS mended after an annual release had come out.

Source: ``*_Corrections_*`` of CMS, a workbook and a print of it (prn) that cuts its cells.
"""

import re
from collections.abc import Sequence

from hcpcs_desktop.domain.codes import is_level_two, is_modifier, normalise
from hcpcs_desktop.domain.dictionary import DATES
from hcpcs_desktop.domain.note import Correction
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.sources import columns, dates, plain_text, tabular
from hcpcs_desktop.sources.columns import Columns
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import Tally

FAMILY = "corrections"

_CODE = ("CODE", "HCPCS CODE", "HCPCS", "HCPC")
_DAY = ("EFF DATE", "EFFECTIVE DATE")
_LONG = ("LONG DESC", "LONG DESCRIPTION", "LONG DESCRIPTOR")
_COLUMNS = {
    "long_description": _LONG,
    "short_description": ("SHORT DESC", "SHORT DESCRIPTION", "SHORT DESCRIPTOR"),
    "tos": ("TOS",),
    "betos": ("BETOS",),
    "coverage": ("COV", "COVERAGE"),
    "pricing": ("PRICE", "PRICING"),
    "xref": ("XREF CODE", "XREF"),
    "asc": ("ASC IND",),
    "asc_effective": ("ASC DATE",),
    "lab_certification": ("LC EDIT",),
    "multiple_pricing": ("MULT PI", "MULT"),
    "cim": ("CIM",),
    "mcm": ("MCM",),
    "statute": ("STATUTE",),
    "processing_note": ("PROCNOTE", "PROC NOTE"),
    "added": ("ADD DATE", "ADD DT"),
    "termination": ("TERM DATE", "TERM DT"),
}
"""Of each field the column under the names that CMS gives it, the usual one first."""

_PLACES = {
    "tos": re.compile(r"[0-9A-Z]"),
    "pricing": re.compile(r"[0-9]+"),
    "xref": re.compile(r"[0-9A-Z]{5}"),
    "lab_certification": re.compile(r"[0-9]+"),
}
"""Fields of several places, with what one place holds: CMS writes them with commas."""

_HEADER = re.compile(r"\s*CODE\s+ACTION\s+EFF DATE\s+SHORT DESC\s+LONG DESC\b.*")
_PRINTED = re.compile(r"\s*([A-Z]\d{4}|[A-Z0-9]{2})\s{2,}(\S.*)")
_DATE = re.compile(r"\d\d/\d{1,2}/\d{3,5}")
_CUT = "a print cuts its cells; the workbook has them whole"


def is_text(text: str) -> bool:
    """Whether a text is the print of a list of corrections."""
    return any(_HEADER.fullmatch(line) for line in text[:20_000].splitlines()[: columns.HEAD])


def is_sheet(rows: Sequence[tabular.Row]) -> bool:
    """Whether a table is a list of corrections."""
    return _header(rows) is not None


def read_text(text: str, name: str) -> Reading:
    """Read the print: of each row the code, the action and the date, as far as they are whole.

    Raises UserError where it has no row.
    """
    tally = Tally(name)
    found: list[Correction] = []
    lines = plain_text.lines(text, name)
    at = next((at for at, line in enumerate(lines) if _HEADER.fullmatch(line)), 0)
    for line in lines[at + 1 :]:
        if not line.strip(" \x1a"):
            continue
        tally.rows_read += 1
        if match := _PRINTED.fullmatch(line):
            found.append(_printed(match[1], match[2]))
        else:
            tally.skip("no code or modifier")
    tally.remarks.append(_CUT)
    return _reading(found, tally)


def read_sheet(rows: Sequence[tabular.Row], name: str) -> Reading:
    """Read a sheet; raises UserError where it has no row."""
    tally = Tally(name)
    header = _header(rows)
    if header is None:
        raise tally.refuse("it is no list of corrections")
    of = Columns(header.names)
    found: list[Correction] = []
    for _, row in columns.data_rows(rows, header):
        tally.rows_read += 1
        code = normalise(of.text(row, *_CODE))
        if is_level_two(code) or is_modifier(code):
            found.append(_correction(code, of, row, tally))
        else:
            tally.skip("no code or modifier")
    return _reading(found, tally)


def _header(rows: Sequence[tabular.Row]) -> columns.Header | None:
    return columns.find(rows, _CODE, {"ACTION"}, _DAY, _LONG)


def _printed(code: str, rest: str) -> Correction:
    """A row of the print; a date that the print has cut is not known."""
    date = _DATE.search(rest)
    action = rest[: date.start()] if date else rest
    effective = dates.parsed(date[0]) if date else None
    return Correction(
        code, " ".join(action.split()), effective.isoformat() if effective else "", {}
    )


def _correction(code: str, of: Columns, row: tabular.Row, tally: Tally) -> Correction:
    values: dict[str, Values] = {
        name: (text,) for name, names in _COLUMNS.items() if (text := of.text(row, *names))
    }
    for name, pattern in _PLACES.items():
        if name in values:
            values[name] = tuple(pattern.findall(values[name][0].upper()))
    if "pricing" in values:
        values["pricing"] = tuple(each.zfill(2) for each in values["pricing"])
    for name in DATES & values.keys():
        day = dates.iso(values.pop(name)[0], code, tally)
        values |= {name: (day,)} if day else {}
    effective = dates.iso(of.text(row, *_DAY), code, tally)
    return Correction(code, of.text(row, "ACTION"), effective, values, of.text(row, "COMMENTS"))


def _reading(found: list[Correction], tally: Tally) -> Reading:
    if not found:
        raise tally.refuse("it has no correction in it")
    return Reading(
        FAMILY,
        "",
        tally.name,
        rows_read=tally.rows_read,
        skipped=tally.skipped,
        warnings=tally.warnings,
        corrections=tuple(found),
    )
