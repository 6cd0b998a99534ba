"""The list as a workbook, as CMS and other programs write it: columns, days, numbers, sheets."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import anweb, anweb_sheet, registry, tabular
from hcpcs_desktop.sources.reading import Reading

from .anweb_file import HEADER, record, row, save, text, values, workbook
from .conftest import Read

LONG = "Injection, cabazitaxel, " + "1 mg " * 220


def of_sheet(*rows: Sequence[str], header: Sequence[str] = HEADER) -> Reading:
    return anweb.read_sheet([list(header), *map(list, rows)], "HCPC2024_JAN_ANWEB.xlsx")


@pytest.mark.parametrize(
    "day", ["20190228", "2019-02-28", "2019-02-28 00:00:00", "2/28/2019", "02/28/19", "43524"]
)
def test_a_day_in_a_workbook_may_be_written_in_many_ways(day: str) -> None:
    found = values(of_sheet(row("J9043", added=day, termination="0")))
    assert (found["added"], found["termination"]) == (("2019-02-28",), ())


@pytest.mark.parametrize(
    "day", ["20251301", "13/01/2025", "2025-02-30", "1234567", "00000000", "00190228"]
)
def test_what_is_no_day_still_refuses_the_workbook(day: str) -> None:
    with pytest.raises(UserError, match="J9043 has an impossible date"):
        of_sheet(row("J9043", added=day))


def test_numbers_get_the_zeros_back_that_a_workbook_took() -> None:
    cells = row("J9043", pricing=["0", "51"], processing_note="88", lab_certification="10")
    found = values(of_sheet(cells))
    assert found["pricing"] == ("00", "51")
    assert (found["processing_note"], found["lab_certification"]) == (("0088",), ("010",))


@pytest.mark.parametrize(
    "header",
    [
        [name.lower().replace(" ", "_") for name in HEADER],
        [name.replace(" ", "\n") + " " for name in HEADER],
        ["HCPCS CODE", *HEADER[1:]],
        [
            {"LONG DESCRIPTION": "LONG DESC", "ADD DT": "ADD DATE", "TERM DT": "TERM DATE"}.get(
                name, name
            )
            for name in HEADER
        ],
    ],
    ids=["case", "line ends", "code", "other names"],
)
def test_columns_are_known_by_their_letters(header: list[str]) -> None:
    cells = row("J9043", termination="20191231")
    assert anweb_sheet.is_sheet([header, cells])
    assert of_sheet(cells, header=header).records == of_sheet(cells).records


def test_the_code_may_stand_in_any_column() -> None:
    turned = of_sheet(row("J9043")[::-1], row("AA")[::-1], header=HEADER[::-1])
    assert [values(turned, code) for code in ("J9043", "AA")] == [
        values(of_sheet(row("J9043"), row("AA")), code) for code in ("J9043", "AA")
    ]


def test_a_header_may_take_two_rows() -> None:
    parted = [name.partition(" ") for name in HEADER]
    rows = [[first for first, *_ in parted], [last for *_, last in parted], row("J9043")]
    assert anweb_sheet.is_sheet(rows)
    assert anweb.read_sheet(rows, "a.xlsx").records == of_sheet(row("J9043")).records


def test_some_columns_are_enough_for_a_list() -> None:
    names = ["HCPC", "LONG DESCRIPTION", "SHORT DESCRIPTION", "ADD DT", "TERM DT"]
    rows = [names, ["J9043", "Cabazitaxel", "Cab", "20120101", ""]]
    assert anweb_sheet.is_sheet(rows)
    assert values(anweb.read_sheet(rows, "a.xlsx")) == {
        "long_description": ("Cabazitaxel",),
        "short_description": ("Cab",),
        "added": ("2012-01-01",),
        "termination": (),
    }


def test_a_long_description_goes_on_where_no_column_says_so() -> None:
    names = ["HCPCS", "LONG DESCRIPTION"]
    rows = [names, ["J9043", LONG], ["J9043", "and more"], ["J9045", "Other"]]
    assert values(anweb.read_sheet(rows, "a.xlsx"))["long_description"] == (f"{LONG}and more",)
    with pytest.raises(UserError, match="twice with different content"):
        anweb.read_sheet([names, ["J9043", "Short"], ["J9043", "and more"]], "a.xlsx")


def test_notes_below_a_list_are_no_rows(read: Read) -> None:
    note = "*CPT is copyright 2018 American Medical Association."
    sheet = of_sheet(row("J9043"), [note], ["", "", "See also the read-me file."], ["\x1a"])
    for reading in (sheet, read(text([*record("J9043"), "", note, "\x1a"]))):
        assert (reading.rows_read, reading.skipped, reading.warnings) == (1, 0, ())


def test_a_hidden_sheet_is_left_alone_and_others_are_one_list(tmp_path: Path) -> None:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    for name, rows in {
        "Notes": [["Read me first"]],
        "A to H": [HEADER, row("A0384")],
        "J to V": [HEADER, row("J9043")],
        "Old": [HEADER, row("J9043", "Another text"), row("J9045")],
    }.items():
        sheet = book.add_worksheet(name)
        for at, cells in enumerate(rows):
            sheet.write_row(at, 0, cells)
        if name == "Old":
            sheet.hide()
    book.close()
    (reading,) = registry.read(save(tmp_path, buffer.getvalue(), "HCPC2024_JAN_ANWEB.xlsx"))
    assert [each.code for each in reading.records] == ["A0384", "J9043"]
    assert (values(reading)["long_description"], reading.warnings) == (("Something",), ())


def test_of_sheets_that_contradict_the_first_counts(read: Read) -> None:
    sheets = {"A": [HEADER, row("J9043")], "B": [HEADER, row("J9043", "Another text")]}
    reading = read(workbook(sheets), "HCPC2024_JAN_ANWEB.xlsx")
    assert values(reading)["long_description"] == ("Something",)
    assert reading.warnings == ("sheets differ in J9043; the first counts",)


@pytest.mark.parametrize("delimiter", tabular.DELIMITERS)
def test_a_table_may_be_saved_with_other_signs_between_its_cells(
    read: Read, delimiter: str
) -> None:
    lines = [delimiter.join(cells) for cells in (HEADER, row("J9043"))]
    reading = read(text(lines), "HCPC2024_JAN_ANWEB.csv")
    assert reading.records == of_sheet(row("J9043")).records
