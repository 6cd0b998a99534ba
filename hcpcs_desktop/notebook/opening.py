"""Opens the notebook's file: to write where that can be done, else as a copy in memory."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from hcpcs_desktop.notebook import backup, faults, schema
from hcpcs_desktop.notebook.results import obstacle


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection to a notebook that may still need migrating.

    ``obstacle`` says why nothing can be saved; it is empty where the notebook can be written.
    """

    connection: sqlite3.Connection
    obstacle: str


def connect(path: Path, wait: float) -> Opened:
    """Open the notebook, making its folder; ``wait`` is how many seconds to wait for a lock.

    Raises UserError for a file that is damaged, in use, not ours or of a newer version; such a
    file is left as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lost = path.exists() and path.stat().st_size == 0 and backup.newest(path) is not None
    except OSError as error:
        return Opened(_in_memory(), f"{path.parent} cannot be used ({error.strerror})")
    if lost:
        raise faults.refused("damaged", path)
    try:
        return Opened(_to_write(path, wait), "")
    except sqlite3.Error as error:
        reason = obstacle(error)
        if not reason:
            raise faults.explained(error, path, "opened") from error
    return Opened(_copy_to_read(path, wait), f"{path} cannot be written ({reason})")


def connect_to_read(path: Path, wait: float) -> sqlite3.Connection:
    """Open an existing file without ever writing to it; refuses what is not a sound notebook."""
    connection = _connection(path, wait)
    try:
        connection.execute("PRAGMA query_only = ON")
        _require_usable(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _to_write(path: Path, wait: float) -> sqlite3.Connection:
    connection = _connection(path, wait)
    try:
        _require_usable(connection, path)
        _try_writing(connection)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _try_writing(connection: sqlite3.Connection) -> None:
    """Change a byte and undo it: what a folder allows is known for sure only by doing it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {schema.version_of(connection)}")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _copy_to_read(path: Path, wait: float) -> sqlite3.Connection:
    memory = _in_memory()
    if path.exists():
        try:
            with closing(connect_to_read(path, wait)) as source:
                source.backup(memory)
        except sqlite3.Error as error:
            memory.close()
            raise faults.explained(error, path, "read") from error
        except BaseException:
            memory.close()
            raise
    return memory


def _in_memory() -> sqlite3.Connection:
    return _connection(":memory:", 0)


def _connection(database: Path | str, wait: float) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=wait, isolation_level=None)
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str:
    """Text of the file; a byte that the disk spoilt costs a letter, not the start of the app."""
    return raw.decode(errors="replace")


def _require_usable(connection: sqlite3.Connection, path: Path) -> None:
    standing = schema.standing(connection)
    if standing not in ("new", "ours"):
        raise faults.refused(standing, path)
