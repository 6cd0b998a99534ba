"""Reads what CMS corrected about a code after a release had come out, and what that changed."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec

from hcpcs_desktop.domain.codes import kind_of
from hcpcs_desktop.domain.correcting import Step, steps
from hcpcs_desktop.domain.note import Correction
from hcpcs_desktop.domain.record import Appearance, Record
from hcpcs_desktop.library import schema


def of_code(connection: sqlite3.Connection, code: str) -> tuple[tuple[str, Correction], ...]:
    """The corrections of a code with the release that each mends, oldest first."""
    rows = connection.execute(
        "SELECT release, correction FROM correction WHERE code = ? ORDER BY position", [code]
    )
    return tuple((release, msgspec.json.decode(text, type=Correction)) for release, text in rows)


def steps_of(
    connection: sqlite3.Connection,
    code: str,
    appearances: Sequence[Appearance],
    releases: Collection[str],
) -> tuple[Step, ...]:
    """Each correction of a code with the record before and after it.

    ``releases`` are those of the library: a list that it lacks is not mended.
    """
    by_release: dict[str, list[Correction]] = defaultdict(list)
    for release, correction in of_code(connection, code):
        if release in releases:
            by_release[release].append(correction)
    return tuple(
        step
        for release, some in by_release.items()
        for step in steps(_printed(connection, code, release), release, some, appearances)
    )


def _printed(connection: sqlite3.Connection, code: str, release: str) -> Record | None:
    """The record as the list of a release printed it."""
    row = connection.execute(
        f"SELECT {schema.FIELD_COLUMNS} FROM appearance "
        "JOIN version ON version.id = appearance.printed "
        "WHERE appearance.code = ? AND appearance.release = ?",
        [code, release],
    ).fetchone()
    return Record(code, kind_of(code), schema.values_of(tuple(row))) if row else None
