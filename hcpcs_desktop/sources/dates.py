"""Dates as CMS writes them, as ISO text."""

import re
from datetime import date

from hcpcs_desktop.sources.tally import Tally

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def parsed(text: str) -> date | None:
    """The day that ``20190101`` or ``01/01/2019`` names; None where the text names none."""
    if match := _COMPACT.fullmatch(text):
        year, month, day = match.groups()
    elif match := _SLASHES.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def iso(text: str, of: str, tally: Tally) -> str:
    """The date as ISO text; what is no date is left out with a remark that names the code."""
    found = parsed(text)
    if text and found is None:
        tally.remarks.append(f"{of}: {text} is no date and was left out")
    return found.isoformat() if found else ""
