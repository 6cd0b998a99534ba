"""A look at CMS files before they are added."""

import errno
import os
import sys
from pathlib import Path

import pytest

from hcpcs_desktop.library.importing import Asked
from hcpcs_desktop.library.preview import look
from tests.sources.anweb_file import save, zipped

from .libraries import JULY, small_text


def test_each_file_is_told_whether_or_not_it_would_be_taken(tmp_path: Path) -> None:
    good = save(tmp_path, small_text(), JULY)
    bad = save(tmp_path, b"Dear Sir", "letter.txt")
    told: list[tuple[int, int]] = []
    asked = [Asked(bad), Asked(good), Asked(tmp_path / "gone.zip")]
    found = list(look(asked, lambda _, done, total: told.append((done, total))))
    assert [each.error is None for each in found] == [False, True, False]
    assert [each.release for each in found[1].readings] == ["2020-07"]
    assert "letter.txt was not taken" in str(found[0].error)
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_file_of_cms_is_found_among_many_others(tmp_path: Path) -> None:
    folder = tmp_path / "dropped"
    folder.mkdir()
    for number in range(250):
        (folder / f"a{number}.txt").write_text(f"Note {number}", encoding="utf-8")
    (folder / "a.png").write_bytes(b"no form of CMS's")
    good = save(folder, small_text(), "zzz-" + JULY)
    found = list(look([Asked(folder)], lambda *_: None))
    assert [each.asked.path for each in found if not each.is_other] == [good]
    assert len(found) == 251


def test_what_is_wrong_with_a_file_of_cms_is_told_in_a_folder_too(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    nameless = save(tmp_path / "sub", small_text(), "list.txt")
    broken = save(tmp_path, b"PK\x03\x04 and no more", "broken.zip")
    found = list(look([Asked(tmp_path)], lambda *_: None))
    assert [each.asked.path for each in found] == [broken, nameless]
    assert [each.error is not None for each in found] == [True, True]
    assert not any(each.is_other for each in found)
    (letter,) = look([Asked(save(tmp_path, b"Dear Sir", "letter.txt"))], lambda *_: None)
    assert not letter.is_other


def test_in_a_folder_an_empty_file_is_like_any_other_and_a_zip_in_a_zip_is_told(
    tmp_path: Path,
) -> None:
    save(tmp_path, b"", "a.txt")
    save(tmp_path, zipped({"july.zip": zipped({JULY: small_text()})}), "b.zip")
    empty, nested = look([Asked(tmp_path)], lambda *_: None)
    assert (empty.is_other, nested.is_other) == (True, False)
    assert "zip in a zip" in str(nested.error)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    good = save(tmp_path, small_text(), JULY)
    assert [each.asked.path for each in look([Asked(tmp_path)], lambda *_: None)] == [good]


def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", denied)
    (found,) = look([Asked(tmp_path)], lambda *_: None)
    assert "cannot be read (Permission denied)" in str(found.error)
    assert not found.is_other


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    folder = tmp_path / "dropped"
    for year in ("2020", "2021"):
        (folder / year).mkdir(parents=True)
        save(folder / year, small_text(), JULY)
    save(folder, small_text(), "2020-07 list.txt")
    told: list[str] = []
    found = list(look([Asked(folder), Asked(folder / "2020")], lambda text, *_: told.append(text)))
    names = [str(Path("dropped", "2020", JULY)), str(Path("dropped", "2021", JULY))]
    assert sorted(each.name for each in found) == ["2020-07 list.txt", *names]
    assert f"looking at {names[0]}" in told


def test_a_release_that_is_stated_is_taken_over(tmp_path: Path) -> None:
    nameless = save(tmp_path, small_text(), "list.txt")
    (found,) = look([Asked(nameless, "2020-10")], lambda *_: None)
    assert found.readings[0].release == "2020-10"
    (unknown,) = look([Asked(nameless)], lambda *_: None)
    assert unknown.error is not None
    assert unknown.error.kind == "release_needed"
