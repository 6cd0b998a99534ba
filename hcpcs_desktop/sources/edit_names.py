"""Which table of CMS's NCCI edits a file is, and of which quarter, as far as its name tells.

Source: the names under which CMS publishes them: ``ccipra-v313r0-f1.txt`` (practitioner, version
31.3, which is October 2025), ``ccioph-...`` (hospital), ``medicare-ncci-2025q4-...zip``,
``MCR_MUE_PractitionerServices_Eff_10-01-2025.csv``.
"""

import re

from hcpcs_desktop.domain.edits import PtpTable
from hcpcs_desktop.errors import UserError

_VERSION = re.compile(r"cci(?:pra|oph)-v(\d\d)([0-3])r\d", re.I)
_QUARTER = re.compile(r"(?<!\d)(20\d\d)[-_ ]?q([1-4])(?!\d)|q([1-4])[-_ ]?(20\d\d)(?!\d)", re.I)
_EFFECTIVE = re.compile(r"eff[-_ ]*(\d\d)[-_]\d\d[-_](20\d\d)", re.I)
_VERSION_YEAR = 1994
_PTP_TABLES: tuple[tuple[re.Pattern[str], PtpTable], ...] = (
    (re.compile(r"ccipra|practitioner", re.I), "practitioner"),
    (re.compile(r"ccioph|hospital", re.I), "outpatient_hospital"),
)


def release_in(*names: str) -> str:
    """The first month (``YYYY-MM``) of the quarter that the first telling name gives, or empty."""
    return next((found for name in names if (found := _release(name))), "")


def _release(name: str) -> str:
    if match := _EFFECTIVE.search(name):
        return f"{match[2]}-{match[1]}"
    if match := _VERSION.search(name):
        return f"{_VERSION_YEAR + int(match[1])}-{int(match[2]) * 3 + 1:02}"
    if match := _QUARTER.search(name):
        year, quarter = (match[1], match[2]) if match[1] else (match[4], match[3])
        return f"{year}-{int(quarter) * 3 - 2:02}"
    return ""


def ptp_table_in(*names: str) -> PtpTable | None:
    """The table of pairs that the first telling name gives; None where none tells."""
    for name in names:
        for pattern, table in _PTP_TABLES:
            if pattern.search(name):
                return table
    return None


def refuse_medicaid(name: str) -> None:
    """Raise UserError for Medicaid's edits, which differ from Medicare's and have no indicator."""
    if "medicaid" in name.lower():
        raise UserError(
            f"{name} was not taken: it holds Medicaid's edits. Add Medicare's MUE and PTP files.",
            "bad_file",
        )
