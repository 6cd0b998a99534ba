"""Reads what CMS corrected about a code after a release had come out."""

import sqlite3

import msgspec

from hcpcs_desktop.domain.note import Correction


def of_code(connection: sqlite3.Connection, code: str) -> tuple[tuple[str, Correction], ...]:
    """The corrections of a code with the release that each mends, oldest first."""
    rows = connection.execute(
        "SELECT release, correction FROM correction WHERE code = ? ORDER BY position", [code]
    )
    return tuple((release, msgspec.json.decode(text, type=Correction)) for release, text in rows)
