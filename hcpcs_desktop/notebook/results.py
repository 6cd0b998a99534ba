"""SQLite's result codes: which speak of the surroundings of a file and which of the file."""

import sqlite3

BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
OBSTACLES = {
    sqlite3.SQLITE_READONLY: "the file is read-only",
    sqlite3.SQLITE_CANTOPEN: "the system does not allow it",
    sqlite3.SQLITE_PERM: "the system does not allow it",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
    sqlite3.SQLITE_FULL: "the disk is full",
}
"""What of the file system stands in the way, in words."""

FULL = OBSTACLES[sqlite3.SQLITE_FULL]


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code of an error; 0 for one that Python's own module raised."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def obstacle(error: sqlite3.Error) -> str:
    """What of the file system stands in the way; empty where the cause is something else."""
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
        return "the file was moved or replaced while it was open"
    return OBSTACLES.get(primary_code(error), "")


def remedy(reason: str) -> str:
    """What to do about an obstacle, in a sentence that ends with starting again."""
    if FULL in reason:
        return "Free some space on that disk, and start again."
    return "Make the folder writable, or choose another data folder, and start again."
