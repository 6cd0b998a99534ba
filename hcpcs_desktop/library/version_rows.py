"""Turns the lives of the codes into rows: each distinct version of a code is stored once."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.library import schema
from hcpcs_desktop.library.gather import Life

Row = tuple[object, ...]


class VersionRows(NamedTuple):
    """The rows of two tables: the versions, and which of them stands in which release."""

    versions: list[Row]
    appearances: list[Row]


def version_rows(lives: Iterable[Life]) -> VersionRows:
    """The rows for all codes, in their order."""
    rows = VersionRows([], [])
    for life in lives:
        _add(rows, life)
    return rows


def wordings(lives: Iterable[Life], codes: Collection[str]) -> dict[str, frozenset[str]]:
    """Every long description that releases printed for these codes."""
    return {life.code: frozenset(_printed(life)) - {""} for life in lives if life.code in codes}


def _printed(life: Life) -> Sequence[str]:
    return [each.record.first("long_description") for each in life.appearances]


def _add(rows: VersionRows, life: Life) -> None:
    known: dict[tuple[str | None, ...], int] = {}
    last: Record | None = None
    number = 0
    for each, origin in zip(life.appearances, life.origin, strict=True):
        if last is None or each.record.values != last.values:
            number, last = _version(rows, known, each.record), each.record
        printed: int | None = number
        if each.release in life.released:
            released = life.released[each.release]
            printed = _version(rows, known, released) if released is not None else None
        rows.appearances.append((life.code, each.release, number, printed, origin))


def _version(rows: VersionRows, known: dict[tuple[str | None, ...], int], record: Record) -> int:
    """The number of a record's row among the versions; ``known`` are those of the same code."""
    columns = schema.field_row(record)
    number = known.get(columns)
    if number is None:
        number = known[columns] = len(rows.versions) + 1
        rows.versions.append((number, record.code, *columns))
    return number
