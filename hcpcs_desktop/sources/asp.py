"""Reads CMS's payment limits of drugs under Part B, those of unclassified (NOC) drugs included.

Source: CMS ASP pricing files, csv or workbook; the header stands below some lines of text.
"""

from collections import Counter
from collections.abc import Sequence

from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.price import PaymentLimit
from hcpcs_desktop.sources import columns, tabular
from hcpcs_desktop.sources.columns import Columns
from hcpcs_desktop.sources.drug_files import is_billed, number, short_of, stated_quarter
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import Tally, listed

FAMILY = "asp"

_LIMIT = ("PAYMENT LIMIT", "PAYMENT ALLOWANCE LIMIT", "PAYMENT LIMITS")
_CODE = ("HCPCS CODE", "HCPCS")
_GENERIC = ("DRUG GENERIC NAME (TRADE NAME)", "DRUG GENERIC NAME", "DRUG NAME")
_SHORT = ("SHORT DESCRIPTION", "SHORT DESCRIPTOR")
_DOSAGE = ("HCPCS CODE DOSAGE", "HCPCS DOSAGE", "DOSAGE")
_NUMBERS = {
    "limit": _LIMIT,
    "coinsurance": ("COINSURANCE PERCENTAGE", "COINSURANCE"),
    "vaccine_awp": ("VACCINE AWP%",),
    "vaccine_limit": ("VACCINE LIMIT",),
    "blood_awp": ("BLOOD AWP%",),
    "blood_limit": ("BLOOD LIMIT",),
}


def is_sheet(rows: Sequence[tabular.Row]) -> bool:
    """Whether a table holds payment limits of codes or of unclassified drugs."""
    return _header(rows) is not None


def read_sheet(rows: Sequence[tabular.Row], name: str) -> Reading:
    """Read the table; the release is the quarter that it states. Raises UserError without rows."""
    tally = Tally(name)
    header = _header(rows)
    if header is None:
        raise tally.refuse("it has no column of payment limits")
    of = Columns(header.names)
    has_codes = any(column in of for column in _CODE)
    limits: list[PaymentLimit] = []
    for _, row in columns.data_rows(rows, header):
        tally.rows_read += 1
        code = normalise(of.text(row, *_CODE))
        if is_billed(code) if has_codes else of.text(row, *_GENERIC) and of.text(row, *_LIMIT):
            limits.append(_limit(code, of, row, tally))
        else:
            tally.skip("no HCPCS code" if has_codes else "no drug with a limit")
    if not limits:
        raise tally.refuse("it has no payment limit in it")
    limits = list(dict.fromkeys(limits))
    _tell_twice(limits, tally)
    return Reading(
        FAMILY,
        stated_quarter(rows[: header.first]),
        name,
        rows_read=tally.rows_read,
        skipped=tally.skipped,
        warnings=tally.warnings,
        limits=tuple(limits),
    )


def _header(rows: Sequence[tabular.Row]) -> columns.Header | None:
    return columns.find(rows, _LIMIT, (*_CODE, *_GENERIC), _DOSAGE)


def _tell_twice(limits: Sequence[PaymentLimit], tally: Tally) -> None:
    """Remark on codes with several limits, which CMS tells apart in the notes if at all."""
    count = Counter(limit.code for limit in limits if limit.code)
    if several := [code for code, times in count.items() if times > 1]:
        tally.remarks.append(f"several limits of {listed(several)}; all are kept")


def _limit(code: str, of: Columns, row: tabular.Row, tally: Tally) -> PaymentLimit:
    generic = of.text(row, *_GENERIC)
    numbers = {
        name: number(of.text(row, *names), code or generic, tally)
        for name, names in _NUMBERS.items()
    }
    return PaymentLimit(
        code,
        short_of(code, of.text(row, *_SHORT)) if code else generic,
        of.text(row, *_DOSAGE),
        clotting_factor=of.text(row, "CLOTTING FACTOR") in {"1", "Y", "Yes"},
        notes=of.text(row, "NOTES"),
        **numbers,
    )
