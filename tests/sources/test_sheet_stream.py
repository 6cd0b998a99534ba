"""Big sheets, row by row: plain rows by a pattern, all others by a parser, with the same result."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import sheet_stream

NAME = "ccipra-v320r0-f1.xlsx"
CELLS = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=12)


def workbook(rows: Sequence[Sequence[str | int | None]], *, inline: bool = False) -> BytesIO:
    """A workbook of these rows, with shared texts or with each text in its cell."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "constant_memory": inline}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(at, column, value)
                elif value is not None:
                    sheet.write_string(at, column, value)
    file.seek(0)
    return file


def of_xml(rows: str) -> BytesIO:
    """A workbook whose sheet holds these rows as they are."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData>")
    file.seek(0)
    return file


@pytest.mark.parametrize("inline", [False, True])
def test_texts_numbers_and_gaps(inline: bool) -> None:
    rows: list[list[str | int | None]] = [
        ["J9043", "96413", None, 20240101, "*"],
        [],
        [None, None, "A & B <c>"],
        ["x", "", "y"],
    ]
    read = list(sheet_stream.rows(workbook(rows, inline=inline), NAME))
    assert [row for row in read if row] == [
        ["J9043", "96413", "", "20240101", "*"],
        ["", "", "A & B <c>"],
        ["x", "", "y"],
    ]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>3</v></c></row>', ["2", "3"]),
        ('<row r="1"><c r="B1" s="4"/><c r="D1" t="str"><v>x</v></c></row>', ["", "", "", "x"]),
        ('<row r="1"><c><v>1</v></c><c><v>2</v></c></row>', ["1", "2"]),
        ('<row r="1"><c r="A1"><!-- <c r="B1"><v>2</v></c> --><v>1</v></c></row>', ["1"]),
        ('<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>',
         ["ab"]),
        ('<row r="1"/>', []),
    ],
)  # fmt: skip
def test_rows_of_any_form(row: str, cells: list[str]) -> None:
    plain = '<row r="2"><c r="A2"><v>9</v></c></row>'
    read = list(sheet_stream.rows(of_xml(row + plain), NAME))
    assert [each for each in read if each] == [each for each in (cells, ["9"]) if each]


@pytest.mark.parametrize(
    "rows", ['<row r="1"><c r="A1"><v>1</v></row>', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>']
)
def test_damaged_rows_are_refused(rows: str) -> None:
    with pytest.raises(UserError, match="not a readable workbook"):
        list(sheet_stream.rows(of_xml(rows), NAME))


@given(st.lists(st.lists(CELLS, min_size=1, max_size=7), min_size=1, max_size=8))
def test_whatever_a_cell_holds(rows: list[list[str]]) -> None:
    for inline in (False, True):
        read = list(sheet_stream.rows(workbook(rows, inline=inline), NAME))
        wanted = [[" ".join(cell.split()) for cell in row] for row in rows]
        folded = [[" ".join(cell.split()) for cell in row] for row in read]
        assert [row for row in folded if any(row)] == [row for row in wanted if any(row)]


def test_line_ends_of_windows_are_blanks() -> None:
    rows: list[list[str | int | None]] = [["HCPCS/\r\nCPT Code", "x"]]
    assert list(sheet_stream.rows(workbook(rows), NAME)) == [["HCPCS/ CPT Code", "x"]]
