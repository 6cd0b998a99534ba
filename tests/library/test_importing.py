"""Adding CMS files to the user's library, and taking them out again."""

import errno
import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import build
from hcpcs_desktop.library.connection import Library, connect
from hcpcs_desktop.library.home import Home, sha256_of
from hcpcs_desktop.library.importing import Asked, add, build_file, parse_asked, remove
from hcpcs_desktop.library.kept import original
from tests.sources.anweb_file import first_line, save, zipped

from .conftest import Import
from .libraries import JULY, OCTOBER, small_text

Tree = dict[Path, bytes]


@pytest.fixture
def july(tmp_path: Path) -> Path:
    """A file of July 2020."""
    return save(tmp_path, small_text(), JULY)


@pytest.fixture
def october(tmp_path: Path) -> Path:
    """A file of October 2020."""
    return save(tmp_path, small_text(coverage="M"), OCTOBER)


def tree(folder: Path) -> Tree:
    """Every file below a folder with its bytes, but for the lock."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "import.lock"
    }


def named(home: Home) -> dict[str, object]:
    found: dict[str, object] = json.loads((home.folder / "current").read_bytes())
    return found


def kept(home: Home) -> list[str]:
    """The checksums of the files of which a copy is kept."""
    return [path.name for path in home.folder.glob("kept/*")]


def releases(home: Home) -> tuple[str, ...]:
    library = Library.open(home.current())
    library.close()
    return library.about.releases


def test_an_import_keeps_the_file_and_puts_a_new_library_into_use(
    home: Home, import_: Import, july: Path
) -> None:
    added = import_(july)
    (row,) = added.sources
    assert (row.family, row.release, row.file, row.rows_stored) == ("anweb", "2020-07", JULY, 14)
    assert row.sha256 == sha256_of(july)
    with original(home, row.sha256, JULY) as copy:
        assert copy is not None
        assert copy.name == JULY
        assert copy.read_bytes() == july.read_bytes()
    assert home.current() == home.folder / f"library-{added.about.id}.db" == added.about.path
    assert (added.about.codes, added.about.modifiers, added.about.releases) == (
        11,
        3,
        ("2020-07",),
    )
    assert home.damage() == ""


def test_progress_is_told_step_by_step(
    home: Home, july: Path, october: Path, few_seeds: Path
) -> None:
    told: list[tuple[int, int]] = []
    asked = [Asked(july), Asked(october)]
    add(home, few_seeds, asked, lambda _, done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[0] == (0, 7)
    assert told[-1] == (7, 7)
    assert len(set(told)) == 8


def test_the_same_inputs_give_the_same_bytes(
    home: Home, import_: Import, tmp_path: Path, july: Path, october: Path
) -> None:
    other = Home(tmp_path / "other")
    import_(july, october)
    import_(july, into=other)
    import_(october, into=other)
    assert home.current().name == other.current().name
    assert home.current().read_bytes() == other.current().read_bytes()


def test_adding_what_is_there_changes_nothing_and_says_so(
    home: Home, import_: Import, july: Path
) -> None:
    first = import_(july)
    before = tree(home.folder)
    again = import_(july)
    renamed = import_(july.rename(july.with_name("HCPC2020_JUL_ANWEB_copy.txt")))
    assert tree(home.folder) == before
    assert again.known == renamed.known == {row.id for row in first.sources}
    assert first.known == frozenset()


def test_a_second_release_joins_the_first(
    home: Home, import_: Import, july: Path, october: Path
) -> None:
    import_(october)
    import_(july)
    assert releases(home) == ("2020-07", "2020-10")


def test_removing_a_source_leaves_the_others(
    home: Home, import_: Import, july: Path, october: Path, few_seeds: Path
) -> None:
    only_july = import_(july).about.id
    (row,) = import_(october).sources
    about = remove(home, few_seeds, row.id, lambda *_: None)
    assert (about.id, about.releases) == (only_july, ("2020-07",))
    remove(home, few_seeds, about.sources[1].id, lambda *_: None)
    assert releases(home) == ()


def test_what_was_kept_of_a_removed_source_goes_with_the_last_library_that_has_it(
    home: Home, import_: Import, tmp_path: Path, july: Path, october: Path, few_seeds: Path
) -> None:
    (wrong,) = import_(july).sources
    right = import_(october).sources[0]
    remove(home, few_seeds, wrong.id, lambda *_: None)
    assert sorted(kept(home)) == sorted([wrong.sha256, right.sha256])
    home.choose(home.previous()[0].name)
    assert import_().about.releases == ("2020-07", "2020-10")
    remove(home, few_seeds, wrong.id, lambda *_: None)
    for code in ("J9043", "J9044", "J9310"):
        import_(save(tmp_path, small_text(code), OCTOBER))
    assert wrong.sha256 not in kept(home)
    assert right.sha256 in kept(home)
    assert not [*home.folder.glob(f"cache/{wrong.sha256}*")]
    assert import_().about.releases == ("2020-10",)


def test_what_was_kept_stays_where_the_library_cannot_be_read(
    home: Home, import_: Import, july: Path
) -> None:
    path = import_(july).about.path
    before = kept(home)
    path.write_bytes(b"damaged")
    home.tidy()
    path.unlink()
    home.tidy()
    assert kept(home) == before != []


def test_what_an_import_kept_before_it_was_killed_goes(
    home: Home, import_: Import, july: Path
) -> None:
    import_(july)
    before = tree(home.folder)
    for path in (home.kept("0" * 64, "killed.txt"), home.cache("0" * 64, "2020-10")):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"killed")
    home.tidy()
    assert tree(home.folder) == before


@pytest.mark.parametrize("name", ["seeds", "anweb-2020-07-00000000", ""])
def test_removing_what_is_no_source_is_refused(
    home: Home, import_: Import, july: Path, name: str, few_seeds: Path
) -> None:
    known = import_(july).sources[0].id
    before = tree(home.folder)
    with pytest.raises(UserError, match=rf"is no source that can be removed.*{known}") as refused:
        remove(home, few_seeds, name, lambda *_: None)
    assert refused.value.kind == "not_found"
    assert tree(home.folder) == before


@pytest.mark.parametrize("lost", ["library-*.db", "cache/*", "kept/*/*"])
def test_without_a_file_the_library_is_rebuilt_from_what_was_kept(
    home: Home, import_: Import, july: Path, lost: str
) -> None:
    about = import_(july).about
    for path in home.folder.glob(lost):
        path.write_bytes(path.read_bytes()[:-1] + b"\0" if "library" in lost else b"")
    assert import_().about.id == about.id
    assert home.damage() == ""


def test_a_text_is_kept_packed_and_a_zip_as_it_is(
    home: Home, import_: Import, tmp_path: Path, july: Path
) -> None:
    archive = tmp_path / "july.zip"
    archive.write_bytes(zipped({JULY: july.read_bytes()}))
    import_(july, archive)
    sizes = {path.name: path.stat().st_size for path in home.folder.glob("kept/*/*")}
    assert sizes == {f"{JULY}.gz": sizes[f"{JULY}.gz"], archive.name: archive.stat().st_size}
    assert sizes[f"{JULY}.gz"] < july.stat().st_size / 2


@pytest.mark.parametrize("end", [0, 5, 100, -1], ids=["empty", "head", "part", "all but one"])
def test_a_copy_that_is_cut_off_is_told(home: Home, import_: Import, july: Path, end: int) -> None:
    import_(july)
    shutil.rmtree(home.folder / "cache")
    for path in home.folder.glob("kept/*/*"):
        path.write_bytes(path.read_bytes()[:end])
    with pytest.raises(UserError, match="is missing or damaged") as told:
        import_()
    assert told.value.kind == "kept_damaged"


def test_where_copy_and_cache_are_lost_the_source_can_be_taken_out(
    home: Home, import_: Import, july: Path, few_seeds: Path
) -> None:
    (row,) = import_(july).sources
    shutil.rmtree(home.folder / "kept")
    shutil.rmtree(home.folder / "cache")
    with pytest.raises(UserError, match=f"The kept copy of {JULY} is missing .* remove {row.id}"):
        import_()
    assert remove(home, few_seeds, row.id, lambda *_: None).releases == ()


def test_the_same_file_under_two_releases_stays_two_sources(
    home: Home, import_: Import, tmp_path: Path, few_seeds: Path
) -> None:
    wrong = import_(save(tmp_path, small_text(), "HCPC2020_APR_ANWEB.txt")).sources[0].id
    right = import_(save(tmp_path, small_text(), JULY)).sources[0].id
    import_()
    about = remove(home, few_seeds, wrong, lambda *_: None)
    assert [row.id for row in about.sources] == ["seeds", right]


def test_a_stated_release_is_kept_with_the_file(
    home: Home, import_: Import, tmp_path: Path
) -> None:
    file = save(tmp_path, small_text(), "anweb.txt")
    import_(("2021-04", file))
    shutil.rmtree(home.folder / "cache")
    assert import_().about.releases == ("2021-04",)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", JULY),
        (b"<html></html>", "july-2020.zip"),
        (zipped({"readme.txt": "Read me"}), "july-2020.zip"),
        (zipped({JULY: small_text()})[:-9], "july-2020.zip"),
        (first_line("J9043")[:99].encode(), JULY),
        (small_text(), "anweb.txt"),
    ],
    ids=["empty", "web page", "no data file", "truncated", "half a line", "no release"],
)
def test_a_refused_file_changes_nothing_even_behind_a_good_one(
    home: Home, import_: Import, tmp_path: Path, october: Path, content: bytes, name: str
) -> None:
    import_(save(tmp_path, small_text("J9043"), JULY))
    before = tree(home.folder)
    with pytest.raises(UserError):
        import_(october, save(tmp_path, content, name))
    assert tree(home.folder) == before


def test_two_imports_at_once_are_refused(home: Home, import_: Import, july: Path) -> None:
    with home.locked(), pytest.raises(UserError, match="Another import is running") as refused:
        import_(july)
    assert refused.value.kind == "import_running"
    import_(july)


def test_a_folder_that_cannot_be_written_to_is_refused(
    tmp_path: Path, import_: Import, july: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError, match="cannot be written to") as refused:
        import_(july, into=Home(tmp_path / "file" / "library"))
    assert refused.value.kind == "not_writable"
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_disk_that_cannot_take_the_files_is_said_and_changes_nothing(
    home: Home, import_: Import, tmp_path: Path, october: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_(save(tmp_path, small_text("J9043"), JULY))
    before = tree(home.folder)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left on device") as refused:
        import_(october)
    assert refused.value.kind == "not_writable"
    assert tree(home.folder) == before


@pytest.mark.parametrize("at", [0, 8_192], ids=["its head", "a page of it"])
def test_a_new_library_that_is_not_sound_is_not_used(
    home: Home,
    import_: Import,
    tmp_path: Path,
    october: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: int,
) -> None:
    import_(save(tmp_path, small_text("J9043"), JULY))
    before = tree(home.folder)

    def damaged(path: Path) -> sqlite3.Connection:
        with path.open("rb+") as file:
            file.seek(at)
            file.write(b"\xff" * 2_048)
        return connect(path)

    monkeypatch.setattr(build, "connect", damaged)
    with pytest.raises(UserError, match="did not pass its check"):
        import_(october)
    assert tree(home.folder) == before


def test_a_library_file_is_built_outside_of_any_home(
    tmp_path: Path, july: Path, few_seeds: Path
) -> None:
    target = tmp_path / "new folder" / "library.db"
    for _ in range(2):
        about = build_file(target, few_seeds, [Asked(july), Asked(july)], lambda *_: None)
    assert (about.path, about.releases, len(about.sources)) == (target, ("2020-07",), 2)
    assert [path.name for path in target.parent.iterdir()] == ["library.db"]


@pytest.mark.parametrize("place", ["file/library.db", "folder", "x" * 300])
def test_a_library_file_that_cannot_be_written_is_refused(
    tmp_path: Path, place: str, few_seeds: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    before = tree(tmp_path)
    with pytest.raises(UserError, match=r"cannot be written|could not be|is a folder") as refused:
        build_file(tmp_path / place, few_seeds, [], lambda *_: None)
    assert refused.value.kind == "not_writable"
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("text", "path", "release"),
    [
        ("2020-07=anweb.xlsx", "anweb.xlsx", "2020-07"),
        ("2020-07=folder/a=b.zip", "folder/a=b.zip", "2020-07"),
        ("anweb.xlsx", "anweb.xlsx", ""),
        ("folder/a=b.zip", "folder/a=b.zip", ""),
        ("./2020=b.zip", "2020=b.zip", ""),
    ],
)
def test_a_release_may_stand_before_a_file(text: str, path: str, release: str) -> None:
    assert parse_asked(text) == Asked(Path(path), release)


@pytest.mark.parametrize("release", ["2020", "2020-7", "2020-13", "2020-00", "0000-01", "07/2020"])
def test_a_wrong_release_before_a_file_is_refused(release: str) -> None:
    with pytest.raises(UserError, match=rf"{release} is no release\. Write the year and month"):
        parse_asked(f"{release}=anweb.xlsx")
