"""Reads the packaged drugs of a code, and the codes of a packaged drug."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hcpcs_desktop.domain.product import ListedProduct, Product
from hcpcs_desktop.library.prices import quarter

_FAMILY = "ndc_crosswalk"
_COLUMNS = (
    "code, ndc, crosswalk, labeler, name, dosage, short, generic, package_size, package_quantity, "
    "billing_units, billing_units_package"
)
_NDC_DIGITS = 11
_NUMBERS = 4
"""How many of the columns, the last, hold numbers."""


def of_code(connection: sqlite3.Connection, code: str, on: date) -> tuple[ListedProduct, ...]:
    """The products that are billed under a code in the quarter of a date, in CMS's order.

    The quarter is the newest at or before the date that the library holds, else the earliest.
    """
    return _select(connection, "code", code, on)


def of_ndc(connection: sqlite3.Connection, ndc11: str, on: date) -> tuple[ListedProduct, ...]:
    """The rows of an NDC of eleven digits in the quarter of a date; it may have several codes."""
    return _select(connection, "ndc11", ndc11, on) if ndc11 else ()


def packages(connection: sqlite3.Connection, ndc11: str) -> list[str]:
    """The NDCs of eleven digits that begin so: itself, or all packages of a product."""
    known = connection.execute(
        "SELECT DISTINCT ndc11 FROM product WHERE ndc11 BETWEEN ? AND ? ORDER BY ndc11",
        [ndc11, ndc11.ljust(_NDC_DIGITS, "9")],
    )
    return [each for (each,) in known]


class KnownNdcs:
    """The NDCs of eleven digits that the library holds, of all quarters."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask through this connection."""
        self._connection = connection

    def __contains__(self, ndc11: object) -> bool:
        """Whether a crosswalk has the NDC."""
        found = self._connection.execute("SELECT 1 FROM product WHERE ndc11 = ?", [ndc11])
        return bool(ndc11) and found.fetchone() is not None


def _select(
    connection: sqlite3.Connection, column: str, value: str, on: date
) -> tuple[ListedProduct, ...]:
    release = quarter(connection, _FAMILY, on)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM product WHERE {column} = ? AND release = ? ORDER BY id",
        [value, release],
    )
    return tuple(ListedProduct(release, _product(row)) for row in rows)


def _product(row: Sequence[Any]) -> Product:
    numbers = (None if each is None else Decimal(each) for each in row[-_NUMBERS:])
    return Product(*row[:-_NUMBERS], *numbers)
