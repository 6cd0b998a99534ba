"""The report of an import as text."""

from hcpcs_desktop.output import import_report
from hcpcs_desktop.output.family_words import family_words

SOURCE = {
    "family": "anweb",
    "release": "2020-10",
    "file": "HCPC2020_OCT_ANWEB.txt",
    "rows_stored": 6800,
    "skipped": 2,
    "warnings": ["line 7: half a record, left out"],
}
LAYOUT = {
    **SOURCE, "family": "record_layout", "release": None, "rows_stored": 1, "skipped": 0,
    "warnings": [],
}  # fmt: skip
ANSWER = {"sources": [SOURCE, LAYOUT], "library": {"codes": 6500, "modifiers": 361}}


def test_each_source_has_its_line() -> None:
    assert import_report.source_line(SOURCE) == (
        "CMS October 2020: 6,800 records from HCPC2020_OCT_ANWEB.txt, 2 skipped."
    )
    assert import_report.source_line(LAYOUT) == "1 record from HCPC2020_OCT_ANWEB.txt."


def test_the_report_holds_kinds_remarks_and_what_the_library_holds() -> None:
    text = import_report.text(ANSWER)
    for said in ("List of codes", "Record layout", "line 7: half", "6,500 codes, 361 modifiers"):
        assert said in text
    assert import_report.remarks(ANSWER) == ["line 7: half a record, left out"]


def test_a_kind_without_words_is_told_by_its_name() -> None:
    assert family_words("some_file") == "some file"
