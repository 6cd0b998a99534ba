"""Makes small files as CMS publishes them: fixed-width text, workbooks and zips.

Source: CMS HCPCS contractor record layout; positions count from 1, as printed there.
"""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape

from hcpcs_desktop.sources.reading import Reading

Text = str | Sequence[str]
Row = Sequence[str]

PLACES: Mapping[str, tuple[int, int]] = {
    "short_description": (92, 28),
    "pricing": (120, 2),
    "multiple_pricing": (128, 1),
    "cim": (129, 6),
    "mcm": (147, 8),
    "statute": (171, 10),
    "lab_certification": (181, 3),
    "xref": (205, 5),
    "coverage": (230, 1),
    "asc": (231, 2),
    "asc_effective": (233, 8),
    "mog": (241, 3),
    "mog_indicator": (244, 1),
    "mog_effective": (245, 8),
    "processing_note": (253, 4),
    "betos": (257, 3),
    "tos": (261, 1),
    "anesthesia_base_units": (266, 3),
    "added": (269, 8),
    "action_effective": (277, 8),
    "termination": (285, 8),
    "action": (293, 1),
}
"""Where each field begins, and how wide one of its places is."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "short_description": ("SHORT DESCRIPTION",),
    "pricing": ("PRICE1", "PRICE2", "PRICE3", "PRICE4"),
    "multiple_pricing": ("MULT_PI",),
    "cim": ("CIM1", "CIM2", "CIM3"),
    "mcm": ("MCM1", "MCM2", "MCM3"),
    "statute": ("STATUTE",),
    "lab_certification": tuple(f"LABCERT{number}" for number in range(1, 9)),
    "xref": tuple(f"XREF{number}" for number in range(1, 6)),
    "coverage": ("COV",),
    "asc": ("ASC_GRP",),
    "asc_effective": ("ASC_DT",),
    "mog": ("OPPS",),
    "mog_indicator": ("OPPS_PI",),
    "mog_effective": ("OPPS_DT",),
    "processing_note": ("PROCNOTE",),
    "betos": ("BETOS",),
    "tos": ("TOS1", "TOS2", "TOS3", "TOS4", "TOS5"),
    "anesthesia_base_units": ("ANEST_BU",),
    "added": ("ADD DT",),
    "action_effective": ("ACT EFF DT",),
    "termination": ("TERM DT",),
    "action": ("ACTION CD",),
}
HEADER = ["HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION"] + [
    column for columns in COLUMNS.values() for column in columns
]
DISCLAIMER = ["***Disclaimers\t\t", "", "*Inclusion does not imply coverage.\xa0\t", "\xa0\xa0", ""]
DATED: Mapping[str, Text] = {"added": "20100101", "action_effective": "20100101", "action": "N"}

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def first_line(code: str, long: str = "", width: int = 320, /, **fields: Text) -> str:
    """The first line of a record; fields by their names in ``domain.dictionary``."""
    line = f"{code:>5}00100{'7' if len(code) == 2 else '3'}{long:<80}".ljust(320)
    for name, texts in {**DATED, **fields}.items():
        start, size = PLACES[name]
        for place, text in enumerate([texts] if isinstance(texts, str) else texts):
            at = start - 1 + place * size
            line = line[:at] + text.ljust(size) + line[at + size :]
    return line[:width]


def further_line(code: str, long: str, sequence: int = 200, *, trimmed: bool = False) -> str:
    """A line that goes on with the description of a record."""
    line = f"{code:>5}{sequence:05}{'8' if len(code) == 2 else '4'}{long:<80}"
    return line.rstrip() if trimmed else line.ljust(320)


def record(code: str, long: str = "Something", /, **fields: Text) -> list[str]:
    """All lines of a record; a description of more than 80 characters takes several."""
    first, *more = wrap(long, 80)
    return [
        first_line(code, first, **fields),
        *(further_line(code, text, 200 + 100 * place) for place, text in enumerate(more)),
    ]


def text(lines: Iterable[str], *, encoding: str = "cp1252", end: str = "\r\n") -> bytes:
    """The bytes of a text file."""
    return "".join(line + end for line in lines).encode(encoding)


def row(code: str, long: str = "Something", /, **fields: Text) -> list[str]:
    """A row of the workbook, in the order of ``HEADER``."""
    kind = "7" if len(code) == 2 else "3"
    cells = [f"{code:>5}", "0010", kind, long]
    printed = {**DATED, **fields}
    for name, columns in COLUMNS.items():
        texts = printed.get(name, ())
        found = [texts] if isinstance(texts, str) else list(texts)
        cells += found + [""] * (len(columns) - len(found))
    return cells


def workbook(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """The bytes of an xlsx workbook with these sheets; every cell is text."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in zip(numbers, sheets, strict=True)
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": _relations({1: ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}">'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": _relations(
                {number: ("worksheet", f"worksheets/sheet{number}.xml") for number in numbers}
            ),
            **{
                f"xl/worksheets/sheet{number}.xml": worksheet(rows)
                for number, rows in zip(numbers, sheets.values(), strict=True)
            },
        }
    )


def worksheet(rows: Sequence[Row]) -> str:
    """The XML of a sheet."""
    written = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{column_name(column)}{number}" t="inlineStr"><is>'
            f'<t xml:space="preserve">{escape(cell)}</t></is></c>'
            for column, cell in enumerate(cells)
            if cell
        )
        + "</row>"
        for number, cells in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{written}</sheetData></worksheet>'


def with_sheet(xml: str) -> bytes:
    """The bytes of a workbook whose one sheet has this XML."""
    with zipfile.ZipFile(BytesIO(workbook({"A": []}))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**members, "xl/worksheets/sheet1.xml": xml.encode()})


def column_name(index: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    before, last = divmod(index, 26)
    return (column_name(before - 1) if before else "") + chr(ord("A") + last)


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of a zip file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def save(folder: Path, content: bytes, name: str = "HCPC2020_JUL_ANWEB.txt") -> Path:
    """Write a file, under a name that tells its release unless another is given."""
    path = folder / name
    path.write_bytes(content)
    return path


def _relations(targets: Mapping[int, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def values(reading: Reading, code: str = "J9043") -> dict[str, tuple[str, ...]]:
    """The fields of a code as they were read."""
    return next(dict(each.values) for each in reading.records if each.code == code)
