"""Reads what Medicare pays for a drug in the quarter of a date."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hcpcs_desktop.domain.price import ListedLimit, PaymentLimit

_FAMILY = "asp"
_AMOUNTS = ("limit", "coinsurance", "vaccine_awp", "vaccine_limit", "blood_awp", "blood_limit")
_COLUMNS = f"code, short, dosage, payment_limit, {', '.join(_AMOUNTS[1:])}, clotting_factor, notes"
"""The columns in the order of ``PaymentLimit``; LIMIT alone is a word of SQL."""


def of_code(connection: sqlite3.Connection, code: str, on: date) -> tuple[ListedLimit, ...]:
    """The payment limits of a code in the newest quarter at or before the date.

    Where the library holds none so old, those of the earliest that it holds.
    """
    release = quarter(connection, _FAMILY, on)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM payment_limit WHERE code = ? AND release = ? ORDER BY id",
        [code, release],
    )
    return tuple(ListedLimit(release, _limit(row)) for row in rows)


def history(connection: sqlite3.Connection, code: str) -> tuple[ListedLimit, ...]:
    """The payment limits of a code in all quarters that the library holds, oldest first."""
    rows = connection.execute(
        f"SELECT release, {_COLUMNS} FROM payment_limit WHERE code = ? ORDER BY release, id", [code]
    )
    return tuple(ListedLimit(release, _limit(row)) for release, *row in rows)


def quarter(connection: sqlite3.Connection, family: str, on: date) -> str:
    """The release of a family of drug files that answers for a day; empty where there is none."""
    (found,) = connection.execute(
        "SELECT coalesce(max(release) FILTER (WHERE release <= ?), min(release), '') FROM source "
        "WHERE family = ?",
        [on.strftime("%Y-%m"), family],
    ).fetchone()
    return str(found)


def _limit(row: Sequence[Any]) -> PaymentLimit:
    code, short, dosage, *numbers, clotting_factor, notes = row
    amounts = {
        name: None if number is None else Decimal(number)
        for name, number in zip(_AMOUNTS, numbers, strict=True)
    }
    return PaymentLimit(
        code, short, dosage, **amounts, clotting_factor=bool(clotting_factor), notes=notes
    )
