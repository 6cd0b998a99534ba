"""Backups: when they are made, how many stay, and the way back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import backup
from hcpcs_desktop.notebook.schema import newest_version
from hcpcs_desktop.notebook.store import Notebook

DAY = datetime(2026, 3, 1, 9, 30)


class Logged(Protocol):
    """What is logged, as the tests' own fixture collects it."""

    def take(self) -> list[str]: ...


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(Notebook.open(path)) as notebook:
        notebook.set_tick("J9043", "order", True)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def _names(path: Path) -> list[str]:
    return [each.name for each in backup.all_of(path)]


def test_a_new_notebook_has_no_backup_and_an_old_one_is_saved_once_a_day(path: Path) -> None:
    Notebook.open(path).close()
    assert not backup.folder_of(path).exists()
    for _ in range(3):
        Notebook.open(path).close()
    assert len(backup.all_of(path)) == 1


@pytest.mark.usefixtures("connection")
def test_a_backup_holds_what_the_notebook_held(path: Path) -> None:
    Notebook.open(path).close()
    saved = backup.newest(path)
    assert saved is not None
    with closing(Notebook.open(saved)) as notebook:
        assert notebook.ticks("J9043") == {"order"}


def test_the_last_five_days_stay(path: Path, connection: sqlite3.Connection) -> None:
    for days in range(8):
        backup.daily(connection, path, DAY + timedelta(days=days))
        backup.daily(connection, path, DAY + timedelta(days=days, hours=1))
    assert _names(path) == [f"2026030{day}-093000.db" for day in range(4, 9)]


def test_one_before_a_migration_comes_on_top_of_that_of_the_day(
    path: Path, connection: sqlite3.Connection
) -> None:
    backup.daily(connection, path, DAY)
    backup.before_migration(connection, path, DAY + timedelta(minutes=1))
    assert _names(path) == ["20260301-093000.db", f"20260301-093100-version-{newest_version()}.db"]


def test_what_a_killed_backup_left_goes_another_day(
    path: Path, connection: sqlite3.Connection
) -> None:
    backup.daily(connection, path, DAY)
    left = backup.folder_of(path) / "20260301-093500.77.partial"
    left.write_bytes(b"half")
    backup.before_migration(connection, path, DAY)
    assert left.exists()
    backup.daily(connection, path, DAY + timedelta(days=1))
    assert not left.exists()


@pytest.mark.usefixtures("connection")
def test_a_backup_that_fails_is_logged_and_the_notebook_opens(path: Path, logged: Logged) -> None:
    backup.folder_of(path).write_text("in the way")
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
    (line,) = logged.take()
    assert "no backup" in line


def _spoil(path: Path) -> bytes:
    spoilt = b"not a database at all, but long enough to be looked at" * 100
    path.write_bytes(spoilt)
    return spoilt


def test_a_damaged_notebook_names_the_newest_sound_backup(
    path: Path, connection: sqlite3.Connection
) -> None:
    backup.daily(connection, path, DAY)
    backup.daily(connection, path, DAY + timedelta(days=1))
    backup.daily(connection, path, DAY + timedelta(days=2))
    connection.close()
    old, newest_sound, newest = backup.all_of(path)
    _spoil(newest)
    spoilt = _spoil(path)
    with pytest.raises(UserError) as caught:
        Notebook.open(path)
    assert str(newest_sound) in str(caught.value)
    assert str(old) not in str(caught.value)
    assert caught.value.kind == "notebook_damaged"
    assert path.read_bytes() == spoilt


def test_a_damaged_notebook_without_backups_says_how_to_go_on(path: Path) -> None:
    _spoil(path)
    with pytest.raises(UserError, match="There is no backup: move the file elsewhere"):
        Notebook.open(path)


def test_an_emptied_notebook_is_not_mistaken_for_a_new_one(
    path: Path, connection: sqlite3.Connection
) -> None:
    backup.daily(connection, path, DAY)
    connection.close()
    path.write_bytes(b"")
    with pytest.raises(UserError, match="is damaged"):
        Notebook.open(path)
    assert path.read_bytes() == b""


def test_an_empty_file_without_backups_becomes_a_notebook(path: Path) -> None:
    path.write_bytes(b"")
    with closing(Notebook.open(path)) as notebook:
        notebook.set_tick("J9043", "order", True)


def test_restoring_brings_the_ticks_back_and_keeps_the_damaged_file(
    path: Path, connection: sqlite3.Connection
) -> None:
    backup.daily(connection, path, DAY)
    connection.close()
    spoilt = _spoil(path)
    assert backup.restore_newest(path) == backup.all_of(path)[0]
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
    (aside,) = path.parent.glob("notebook-damaged-*.db")
    assert aside.read_bytes() == spoilt


def test_the_journal_of_the_damaged_file_is_not_played_into_the_restored_one(
    path: Path, connection: sqlite3.Connection
) -> None:
    backup.daily(connection, path, DAY)
    connection.close()
    _spoil(path)
    journal = path.with_name("notebook.db-journal")
    journal.write_bytes(b"the journal of a killed process")
    backup.restore_newest(path)
    assert not journal.exists()
    (aside,) = path.parent.glob("notebook-damaged-*.db-journal")
    assert aside.read_bytes() == b"the journal of a killed process"


def test_a_lost_notebook_can_be_restored(path: Path, connection: sqlite3.Connection) -> None:
    backup.daily(connection, path, DAY)
    connection.close()
    path.unlink()
    backup.restore_newest(path)
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == {"order"}


def test_without_a_backup_there_is_nothing_to_restore(path: Path) -> None:
    spoilt = _spoil(path)
    with pytest.raises(UserError, match="no sound backup"):
        backup.restore_newest(path)
    assert path.read_bytes() == spoilt


def test_restoring_in_a_read_only_folder_says_so(plain_folder: Path) -> None:
    path = plain_folder / "notebook.db"
    for _ in range(2):
        Notebook.open(path).close()
    spoilt = _spoil(path)
    plain_folder.chmod(0o500)
    with pytest.raises(UserError, match="could not be copied"):
        backup.restore_newest(path)
    assert path.read_bytes() == spoilt
