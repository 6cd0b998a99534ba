"""Files are known by their content, and what is no CMS file is refused in one clear sentence."""

from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import registry

from . import anweb_file
from .anweb_file import HEADER, record, row, save, workbook, zipped
from .conftest import Read

ZIP = "july-2020-alpha-numeric-hcpcs-file.zip"
TEXT = "HCPC2020_JUL_ANWEB.txt"
XLSX = "HCPC2020_JUL_ANWEB.xlsx"


def text(*codes: str, **fields: anweb_file.Text) -> bytes:
    return anweb_file.text([line for code in codes for line in record(code, **fields)])


def sheet(*codes: str, **fields: anweb_file.Text) -> bytes:
    return workbook({"A": [HEADER, *(row(code, **fields) for code in codes)]})


@pytest.mark.parametrize("name", ["anything.dat", "HCPC2020_JUL_ANWEB.txt", "notes.xlsx"])
def test_content_decides_not_the_name(read: Read, name: str) -> None:
    for content in (text("J9043"), sheet("J9043"), zipped({"a.txt": text("J9043")})):
        assert [each.code for each in read(content, name, "2020-07").records] == ["J9043"]


def test_the_zip_may_hold_other_files(read: Read) -> None:
    members: dict[str, str | bytes] = {
        "proc_notes_JUL2020.txt": "0001 A note",
        "HCPC2020_recordlayout.txt": "HCPCS code 1-5",
        "picture.png": b"\x89PNG\0",
        "__MACOSX/._" + TEXT: b"\0\5\x16\7\0\2\0\0Mac OS X",
        "sub/" + TEXT: text("J9043"),
        "Trans_Alpha.xlsx": workbook({"A": [["HCPC", "ACTION CD", "LONG DESCRIPTION"]]}),
    }
    reading = read(zipped(members), ZIP)
    assert (reading.file, reading.release, reading.family) == (TEXT, "2020-07", "anweb")


def test_blanks_of_the_text_are_filled_from_the_workbook(read: Read) -> None:
    members = {
        TEXT: text("J9043", coverage="C", tos=("A", "P"), xref="J1111", statute=""),
        XLSX: sheet("J9043", coverage="", tos=("A", "P", "R"), xref="J2222", statute="1833"),
    }
    reading = read(zipped(members), ZIP)
    (found,) = reading.records
    assert found.values["coverage"] == ("C",)
    assert found.values["tos"] == ("A", "P", "R")
    assert found.values["xref"] == ("J1111",)
    assert found.values["statute"] == ("1833",)
    assert reading.file == f"{TEXT} + {XLSX}"
    assert reading.warnings == tuple(
        f"text and workbook differ in {name} of 1: J9043"
        for name in ("coverage", "statute", "tos", "xref")
    )


def test_a_code_that_only_one_of_the_two_lists_is_kept_and_reported(read: Read) -> None:
    members = {TEXT: text("J9043", "J9044"), XLSX: sheet("J9043", "J9045")}
    reading = read(zipped(members), ZIP)
    assert [each.code for each in reading.records] == ["J9043", "J9044", "J9045"]
    assert reading.warnings == ("1 only in the workbook: J9045",)


def test_two_releases_in_one_zip_are_two_readings(tmp_path: Path) -> None:
    members = {TEXT: text("J9043"), "HCPC2020_OCT_ANWEB.txt": text("J9044")}
    readings = registry.read(save(tmp_path, zipped(members), "both.zip"))
    assert [each.release for each in readings] == ["2020-07", "2020-10"]


def test_a_text_and_a_workbook_whose_names_do_not_tell_are_one_release(tmp_path: Path) -> None:
    members = {"a.txt": text("J9043"), XLSX: sheet("J9043", coverage="C")}
    (reading,) = registry.read(save(tmp_path, zipped(members), ZIP))
    assert reading.release == "2020-07"
    assert reading.records[0].values["coverage"] == ("C",)


def test_of_two_versions_the_last_by_name_counts(tmp_path: Path) -> None:
    members = {"HCPC2020_JUL_ANWEB_v2.txt": text("J9044"), TEXT: text("J9043")}
    (reading,) = registry.read(save(tmp_path, zipped(members), ZIP))
    assert [each.code for each in reading.records] == ["J9044"]


def test_the_release_comes_from_the_name_of_file_sheet_or_zip(tmp_path: Path) -> None:
    titled = workbook({"HCPC2021_OCT_ANWEB": [HEADER, row("J9043")]})
    for content, name, release in (
        (text("J9043"), TEXT, "2020-07"),
        (zipped({"a.txt": text("J9043")}), ZIP, "2020-07"),
        (zipped({TEXT: text("J9043")}), "2018-Alpha-Numeric.zip", "2020-07"),
        (titled, "a.xlsx", "2021-10"),
    ):
        assert registry.read(save(tmp_path, content, name))[0].release == release


def test_what_is_asked_for_is_the_release(read: Read) -> None:
    assert read(text("J9043"), TEXT, "2021-04").release == "2021-04"


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (text("J9043", "J9044", added="20200701"), "Its newest codes are of July 2020. "),
        (workbook({"A": [["HCPCS", "LONG DESCRIPTION"], ["J9043", "x"]]}), ""),
    ],
)
def test_a_file_that_does_not_tell_its_release_asks_for_it(
    tmp_path: Path, content: bytes, hint: str
) -> None:
    with pytest.raises(UserError) as refused:
        registry.read(save(tmp_path, content, "anweb.dat"))
    assert refused.value.kind == "release_needed"
    assert str(refused.value) == (
        f"anweb.dat does not tell which release it is. {hint}Say so as YYYY-MM=anweb.dat, "
        "with the month in which the release takes effect."
    )


BAD = {
    "empty": (b"", "it is empty"),
    "blank": (b" \r\n\t", "it is empty"),
    "web page": (b"\n<!DOCTYPE html><title>404</title>", "it is a web page"),
    "other page": (b"<HTML><body>Sign in</body></HTML>", "it is a web page"),
    "NUL bytes": (b"J9043\0\0", "it holds NUL bytes"),
    "picture": (b"\x89PNG\r\n\x1a\n\0", "it holds NUL bytes"),
    "long line": (b"x" * 10_000_000, "no file that the app knows"),
    "long record": (text("J9043") + b"x" * 10_000_000, "a line in it is longer"),
    "no data file": (zipped({"readme.txt": "Read me"}), "no file that the app knows"),
    "no files": (zipped({}), "no file that the app knows"),
    "zip in a zip": (zipped({"a.zip": zipped({TEXT: text("J9043")})}), "no file that the app"),
    "truncated zip": (zipped({TEXT: text("J9043")})[:-40], "not a whole zip file"),
    "truncated workbook": (sheet("J9043")[:-40], "not a whole zip file"),
    "other columns": (workbook({"A": [["Name", "Price"], ["x", "1"]]}), "no file that the app"),
    "other text": (b"J9043 is a code\r\nand so is J9044\r\n", "no file that the app knows"),
    "other encoding": (text("J9043").decode().encode("utf-16"), "saved it as UTF-16"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_cms_file_is_refused(tmp_path: Path, kind: str) -> None:
    content, message = BAD[kind]
    with pytest.raises(UserError, match=message) as refused:
        registry.read(save(tmp_path, content, ZIP))
    assert str(refused.value).startswith(ZIP)
    assert "\n" not in str(refused.value)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.zip cannot be read"):
        registry.read(tmp_path / "gone.zip")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is no file"):
        registry.read(tmp_path)


def test_a_file_larger_than_any_of_cms_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / TEXT
    with path.open("wb") as file:
        file.truncate(400_000_001)
    with pytest.raises(UserError, match="larger than any file of CMS"):
        registry.read(path)


def test_a_release_that_was_asked_for_against_the_name_is_told(tmp_path: Path) -> None:
    path = save(tmp_path, anweb_file.text(record("J9043")), "HCPC2021_JUL_ANWEB.txt")
    (reading,) = registry.read(path, "2021-10")
    assert reading.release == "2021-10"
    assert reading.warnings == (
        "HCPC2021_JUL_ANWEB.txt is of July 2021, and was taken as asked for",
    )
    assert registry.read(path, "2021-07")[0].warnings == ()


@pytest.mark.parametrize(
    ("name", "asked", "doubt"),
    [
        ("HCPC2018_CONTR_ANWEB_disc.txt", "2020-07", ["is of 2018, and was taken as asked for"]),
        ("anweb.txt", "2019-01", ["has codes of July 2020, and was taken as asked for"]),
        ("HCPC2020_ANWEB.txt", "2020-07", []),
        ("anweb.txt", "2020-07", []),
        ("anweb.txt", "2020-10", []),
    ],
)
def test_a_release_that_was_asked_for_against_the_content_is_told(
    tmp_path: Path, name: str, asked: str, doubt: list[str]
) -> None:
    path = save(tmp_path, anweb_file.text(record("J9043", added="20200701")), name)
    (reading,) = registry.read(path, asked)
    assert [text in told for text, told in zip(doubt, reading.warnings, strict=True)] == [
        True
    ] * len(doubt)


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
    reading = read(anweb_file.text(record("J9043", added=added)), name)
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
    members = {
        "HCPC2021_ANWEB.txt": anweb_file.text(record("J9043")),
        "proc_notes.txt": b"0001--A NOTE\r\n",
    }
    readings = registry.read(save(tmp_path, zipped(members), archive))
    assert [each.release for each in readings] == [release, release]


@pytest.mark.parametrize(
    "begin",
    ["\ufeff\r\n<!doctype HTML>", "<?xml version='1.0'?><html>", "<!-- saved -->\n<HTML a>"],
)
def test_a_web_page_is_known_whatever_it_begins_with(read: Read, begin: str) -> None:
    with pytest.raises(UserError, match="it is a web page"):
        read(f"{begin}<body>404</body></html>".encode(), "april-2024-hcpcs.zip")
