"""Which reader a file gets, which release it is, and what a zip of several gives."""

from pathlib import Path

import msgspec
import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

from . import anweb_file
from .anweb_file import record, save, text, zipped
from .cms_files import readings

ANWEB = text(record("J9043"))
NOTES = b"0001--A NOTE\r\n"
LAYOUT = b"""HCPCS Contractor Record - 2026
  30.  HCPCS Action Code
                 1    293    293    CHAR
                    What changed.
                    SAS      ALIAS : ACTN_CD
                    CODES :
                       A = Add
"""
TRANSACTIONS = b"HCPCS/MOD  TYPE OF CHANGE\r\n J9043     ADD\r\n"
ALL = {
    "2018/2018-Alpha-Numeric-HCPCS-File.zip": {
        "anweb": 6_559,
        "transaction_report": 6_558,
        "processing_notes": 216,
    },
    "2018/2018-HCPCS-Alpha-Numeric-Corrections.zip": {"corrections": 34},
    "2018/2018-HCPCS-NOC-Codes.zip": {"noc": 146},
    "2018/2018-HCPCS-Record-Layout-.zip": {"record_layout": 347},
    "2019/2019-Alpha-Numeric-HCPCS-File.zip": {
        "anweb": 6_800,
        "transaction_report": 6_800,
        "processing_notes": 218,
    },
    "2019/2019-HCPCS-Alpha-Numeric-Corrections.zip": {"corrections": 14},
    "2019/2019-HCPCS-NOC-Codes.zip": {"noc": 141},
    "2019/2019-HCPCS-Record-Layout.zip": {"record_layout": 347},
    "2020-04/anweb.xlsx": {"anweb": 7_097},
    "2020-04/trans_alpha.xlsx": {"transaction_report": 7_097},
    "2020-07/anweb.xlsx": {"anweb": 7_158},
    "2020-07/trans_alpha.xlsx": {"transaction_report": 7_158},
    "2025-07/HCPC2025_JUL_ANWEB_v3.xlsx": {"anweb": 8_770},
    "2025-07/NOC codes_JUL2025.xlsx": {"noc": 165},
    "2025-10/asp_ndc_hcpcs_crosswalk.csv": {"ndc_crosswalk": 8_245},
    "2025-10/asp_pricing.csv": {"asp": 1_012},
}
DESERVED = {
    "2018/2018-Alpha-Numeric-HCPCS-File.zip": 5,
    "2019/2019-Alpha-Numeric-HCPCS-File.zip": 2,
    "2019/2019-HCPCS-Alpha-Numeric-Corrections.zip": 1,
    "2020-07/trans_alpha.xlsx": 1,
}


def read_zip(folder: Path, name: str, **members: bytes) -> dict[str, Reading]:
    path = save(folder, zipped({name.replace("__", "."): b for name, b in members.items()}), name)
    return {reading.family: reading for reading in registry.read(path)}


@pytest.mark.parametrize("file", ALL)
def test_every_file_of_cms_gives_what_it_holds(shared_cms: Path, file: str) -> None:
    month = file.split("/")[0]
    found = readings(shared_cms / file, month if month.startswith("2020") else "")
    assert {family: reading.rows_stored for family, reading in found.items()} == ALL[file]
    assert sum(len(each.warnings) for each in found.values()) == DESERVED.get(file, 0)
    release = month if "-" in month else f"{month}-01"
    assert {reading.release for reading in found.values()} == {release}


def test_no_published_file_is_forgotten(shared_cms: Path) -> None:
    files = {path.relative_to(shared_cms).as_posix() for path in shared_cms.rglob("*.*")}
    assert files == ALL.keys()


@pytest.mark.parametrize("file", ALL)
def test_a_reading_survives_the_cache(shared_cms: Path, file: str) -> None:
    month = file.split("/")[0]
    found = list(readings(shared_cms / file, month if "2020" in month else "").values())
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=list[Reading]) == found


def test_files_take_the_release_of_the_list_beside_them(tmp_path: Path) -> None:
    found = read_zip(
        tmp_path,
        "october.zip",
        HCPC2026_OCT_ANWEB_v2__txt=ANWEB,
        HCPC2026_recordlayout__txt=LAYOUT,
        notes__txt=NOTES,
        changes__prn=TRANSACTIONS,
    )
    assert {family: reading.release for family, reading in found.items()} == {
        "anweb": "2026-10",
        "record_layout": "2026-10",
        "processing_notes": "2026-10",
        "transaction_report": "2026-10",
    }
    assert all(reading.warnings == () for reading in found.values())


def test_a_file_that_states_its_own_release_keeps_it(tmp_path: Path) -> None:
    found = read_zip(
        tmp_path, "several.zip", HCPC2026_OCT_ANWEB__txt=ANWEB, proc_notes_JUL2026__txt=NOTES
    )
    assert found["processing_notes"].release == "2026-07"


def test_the_name_of_the_zip_tells_where_nothing_in_it_does(tmp_path: Path) -> None:
    assert read_zip(tmp_path, "HCPCS 2026 July.zip", notes__txt=NOTES)[
        "processing_notes"
    ].release == ("2026-07")


@pytest.mark.parametrize(
    ("name", "content", "release"),
    [
        ("proc_notes_2019.txt", NOTES, "2019-01"),
        ("proc_notes_OCT2025.txt", NOTES, "2025-10"),
        ("HCPC18_changes.prn", TRANSACTIONS, "2018-01"),
        ("layout.txt", LAYOUT, "2026-01"),
    ],
)
def test_loose_files_that_tell(tmp_path: Path, name: str, content: bytes, release: str) -> None:
    (reading,) = registry.read(save(tmp_path, content, name))
    assert reading.release == release


@pytest.mark.parametrize("name", ["notes.txt", "proc_notes_2024.txt"])
def test_a_release_that_nothing_tells_is_asked_for(tmp_path: Path, name: str) -> None:
    path = save(tmp_path, NOTES, name)
    with pytest.raises(UserError, match=f"Say so as YYYY-MM={name}") as refused:
        registry.read(path)
    assert refused.value.kind == "release_needed"
    assert registry.read(path, "2024-04")[0].release == "2024-04"


def test_what_is_nothing_is_left_out_silently_and_the_rest_with_a_sentence(tmp_path: Path) -> None:
    members = {
        "HCPC2026_OCT_ANWEB.txt": ANWEB,
        "HCPC2026_README.txt": b"Read me first.",
        "Read Me.txt": b"Then me.",
        "manual.pdf": b"%PDF\0",
        "more.zip": zipped({"HCPC2026_JUL_ANWEB.txt": ANWEB}),
        "letter.txt": b"Dear reader",
        "data.bin": b"\0\1",
    }
    (reading,) = registry.read(save(tmp_path, zipped(members), "october.zip"))
    assert reading.warnings == (
        "more.zip inside it was left out: it is a zip in a zip; unpack it and add what is in it",
        "letter.txt inside it was left out: no file that the app knows",
        "data.bin inside it was left out: no file that the app knows",
    )


def test_a_damaged_file_in_a_zip_is_a_reason_to_refuse_it(tmp_path: Path) -> None:
    members = {"HCPC2026_OCT_ANWEB.txt": ANWEB, "changes.xlsx": b"PK\3\4 broken"}
    with pytest.raises(UserError, match=r"changes\.xlsx was not taken"):
        registry.read(save(tmp_path, zipped(members), "october.zip"))


def test_a_side_file_without_rows_is_left_out(tmp_path: Path) -> None:
    sheet = anweb_file.workbook({"A": [["HCPCS/MOD", "TYPE OF CHANGE"]]})
    members = {"HCPC2026_OCT_ANWEB.txt": ANWEB, "changes.xlsx": sheet}
    (reading,) = registry.read(save(tmp_path, zipped(members), "october.zip"))
    assert reading.warnings == (
        "changes.xlsx inside it was left out: it has no row that can be used",
    )
    with pytest.raises(UserError, match="it has no code in it"):
        registry.read(save(tmp_path, sheet, "changes.xlsx"))


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    sheet = anweb_file.workbook({"A": [["HCPCS/MOD", "TYPE OF CHANGE"], ["J9043", "ADD"]]})
    (reading,) = registry.read(save(tmp_path, sheet, "HCPC2026_OCT_ANWEB.xlsx"))
    assert (reading.family, reading.release) == ("transaction_report", "2026-10")


def test_of_two_lists_of_one_release_the_last_by_name_counts(tmp_path: Path) -> None:
    newer = text(record("J9043", "Something else"))
    members = {"HCPC2026_OCT_ANWEB_v2.txt": newer, "HCPC2026_OCT_ANWEB.txt": ANWEB}
    (reading,) = registry.read(save(tmp_path, zipped(members), "october.zip"))
    assert reading.records[0].first("long_description") == "Something else"
    assert reading.warnings == ("not used, for a later one: HCPC2026_OCT_ANWEB.txt",)
