"""CMS's NCCI edits: how many units of a code are believable, and which codes exclude each other.

Source: CMS, Medicare National Correct Coding Initiative, MUE and PTP tables.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hcpcs_desktop.domain.checklist import Setting

MueTable = Literal["practitioner", "outpatient_hospital", "dme_supplier"]
PtpTable = Literal["practitioner", "outpatient_hospital"]
Mai = Literal[1, 2, 3]
Indicator = Literal["0", "1", "9"]

_MUE_TABLES: dict[Setting, MueTable] = {
    "practitioner": "practitioner",
    "asc": "practitioner",
    "outpatient_hospital": "outpatient_hospital",
    "dme_supplier": "dme_supplier",
    "home_infusion": "dme_supplier",
}
_PTP_TABLES: dict[Setting, PtpTable] = {
    "practitioner": "practitioner",
    "asc": "practitioner",
    "outpatient_hospital": "outpatient_hospital",
}


@dataclass(frozen=True, slots=True)
class MueLimit:
    """The most units of a code, and how a payer adds up: by line (1), or by day (2 and 3)."""

    code: str
    value: int
    mai: Mai


@dataclass(frozen=True, slots=True)
class PtpPair:
    """Two codes of which the second is not paid beside the first, while the edit is in force.

    Indicator 0: never together; 1: together with a modifier where the services were distinct;
    9: not in force at all.
    """

    column1: str
    column2: str
    effective: date
    deletion: date | None
    indicator: Indicator

    def other(self, code: str) -> str:
        """The code that stands beside one of the two."""
        return self.column2 if code == self.column1 else self.column1

    def in_force(self, on: date) -> bool:
        """Whether the edit holds on a day; its deletion date is the last on which it does."""
        if self.indicator == "9" or on < self.effective:
            return False
        return self.deletion is None or on <= self.deletion


@dataclass(frozen=True, slots=True)
class ListedMue:
    """A limit as a table of a quarter has it."""

    table: MueTable
    quarter: str
    limit: MueLimit


def mue_table(setting: Setting) -> MueTable:
    """The MUE table for a setting: surgical centers use the practitioners'."""
    return _MUE_TABLES[setting]


def ptp_table(setting: Setting) -> PtpTable | None:
    """The table of pairs for a setting; suppliers have none."""
    return _PTP_TABLES.get(setting)


def quarter(day: date) -> str:
    """The quarter of a day, whose tables hold for it: ``2026-Q4``."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarter_of(release: str) -> str:
    """The quarter for which a table of a release (``YYYY-MM``) holds."""
    return quarter(date.fromisoformat(f"{release}-01"))
