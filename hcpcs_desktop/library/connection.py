"""Opens a library for reading: read-only, immutable, with the standard sqlite3."""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import form

_COUNTS = (
    "SELECT kind, count(*) FROM code "
    "WHERE from_seeds = 0 OR NOT EXISTS (SELECT 1 FROM release) GROUP BY kind"
)
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR}
_CHECKSUMS = "SELECT sha256 FROM source"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What the library knows of one of its sources; ``asked`` is the release the user stated."""

    id: str
    family: str
    release: str
    file: str
    sha256: str
    kept_as: str
    asked: str
    rows_read: int
    rows_stored: int
    skipped: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What a library is and holds.

    ``codes`` and ``modifiers`` count those of CMS's releases; the few that only the seeds know
    count where there is no release. ``releases`` are ids, oldest first.
    """

    id: str
    path: Path
    codes: int
    modifiers: int
    releases: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    bytes: int


class Library:
    """An open library. ``connection`` is for the modules of this room."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Use ``Library.open``."""
        self.connection = connection
        self.about = _about(path, connection)

    @classmethod
    def open(cls, path: Path) -> "Library":
        """Open a library file; raises UserError where it is missing, damaged or of another version.

        Kinds: ``library_missing``, ``library_unreadable``, ``library_damaged`` and
        ``library_outdated``.
        """
        if not _is_file(path):
            raise UserError(
                f"There is no library at {path}. Add CMS's quarterly file, or build one with "
                "`hcpcs-desktop build`.",
                "library_missing",
            )
        if not os.access(path, os.R_OK):
            raise UserError(
                f"The library {path} cannot be read: its permissions do not allow it. Change "
                "them, or choose another library.",
                "library_unreadable",
            )
        try:
            connection = connect(path)
            version = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
            if version == (form.VERSION,):
                return cls(path, connection)
        except (sqlite3.DatabaseError, ValueError, TypeError) as error:
            raise damaged(path, error) from error
        connection.close()
        raise UserError(
            f"The library {path} was made by another version of the app. Import once more to "
            "rebuild it from the kept files.",
            "library_outdated",
        )

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file of a library is not what was written."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return isinstance(error, sqlite3.DatabaseError) and code & 0xFF in _DAMAGE


def damaged(path: Path, error: BaseException) -> UserError:
    """The refusal of a library that cannot be read."""
    return UserError(
        f"The library {path} is damaged ({error}). Add the CMS file again, or choose an "
        "earlier library.",
        "library_damaged",
    )


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a path that the system cannot even look for is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection that ignores locks and planted journal files."""
    name = quote(os.fsencode(path.as_posix()))
    return sqlite3.connect(f"file:{name}?mode=ro&immutable=1", uri=True)


def made_by(path: Path) -> tuple[str, str] | None:
    """The version of the form of a library and the digest of its seeds; None if unreadable."""
    if not _is_file(path):
        return None
    try:
        with closing(connect(path)) as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError:
        return None
    return str(meta.get("schema", "")), str(meta.get("seeds", ""))


def made_from(path: Path) -> frozenset[str] | None:
    """The checksums of the files and seeds that a library was made from; None if unreadable."""
    if not _is_file(path):
        return None
    try:
        with closing(connect(path)) as connection:
            return frozenset(sha256 for (sha256,) in connection.execute(_CHECKSUMS))
    except sqlite3.DatabaseError:
        return None


def source_rows(connection: sqlite3.Connection) -> tuple[SourceRow, ...]:
    """The sources of a library in the order in which they were added, the seeds first."""
    cursor = connection.execute(
        "SELECT id, family, release, file, sha256, kept_as, asked, rows_read, rows_stored, "
        "skipped, warnings FROM source ORDER BY position"
    )
    names = [column[0] for column in cursor.description]
    return tuple(_source_row(dict(zip(names, row, strict=True))) for row in cursor)


def _source_row(columns: dict[str, Any]) -> SourceRow:
    return SourceRow(**columns | {"warnings": tuple(json.loads(columns["warnings"]))})


def _about(path: Path, connection: sqlite3.Connection) -> About:
    (identity,) = connection.execute("SELECT value FROM meta WHERE key = 'id'").fetchone()
    counts = dict(connection.execute(_COUNTS))
    return About(
        id=identity,
        path=path,
        codes=counts.get("code", 0),
        modifiers=counts.get("modifier", 0),
        releases=tuple(id for (id,) in connection.execute("SELECT id FROM release ORDER BY id")),
        sources=source_rows(connection),
        bytes=path.stat().st_size,
    )
