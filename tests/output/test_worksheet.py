"""Worksheets as text, on paper and as workbooks: ticks, notes, whose items they are."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from hcpcs_desktop.domain.checklist import Checklist
from hcpcs_desktop.domain.worksheet import Entry, Progress, begin
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output import wording, worksheet

from .golden import assert_golden
from .samples import ITEMS
from .test_paper import ReadPaper

DAY = date(2026, 11, 26)
CHECKLIST = Checklist("J9043", "Infused drug", "commercial", "practitioner", ITEMS, "Blue Plan")
BEGUN = replace(
    begin("Visit 4711 / A", "Cabazitaxel injection", CHECKLIST, "CMS release of July 2020", DAY),
    id="1",
)
SHEET = replace(
    BEGUN,
    entries=(
        Entry(ITEMS[0], "done"),
        Entry(ITEMS[1], "not_applicable", "multi-dose vial"),
        Entry(replace(ITEMS[2], origin="your clinic's template Suite"), note="asked on Tuesday"),
        Entry(replace(ITEMS[2], id="old", text="Old item"), "done", dropped=True),
    ),
)


def test_text() -> None:
    assert_golden("worksheet.txt", worksheet.text(SHEET))


def test_paper() -> None:
    made = worksheet.paper(SHEET)
    assert_golden("worksheet.html", made.html)
    assert "HCPCS Desktop; CMS release of July 2020; made 2026-11-26." in made.html
    assert made.file_name == "J9043 Visit 4711 A.pdf"


def test_progress_tells_what_is_not_applicable() -> None:
    assert worksheet.progress_words(Progress(1, 3, 0)) == "1 of 3"
    assert worksheet.progress_words(SHEET.progress) == "2 of 3, 1 not applicable"


def test_a_workbook_holds_every_item_and_takes_no_text_for_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    formula = replace(SHEET.entries[0], note="=1+1")
    worksheet.write_xlsx(path, replace(SHEET, entries=(formula, *SHEET.entries[1:])))
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Worksheet").to_python()
    assert rows[0][:2] == ["Worksheet", "Visit 4711 / A"]
    heading = rows.index(list(worksheet.HEADINGS))
    items = rows[heading + 1 :]
    assert [row[0] for row in items] == ["Done", "Not applicable", "Open", "Done"]
    assert items[0][2] == "=1+1"
    assert "no longer in the checklist" in str(items[3][1])


def test_a_text_file_is_the_text(tmp_path: Path) -> None:
    worksheet.write_text(tmp_path / "sheet.txt", SHEET)
    assert (tmp_path / "sheet.txt").read_text(encoding="utf-8") == worksheet.text(SHEET)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    for write in (worksheet.write_text, worksheet.write_xlsx):
        with pytest.raises(UserError, match="Choose another place"):
            write(tmp_path / "nowhere" / "sheet", SHEET)


@given(st.text(max_size=60), st.text(max_size=200))
def test_labels_and_notes_are_shown_and_none_is_obeyed(label: str, note: str) -> None:
    noted = replace(SHEET, label=label, entries=(replace(SHEET.entries[0], note=note),))
    shown = "".join(ReadPaper(worksheet.paper(noted).html).texts)
    assert wording.one_line(note) in shown
    name = worksheet.file_name(noted, "pdf")
    assert not set(name) & set('/\\:*?"<>|\0\n')
