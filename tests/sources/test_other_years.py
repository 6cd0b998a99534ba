"""What files of other years, and copies that another program saved, do otherwise."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import (
    anweb,
    anweb_sheet,
    asp,
    columns,
    corrections,
    ndc_crosswalk,
    noc,
    record_layout,
    registry,
    tabular,
    transaction_report,
)
from hcpcs_desktop.sources.reading import Reading

from .anweb_file import HEADER, first_line, further_line, record, row, save, text, workbook, zipped
from .conftest import Read

PRICES = ["HCPCS Code", "Short Description", "HCPCS Code Dosage", "Payment Limit", "Vaccine AWP%"]
CROSSWALK = ["HCPCS Code", "NDC2", "Drug Name", "PKG SIZE", "PKG QTY", "BILLUNITS", "BILLUNITSPKG"]
LAYOUT = """ HCPCS Contractor Record
  30.  HCPCS Action Code
                    What changed.
                    SAS      ALIAS : ACTN_CD
"""
LONG = "Injection, cabazitaxel, " + "1 mg " * 220


def place(name: str) -> int:
    return HEADER.index(name)


def of_sheet(*rows: Sequence[str], header: Sequence[str] = HEADER) -> Reading:
    return anweb.read_sheet([list(header), *map(list, rows)], "HCPC2024_JAN_ANWEB.xlsx")


def values(reading: Reading, code: str = "J9043") -> dict[str, tuple[str, ...]]:
    return next(dict(each.values) for each in reading.records if each.code == code)


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


@pytest.mark.parametrize("line", ["0A384001003Something", first_line("J9043").replace("J9", "??")])
def test_what_may_have_been_a_record_is_told(read: Read, line: str) -> None:
    assert read(text([*record("A0384"), line])).warnings == ("1 skipped: no record (line 2)",)


def test_a_line_apart_from_its_first_line_refuses_the_file(read: Read) -> None:
    with pytest.raises(UserError, match="goes on with J9043"):
        read(text([further_line("J9043", "and more"), *record("J9043")]))


def test_a_description_that_lost_a_line_is_told(read: Read) -> None:
    lines = [first_line("J9043", "Cabazitaxel"), further_line("J9043", "in the end", 300)]
    reading = read(text(lines))
    assert values(reading)["long_description"] == ("Cabazitaxel in the end",)
    assert reading.warnings == ("J9043: a part of its description is missing before line 2",)


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


def test_a_header_of_csv_may_have_line_ends_in_its_cells(read: Read) -> None:
    header = ",".join('"' + name.replace(" ", "\n") + '"' for name in PRICES)
    reading = read(f"{header}\r\nJ9043,Cab,1 MG,3.5,\r\n".encode(), "January 2022 ASP.csv")
    assert (reading.family, reading.limits[0].dosage) == ("asp", "1 MG")


@pytest.mark.parametrize(
    ("line", "release"),
    [
        ("Effective January 1, 2017 through March 31, 2017", "2017-01"),
        ("Effective April 1, 2018 - June 30, 2018", "2018-04"),
        ("EFFECTIVE JULY 1 2021 THROUGH SEPTEMBER 30 2021", "2021-07"),
        ("Effective: October 1 through December 31, 2022", "2022-10"),
        ("Effective January 1, 2020 through the end", "2020-01"),
        ("Effective 10/01/2019 through 12/31/2019", "2019-10"),
        ("October 2023 ASP Pricing File", "2023-10"),
    ],
)
def test_the_quarter_of_a_price_file_may_be_said_otherwise(line: str, release: str) -> None:
    rows = [[line], [], PRICES, ["J9043", "Cab", "1 MG", "$ 3.5 ", ""]]
    assert asp.read_sheet(rows, "prices.csv").release == release


def test_another_day_in_the_notes_is_no_quarter() -> None:
    said = "Note: updated June 2, 2023, effective April 1, 2023 - see the website of 2023"
    notes = [["Payment Limits"], [said], ["Effective 13/1/2019 through 2020"], PRICES]
    assert asp.read_sheet([*notes, ["J9043", "Cab", "1 MG", "3.5", ""]], "prices.csv").release == ""


@pytest.mark.parametrize("cell", ["", "-", "$ -", "N/A", "$N/A"])
def test_a_price_that_is_none(cell: str) -> None:
    reading = asp.read_sheet([PRICES, ["J9043", "Cab", "1 MG", cell, ""]], "prices.csv")
    assert (reading.limits[0].limit, reading.warnings) == (None, ())


@pytest.mark.parametrize(
    ("cell", "ndc"),
    [
        ("00024-5824-11", "00024-5824-11"),
        ("24582411", "00024-5824-11"),
        ("12345678901", "12345-6789-01"),
        ("123456789012", "123456789012"),
    ],
)
def test_an_ndc_that_was_a_number_is_whole_again(cell: str, ndc: str) -> None:
    rows = [CROSSWALK, ["J9043", cell, "Jevtana", "1", "1", "60", "60"]]
    assert ndc_crosswalk.read_sheet(rows, "a.xlsx").products[0].ndc == ndc


def test_names_of_columns_with_blanks() -> None:
    names = ["2021_HCPCS_CODE", "NDC 2", "Drug Name", "Package Size", "Pkg Qty", "Bill Units"]
    rows = [[*names, "Bill Units Pkg"], ["J9043", "00024-5824-11", "Jevtana", "2", "1", "60", "61"]]
    product = ndc_crosswalk.read_sheet(rows, "a.csv").products[0]
    assert (product.package_size, product.billing_units) == (Decimal(2), Decimal(60))
    assert product.billing_units_package == Decimal(61)


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Discontinue", "D"),
        ("Deleted", "D"),
        ("Reactivated", "R"),
        ("Administrative data field change", "F"),
        ("Change in both administrative data field and long description", "B"),
        ("Long & Short Description Change", "C"),
        ("No Maintenance", "N"),
        ("Miscellaneous", "T"),
    ],
)
def test_a_report_may_use_other_words(words: str, action: str) -> None:
    rows = [["HCPC", "TYPE OF CHANGE"], ["J9043", words]]
    assert transaction_report.read_sheet(rows, "a.xlsx").reported[0].action == action


@pytest.mark.parametrize(
    ("title", "code", "family"),
    [("NOC CODES - HCPCS 2024", "A0999", "noc"), ("All codes", "AA", "anweb")],
)
def test_the_title_tells_the_noc_codes_from_all(
    read: Read, title: str, code: str, family: str
) -> None:
    names = ["HCPCS", "SHORT DESCRIPTION", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"]
    rows = [["", title], names, [code, "Unlisted", "Unlisted thing", "19870101", ""]]
    assert read(workbook({"A": rows}), "October 2024.xlsx").family == family


def test_all_codes_with_their_days_are_no_noc_codes() -> None:
    names = ["HCPC", "LONG DESCRIPTION", "ADD DT", "TERM DT"]
    assert noc.is_sheet([names, ["A0999", "Unlisted", "19870101", ""]])
    assert not noc.is_sheet([names, ["   A1", "Dressing", "20020701", ""]])


def test_a_release_that_was_asked_for_against_the_name_is_told(tmp_path: Path) -> None:
    path = save(tmp_path, text(record("J9043")), "HCPC2021_JUL_ANWEB.txt")
    (reading,) = registry.read(path, "2021-10")
    assert reading.release == "2021-10"
    assert reading.warnings == (
        "HCPC2021_JUL_ANWEB.txt is of July 2021, and was taken as asked for",
    )
    assert registry.read(path, "2021-07")[0].warnings == ()


@pytest.mark.parametrize(
    ("name", "added", "warned"),
    [
        ("HCPC2021_CONTR_ANWEB.txt", "20210701", True),
        ("HCPC2021_CONTR_ANWEB.txt", "20210101", False),
        ("HCPC2021_JAN_ANWEB.txt", "20210701", False),
        ("HCPC2018_CONTR_ANWEB_disc.txt", "20180701", False),
    ],
)
def test_a_mere_year_is_doubted_where_the_codes_are_newer(
    read: Read, name: str, added: str, warned: bool
) -> None:
    reading = read(text(record("J9043", added=added)), name)
    assert reading.release.endswith("-01")
    assert bool(reading.warnings) == warned
    assert all("add 2021-07=FILE" in each for each in reading.warnings)


@pytest.mark.parametrize(
    ("archive", "release"),
    [
        ("july-2021-alpha-numeric-hcpcs-file.zip", "2021-07"),
        ("packed-november-2026.zip", "2021-01"),
        ("codes.zip", "2021-01"),
    ],
)
def test_the_month_of_the_zip_counts_for_a_list_that_names_its_year(
    tmp_path: Path, archive: str, release: str
) -> None:
    members = {"HCPC2021_ANWEB.txt": text(record("J9043")), "proc_notes.txt": b"0001--A NOTE\r\n"}
    readings = registry.read(save(tmp_path, zipped(members), archive))
    assert [each.release for each in readings] == [release, release]


def test_a_report_with_days_is_no_list_of_corrections() -> None:
    names = ["HCPCS CODE", "ACTION", "EFF DATE", "SHORT DESC", "LONG DESC"]
    report = [names, ["J9043", "N", "20240101", "Cab", "Cabazitaxel"]]
    mended = [names, ["J9043", "Add code", "20240101", "Cab", "Cabazitaxel"]]
    assert transaction_report.is_sheet(report)
    assert not transaction_report.is_sheet(mended)
    assert corrections.is_sheet(mended)


@pytest.mark.parametrize(
    "begin",
    ["\ufeff\r\n<!doctype HTML>", "<?xml version='1.0'?><html>", "<!-- saved -->\n<HTML a>"],
)
def test_a_web_page_is_known_whatever_it_begins_with(read: Read, begin: str) -> None:
    with pytest.raises(UserError, match="it is a web page"):
        read(f"{begin}<body>404</body></html>".encode(), "april-2024-hcpcs.zip")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("'0051", "0051"),
        ("'   AA", "   AA"),
        ("'1833(t)", "1833(t)"),
        ("'s", "s"),
        ("'quoted' text", "'quoted' text"),
        (16.215999999999998, "16.216"),
    ],
)
def test_what_excel_adds_to_a_cell_goes(value: object, shown: str) -> None:
    assert tabular.cell(value, "file") == shown


def test_a_note_is_one_cell_of_several_words() -> None:
    assert columns.is_blank_or_note(["", "see below", ""])
    assert columns.is_blank_or_note(["\xa0", "\x1a"])
    assert not columns.is_blank_or_note(["see below", "x"])
    assert not columns.is_blank_or_note(["J9043"])


@pytest.mark.parametrize(("last", "warned"), [("J9043", True), ("V5364", False)])
def test_a_long_list_that_ends_too_early_may_not_be_whole(
    read: Read, last: str, warned: bool
) -> None:
    lines = [first_line(f"A{number:04}") for number in range(500)]
    warnings = read(text([*lines, first_line(last)])).warnings
    assert bool(warnings) == warned
    assert all("it ends with J9043" in each for each in warnings)


def test_a_layout_may_not_state_its_year() -> None:
    found = record_layout.read_text(LAYOUT, "HCPC2025 recordlayout.txt")
    assert record_layout.is_text(LAYOUT)
    assert (found.release, found.field_texts[0].name) == ("", "action")


@pytest.mark.parametrize("name", ["long_description", "short_description"])
@pytest.mark.parametrize("by_bytes", [True, False])
def test_letters_of_several_bytes_move_no_field(read: Read, name: str, by_bytes: bool) -> None:
    said = "Riboflavin 5\N{RIGHT SINGLE QUOTATION MARK}-phos\N{REGISTERED SIGN}"
    fields = {"short_description": "Riboflavin", "long_description": "Riboflavin"} | {name: said}
    width = 80 if name == "long_description" else 28
    line = first_line(
        "J9043",
        fields["long_description"],
        320,
        short_description=fields["short_description"],
        pricing=["51"],
        termination="20191231",
    )
    assert said in line
    if by_bytes:
        spare = len(said.encode()) - len(said)
        line = line.replace(said.ljust(width), said.ljust(width - spare))
        assert len(line.encode()) == 320
    found = values(read(text([line], encoding="utf-8")))
    assert found[name] == (said,)
    assert (found["pricing"], found["termination"]) == (("51",), ("2019-12-31",))
