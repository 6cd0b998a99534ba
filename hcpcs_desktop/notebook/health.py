"""The state of the notebook, for the doctor: reads it and changes nothing."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import backup, faults, schema
from hcpcs_desktop.notebook.opening import connect_to_read


@dataclass(frozen=True, slots=True)
class Health:
    """Whether there is a notebook, whether it is sound, and what is in it.

    ``version`` is that of its tables, 0 where it has none; ``ticks`` counts ticked items.
    """

    exists: bool
    ok: bool
    detail: str
    version: int
    ticks: int


def health(path: Path) -> Health:
    """Check the notebook at a path; one that is not made yet is in order."""
    try:
        if not path.is_file():
            return Health(False, True, "not made yet; the window makes it", 0, 0)
        with closing(connect_to_read(path, wait=0.5)) as connection:
            return _of(connection, path)
    except OSError as error:
        return Health(False, False, f"{path} cannot be reached ({error.strerror})", 0, 0)
    except UserError as error:
        return Health(True, False, str(error), 0, 0)
    except sqlite3.Error as error:
        return Health(True, False, str(faults.explained(error, path, "read")), 0, 0)


def _of(connection: sqlite3.Connection, path: Path) -> Health:
    version = schema.version_of(connection)
    ticks = connection.execute("SELECT count(*) FROM tick").fetchone()[0] if version else 0
    saved = len(backup.all_of(path))
    return Health(True, True, f"sound; ticks: {ticks}, backups: {saved}", version, ticks)
