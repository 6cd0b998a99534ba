"""The window's session over real libraries: sources, earlier libraries, what is behind."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.app.library_session import LibrarySession
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.importing import Asked, add
from tests.library.libraries import JULY, OCTOBER, few_seeds, small_text
from tests.sources.anweb_file import save

__all__ = ["few_seeds"]


@pytest.fixture
def bundled(tmp_path: Path, few_seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The library that came with the app."""
    home = Home(tmp_path / "bundled")
    add(home, few_seeds, [Asked(save(tmp_path, small_text("A4215"), JULY))], lambda *_: None)
    monkeypatch.setattr(paths, "bundled_library_home", lambda: home.folder)
    return home


@pytest.fixture
def home(tmp_path: Path, bundled: Home, few_seeds: Path) -> Home:
    """The user's, after two imports."""
    home = Home(paths.library_home(tmp_path / "data"), bundled.folder)
    for codes, name in ((("A4215", "J9043"), JULY), (("A4215", "E0100", "J9043"), OCTOBER)):
        add(home, few_seeds, [Asked(save(tmp_path, small_text(*codes), name))], lambda *_: None)
    return home


@pytest.fixture
def session(tmp_path: Path, home: Home) -> Iterator[LibrarySession]:
    """The session over the user's library."""
    found = LibrarySession(tmp_path / "data")
    yield found
    found.close()


def test_sources_are_those_that_were_added(session: LibrarySession) -> None:
    assert [row.file for row in session.sources()] == [JULY, JULY, OCTOBER]


def test_an_earlier_library_is_used_again(session: LibrarySession) -> None:
    (earlier,) = session.earlier()
    assert earlier.releases == ("2020-07",)
    session.choose_library(earlier.name)
    assert session.holdings().releases == ("2020-07",)
    assert [each.releases for each in session.earlier()] == [("2020-07", "2020-10")]


def test_two_releases_are_compared(session: LibrarySession) -> None:
    changes = session.compare("2020-07", "2020-10").difference.changes
    assert [(each.code, each.kinds) for each in changes] == [("E0100", ("added",))]


def test_a_library_of_other_seeds_is_to_be_made_anew(
    tmp_path: Path, session: LibrarySession, home: Home, bundled: Home, few_seeds: Path
) -> None:
    assert not session.holdings().outdated
    newer = tmp_path / "newer"
    shutil.copytree(few_seeds, newer)
    with (newer / "sections.toml").open("a", encoding="utf-8") as file:
        file.write("\n# newer\n")
    add(bundled, newer, [], lambda *_: None)
    session.reopen()
    assert session.holdings().outdated
    assert not session.holdings().problem
    add(home, newer, [], lambda *_: None)
    session.reopen()
    assert not session.holdings().outdated


def test_the_library_before_answers_until_the_new_one_is_ready(
    tmp_path: Path, session: LibrarySession, home: Home, few_seeds: Path
) -> None:
    before = session.holdings().releases
    january = save(tmp_path, small_text(), "HCPC2021_JAN_ANWEB.txt")
    add(home, few_seeds, [Asked(january)], lambda *_: None)
    for _ in session.reopening():
        assert session.holdings().releases == before
        assert session.search("cane").hits
    assert session.holdings().releases == (*before, "2021-01")
    assert session.search("cane").hits


def test_what_a_killed_import_left_goes_after_a_start(session: LibrarySession, home: Home) -> None:
    (home.folder / "new.part").write_bytes(b"half")
    for _ in session.prepare():
        pass
    assert not (home.folder / "new.part").exists()


def test_a_damaged_folder_is_told_in_the_window(tmp_path: Path, home: Home) -> None:
    (home.folder / "current").write_bytes(b"{}")
    session = LibrarySession(tmp_path / "data")
    assert session.holdings().problem
    assert session.sources() == ()
    with pytest.raises(UserError):
        session.compare("2020-07", "2020-10")
    session.close()


def test_a_library_named_by_hand_has_no_earlier_ones(tmp_path: Path, home: Home) -> None:
    session = LibrarySession(tmp_path / "data", home.current())
    assert session.earlier() == ()
    assert not session.holdings().outdated
    session.close()


def test_the_commands_name_the_data_folder(tmp_path: Path, session: LibrarySession) -> None:
    looked = session.preview_command(["2020-07=a.xlsx"], "r")
    assert looked[-6:] == [str(tmp_path / "data"), "import", "--preview", *looked[-3:]]
    assert looked[-3:] == ["2020-07=a.xlsx", "--report", "r"]
    assert session.remove_command("anweb-1", "r")[-4:] == ["remove", "anweb-1", "--report", "r"]
