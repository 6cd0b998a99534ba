"""CMS's MUE tables: layouts, names, limits."""

import pytest

from hcpcs_desktop.domain.edits import MueLimit
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import mue
from hcpcs_desktop.sources.reading import MueList
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
