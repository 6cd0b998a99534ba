"""CMS's transaction report: three styles of header, workbooks and prints."""

from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import corrections, transaction_report

from .cms_files import readings, sheet_in, text_in

STYLES = [
    ["HCPCS/Modifier Code", "Type of Change"],
    ["HCPCS/MOD", "TYPE OF CHANGE", "SHORT DESCRIPTION", "LONG DESCRIPTION"],
    ["HCPC", "ACTION CD", "SHORT DESCRIPTION", "LONG DESCRIPTION"],
]
WORDS = {
    "ADD": "A",
    "Coverage and Long Description Change": "B",
    "Change in both Coverage & Long Description": "B",
    "Long/Short Description": "C",
    "Discontinued": "D",
    "Change in Coverage": "F",
    "No Change": "N",
    "Payment Change": "P",
    "Re-activated": "R",
    "Short Description Chan": "S",
    "Miscellaneous change (BETOS or Type of Service)": "T",
    "P": "P",
}
YEARS = {
    "2018": (
        "HCPC18_Trans_Report_Alpha.xlsx",
        "HCPC18_Trans_Report_Alpha_ChangesbyAction.prn",
        "HCPC18_Trans_Report_Alpha_ChangesbyHCPC.prn",
    ),
    "2019": ("HCPC2019_Trans_Alpha.xlsx", "Changes_by_ActionCode.prn", "Changes_by_HCPCSCode.prn"),
}


@pytest.mark.parametrize("header", STYLES)
def test_all_styles_of_header(header: list[str]) -> None:
    rows = [["A note"], header, ["   CO", "ADD"], ["J9043", "No Change"]]
    assert transaction_report.is_sheet(rows)
    found = transaction_report.read_sheet(rows, "Trans.xlsx").reported
    assert [(each.code, each.action) for each in found] == [("CO", "A"), ("J9043", "N")]


@pytest.mark.parametrize(("words", "action"), WORDS.items())
def test_the_words_of_all_years_are_action_codes(words: str, action: str) -> None:
    rows = [STYLES[0], ["J9043", words]]
    (found,) = transaction_report.read_sheet(rows, "Trans.xlsx").reported
    assert found.action == action


def test_what_is_not_understood_is_counted() -> None:
    rows = [STYLES[0], ["J9043", "ADD"], ["J9043", "No Change"], ["Total", "9"], ["J1", "Moved"]]
    reading = transaction_report.read_sheet([*rows, ["J9044", "Moved"]], "Trans.xlsx")
    assert len(reading.reported) == 1
    assert reading.warnings == (
        "1 skipped: J9043 stands in it twice with different changes",
        "2 skipped: an unknown type of change, Moved",
        "1 skipped: no code or modifier",
    )


@pytest.mark.parametrize("year", YEARS)
def test_workbook_and_prints_say_what_the_record_says(shared_cms: Path, year: str) -> None:
    archive = f"{year}/{year}-Alpha-Numeric-HCPCS-File.zip"
    workbook, *prints = YEARS[year]
    of_record = {
        record.code: record.first("action")
        for record in readings(shared_cms / archive)["anweb"].records
    }
    tables = [
        transaction_report.read_sheet(sheet_in(shared_cms, archive, workbook, title), workbook)
        for title in ("Changes by Action Code", "Changes by HCPCS Code")
    ]
    texts = [
        transaction_report.read_text(text_in(shared_cms, archive, name), name) for name in prints
    ]
    for reading in (*tables, *texts):
        reported = {each.code: each.action for each in reading.reported}
        assert {code for code in of_record if of_record[code] != reported.get(code)} == (
            {"L1"} if year == "2018" else set()
        )
        assert reading.warnings == ()
    both = readings(shared_cms / archive)["transaction_report"]
    assert both.file == " + ".join(YEARS[year])
    assert (both.release, both.warnings) == (f"{year}-01", ())


def test_in_july_2020_cms_reports_a_modifier_twice(shared_cms: Path) -> None:
    path = shared_cms / "2020-07" / "trans_alpha.xlsx"
    reading = readings(path, "2020-07")["transaction_report"]
    assert len(reading.reported) == 7_158
    assert reading.warnings == ("1 skipped: CS stands in it twice with different changes",)


def test_a_report_without_codes_is_refused() -> None:
    with pytest.raises(UserError, match="no code"):
        transaction_report.read_sheet([STYLES[0]], "Trans.xlsx")


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Discontinue", "D"),
        ("Deleted", "D"),
        ("Reactivated", "R"),
        ("Administrative data field change", "F"),
        ("Administrative data and long descriptor", "B"),
        ("Long & Short Description Change", "C"),
        ("No Maintenance", "N"),
        ("Miscellaneous", "T"),
    ],
)
def test_a_report_may_use_other_words(words: str, action: str) -> None:
    rows = [["HCPC", "TYPE OF CHANGE"], ["J9043", words]]
    assert transaction_report.read_sheet(rows, "a.xlsx").reported[0].action == action


def test_a_report_with_days_is_no_list_of_corrections() -> None:
    names = ["HCPCS CODE", "ACTION", "EFF DATE", "SHORT DESC", "LONG DESC"]
    report = [names, ["J9043", "N", "20240101", "Cab", "Cabazitaxel"]]
    mended = [names, ["J9043", "Add code", "20240101", "Cab", "Cabazitaxel"]]
    assert transaction_report.is_sheet(report)
    assert not transaction_report.is_sheet(mended)
    assert corrections.is_sheet(mended)
