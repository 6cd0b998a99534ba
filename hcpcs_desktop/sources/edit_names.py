"""Which table of CMS's NCCI edits a file is, and of which quarter, as far as its name tells.

Source: the names under which CMS publishes them: ``ccipra-v313r0-f1.txt`` (practitioner, version
31.3, which is October 2025), ``ccioph-...`` (hospital), ``medicare-ncci-2025q4-...zip``,
``MCR_MUE_PractitionerServices_Eff_10-01-2025.csv``.
"""

import re
from pathlib import PurePath

from hcpcs_desktop.domain.edits import PtpTable
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources.release_name import month_in

_VERSION = re.compile(r"cci(?:pra|oph)-v(\d\d)([0-3])r\d", re.I)
_EFFECTIVE = re.compile(r"eff[-_ ]*(\d\d)[-_]\d\d[-_](20\d\d)", re.I)
_MEDICAID = re.compile(r"medicaid|(?<![a-z])mcd(?![a-z])|ccimcd", re.I)
_REVISION = re.compile(r"(v\d{3})r\d")
_VERSION_YEAR = 1994
_PTP_TABLES: tuple[tuple[re.Pattern[str], PtpTable], ...] = (
    (re.compile(r"ccipra|practitioner|physician", re.I), "practitioner"),
    (re.compile(r"ccioph|hospital|outpatient|facility", re.I), "outpatient_hospital"),
)


def settled(*names: str, asked: str = "") -> str:
    """The release (``YYYY-MM``) of a table: what the user stated, else what a name tells.

    Raises UserError for Medicaid's edits, and where nothing tells (kind ``release_needed``).
    """
    for each in names:
        refuse_medicaid(each)
    release = asked or release_in(*names)
    if not release:
        raise UserError(
            f"{names[0]} does not tell its quarter. Keep CMS's name of the file, or say so as "
            f"YYYY-MM={names[-1]}.",
            "release_needed",
        )
    return release


def release_in(*names: str) -> str:
    """The first month (``YYYY-MM``) of the quarter that the first telling name gives, or empty."""
    return next((found for name in names if (found := _release(name))), "")


def _release(name: str) -> str:
    if match := _EFFECTIVE.search(name):
        return f"{match[2]}-{match[1]}"
    if match := _VERSION.search(name):
        return f"{_VERSION_YEAR + int(match[1])}-{int(match[2]) * 3 + 1:02}"
    return month_in(name)


def part_of(name: str) -> str:
    """The name of a part without its revision: a revised part takes the place of the first."""
    return _REVISION.sub(r"\1", PurePath(name).stem.lower())


def ptp_table_in(*names: str) -> PtpTable | None:
    """The table of pairs that the first telling name gives; None where none tells."""
    for name in names:
        for pattern, table in _PTP_TABLES:
            if pattern.search(name):
                return table
    return None


def refuse_medicaid(name: str) -> None:
    """Raise UserError for Medicaid's edits, which differ from Medicare's and have no indicator."""
    if _MEDICAID.search(name):
        raise UserError(
            f"{name} was not taken: it holds Medicaid's edits. Add Medicare's MUE and PTP files.",
            "bad_file",
        )
