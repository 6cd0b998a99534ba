"""CMS's workbooks read by hand, to hold the readers against."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook

from hcpcs_desktop.domain.dictionary import DATES
from hcpcs_desktop.domain.record import Values

from .anweb_file import COLUMNS

Cells = dict[tuple[str, str], Values]

ARCHIVE = Path("2019") / "2019-Alpha-Numeric-HCPCS-File.zip"
TEXT, WORKBOOK = "HCPC2019_CONTR_ANWEB.txt", "HCPC2019_CONTR_ANWEB.xlsx"

_IN_JULY_2025 = {"HCPCS": "HCPC", "LONG_DESCRIPTION": "LONG DESCRIPTION"}
"""Columns that the workbook of July 2025 calls otherwise."""

WITHOUT_EFFECTIVE_DATE = tuple(
    """
    A0130 A0180 A0190 A0200 A0210 A4580 A4590 A4635 A4640 C1883 E0500 E0565 G0118 L0810 L0820 L0830
    L1080 L1310 L2250 L2260 L2270 L2280 L2300 L2310 L2335 L2340 L2350 L2360 L2375 L2380 L2385 L2390
    L2395 L2520 L2530 L2540 L2550 L5632 L5636 L5638 L5640 L5642 L5643 L5644 L5647 L5649 L5651 L5652
    L5653 L5654 L5655 L5656 L5658 L5670 L5672 L5680 L5682 L5684 L5686 L5688 L5690 L5692 L5694 L5696
    L5697 L5698 L5710 L5712 L5714 L5716 L5718 L5722 L5724 L5726 L5728 L5780 L5850 L5910 L5940 L5950
    L5960 L6615 L6623 L6625 L6628 L6629 L6630 L6632 L6635 L6637 L6641 L6642 L6645 L6650 L6655 L6660
    L6665 L6670 L6672 L6680 L6682 L6684 L6686 L6689 L6690 L6691 V2102 V2109 V2209 V2210 V2219 V2303
    V2314 V2502 V2522
    """.split()
)
"""Codes whose action effective date is blank in the workbook and printed in the text."""

RENTED = ("E0210", "E0776")
"""Codes whose type of service R is missing in the text and printed in the workbook."""


def lists(cms: Path) -> dict[str, Path]:
    """The file with the list of codes of each release at hand, oldest first."""
    return {
        "2018-01": cms / "2018" / "2018-Alpha-Numeric-HCPCS-File.zip",
        "2019-01": cms / ARCHIVE,
        "2020-04": cms / "2020-04" / "anweb.xlsx",
        "2020-07": cms / "2020-07" / "anweb.xlsx",
        "2025-07": cms / "2025-07" / "HCPC2025_JUL_ANWEB_v3.xlsx",
    }


def member(cms: Path, name: str) -> bytes:
    """The bytes of a file in CMS's zip."""
    with zipfile.ZipFile(cms / ARCHIVE) as archive:
        return archive.read(name)


def workbook_cells(cms: Path) -> Cells:
    """What the workbook of January 2019 prints, by code and field."""
    return cells_of(member(cms, WORKBOOK))


def release_cells(cms: Path) -> dict[str, Cells]:
    """What the workbook of each release at hand prints, oldest first.

    That of 2019 with the dates that only the text of that release prints.
    """
    files = lists(cms)
    with zipfile.ZipFile(files["2018-01"]) as archive:
        of_2018 = cells_of(archive.read("HCPC2018_CONTR_ANWEB_disc.xlsx"))
    of_2019 = workbook_cells(cms)
    for line in member(cms, TEXT).decode("cp1252").splitlines():
        if line[:5].strip() in WITHOUT_EFFECTIVE_DATE and line[10] == "3":
            day = _iso("action_effective", line[276:284])
            of_2019[line[:5].strip(), "action_effective"] = (day,)
    loose = ("2020-04", "2020-07", "2025-07")
    return {
        "2018-01": of_2018,
        "2019-01": of_2019,
        **{release: cells_of(files[release].read_bytes()) for release in loose},
    }


def cells_of(content: bytes) -> Cells:
    """What a workbook prints, by code and field; a column that it lacks has no cells."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    rows = iter([_text(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python())
    header = next(row for row in rows if row[0] in ("HCPC", "HCPCS"))
    return _cells([_IN_JULY_2025.get(name, name) for name in header], rows)


def _cells(header: list[str], rows: Iterator[list[str]]) -> Cells:
    found: Cells = {}
    for row in rows:
        by_column = dict(zip(header, row, strict=True))
        code, long = by_column["HCPC"].strip(), " ".join(by_column["LONG DESCRIPTION"].split())
        if by_column.get("RECID") in ("4", "8"):
            found[code, "long_description"] = (f"{found[code, 'long_description'][0]} {long}",)
            continue
        found[code, "long_description"] = (long,)
        for name, columns in COLUMNS.items():
            texts = [" ".join(by_column[each].split()) for each in columns if each in by_column]
            if texts:
                found[code, name] = tuple(_iso(name, text) for text in texts if text)
    return found


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def _iso(name: str, text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if name in DATES and len(text) == 8 else text
