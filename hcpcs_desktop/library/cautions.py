"""Reads the cautions about a code."""

import sqlite3

import msgspec

from hcpcs_desktop.domain.caution import Caution

SUBJECT = "cautions"
"""Under which they stand among the guidance."""


def of_code(connection: sqlite3.Connection, code: str) -> tuple[Caution, ...]:
    """What is to be known of a code beyond its record."""
    row = connection.execute("SELECT content FROM guidance WHERE subject = ?", [SUBJECT]).fetchone()
    cautions = msgspec.json.decode(row[0], type=tuple[Caution, ...]) if row else ()
    return tuple(each for each in cautions if code in each.codes)
