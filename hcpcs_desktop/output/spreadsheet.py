"""Tables as csv and xlsx files that no spreadsheet program takes for formulas."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path

from hcpcs_desktop.output.written import writing

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (10, 28, 20, 60, 60, 60, 10, 12)
_MOST_CHARACTERS = 32_767
"""What a cell of a workbook holds at most. Source: ECMA-376, limits of Excel."""

Rows = Iterable[Sequence[str]]


def write(path: Path, headings: Sequence[str], rows: Rows, title: str = "What's new") -> None:
    """Write a table in the form that the name asks for: xlsx, with a title for its sheet, else csv.

    Raises UserError where the file cannot be written.
    """
    with writing(path) as file:
        if path.suffix.lower() == ".xlsx":
            write_xlsx(file, headings, rows, title=title)
        else:
            write_csv(file, headings, rows)


def write_csv(path: Path, headings: Sequence[str], rows: Rows) -> None:
    """Write UTF-8 with a mark that Excel needs; a cell that looks like a formula gets an ``'``."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows([harmless(cell) for cell in row] for row in rows)


def harmless(cell: str) -> str:
    """The cell, so that a spreadsheet program shows it and does not reckon it."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def write_xlsx(
    path: Path,
    headings: Sequence[str],
    rows: Rows,
    *,
    title: str = "What's new",
    widths: Sequence[int] = _WIDTHS,
    above: Sequence[Sequence[str]] = (),
) -> None:
    """Write a workbook of one sheet; every cell is a string, whatever it looks like.

    ``title`` is that of the sheet, ``widths`` are in characters, ``above`` are rows that stand over
    the headings.
    """
    from xlsxwriter import Workbook

    file = BytesIO()  # written at once, so that a full disk is told as such
    book = Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(len(above) + 2 if above else 1, 0)
    for column, width in enumerate(widths[: len(headings)]):
        sheet.set_column(column, column, width)
    bold = book.add_format({"bold": True})
    over = [*above, ()] if above else []
    for number, row in enumerate(chain(over, [headings], rows)):
        form = bold if number == len(over) else None
        for column, text in enumerate(row):
            sheet.write_string(number, column, text[:_MOST_CHARACTERS], form)
    book.close()
    path.write_bytes(file.getvalue())
