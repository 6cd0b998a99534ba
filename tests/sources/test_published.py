"""The real files of CMS, read and held against each other."""

from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import anweb_sheet, registry, tabular

from . import published
from .anweb_file import save
from .published import RENTED, TEXT, WITHOUT_EFFECTIVE_DATE


def test_the_text_of_2019_equals_the_workbook_but_for_117_cells(
    shared_cms: Path, tmp_path: Path
) -> None:
    path = save(tmp_path, published.member(shared_cms, TEXT), TEXT)
    (reading,) = registry.read(path)
    in_text = {
        (record.code, name): values
        for record in reading.records
        for name, values in record.values.items()
    }
    in_workbook = published.workbook_cells(shared_cms)
    assert in_text.keys() == in_workbook.keys()
    assert len({code for code, _ in in_text}) == 6_800
    assert {cell for cell in in_text if in_text[cell] != in_workbook[cell]} == {
        *((code, "action_effective") for code in WITHOUT_EFFECTIVE_DATE),
        *((code, "tos") for code in RENTED),
    }


def test_text_and_workbook_of_one_zip_are_one_release(shared_cms: Path) -> None:
    reading, *_ = registry.read(shared_cms / published.ARCHIVE)
    kinds = [record.kind for record in reading.records]
    assert reading.release == "2019-01"
    assert (kinds.count("code"), kinds.count("modifier")) == (6_440, 360)
    assert reading.warnings == (
        "text and workbook differ in action effective of 115: " + ", ".join(WITHOUT_EFFECTIVE_DATE),
        "text and workbook differ in tos of 2: E0210, E0776",
    )


def test_in_2018_text_and_workbook_are_the_same(shared_cms: Path) -> None:
    reading, *_ = registry.read(shared_cms / "2018" / "2018-Alpha-Numeric-HCPCS-File.zip")
    assert reading.release == "2018-01"
    assert len(reading.records) == 6_559
    assert len(reading.warnings) == 5
    assert all("ASC effective date kept as printed" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    ("file", "asked", "release", "records"),
    [
        ("2020-04/anweb.xlsx", "2020-04", "2020-04", 7_097),
        ("2020-07/anweb.xlsx", "2020-07", "2020-07", 7_158),
        ("2025-07/HCPC2025_JUL_ANWEB_v3.xlsx", "", "2025-07", 8_770),
    ],
)
def test_the_workbooks_are_read(
    shared_cms: Path, file: str, asked: str, release: str, records: int
) -> None:
    (reading,) = registry.read(shared_cms / file, asked)
    assert (reading.release, len(reading.records)) == (release, records)
    assert (reading.skipped, reading.warnings) == (0, ())


def test_the_long_description_in_two_rows_is_whole(shared_cms: Path) -> None:
    (reading,) = registry.read(shared_cms / "2020-07" / "anweb.xlsx", "2020-07")
    (long,) = [each.first("long_description") for each in reading.records if each.code == "G0503"]
    assert long.endswith("goals and are prepared for discharge from active treatment")
    assert len(long) > 1_024


@pytest.mark.parametrize("file", ["2020-04/anweb.xlsx", "2020-07/anweb.xlsx"])
def test_a_workbook_whose_name_does_not_tell_asks_for_its_release(
    shared_cms: Path, file: str
) -> None:
    with pytest.raises(UserError, match=r"Say so as YYYY-MM=anweb\.xlsx") as refused:
        registry.read(shared_cms / file)
    assert refused.value.kind == "release_needed"


@pytest.mark.parametrize(
    "file",
    ["2020-04/trans_alpha.xlsx", "2020-07/trans_alpha.xlsx", "2025-07/NOC codes_JUL2025.xlsx"],
)
def test_other_workbooks_of_cms_are_not_taken_for_the_list_of_codes(
    shared_cms: Path, file: str
) -> None:
    path = shared_cms / file
    sheets = tabular.sheets(path.read_bytes(), path.name)
    assert not any(anweb_sheet.is_sheet(rows) for rows in sheets.values())
