"""NCCI tables of CMS's size with invented codes and pairs, for measuring; not CMS's data."""

import zipfile
from collections.abc import Iterator
from itertools import count, islice, product
from pathlib import Path
from string import ascii_uppercase
from xml.sax.saxutils import escape

from tests.sources.edit_files import MADE_UP, PTP_HEADINGS, mue_csv

PAIRS = 4_500_000
PARTS = 4
_RATIONALE = "Misuse of Column Two code with Column One code"
_LEVEL_TWO = [f"{letter}{number:04}" for letter in "ACEGJLQS" for number in range(100, 900)]
_LEVEL_ONE = [f"{number:05}" for number in range(10_000, 100_000, 9)]
LINES = (*_LEVEL_TWO[:6000:150], *_LEVEL_ONE[:10])
"""Fifty codes of one claim."""

_LEVEL_TWO_PER_MILLION = 200_000


def pairs(wanted: int = PAIRS) -> Iterator[tuple[str, ...]]:
    """Pairs of which a fifth has a Level II code; the codes of ``LINES`` are among them."""
    kept = wanted * _LEVEL_TWO_PER_MILLION // 1_000_000
    of_level_two = _spread(_LEVEL_TWO, [*LINES, *_LEVEL_ONE], kept)
    of_level_one = _spread(_LEVEL_ONE, _LEVEL_ONE, wanted - kept)
    for number, (first, second) in enumerate(_merged(of_level_two, of_level_one)):
        effective = f"{1996 + number % 30}{number % 4 * 3 + 1:02}01"
        deletion = f"{2010 + number % 15}1231" if number % 7 == 0 else "*"
        yield first, second, " ", effective, deletion, str(number % 2), _RATIONALE


def _spread(firsts: list[str], seconds: list[str], wanted: int) -> Iterator[tuple[str, str]]:
    """Pairs, as many of each first code."""
    each = -(-wanted // len(firsts))
    return islice(product(firsts, seconds[:each]), wanted)


def _merged(
    few: Iterator[tuple[str, str]], many: Iterator[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """One of the few to four of the many."""
    for number in count():
        following = next(few if number % 5 == 0 else many, None)
        if following is None:
            yield from few
            yield from many
            return
        yield following


def save_pairs(folder: Path, wanted: int = PAIRS) -> list[Path]:
    """The pairs in parts, as tab-delimited text."""
    rows = pairs(wanted)
    found = []
    for part in range(1, PARTS + 1):
        path = folder / f"ccipra-v320r0-f{part}.TXT"
        with path.open("w", encoding="cp1252", newline="") as file:
            file.write("\r\n".join([MADE_UP, *PTP_HEADINGS, ""]))
            for row in islice(rows, wanted // PARTS):
                file.write("\t".join(row) + "\r\n")
        found.append(path)
    return found


def save_limits(folder: Path) -> Path:
    """An MUE table with a limit for every code."""
    rows = [(code, "12", "3 Date of Service Edit: Clinical", "") for code in _LEVEL_TWO]
    path = folder / "MCR_MUE_PractitionerServices_Eff_01-01-2026.csv"
    path.write_bytes(mue_csv(rows=rows))
    return path


def save_workbook(folder: Path, wanted: int) -> Path:
    """So many pairs as a workbook with shared texts, as Excel writes it."""
    path = folder / "ccipra-v320r0-f1.xlsx"
    texts: dict[str, int] = {}
    rows = [[MADE_UP], *(line.split("\t") for line in PTP_HEADINGS), *islice(pairs(), wanted)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for number, row in enumerate(rows, 1):
                cells = (
                    f'<c r="{letter}{number}" s="1" t="s">'
                    f"<v>{texts.setdefault(text, len(texts))}</v></c>"
                    for letter, text in zip(ascii_uppercase, row, strict=False)
                )
                sheet.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", f"<sst>{items}</sst>")
    return path
