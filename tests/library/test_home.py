"""The folder of the user's library: what is in use, what stays, what a killed import leaves."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import importing
from hcpcs_desktop.library.connection import About, Library
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.importing import Asked, add, remove
from tests.conftest import Logged
from tests.sources.anweb_file import save

from .conftest import Import
from .libraries import JULY, OCTOBER, SMALL, small_text
from .test_importing import tree

Killed = Callable[[Home, Path, str, int], "subprocess.CompletedProcess[str]"]

MOMENTS = 8
KILLED = """
import os, pathlib, signal, sys
from hcpcs_desktop import paths
from hcpcs_desktop.cli import main
from hcpcs_desktop.library import importing

counted, left = sys.argv[1], int(sys.argv[2])
paths.seeds = lambda: pathlib.Path(sys.argv[3])

def step(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

if counted == "calls":
    sys.setprofile(step)
else:
    sys.addaudithook(lambda event, _: step() if event == "os.rename" else None)
status = main.run(sys.argv[4:])
sys.setprofile(None)
print(-left)
sys.exit(status)
"""
"""An import that is killed at one of its function calls, or before it renames a file."""


@pytest.fixture
def bundled(tmp_path: Path, import_: Import) -> Home:
    """A home as it comes with the app, with the release of July 2020."""
    home = Home(tmp_path / "bundled")
    import_(save(tmp_path, small_text(), JULY), into=home)
    return home


def test_without_any_library_there_is_a_clear_sentence(home: Home) -> None:
    with pytest.raises(UserError, match="There is no library at") as refused:
        Library.open(home.current())
    assert refused.value.kind == "library_missing"


def test_the_bundled_library_is_in_use_until_the_user_has_one(
    tmp_path: Path, bundled: Home, import_: Import
) -> None:
    home = Home(tmp_path / "user", bundled.folder)
    before = tree(bundled.folder)
    assert home.current() == bundled.current()
    assert not home.folder.exists()
    about = import_(save(tmp_path, small_text(), OCTOBER), into=home).about
    assert about.releases == ("2020-07", "2020-10")
    assert home.current().parent == home.folder
    assert tree(bundled.folder) == before


def test_a_file_of_the_bundled_library_is_known(
    tmp_path: Path, bundled: Home, import_: Import
) -> None:
    home = Home(tmp_path / "user", bundled.folder)
    added = import_(tmp_path / JULY, into=home)
    assert added.known == {row.id for row in added.sources}
    assert home.current() == bundled.current()


def test_a_file_of_the_bundled_library_can_be_taken_out(
    tmp_path: Path, bundled: Home, few_seeds: Path
) -> None:
    home = Home(tmp_path / "user", bundled.folder)
    (source,) = [row.id for row in about(home).sources if row.id != "seeds"]
    assert remove(home, few_seeds, source, lambda *_: None).releases == ()
    assert about(bundled).releases == ("2020-07",)


def test_the_library_in_use_and_the_three_before_it_stay(
    tmp_path: Path, home: Home, import_: Import
) -> None:
    made = [
        import_(save(tmp_path, small_text(code), JULY)).about.path.name for code in list(SMALL)[:6]
    ]
    assert sorted(path.name for path in home.folder.glob("library-*.db")) == sorted(made[-4:])
    current = home.read_current()
    assert current is not None
    assert (current.library, *current.previous) == tuple(reversed(made[-4:]))


def test_an_earlier_library_is_chosen_again(tmp_path: Path, home: Home, import_: Import) -> None:
    codes = list(SMALL)[:3]
    made = [import_(save(tmp_path, small_text(code), JULY)).about.path.name for code in codes]
    assert [path.name for path in home.previous()] == [made[1], made[0]]
    home.choose(made[0])
    assert home.current().name == made[0]
    assert home.damage() == ""
    assert [path.name for path in home.previous()] == [made[2], made[1]]


def test_going_back_forgets_none_of_the_libraries(
    tmp_path: Path, home: Home, import_: Import
) -> None:
    codes = list(SMALL)[:4]
    made = [import_(save(tmp_path, small_text(code), JULY)).about.path.name for code in codes]
    for name in made[:3]:
        home.choose(name)
        home.tidy_if_free()
    assert home.current().name == made[2]
    assert [path.name for path in home.previous()] == [made[1], made[0], made[3]]


def test_a_library_that_is_not_there_any_more_cannot_be_chosen(
    tmp_path: Path, home: Home, import_: Import
) -> None:
    old = import_(save(tmp_path, small_text("A4215"), JULY)).about.path
    new = import_(save(tmp_path, small_text("E0100"), JULY)).about.path
    old.unlink()
    for name in (old.name, new.name, "library-0.db", "../current"):
        with pytest.raises(UserError, match="no longer there"):
            home.choose(name)
    assert home.current() == new
    assert home.previous() == ()


def test_nothing_is_chosen_while_an_import_runs(
    tmp_path: Path, home: Home, import_: Import
) -> None:
    old = import_(save(tmp_path, small_text("A4215"), JULY)).about.path
    new = import_(save(tmp_path, small_text("E0100"), JULY)).about.path
    (home.folder / "new.part").write_bytes(b"half")
    with home.locked():
        other = Home(home.folder)
        with pytest.raises(UserError, match="Another import is running"):
            other.choose(old.name)
        other.tidy_if_free()
        assert (home.folder / "new.part").exists()
    assert home.current() == new
    home.tidy_if_free()
    assert not (home.folder / "new.part").exists()


def test_tidying_makes_no_folder(home: Home) -> None:
    home.tidy_if_free()
    assert not home.folder.exists()
    assert home.previous() == ()


def test_a_library_of_other_seeds_than_the_bundled_one_is_behind(
    tmp_path: Path, bundled: Home, import_: Import, few_seeds: Path
) -> None:
    home = Home(tmp_path / "user", bundled.folder)
    assert not home.is_behind()
    seeds = tmp_path / "seeds"
    shutil.copytree(few_seeds, seeds)
    layout = seeds / "sections.toml"
    layout.write_text(layout.read_text(encoding="utf-8") + "\n# older\n", encoding="utf-8")
    october = Asked(save(tmp_path, small_text(), OCTOBER))
    add(home, seeds, [october], lambda *_: None)
    assert home.is_behind()
    add(home, few_seeds, [], lambda *_: None)
    assert not home.is_behind()


def test_a_library_that_cannot_be_read_is_not_behind(
    tmp_path: Path, bundled: Home, import_: Import
) -> None:
    home = Home(tmp_path / "user", bundled.folder)
    path = import_(save(tmp_path, small_text(), OCTOBER), into=home).about.path
    path.write_bytes(b"no library")
    assert not home.is_behind()
    path.unlink()
    assert not home.is_behind()


def test_what_a_killed_import_left_goes_at_the_next(
    tmp_path: Path, home: Home, import_: Import
) -> None:
    import_(save(tmp_path, small_text(), JULY))
    before = tree(home.folder)
    for name in ("new.part", "kept.part", "current.part", "library-0.db", "library-0.db-journal"):
        (home.folder / name).write_bytes(b"half")
    import_(tmp_path / JULY)
    assert tree(home.folder) == before


def test_a_folder_that_cannot_be_there_leaves_the_bundled_library_in_use(
    tmp_path: Path, bundled: Home
) -> None:
    (tmp_path / "file").write_text("in the way")
    home = Home(tmp_path / "file" / "library", bundled.folder)
    assert home.current() == bundled.current()
    assert home.damage() == ""


@pytest.mark.parametrize(
    "content", [b"", b"library-1.db", b"{}", b'{"library": 1, "sha256": ""}', b"\xff\xfe\0", b"[1"]
)
def test_a_damaged_current_is_said_clearly_and_an_import_writes_it_anew(
    tmp_path: Path, home: Home, import_: Import, content: bytes
) -> None:
    whole = import_(save(tmp_path, small_text(), JULY)).about.id
    (home.folder / "current").write_bytes(content)
    for attempt in (home.current, home.damage):
        with pytest.raises(UserError, match="Delete that file to go back") as refused:
            attempt()
        assert refused.value.kind == "library_damaged"
    assert (home.folder / "current").read_bytes() == content
    assert import_().about.id == whole
    assert home.damage() == ""


def test_a_library_that_is_gone_is_said_clearly(
    tmp_path: Path, home: Home, import_: Import, few_seeds: Path
) -> None:
    import_(save(tmp_path, small_text(), JULY)).about.path.unlink()
    assert home.damage() == f"{home.current().name} is missing"
    with pytest.raises(UserError, match="There is no library at"):
        Library.open(home.current())
    with pytest.raises(UserError, match=r"is missing or damaged .* Make it anew"):
        remove(home, few_seeds, "anweb", lambda *_: None)


@pytest.mark.parametrize("keep", [0, 50, 5_000])
def test_a_damaged_library_is_said_clearly(
    tmp_path: Path, home: Home, import_: Import, keep: int
) -> None:
    path = import_(save(tmp_path, small_text(), JULY)).about.path
    path.write_bytes(path.read_bytes()[:keep])
    assert home.damage() == f"{path.name} is not as it was written"
    with pytest.raises(UserError, match="is damaged") as refused:
        Library.open(path)
    assert refused.value.kind == "library_damaged"


@pytest.mark.parametrize("keep", [None, 0, 50, 5_000])
@pytest.mark.parametrize("with_caches", [True, False])
def test_a_lost_library_is_made_anew_from_what_is_kept(
    tmp_path: Path,
    home: Home,
    import_: Import,
    logged: Logged,
    keep: int | None,
    with_caches: bool,
) -> None:
    import_(save(tmp_path, small_text(), JULY))
    unnamed = save(tmp_path, small_text(coverage="M"), "list.txt")
    whole = import_(("2020-10", unnamed)).about
    if not with_caches:
        shutil.rmtree(home.folder / "cache")
    content = whole.path.read_bytes()
    whole.path.unlink()
    if keep is not None:
        whole.path.write_bytes(content[:keep])
    mended = import_(tmp_path / JULY)
    kept = {"2020-07", "2020-10"} if with_caches else {"2020-07"}
    assert {each.release for each in mended.sources if each.release} == kept
    assert set(mended.about.releases) == kept
    assert not mended.known
    assert home.damage() == ""
    if with_caches:
        assert about(home).id == whole.id
    else:
        assert "list.txt does not tell" in "".join(logged.take())


def test_an_import_that_fails_leaves_nothing_on_a_full_disk(
    tmp_path: Path, home: Home, import_: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_(save(tmp_path, small_text(), JULY))
    before = tree(home.folder)

    def full(part: Path, *_: object) -> str:
        part.write_bytes(b"half of it")
        raise UserError("The disk is full.", "not_writable")

    monkeypatch.setattr(importing, "build", full)
    with pytest.raises(UserError, match="full"):
        import_(save(tmp_path, small_text(coverage="M"), OCTOBER))
    assert tree(home.folder) == before


def test_adding_the_file_again_mends_a_library_with_a_flipped_bit(
    tmp_path: Path, home: Home, import_: Import
) -> None:
    path = import_(save(tmp_path, small_text(), JULY)).about.path
    content = bytearray(path.read_bytes())
    at = content.index(b"cabazitaxel, 1 mg")
    content[at] ^= 1
    path.write_bytes(content)
    assert home.damage()
    import_(tmp_path / JULY)
    assert home.damage() == ""
    assert b"cabazitaxel, 1 mg" in home.current().read_bytes()


@pytest.fixture
def import_killed(few_seeds: Path) -> Killed:
    """Imports in a process of its own that is killed at a step; never at 0, and it prints them."""

    def import_killed(
        home: Home, file: Path, counted: str, kill_at: int
    ) -> subprocess.CompletedProcess[str]:
        step = [counted, str(kill_at), str(few_seeds)]
        command = ["--data-dir", str(home.folder.parent), "import", str(file)]
        return subprocess.run(
            [sys.executable, "-c", KILLED, *step, *command],
            capture_output=True,
            text=True,
            check=False,
        )

    return import_killed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("counted", ["calls", "renames"])
def test_an_import_killed_at_any_moment_leaves_the_old_library_or_the_new_one(
    tmp_path: Path, import_: Import, import_killed: Killed, counted: str
) -> None:
    october = save(tmp_path, small_text(coverage="M"), OCTOBER)
    before = Home(tmp_path / "before" / "library")
    old = import_(save(tmp_path, small_text(), JULY), into=before).about.id
    whole = _copy(before, tmp_path / "whole")
    steps = int(import_killed(whole, october, counted, 0).stdout.split()[-1])
    new = about(whole).id
    found = []
    for moment in range(1, min(MOMENTS, steps) + 1):
        home = _copy(before, tmp_path / str(moment))
        killed = import_killed(home, october, counted, max(moment, steps * moment // (MOMENTS + 1)))
        assert killed.returncode == -signal.SIGKILL
        assert home.damage() == ""
        found.append(about(home).id)
        assert import_(october, into=home).about.id == new
        assert not list(home.folder.rglob("*.part"))
    assert set(found) <= {old, new}
    assert found[0] == old


def about(home: Home) -> About:
    """What the library in use is and holds."""
    with closing(Library.open(home.current())) as library:
        return library.about


def _copy(home: Home, data: Path) -> Home:
    shutil.copytree(home.folder.parent, data)
    return Home(data / "library")
