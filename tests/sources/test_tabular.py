"""Cells and texts as rows of str, and what a reader refuses to read."""

from datetime import date, datetime

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import tabular

from .anweb_file import column_name, with_sheet, workbook, worksheet, zipped


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (99213.0, "99213"),
        (0.5, "0.5"),
        (7, "7"),
        (True, "1"),
        (date(2019, 1, 31), "20190131"),
        (datetime(2019, 1, 31, 12), "20190131"),
        ("   AA", "   AA"),
        ("two\n lines\xa0here ", "two lines here"),
        ("", ""),
    ],
)
def test_a_cell_is_text(value: object, text: str) -> None:
    assert tabular.cell(value, "file") == text


@pytest.mark.parametrize("letter", ["x", "é"])
def test_a_cell_longer_than_the_format_allows_is_refused(letter: str) -> None:
    assert len(tabular.cell(letter * 32_767, "file")) == 32_767
    with pytest.raises(UserError, match="a cell in it is longer"):
        tabular.cell(letter * 32_768, "file")


def test_sheets_are_read_by_name() -> None:
    rows = [["HCPC", "", "x < y & z"], ["", "  b", ""]]
    assert tabular.sheets(workbook({"A": rows, "B & C": [["1"]]}), "file") == {
        "A": rows,
        "B & C": [["1"]],
    }


@pytest.mark.parametrize("name", [0, 25, 26, 103, 249])
def test_a_table_may_have_more_columns_than_any_of_cms(name: int) -> None:
    content = workbook({"A": [[""] * name + ["x"]]})
    assert tabular.sheets(content, "file") == {"A": [["x"]]}
    assert column_name(249) == "IP"


@pytest.mark.parametrize(
    "address",
    [
        *("XFD1048576", "AAA1", "JA1", "DA20000", "IP100000"),
        *("M100000", "AA100000", "A2000000", "A10000000"),
    ],
)
@pytest.mark.parametrize("form", ['r="{}"', "r='{}'", 'r = "{}"'])
def test_a_cell_far_off_is_refused(address: str, form: str) -> None:
    sheet = worksheet([["HCPC"]]).replace('r="A1"', form.format(address))
    with pytest.raises(UserError, match="a cell far outside"):
        tabular.sheets(with_sheet(sheet), "file")


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="xfd1048576"><v>1</v></c>',
        '<x:c r="XFD1048576"><v>1</v></x:c>',
        '<c r="A0000000000001048576"><v>1</v></c>',
        '<row r="1048576"><c><v>1</v></c></row>',
        "<c/>" * 20_000,
        '<c s="1" r="XFD1048576"/>',
    ],
)
def test_a_cell_that_hides_how_far_off_it_is_is_refused(cell: str) -> None:
    sheet = worksheet([["HCPC"]]).replace("</row>", f"</row>{cell}")
    with pytest.raises(UserError, match="a cell far outside"):
        tabular.sheets(with_sheet(sheet), "file")


@pytest.mark.parametrize(
    "cell", ["<x:c r='A2' s='0'/>", '<c\n r = "IZ19999"/>', '<c r="L1999999"/>']
)
def test_a_cell_may_be_written_in_other_ways(cell: str) -> None:
    sheet = worksheet([["HCPC"]]).replace("</row>", f"</row><row>{cell}</row>")
    assert tabular.sheets(with_sheet(sheet), "file")["A"][0] == ["HCPC"]


@pytest.mark.parametrize("gap", [0, 10_000])
def test_entities_are_refused(gap: int) -> None:
    bomb = '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    sheet = f"<!--{'-' * gap}-->" + bomb + worksheet([["HCPC"]])
    with pytest.raises(UserError, match="XML entities"):
        tabular.sheets(with_sheet(sheet), "file")


@pytest.mark.parametrize("content", [b"PK\x03\x04", zipped({"a.txt": "b"}), workbook({})[:-30]])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(UserError, match="file was not taken"):
        tabular.sheets(content, "file")


@pytest.mark.parametrize("sheet", ["", "not xml", "<worksheet><sheetData><row"])
def test_a_damaged_sheet_is_refused(sheet: str) -> None:
    with pytest.raises(UserError, match="file was not taken"):
        tabular.sheets(with_sheet(sheet), "file")


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
