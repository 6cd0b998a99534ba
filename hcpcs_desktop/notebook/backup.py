"""Copies of the notebook beside it: one a day, one before each migration, the last five kept."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import schema

KEEP = 5


def folder_of(path: Path) -> Path:
    """Where the backups of a notebook are: ``notebook-backups`` beside ``notebook.db``."""
    return path.with_name(f"{path.stem}-backups")


def all_of(path: Path) -> list[Path]:
    """The backups of a notebook, oldest first; their names begin with their time."""
    return sorted(folder_of(path).glob("*.db"))


def copies_of(path: Path) -> list[Path]:
    """Every finished file that holds what a notebook held: backups, and damaged files set aside."""
    return [*all_of(path), *sorted(path.parent.glob(f"{path.stem}-damaged-*{path.suffix}"))]


def drop_unfinished(path: Path) -> None:
    """Remove copies that were never finished; one under way is given up. Raises OSError."""
    for partial in [
        *folder_of(path).glob("*.partial*"),
        *path.parent.glob(f"{path.name}.restoring*"),
    ]:
        partial.unlink(missing_ok=True)


def newest(path: Path) -> Path | None:
    """The newest backup that is sound and that this version can read."""
    return next((each for each in reversed(all_of(path)) if _is_sound(each)), None)


def daily(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    """Back the notebook up unless that was done today; raises OSError or sqlite3.Error."""
    today = f"{now:%Y%m%d}"
    if not any(each.name.startswith(today) for each in all_of(path)):
        _write(connection, path, f"{now:%Y%m%d-%H%M%S}")


def before_migration(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    """Back up a notebook that is about to be migrated; raises OSError or sqlite3.Error."""
    version = schema.version_of(connection)
    _write(connection, path, f"{now:%Y%m%d-%H%M%S}-version-{version}")


def restore_newest(path: Path) -> Path:
    """Put the newest sound backup in the place of the notebook and return that backup.

    The file that was there stays beside it as ``notebook-damaged-<time>.db``. Nobody may have the
    notebook open. Raises UserError where there is no backup or the files cannot be written.
    """
    saved = newest(path)
    if saved is None:
        raise UserError(f"There is no sound backup of the notebook in {folder_of(path)}.")
    try:
        _put_aside(path, datetime.now())
        fresh = path.with_name(f"{path.name}.restoring")
        with closing(sqlite3.connect(saved)) as source:
            _copy(source, fresh)
        fresh.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise UserError(f"The backup {saved} could not be copied to {path}: {error}.") from error
    return saved


def _write(connection: sqlite3.Connection, path: Path, name: str) -> None:
    """Copy through SQLite into a partial file first, so that a backup is whole or not there."""
    folder = folder_of(path)
    folder.mkdir(exist_ok=True)
    partial = folder / f"{name}.{os.getpid()}.partial"
    _copy(connection, partial)
    partial.replace(folder / f"{name}.db")
    _tidy(path, name[:8])


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


def _tidy(path: Path, today: str) -> None:
    for old in all_of(path)[:-KEEP]:
        old.unlink(missing_ok=True)
    for partial in folder_of(path).glob("*.partial*"):
        if partial.name[:8] < today:
            partial.unlink(missing_ok=True)


def _is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        try:
            return schema.standing(connection) == "ours"
        except sqlite3.Error:
            return False


def _put_aside(path: Path, now: datetime) -> None:
    """Keep a copy of the file and its journal, then take the journal away.

    A journal that stayed would be played back into the restored file and spoil it.
    """
    aside = path.with_name(f"{path.stem}-damaged-{now:%Y%m%d-%H%M%S}{path.suffix}")
    for tail in ("", "-journal"):
        source = path.with_name(path.name + tail)
        if source.exists():
            shutil.copyfile(source, aside.with_name(aside.name + tail))
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
