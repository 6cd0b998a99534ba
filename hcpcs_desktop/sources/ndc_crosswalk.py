"""Reads CMS's crosswalks from NDC to HCPCS code: ASP, AWP, OPPS, PrEP and NOC.

Source: CMS NDC-HCPCS crosswalks, csv or workbook; the header stands below some lines of text, and
its first cell is named after the year. CMS warns that the crosswalks are not one list.
"""

import re
from collections.abc import Sequence

from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.product import Crosswalk, Product
from hcpcs_desktop.sources import columns, tabular
from hcpcs_desktop.sources.columns import Columns
from hcpcs_desktop.sources.drug_files import is_billed, number, short_of, stated_quarter
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import Tally

FAMILY = "ndc_crosswalk"

_CODE = re.compile(r"(?:20\d\d)?(?:HCPCS)?CODE|HCPCS|HCPCSLEVELIICODE.*")
"""The label of the column of codes."""

_NDC_ALONE = ("NDC2", "NDC")
_ALTERNATE = "NDC OR ALTERNATE ID"
_NDC = (*_NDC_ALONE, _ALTERNATE)
_DOSAGE = ("HCPCS DOSAGE", "HCPCS CODE DOSAGE", "DOSAGE")
_GENERIC = "DRUG GENERIC NAME"
_UNITS = ("BILLUNITS", "BILLING UNITS")
_UNITS_OF_PACKAGE = ("BILLUNITSPKG", "BILLING UNITS PKG", "BILLUNITS PER PKG")
_NUMBERS = {
    "package_size": ("PKG SIZE", "PACKAGE SIZE"),
    "package_quantity": ("PKG QTY", "PACKAGE QTY", "PACKAGE QUANTITY"),
    "billing_units": _UNITS,
    "billing_units_package": _UNITS_OF_PACKAGE,
}
_NUMBER = re.compile(r"\d{7,11}")
"""An NDC that a workbook holds as a number."""

_DIGITS = 11
_CROSSWALKS: dict[str, Crosswalk] = {"AWP": "AWP", "OPPS": "OPPS", "PREP": "PrEP", "NOC": "NOC"}
_WHICH = re.compile(r"(?<![A-Z])(AWP|OPPS|PrEP|NOC)(?![A-Z])", re.IGNORECASE)


def is_sheet(rows: Sequence[tabular.Row]) -> bool:
    """Whether a table leads from NDCs to billing units."""
    return _header(rows) is not None


def read_sheet(rows: Sequence[tabular.Row], name: str) -> Reading:
    """Read the table; the release is the quarter that it states. Raises UserError without rows."""
    tally = Tally(name)
    header = _header(rows)
    if header is None:
        raise tally.refuse("it has no columns of NDCs and billing units")
    of = Columns(header.names)
    code_column = next((column for column in of if _CODE.fullmatch(column)), "")
    which = _which(rows[: header.first], name, of)
    products: list[Product] = []
    for _, row in columns.data_rows(rows, header):
        tally.rows_read += 1
        code = normalise(of.text(row, code_column))
        if not (is_billed(code) if code_column else of.text(row, _GENERIC)):
            tally.skip("no HCPCS code" if code_column else "no drug")
        elif not of.text(row, *_NDC):
            tally.skip("no NDC")
        else:
            products.append(_product(code, which, of, row, tally))
    if not products:
        raise tally.refuse("it has no NDC in it")
    return Reading(
        FAMILY,
        stated_quarter(rows[: header.first]),
        name,
        rows_read=tally.rows_read,
        skipped=tally.skipped,
        warnings=tally.warnings,
        products=tuple(products),
    )


def _header(rows: Sequence[tabular.Row]) -> columns.Header | None:
    return columns.find(rows, _NDC, _UNITS, _UNITS_OF_PACKAGE)


def _which(preamble: Sequence[tabular.Row], name: str, of: Columns) -> Crosswalk:
    """Which crosswalk it is: the title above the table tells, else the file's name."""
    if _GENERIC in of:
        return "NOC"
    title = next((" ".join(row) for row in preamble if any(row)), "")
    for text in (title, name):
        if match := _WHICH.search(text):
            return _CROSSWALKS[match[1].upper()]
    return "ASP"


def _product(code: str, which: Crosswalk, of: Columns, row: tabular.Row, tally: Tally) -> Product:
    ndc = _whole(of.text(row, *_NDC_ALONE)) or of.text(row, _ALTERNATE)
    numbers = {
        name: number(of.text(row, *names), f"{code} {ndc}".strip(), tally)
        for name, names in _NUMBERS.items()
    }
    short = next((column for column in of if column.startswith("SHORTDESCRIPT")), "")
    return Product(
        code,
        ndc,
        which,
        of.text(row, "LABELER NAME"),
        of.text(row, "DRUG NAME"),
        of.text(row, *_DOSAGE),
        short=short_of(code, of.text(row, short)),
        generic=of.text(row, _GENERIC),
        **numbers,
    )


def _whole(ndc: str) -> str:
    """An NDC as CMS prints it; one that lost its zeros and hyphens as a number gets them again."""
    if _NUMBER.fullmatch(ndc):
        ndc = ndc.zfill(_DIGITS)
        return f"{ndc[:5]}-{ndc[5:9]}-{ndc[9:]}"
    return ndc
