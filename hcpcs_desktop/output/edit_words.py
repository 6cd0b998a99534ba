"""The words for CMS's NCCI edits: limits of units and pairs of codes, as rows of a table."""

from datetime import date

from hcpcs_desktop.domain.edits import Indicator, ListedMue, Mai, MueTable, PtpPair, PtpTable

LIMIT_HEADINGS = ("Table", "Quarter", "Units", "How they are added up")
PAIR_HEADINGS = ("Other code", "Not paid", "With a modifier", "In force")
TABLE_WORDS: dict[MueTable | PtpTable, str] = {
    "practitioner": "Practitioner",
    "outpatient_hospital": "Outpatient hospital",
    "dme_supplier": "DME supplier",
}
LACKING = (
    "No edits are in the library. CMS's tables of the National Correct Coding Initiative tell "
    "the most units of a code that are paid for a day or a line (MUE), and which codes are not "
    "paid together. They come out each quarter, free of charge: search cms.gov for “NCCI edits”, "
    "accept the license of the AMA there, and drop the zip files on the window, or add them with "
    "Ctrl+O."
)
NO_LIMIT = "CMS's tables have no limit for this code. Some limits are secret: that is no promise."
NO_PAIRS = "The table of this quarter has no pair with this code."

_MAI: dict[Mai, str] = {
    1: "1: each line by itself",
    2: "2: all lines of the day, set by policy",
    3: "3: all lines of the day, can be reviewed",
}
_INDICATORS: dict[Indicator, str] = {
    "0": "Never",
    "1": "Paid if distinct",
    "9": "Not applicable",
}


def limit_row(listed: ListedMue) -> tuple[str, ...]:
    """A limit in the order of ``LIMIT_HEADINGS``."""
    limit = listed.limit
    return (
        TABLE_WORDS[listed.table],
        listed.quarter,
        f"{limit.value:,}",
        _MAI[limit.mai],
    )


def pair_row(pair: PtpPair, code: str, on: date) -> tuple[str, ...]:
    """A pair, seen from one of its codes, in the order of ``PAIR_HEADINGS``."""
    other = pair.other(code)
    return (
        other,
        "this code" if pair.column2 == code else other,
        _INDICATORS[pair.indicator],
        _days(pair, on),
    )


def _days(pair: PtpPair, on: date) -> str:
    """When an edit holds, seen from a day."""
    if pair.indicator == "9":
        return "never"
    if pair.deletion is not None:
        return f"{'to' if pair.in_force(on) else 'ended'} {pair.deletion}"
    return f"{'since' if pair.in_force(on) else 'from'} {pair.effective}"
