"""Takes deleted worksheets out of every copy of the notebook that is kept.

``PRAGMA secure_delete`` overwrites what is deleted; VACUUM then writes the file anew, so that no
page holds what a rearrangement left behind. What is to be forgotten is noted in the notebook until
all copies are clear: a copy that is locked now, or a crash, only puts it off.
"""

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import backup
from hcpcs_desktop.notebook.access import Access

_WAIT = 1.0
_log = logging.getLogger(__name__)


def forget(connection: sqlite3.Connection, worksheet: str) -> None:
    """Delete the rows of a worksheet."""
    connection.execute("DELETE FROM worksheet_item WHERE worksheet = ?", (worksheet,))
    connection.execute("DELETE FROM worksheet WHERE id = ?", (worksheet,))


def clear(access: Access) -> tuple[Path, ...]:
    """Clear the notebook and its copies of all that is to be forgotten; the files that resist."""
    wanted = [str(id_) for (id_,) in access.read("SELECT worksheet FROM forgotten")]
    if not wanted:
        return ()
    left = _compacted(access)
    left += _clear_copies(access.path, wanted) if access.path.name else ()
    if not left:
        with access.writing() as connection:
            connection.execute("DELETE FROM forgotten")
    return left


def _compacted(access: Access) -> tuple[Path, ...]:
    """Write the notebook itself anew; its path where another program holds it."""
    try:
        access.compact()
    except UserError as error:
        _log.warning("put off: %s", error)
        return (access.path,)
    return ()


def _clear_copies(path: Path, worksheets: Sequence[str]) -> tuple[Path, ...]:
    try:
        backup.drop_unfinished(path)
    except OSError as error:
        _log.warning("an unfinished backup could not be removed: %s", error.strerror)
        return (backup.folder_of(path),)
    return tuple(copy for copy in backup.copies_of(path) if not _cleared(copy, worksheets))


def _cleared(copy: Path, worksheets: Sequence[str]) -> bool:
    """Clear one copy; whether that was done, or needed no doing."""
    try:
        with closing(sqlite3.connect(copy, timeout=_WAIT, isolation_level=None)) as connection:
            if not _has_worksheets(connection):
                return True
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            for each in worksheets:
                forget(connection, each)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
    except sqlite3.Error as error:
        _log.warning("%s may still hold what was deleted: %s", copy.name, error)
        return False
    return True


def _has_worksheets(connection: sqlite3.Connection) -> bool:
    """Whether the copy is of a version that knows worksheets."""
    return bool(
        connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'worksheet_item'").fetchone()
    )
