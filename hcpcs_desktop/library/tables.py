"""Fills large tables at once, and makes the id of a library: a checksum over all of its rows."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

import msgspec

from hcpcs_desktop.domain.packed_pairs import dates_in
from hcpcs_desktop.library import schema

Row = Sequence[object]

_ROWS_AT_ONCE = 2_000
_VALUES_AT_ONCE = 999
"""Values of one statement: with many rows in each, they take a fifth less time."""


class Tables:
    """The tables of a library that is being written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write over this connection."""
        self._connection = connection
        self._checksums: dict[str, str] = {}
        self._waiting: dict[str, Sequence[Row]] = {}

    def take(self, table: str, rows: Sequence[Row]) -> None:
        """Take all rows of a table, in the order of their keys; leaves the connection alone."""
        self._checksums[table] = _checksum(table, _parts(rows, _ROWS_AT_ONCE))
        self._waiting[table] = rows

    def write(self) -> None:
        """Fill the tables with the rows that were taken.

        sqlite-utils wants a dict for each row, which costs more than to insert it.
        """
        for table, rows in self._waiting.items():
            if not rows:
                continue
            for some in _parts(rows, _VALUES_AT_ONCE // len(rows[0])):
                places = f"({', '.join('?' * len(some[0]))})"
                self._connection.execute(
                    f"INSERT INTO {table} VALUES {', '.join([places] * len(some))}",
                    list(chain.from_iterable(some)),
                )
        self._waiting.clear()

    def identity(self) -> str:
        """What ``content_id`` must find in the file: from the rows that were meant for it."""
        return content_id(self._connection, self._checksums)


def content_id(connection: sqlite3.Connection, known: Mapping[str, str] | None = None) -> str:
    """The checksum over all rows in order: the same on every version of SQLite and of zlib.

    ``known`` has the checksums of tables that need not be read.
    """
    found = {
        table: (known or {}).get(table) or _checksum(table, _rows_of(connection, table))
        for table in schema.HASHED
    }
    return hashlib.sha256(msgspec.json.encode(found)).hexdigest()[:32]


def _parts(rows: Sequence[Row], size: int) -> Iterator[Sequence[Row]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))


def _rows_of(connection: sqlite3.Connection, table: str) -> Iterator[list[Any]]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
    while some := cursor.fetchmany(_ROWS_AT_ONCE):
        yield some


def _checksum(table: str, parts: Iterable[Sequence[Row]]) -> str:
    digest = hashlib.sha256()
    for some in parts:
        plain = [_plain(row) for row in some] if table == schema.COMPRESSED else some
        digest.update(msgspec.msgpack.encode(plain))
    return digest.hexdigest()


def _plain(row: Row) -> Row:
    """A row of ``schema.COMPRESSED`` with what its compressed dates hold.

    Damaged ones stand for themselves, so that the checksum tells.
    """
    try:
        return (*row[:-1], dates_in(cast(bytes, row[-1])))
    except zlib.error:
        return row
