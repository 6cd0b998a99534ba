"""The one way to the notebook's tables: read, or write in one transaction, with errors in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import faults, results, schema


class Access:
    """A migrated connection; ``obstacle`` says why nothing can be saved, empty where it can."""

    def __init__(self, path: Path, connection: sqlite3.Connection, obstacle: str = "") -> None:
        """Take the file, its connection, and the obstacle."""
        self.path = path
        self._connection = connection
        self._obstacle = obstacle

    @classmethod
    def in_memory(cls, obstacle: str = "") -> "Access":
        """An empty notebook without a file."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        schema.migrate(connection)
        return cls(Path(), connection, obstacle)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return bool(self._obstacle)

    @property
    def why_read_only(self) -> str:
        """One sentence on why nothing can be saved and what to do; empty where it can."""
        if not self._obstacle:
            return ""
        return (
            f"Ticks, notes and settings are not saved: {self._obstacle}."
            f" {results.remedy(self._obstacle)}"
        )

    def read(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        """The rows of a query; raises UserError where the file cannot be read."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise faults.explained(error, self.path, "read") from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction, on disk at its end; raises UserError where nothing can be saved."""
        if self.read_only:
            raise UserError(self.why_read_only, "notebook_read_only")
        try:
            with schema.transaction(self._connection):
                yield self._connection
        except sqlite3.Error as error:
            raise faults.explained(error, self.path, "saved") from error

    def compact(self) -> None:
        """Write the file anew, without what deleted rows left; raises UserError as writing does."""
        try:
            self._connection.execute("VACUUM")
        except sqlite3.Error as error:
            raise faults.explained(error, self.path, "saved") from error

    def close(self) -> None:
        """Close the file; nothing is left to save."""
        self._connection.close()


def now() -> str:
    """The time, as it is saved: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
