"""Finds the codes of a packaged drug by the NDC on its box."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain.ndc import hyphenated
from hcpcs_desktop.domain.product import ListedProduct
from hcpcs_desktop.library import products

_NO_CROSSWALK = (
    "This is an NDC. Which code it is billed under stands in CMS's NDC-HCPCS crosswalk; add that "
    "file, then search again."
)
_NOT_LISTED = (
    "No crosswalk in the library has this NDC. That is no proof that the drug has no code: search "
    "for its name."
)


@dataclass(frozen=True, slots=True)
class Billed:
    """A code that a product is billed under, and what to say of it."""

    code: str
    text: str


def billed_under(
    connection: sqlite3.Connection, ndcs: Sequence[str], on: date
) -> tuple[list[Billed], str]:
    """The codes of an NDC, given as all its readings of eleven digits; else why there are none.

    Nine digits, which name no package, stand for all packages of the product.
    """
    found = {
        each.product.code: Billed(each.product.code, _text(ndc, each))
        for begun in ndcs
        for ndc in products.packages(connection, begun)
        for each in products.of_ndc(connection, ndc, on)
        if each.product.code
    }
    if found:
        return list(found.values()), ""
    has_some = connection.execute("SELECT 1 FROM product LIMIT 1").fetchone() is not None
    return [], _NOT_LISTED if has_some else _NO_CROSSWALK


def _text(ndc: str, listed: ListedProduct) -> str:
    return f"NDC {hyphenated(ndc)}: {listed.product.name}"
