"""CMS's list of NOC codes, as workbook and as print."""

from pathlib import Path

import pytest

from hcpcs_desktop.domain.note import NocCode
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import noc, tabular

from .anweb_file import workbook
from .cms_files import readings, sheet_in, text_in
from .conftest import Read

HEADER = ["HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"]
PRINT = """                       NOC CODES - HCPCS 2019

  HCPCS  LONG DESCRIPTION                              ADD DATE  TERM DATE

  A0999  Unlisted ambulance service                    19870101
  A9599  Radiopharmaceutical, for tomography, identi 20140101  20171231
  S9446  Patient education, per session
\x1a
"""


def test_a_sheet_below_its_title() -> None:
    rows = [
        ["", "NOC CODES - HCPCS 2019", "", ""],
        HEADER,
        ["", "", "", ""],
        ["A0999", "Unlisted  ambulance service", "19870101", ""],
        ["A9599", "Radiopharmaceutical", "20140101", "20171231"],
        ["99199", "Five digits", "", ""],
        ["\x1a", "", "", ""],
    ]
    assert noc.is_sheet(rows)
    reading = noc.read_sheet(rows, "NOC.xlsx")
    assert reading.noc_codes == (
        NocCode("A0999", "Unlisted ambulance service", "1987-01-01", ""),
        NocCode("A9599", "Radiopharmaceutical", "2014-01-01", "2017-12-31"),
    )
    assert reading.release == "2019-01"
    assert (reading.rows_read, reading.skipped) == (3, 1)
    assert reading.warnings == ("1 skipped: no Level II code",)


def test_a_print_with_and_without_dates() -> None:
    reading = noc.read_text(PRINT, "NOC.prn")
    assert [(each.code, each.added, each.terminated) for each in reading.noc_codes] == [
        ("A0999", "1987-01-01", ""),
        ("A9599", "2014-01-01", "2017-12-31"),
        ("S9446", "", ""),
    ]


def test_a_later_year_alone_is_no_release() -> None:
    rows = [["", "NOC CODES - HCPCS 2025"], HEADER, ["A0999", "Unlisted", "19870101", ""]]
    assert noc.read_sheet(rows, "NOC.xlsx").release == ""


@pytest.mark.parametrize(("year", "count"), [("2018", 146), ("2019", 141)])
def test_the_lists_of_2018_and_2019(shared_cms: Path, year: str, count: int) -> None:
    archive, name = f"{year}/{year}-HCPCS-NOC-Codes.zip", f"NOC_Codes_{year}"
    sheet = noc.read_sheet(sheet_in(shared_cms, archive, f"{name}.xlsx"), f"{name}.xlsx")
    text = noc.read_text(text_in(shared_cms, archive, f"{name}.prn"), f"{name}.prn")
    assert len(sheet.noc_codes) == count
    assert {each.code for each in sheet.noc_codes} == {each.code for each in text.noc_codes}
    assert (sheet.warnings, text.warnings) == ((), ())
    both = readings(shared_cms / archive)["noc"]
    assert both.noc_codes == sheet.noc_codes
    assert (both.release, both.warnings) == (f"{year}-01", ())
    assert both.file == f"{name}.xlsx + {name}.prn"


def test_the_list_of_july_2025(shared_cms: Path) -> None:
    reading = readings(shared_cms / "2025-07" / "NOC codes_JUL2025.xlsx")["noc"]
    assert (reading.release, len(reading.noc_codes)) == ("2025-07", 165)


def test_the_record_is_no_list_of_noc_codes(shared_cms: Path) -> None:
    path = shared_cms / "2020-07" / "anweb.xlsx"
    assert not any(noc.is_sheet(rows) for rows in tabular.sheets(path.read_bytes(), "a").values())


def test_a_list_without_codes_is_refused() -> None:
    with pytest.raises(UserError, match="no NOC code"):
        noc.read_sheet([HEADER, ["", "", "", ""]], "NOC.xlsx")


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
