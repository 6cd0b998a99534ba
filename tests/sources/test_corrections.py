"""CMS's corrections, as workbook and as print."""

from pathlib import Path

import pytest

from hcpcs_desktop.domain.note import Correction
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import corrections

from .cms_files import readings

HEADER = ["CODE", "ACTION", "EFF DATE", "SHORT DESC", "LONG DESC", "TOS ", "COV", "COMMENTS"]
PRINT = """         2018 HCPCS CORRECTIONS

  CODE           ACTION        EFF DATE         SHORT DESC                   LONG DESC        TOS
  G0279  Revise Long Desc      01/01/2018                          Diagnostic digital breast
  G9367  Revise Long & Short De01/01/201>= 2 same hi-rsk med ord   At least two orders
  G9637  Should not have been updated - revert back to 2017 description
   DA   Removed in01/01/2011
"""


def test_a_sheet_gives_what_it_prints() -> None:
    rows = [
        ["", "2019 CORRECTIONS"],
        HEADER,
        ["C1890", "ADD  CODE", "20190101", "No device", "No device used", "9,F", "D", "Statute"],
        ["DA", "Removed in error", "01/0/12019", "", "", "", "", ""],
        ["99213", "ADD  CODE", "", "", "", "", "", ""],
        ["", "a remark", "", "", "", "", "", ""],
    ]
    assert corrections.is_sheet(rows)
    reading = corrections.read_sheet(rows, "Corrections.xlsx")
    added, removed = reading.corrections
    assert (added.code, added.effective, added.comment) == ("C1890", "2019-01-01", "Statute")
    assert added.values == {
        "short_description": ("No device",),
        "long_description": ("No device used",),
        "tos": ("9", "F"),
        "coverage": ("D",),
    }
    assert removed == Correction("DA", "Removed in error", "", {})
    assert reading.warnings == (
        "1 skipped: no code or modifier",
        "DA: 01/0/12019 is no date and was left out",
    )


def test_days_and_statutes_may_be_mended() -> None:
    header = ["HCPCS", "ACTION", "EFF DATE", "LONG DESC", "STATUTE", "ADD DATE", "TERM DATE"]
    rows = [
        header,
        ["C1890", "Change dates", "1/1/2020", "", "1833(t)", "20190101", "12/31/2019"],
        ["C1891", "Change date", "1/1/2020", "", "", "", "soon"],
    ]
    first, second = corrections.read_sheet(rows, "Corrections.xlsx").corrections
    assert first.values == {
        "statute": ("1833(t)",),
        "added": ("2019-01-01",),
        "termination": ("2019-12-31",),
    }
    assert second.values == {}


def test_the_columns_may_have_the_names_of_other_years() -> None:
    header = ["HCPCS Code", "Action", "Effective Date", "Short Descriptor", "Long Descriptor"]
    row = ["J1095", "Add code", "20230101", "A drug", "Injection, a drug"]
    rows = [["HCPCS corrections"], [*header, "Pricing"], [*row, "0"]]
    assert corrections.is_sheet(rows)
    (one,) = corrections.read_sheet(rows, "Corrections.xlsx").corrections
    assert one.effective == "2023-01-01"
    assert one.values == {
        "long_description": ("Injection, a drug",),
        "short_description": ("A drug",),
        "pricing": ("00",),
    }


def test_a_print_gives_what_it_has_whole() -> None:
    reading = corrections.read_text(PRINT, "Corrections.prn")
    assert [(each.code, each.action, each.effective) for each in reading.corrections] == [
        ("G0279", "Revise Long Desc", "2018-01-01"),
        ("G9367", "Revise Long & Short De", ""),
        ("G9637", "Should not have been updated - revert back to 2017 description", ""),
        ("DA", "Removed in", "2011-01-01"),
    ]
    assert "the workbook has them whole" in reading.warnings[-1]


def test_four_versions_of_2018_are_one_source(shared_cms: Path) -> None:
    path = shared_cms / "2018" / "2018-HCPCS-Alpha-Numeric-Corrections.zip"
    reading = readings(path)["corrections"]
    said = [each.action for each in reading.corrections if each.code == "G9989"]
    assert said == ["ADD Code", "DO NOT ADD - Remove from previous corrections document"]
    assert len(reading.corrections) == 34
    assert (reading.release, reading.skipped, reading.warnings) == ("2018-01", 0, ())


def test_the_corrections_of_2019(shared_cms: Path) -> None:
    path = shared_cms / "2019" / "2019-HCPCS-Alpha-Numeric-Corrections.zip"
    reading = readings(path)["corrections"]
    assert len(reading.corrections) == 14
    assert reading.warnings == ("Q5111: 01/0/12019 is no date and was left out",)
    added = next(each for each in reading.corrections if each.code == "J1095")
    assert added.values["asc_effective"] == ("2019-01-01",)


def test_a_list_without_corrections_is_refused() -> None:
    with pytest.raises(UserError, match="no correction"):
        corrections.read_sheet([HEADER], "Corrections.xlsx")
