"""From every version to the newest: nothing lost, and a backup from before."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import backup, schema
from hcpcs_desktop.notebook.store import Notebook

MORE = ("CREATE TABLE more (code TEXT, text TEXT)", "INSERT INTO more SELECT code, '' FROM tick")


def _at_version(path: Path, version: int) -> None:
    """A notebook as the app of that version left it, with one tick."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statements in schema.MIGRATIONS[:version]:
            for statement in statements:
                connection.execute(statement)
        if version:
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            connection.execute("INSERT INTO tick VALUES ('J9043', 'order', '2026-01-01T00:00:00')")
        connection.execute(f"PRAGMA user_version = {version}")


@pytest.fixture
def one_version_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, MORE))


@pytest.mark.usefixtures("one_version_more")
@pytest.mark.parametrize("version", range(len(schema.MIGRATIONS) + 2))
def test_every_version_is_brought_up_to_date(path: Path, version: int) -> None:
    _at_version(path, version)
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == ({"order"} if version else frozenset())
        notebook.set_tick("J9043", "waste", True)
    with closing(sqlite3.connect(path)) as connection:
        assert schema.version_of(connection) == schema.newest_version()
        assert schema.standing(connection) == "ours"


@pytest.mark.usefixtures("one_version_more")
def test_a_backup_of_the_old_version_is_made_first(path: Path) -> None:
    _at_version(path, 1)
    Notebook.open(path).close()
    (saved,) = backup.all_of(path)
    with closing(sqlite3.connect(saved)) as connection:
        assert schema.version_of(connection) == 1
        assert connection.execute("SELECT item FROM tick").fetchall() == [("order",)]


@pytest.mark.usefixtures("one_version_more")
def test_without_a_backup_nothing_is_migrated(path: Path) -> None:
    _at_version(path, 1)
    before = path.read_bytes()
    backup.folder_of(path).write_text("in the way")
    with pytest.raises(UserError, match="could not be backed up"):
        Notebook.open(path)
    assert path.read_bytes() == before


def test_what_version_1_kept_is_kept_and_version_2_has_room_for_more(path: Path) -> None:
    _at_version(path, 1)
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
        assert notebook.favourites() == []
        notebook.set_favourite("J9043", True)
        notebook.set_note("J9043", "Ask for the lot number.")
    with closing(Notebook.open(path)) as notebook:
        assert notebook.favourites() == ["J9043"]
        assert notebook.note("J9043") == "Ask for the lot number."


def test_a_number_that_does_not_fit_the_tables_is_damage(path: Path) -> None:
    _at_version(path, 3)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(UserError, match="damaged"):
        Notebook.open(path)


def test_ticks_and_notes_of_version_3_stay_and_worksheets_come_beside_them(path: Path) -> None:
    _at_version(path, 3)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO note VALUES ('J9043', 'Ask for the lot.', '2026-01-01')")
        connection.execute("INSERT INTO favourite VALUES (1, 'J9043', '2026-01-01')")
        connection.execute("INSERT INTO opening VALUES ('J9043', 5)")
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
        assert notebook.note("J9043") == "Ask for the lot."
        assert notebook.favourites() == ["J9043"]
        assert notebook.often() == {"J9043": 5}
        assert notebook.worksheets.listed(archived=False) == ()
        assert notebook.profiles.all() == ()


def test_a_migration_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _at_version(path, 1)
    wrong = (
        *schema.MIGRATIONS,
        ("CREATE TABLE more (text TEXT)", "INSERT INTO nowhere VALUES (1)"),
    )
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", wrong)
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            Notebook.open(path)
    with closing(Notebook.open(path, wait=0)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute("SELECT * FROM sqlite_master WHERE name = 'more'").fetchall()


def test_a_process_killed_while_migrating_leaves_the_old_version(
    path: Path, dying: Callable[[str, Path], None]
) -> None:
    _at_version(path, 1)
    dying(
        "from hcpcs_desktop.notebook import schema, store\n"
        "def deadly():\n"
        "    yield 'CREATE TABLE more (text TEXT)'\n"
        "    yield 'DELETE FROM tick'\n"
        "    die()\n"
        "schema.MIGRATIONS = (*schema.MIGRATIONS, deadly())\n"
        "store.Notebook.open(path)\n",
        path,
    )
    with closing(Notebook.open(path, wait=0)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
    assert len(backup.all_of(path)) == 1
