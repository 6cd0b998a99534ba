"""The notebook: what the user keeps. Everything is saved before the call returns."""

import logging
import sqlite3
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import backup, faults, schema
from hcpcs_desktop.notebook.access import Access, now
from hcpcs_desktop.notebook.opening import connect

if TYPE_CHECKING:
    from hcpcs_desktop.notebook.profiles import Profiles
    from hcpcs_desktop.notebook.templates import Templates
    from hcpcs_desktop.notebook.worksheets import Worksheets

RECENT_KEPT = 100
OFTEN = 3
"""Openings from which on a code rises in a search; one may be a mistake, two a second look."""

_log = logging.getLogger(__name__)


class Notebook:
    """One small SQLite file of the user's own; it refers to codes by code, never by row."""

    def __init__(self, access: Access) -> None:
        """Keep everything there; use ``Notebook.open``."""
        self._access = access

    @classmethod
    def open(cls, path: Path, wait: float = 2.0) -> "Notebook":
        """Open the notebook, make it where there is none, back it up and migrate it as needed.

        Where the folder or the file cannot be written it opens read-only, with what is saved
        there, or empty. ``wait`` is how many seconds to wait for another process that writes.
        Raises UserError for a file that is damaged, locked, not ours or of a newer version.
        """
        opened = connect(path, wait)
        try:
            if not opened.obstacle:
                _back_up(opened.connection, path)
            schema.migrate(opened.connection)
        except sqlite3.Error as error:
            opened.connection.close()
            raise faults.explained(error, path, "brought up to date") from error
        except BaseException:
            opened.connection.close()
            raise
        access = Access(path, opened.connection, opened.obstacle)
        _forget(access)
        return cls(access)

    @cached_property
    def profiles(self) -> "Profiles":
        """The payers' profiles; their modules are read when they are first asked for."""
        from hcpcs_desktop.notebook.profiles import Profiles

        return Profiles(self._access)

    @cached_property
    def worksheets(self) -> "Worksheets":
        """The worksheets, read in the same way."""
        from hcpcs_desktop.notebook.worksheets import Worksheets

        return Worksheets(self._access)

    @cached_property
    def templates(self) -> "Templates":
        """The clinic's templates, read in the same way."""
        from hcpcs_desktop.notebook.templates import Templates

        return Templates(self._access)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self._access.read_only

    @property
    def why_read_only(self) -> str:
        """One sentence on why nothing can be saved and what to do; empty where it can."""
        return self._access.why_read_only

    def ticks(self, code: str) -> frozenset[str]:
        """The ids of the checklist items that are ticked for a code."""
        rows = self._access.read("SELECT item FROM tick WHERE code = ?", code)
        return frozenset(item for (item,) in rows)

    def set_tick(self, code: str, item_id: str, ticked: bool) -> None:
        """Tick an item of a code's checklist, or take its tick away."""
        with self._access.writing() as connection:
            if ticked:
                connection.execute(
                    "INSERT OR IGNORE INTO tick VALUES (?, ?, ?)", (code, item_id, now())
                )
            else:
                connection.execute("DELETE FROM tick WHERE code = ? AND item = ?", (code, item_id))

    def clear_ticks(self, code: str) -> None:
        """Take all ticks of a code away."""
        with self._access.writing() as connection:
            connection.execute("DELETE FROM tick WHERE code = ?", (code,))

    def recent(self, limit: int) -> list[str]:
        """The codes that were opened last, the latest first."""
        rows = self._access.read("SELECT code FROM recent ORDER BY id DESC LIMIT ?", limit)
        return [code for (code,) in rows]

    def opened(self, code: str) -> None:
        """Note that a code was opened; the oldest beyond ``RECENT_KEPT`` are forgotten."""
        with self._access.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO recent (code, opened_at) VALUES (?, ?)", (code, now())
            )
            connection.execute(
                "DELETE FROM recent WHERE id NOT IN"
                " (SELECT id FROM recent ORDER BY id DESC LIMIT ?)",
                (RECENT_KEPT,),
            )
            connection.execute(
                "INSERT INTO opening VALUES (?, 1)"
                " ON CONFLICT (code) DO UPDATE SET times = times + 1",
                (code,),
            )

    def often(self) -> dict[str, int]:
        """How many times the codes were opened that were opened ``OFTEN`` times at least."""
        rows = self._access.read("SELECT code || ' ' || times FROM opening WHERE times >= ?", OFTEN)
        return {code: int(times) for code, times in (row.split(" ") for (row,) in rows)}

    def forget_openings(self) -> None:
        """Forget which codes were opened, and how often."""
        with self._access.writing() as connection:
            connection.execute("DELETE FROM opening")
            connection.execute("DELETE FROM recent")

    def favourites(self) -> list[str]:
        """The codes that the user wants at hand, the latest first."""
        return [
            code for (code,) in self._access.read("SELECT code FROM favourite ORDER BY id DESC")
        ]

    def set_favourite(self, code: str, wanted: bool) -> None:
        """Put a code among the favourites, or take it out."""
        with self._access.writing() as connection:
            if wanted:
                connection.execute(
                    "INSERT OR IGNORE INTO favourite (code, added_at) VALUES (?, ?)",
                    (code, now()),
                )
            else:
                connection.execute("DELETE FROM favourite WHERE code = ?", (code,))

    def note(self, code: str) -> str:
        """The user's note on a code; empty where there is none."""
        rows = self._access.read("SELECT text FROM note WHERE code = ?", code)
        return str(rows[0][0]) if rows else ""

    def noted(self) -> frozenset[str]:
        """The codes that have a note."""
        return frozenset(code for (code,) in self._access.read("SELECT code FROM note"))

    def set_note(self, code: str, text: str) -> None:
        """Keep a note on a code in place of the one that it had; blank text is no note."""
        with self._access.writing() as connection:
            if text.strip():
                connection.execute(
                    "INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (code, text, now())
                )
            else:
                connection.execute("DELETE FROM note WHERE code = ?", (code,))

    def setting(self, name: str) -> str | None:
        """The value of a setting; None where it was never set."""
        rows = self._access.read("SELECT value FROM setting WHERE name = ?", name)
        return rows[0][0] if rows else None

    def set_setting(self, name: str, value: str) -> None:
        """Set a setting, replacing the value that it had."""
        with self._access.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Close the file; nothing is left to save."""
        self._access.close()


def _forget(access: Access) -> None:
    """Go on with what could not be forgotten everywhere; the notebook opens all the same."""
    if not access.read_only and access.read("SELECT 1 FROM forgotten LIMIT 1"):
        from hcpcs_desktop.notebook import forgetting

        try:
            forgetting.clear(access)
        except UserError as error:
            _log.warning("put off: %s", error)


def _back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Back up before a migration, which needs it, or once a day, which goes on without."""
    version = schema.version_of(connection)
    if 0 < version < schema.newest_version():
        try:
            backup.before_migration(connection, path, datetime.now())
        except (OSError, sqlite3.Error) as error:
            raise UserError(
                f"The notebook {path} was not brought up to date, because it could not be backed"
                f" up in {backup.folder_of(path)}: {error}.",
                "notebook_no_backup",
            ) from error
    elif version:
        try:
            backup.daily(connection, path, datetime.now())
        except (OSError, sqlite3.Error) as error:
            _log.warning("no backup of %s today: %s", path, error)
