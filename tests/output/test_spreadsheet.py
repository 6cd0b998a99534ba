"""Tables for spreadsheet programs, in which nothing is a formula."""

import csv
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output import spreadsheet

HEADINGS = ("Code", "Description")
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x","y")')
ROWS = [
    ("J9043", "Injection, “cabazitaxel”"),
    *((text, "two\nlines, one cell") for text in DANGEROUS),
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert spreadsheet.harmless(text) == f"'{text}"


@given(st.text(max_size=20))
def test_no_cell_begins_with_what_begins_a_formula(text: str) -> None:
    assert not spreadsheet.harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_csv_file_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    spreadsheet.write(path, HEADINGS, ROWS)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(HEADINGS)
    assert rows[1] == list(ROWS[0])
    assert [row[0] for row in rows[2:]] == [f"'{text}" for text in DANGEROUS]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_workbook_holds_strings_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    spreadsheet.write(path, HEADINGS, ROWS)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[0] == list(HEADINGS)
    assert [row[0] for row in rows[1:4]] == ["J9043", "=1+1", "+1"]
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.replace("=HYPERLINK", "")
    assert set(re.findall(r' t="(\w+)"', sheet)) <= {"s", "inlineStr"}


def test_a_text_without_end_is_cut_to_what_a_cell_holds(tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    spreadsheet.write(path, HEADINGS, [("J9043", "x" * 40_000)])
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert len(str(rows[1][1])) == 32_767


@pytest.mark.parametrize("name", ["new.csv", "new.xlsx"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        spreadsheet.write(tmp_path / "nowhere" / name, HEADINGS, ROWS)
