"""Files that cannot be written, cannot be read, or are in use."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import schema
from hcpcs_desktop.notebook.store import Notebook


def _make(path: Path) -> bytes:
    with closing(Notebook.open(path)) as notebook:
        notebook.set_tick("J9043", "order", True)
        notebook.opened("J9043")
        notebook.set_setting("theme", "dark")
    return path.read_bytes()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def _assert_read_only(notebook: Notebook, because: str) -> None:
    assert notebook.read_only
    writes: tuple[Callable[[], None], ...] = (
        lambda: notebook.set_tick("J9043", "waste", True),
        lambda: notebook.clear_ticks("J9043"),
        lambda: notebook.opened("S9327"),
        lambda: notebook.set_setting("theme", "light"),
        lambda: notebook.set_favourite("J9043", True),
        lambda: notebook.set_note("J9043", "a note"),
    )
    for write in writes:
        with pytest.raises(UserError, match="not saved") as caught:
            write()
        assert because in str(caught.value)
        assert str(caught.value) == notebook.why_read_only


def test_a_read_only_folder_shows_what_is_saved_and_saves_nothing(plain_folder: Path) -> None:
    path = plain_folder / "notebook.db"
    before = _make(path)
    plain_folder.chmod(0o500)
    with closing(Notebook.open(path)) as notebook:
        _assert_read_only(notebook, str(path))
        assert notebook.ticks("J9043") == {"order"}
        assert notebook.recent(5) == ["J9043"]
        assert notebook.setting("theme") == "dark"
    assert path.read_bytes() == before
    assert [each.name for each in plain_folder.iterdir()] == ["notebook.db"]


def test_a_read_only_file_shows_what_is_saved_and_saves_nothing(plain_folder: Path) -> None:
    path = plain_folder / "notebook.db"
    before = _make(path)
    path.chmod(0o400)
    with closing(Notebook.open(path)) as notebook:
        _assert_read_only(notebook, "the file is read-only")
        assert notebook.ticks("J9043") == {"order"}
    assert path.read_bytes() == before


def test_a_read_only_folder_without_a_notebook_gives_an_empty_one(plain_folder: Path) -> None:
    plain_folder.chmod(0o500)
    with closing(Notebook.open(plain_folder / "notebook.db")) as notebook:
        _assert_read_only(notebook, str(plain_folder))
        assert notebook.ticks("J9043") == frozenset()
    assert list(plain_folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_gives_an_empty_notebook(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with closing(Notebook.open(tmp_path / "file" / "data" / "notebook.db")) as notebook:
        _assert_read_only(notebook, "cannot be used")
        assert notebook.setting("theme") is None


def test_an_older_notebook_in_a_read_only_folder_is_read(
    plain_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plain_folder / "notebook.db"
    before = _make(path)
    plain_folder.chmod(0o500)
    later = (*schema.MIGRATIONS, ("CREATE TABLE more (text TEXT)",))
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with closing(Notebook.open(path)) as notebook:
        _assert_read_only(notebook, str(path))
        assert notebook.ticks("J9043") == {"order"}
    assert path.read_bytes() == before


def test_a_file_that_may_not_be_read_is_refused(plain_folder: Path) -> None:
    path = plain_folder / "notebook.db"
    _make(path)
    path.chmod(0)
    with pytest.raises(UserError, match=r"could not be read: the system does not allow it"):
        Notebook.open(path)


def test_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UserError, match="could not be read"):
        Notebook.open(path)


def test_a_notebook_that_another_process_holds_is_not_waited_for_in_vain(path: Path) -> None:
    _make(path)
    with _locked(path), pytest.raises(UserError, match="another program is using it") as caught:
        Notebook.open(path, wait=0)
    assert caught.value.kind == "notebook_busy"


def test_a_lock_while_saving_says_so_and_the_next_try_saves(path: Path) -> None:
    with closing(Notebook.open(path, wait=0)) as notebook:
        with _locked(path):
            with pytest.raises(UserError, match=r"could not be saved: another program"):
                notebook.set_tick("J9043", "order", True)
            with pytest.raises(UserError, match=r"could not be read: another program"):
                notebook.ticks("J9043")
        notebook.set_tick("J9043", "order", True)
        assert notebook.ticks("J9043") == {"order"}


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(UserError, match="database of another program"):
        Notebook.open(path)
    assert path.read_bytes() == before


def test_a_notebook_of_a_newer_version_is_left_alone(path: Path) -> None:
    _make(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {schema.newest_version() + 1}")
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer version of HCPCS Desktop"):
        Notebook.open(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["notebook.db"]


def test_a_notebook_without_one_of_its_tables_is_damaged(path: Path) -> None:
    _make(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE tick")
    with pytest.raises(UserError, match="is damaged"):
        Notebook.open(path)


def test_a_process_killed_while_it_writes_leaves_the_old_state(
    path: Path, dying: Callable[[str, Path], None]
) -> None:
    _make(path)
    dying(
        "c = sqlite3.connect(path, isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('DELETE FROM tick')\n"
        "c.executemany('INSERT INTO setting VALUES (?, ?)',"
        " [(str(n), 'x' * 2000) for n in range(200)])\n"
        "die()\n",
        path,
    )
    assert path.with_name("notebook.db-journal").exists()
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
        assert notebook.setting("7") is None


def test_a_process_killed_within_a_call_leaves_the_old_state_and_no_lock(
    path: Path, dying: Callable[[str, Path], None]
) -> None:
    _make(path)
    dying(
        "from hcpcs_desktop.notebook.store import Notebook\n"
        "class Bomb: pass\n"
        "sqlite3.register_adapter(Bomb, die)\n"
        "Notebook.open(path).set_setting('theme', Bomb())\n",
        path,
    )
    with closing(Notebook.open(path, wait=0)) as notebook:
        assert notebook.setting("theme") == "dark"
        notebook.set_setting("theme", "light")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "notebook.db"
    _make(path)
    return path


def _try(content: bytes) -> None:
    """Open a spoilt file: it works, or the user is told; nothing else may happen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.db"
        path.write_bytes(content)
        try:
            notebook = Notebook.open(path)
        except UserError:
            assert path.read_bytes() == content
            return
        with closing(notebook):
            notebook.ticks("J9043")
            notebook.recent(5)
            notebook.setting("theme")


@given(length=st.integers(1, 40_000))
@example(length=100)
@example(length=4096)
def test_a_file_cut_short_is_told_to_the_user(sound: Path, length: int) -> None:
    content = sound.read_bytes()
    _try(content[: length % len(content)])


@given(flips=st.lists(st.tuples(st.integers(0, 40_000), st.integers(1, 255)), min_size=1))
def test_a_spoilt_file_is_told_to_the_user(sound: Path, flips: list[tuple[int, int]]) -> None:
    content = bytearray(sound.read_bytes())
    for place, mask in flips:
        content[place % len(content)] ^= mask
    _try(bytes(content))


@given(content=st.binary(min_size=1))
def test_any_other_file_is_refused(content: bytes) -> None:
    _try(content)
