"""CMS's MUE tables: layouts, names, limits."""

import pytest

from hcpcs_desktop.domain.edits import MueLimit
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import mue
from hcpcs_desktop.sources.reading import MueList
from tests.sources.anweb_file import workbook
from tests.sources.edit_files import MUE_ROWS, file, mue_csv, mue_heading, mue_workbook

NAME = "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv"
LIMITS = (
    MueLimit("J9043", 60, 3),
    MueLimit("96413", 1, 2),
    MueLimit("A4216", 400, 1),
)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (mue_csv(), NAME),
        (mue_csv(delimiter="\t"), NAME.replace("csv", "txt")),
        (mue_workbook(), NAME.replace("csv", "xlsx")),
    ],
)
def test_limits_are_read_from_every_layout(content: bytes, name: str) -> None:
    read = mue.read(file(content), name)
    assert read.mue_lists == (MueList("practitioner", LIMITS),)
    assert (read.release, read.rows_read, read.rows_stored, read.skipped) == ("2025-10", 3, 3, 0)


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        ("Practitioner", "practitioner"),
        ("Outpatient Hospital", "outpatient_hospital"),
        ("Facility Outpatient Hospital", "outpatient_hospital"),
        ("DME Supplier", "dme_supplier"),
    ],
)
def test_the_heading_tells_the_table(kind: str, table: str) -> None:
    assert mue.read(file(mue_csv(kind)), NAME).mue_lists[0].table == table


@pytest.mark.parametrize(
    "row",
    [
        ("J9043", "many", "3 Date of Service Edit: Clinical", ""),
        ("J9043", "60", "4 Something else", ""),
        ("J904", "60", "3 Date of Service Edit: Clinical", ""),
        ("J9043",),
    ],
)
def test_a_row_that_is_no_limit_is_counted(row: tuple[str, ...]) -> None:
    read = mue.read(file(mue_csv(rows=[*MUE_ROWS, row])), NAME)
    assert (read.mue_lists[0].limits, read.skipped) == (LIMITS, 1)
    assert any("could not be read" in each for each in read.warnings)


def test_a_limit_of_nothing_is_a_limit() -> None:
    row = ("A9270", "0", "2 Date of Service Edit: Policy", "")
    read = mue.read(file(mue_csv(rows=[row])), NAME)
    assert read.mue_lists[0].limits == (MueLimit("A9270", 0, 2),)


def test_a_code_that_is_not_listed_may_have_a_limit_all_the_same() -> None:
    assert "may still have one" in mue.read(file(mue_csv()), NAME).warnings[0]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("mue.csv", "release_needed"), ("medicaid_mue_Eff_10-01-2025.csv", "bad_file")],
)
def test_names_that_do_not_do(name: str, kind: str) -> None:
    with pytest.raises(UserError) as refused:
        mue.read(file(mue_csv()), name)
    assert refused.value.kind == kind


@pytest.mark.parametrize(
    "content", [b"", b"HCPCS/CPT Code,Something\r\nJ9043,60\r\n", mue_csv(rows=[])]
)
def test_a_file_without_limits_is_refused(content: bytes) -> None:
    with pytest.raises(UserError):
        mue.read(file(content), NAME)


def test_a_table_is_known_by_its_heading() -> None:
    assert mue.is_table(mue_csv()[:300])
    assert not mue.is_table(b"Column 1\tColumn 2")
    assert mue.is_sheet([["x"], mue_heading()])
    assert not mue.is_sheet([["HCPCS Code", "MUE Values", "x"]])


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        (["CPT/HCPCS Code", "Practitioner MUE Value", "MAI"], ["J9043", "1,200", "3"]),
        (["HCPCS\\CPT Code", "MAI", "Practitioner MUE Values"], ["J9043", "3 Clinical", "1200"]),
        (["", "HCPCS CODE", "Practitioner MUE VALUES", "MAI"], ["", "J9043", "1200", "3"]),
    ],
)
def test_columns_are_found_by_their_names(heading: list[str], cells: list[str]) -> None:
    written = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in (heading, cells))
    read = mue.read(file(written.encode()), NAME)
    assert read.mue_lists == (MueList("practitioner", (MueLimit("J9043", 1200, 3),)),)


@pytest.mark.parametrize(("delimiter", "suffix"), [(",", "txt"), ("\t", "csv")])
def test_the_content_tells_what_parts_the_cells(delimiter: str, suffix: str) -> None:
    content = mue_csv(delimiter=delimiter)
    assert mue.read(file(content), NAME.replace("csv", suffix)).mue_lists[0].limits == LIMITS


def test_the_mark_of_utf8_is_no_part_of_the_heading() -> None:
    heading = b"\xef\xbb\xbfHCPCS/CPT Code,Practitioner MUE Values,MAI\r\n"
    read = mue.read(file(heading + b"A4216,400,1 Line Edit\r\n"), NAME)
    assert read.mue_lists[0].limits == (MueLimit("A4216", 400, 1),)


def test_notes_below_the_table_are_no_rows() -> None:
    content = mue_csv() + b'"Values are reviewed each quarter.",,\r\n\x1a'
    read = mue.read(file(content), NAME)
    assert (read.rows_read, read.skipped, len(read.warnings)) == (3, 0, 1)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (b"J9043,61,3 Clinical,\r\n", "it lists J9043 twice with different limits"),
        (b"J90\x00\x00,61,3 Clinical,\r\n", "it holds NUL bytes"),
    ],
)
def test_a_table_that_cannot_be_trusted_is_refused(more: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message):
        mue.read(file(mue_csv() + more), NAME)


def test_the_table_may_stand_in_the_second_sheet() -> None:
    content = workbook({"About": [["Read me first"]], "MUE": [mue_heading(), *MUE_ROWS]})
    assert mue.read(file(content), "MUE_2025-10.xlsx").mue_lists[0].limits == LIMITS
