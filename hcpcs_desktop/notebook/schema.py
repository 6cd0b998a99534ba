"""The tables of the notebook, its numbered migrations, and what a file at hand turns out to be."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from hcpcs_desktop.notebook.results import BUSY, OBSTACLES, primary_code

APPLICATION_ID = 0x48435042
"""Marks a SQLite file as a notebook of this app: ``HCPB`` in ASCII."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE tick (code TEXT NOT NULL, item TEXT NOT NULL, ticked_at TEXT NOT NULL,"
        " PRIMARY KEY (code, item)) WITHOUT ROWID",
        "CREATE TABLE recent (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,"
        " opened_at TEXT NOT NULL)",
        "CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        "CREATE TABLE favourite (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,"
        " added_at TEXT NOT NULL)",
        "CREATE TABLE note (code TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL,"
        " changed_at TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        "CREATE TABLE opening (code TEXT NOT NULL PRIMARY KEY, times INTEGER NOT NULL)"
        " WITHOUT ROWID",
    ),
    (
        "CREATE TABLE payer_profile (name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,"
        " content TEXT NOT NULL, changed_at TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        "CREATE TABLE worksheet (id TEXT NOT NULL PRIMARY KEY, label TEXT NOT NULL,"
        " code TEXT NOT NULL, description TEXT NOT NULL, title TEXT NOT NULL,"
        " payer TEXT NOT NULL, profile TEXT NOT NULL, setting TEXT, made_from TEXT NOT NULL,"
        " made_on TEXT NOT NULL, changed_at TEXT NOT NULL, archived INTEGER NOT NULL)"
        " WITHOUT ROWID",
        "CREATE TABLE worksheet_item (worksheet TEXT NOT NULL, position INTEGER NOT NULL,"
        " item_id TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL,"
        " dropped INTEGER NOT NULL, PRIMARY KEY (worksheet, position)) WITHOUT ROWID",
        "CREATE TABLE forgotten (worksheet TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE clinic_template (id TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL,"
        " added_at TEXT NOT NULL) WITHOUT ROWID",
    ),
)
"""The statements that lead from each version to the next; entry 0 makes version 1."""

Standing = Literal["new", "ours", "newer", "foreign", "damaged"]


def newest_version() -> int:
    """The version that this app writes."""
    return len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the notebook behind a connection; 0 where it has no tables yet."""
    return _pragma(connection, "user_version")


def standing(connection: sqlite3.Connection) -> Standing:
    """What the file is: empty, a sound notebook, one of a newer app, not ours, or damaged.

    Only reads. Raises sqlite3.Error where the file is locked or cannot be reached; whatever else
    SQLite says of statements as plain as these is damage.
    """
    connection.execute("BEGIN")
    try:
        return _standing(connection)
    except sqlite3.DatabaseError as error:
        if primary_code(error) in BUSY | OBSTACLES.keys():
            raise
        return "damaged"
    except UnicodeDecodeError:  # SQLite's own sentence quotes a name that is spoilt
        return "damaged"
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _standing(connection: sqlite3.Connection) -> Standing:
    version = version_of(connection)
    tables = {made_by for (made_by,) in connection.execute("SELECT sql FROM sqlite_master")}
    application = _pragma(connection, "application_id")
    if application != APPLICATION_ID:
        return "foreign" if tables or version or application else "new"
    if version > newest_version():
        return "newer"
    if version < 1:
        return "damaged"
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    due, later = _tables_of(version), _tables_of(newest_version()) - _tables_of(version)
    is_whole = due <= tables and later.isdisjoint(tables)
    return "ours" if verdict == "ok" and is_whole else "damaged"


def _tables_of(version: int) -> set[str]:
    """The statements that made the tables of a version; SQLite keeps them as they were."""
    statements = [each for migration in MIGRATIONS[:version] for each in migration]
    return {each for each in statements if each.startswith("CREATE TABLE")}


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the notebook to the newest version in one transaction: all of it or nothing."""
    if version_of(connection) == newest_version():
        return
    with transaction(connection):
        for version in range(version_of(connection), newest_version()):
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newest_version()}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock for a block; commit at its end, or undo all of it on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
