"""What CMS's drug files have in common: the quarter they state, numbers, and the AMA's text."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from hcpcs_desktop.domain.codes import is_dental, is_level_one, is_level_two
from hcpcs_desktop.sources.release_name import month_in
from hcpcs_desktop.sources.tabular import Row
from hcpcs_desktop.sources.tally import Tally

_EFFECTIVE = re.compile(r"Effective\s+([A-Z][a-z]+)\s+1\s*,\s*(20\d\d)\s+through", re.IGNORECASE)
_NOTHING = frozenset({"", "N/A", "NA", "."})


def stated_quarter(preamble: Sequence[Row]) -> str:
    """The release that the lines above the header state as a span of days; empty for none."""
    for row in preamble:
        match = _EFFECTIVE.search(" ".join(row))
        if match and (found := month_in(f"{match[1]} {match[2]}")):
            return found
    return ""


def is_billed(code: str) -> bool:
    """Whether a drug can be billed under the code: Level II, or CPT's five digits."""
    return (is_level_two(code) and not is_dental(code)) or is_level_one(code)


def short_of(code: str, text: str) -> str:
    """The short description of a code; that of a CPT code is AMA text and is not kept."""
    return text if is_level_two(code) else ""


def number(text: str, of: str, tally: Tally) -> Decimal | None:
    """The number of a cell, exactly; None where it is blank or says that there is none.

    What is no number is left out with a remark that names the code.
    """
    if text.upper() in _NOTHING:
        return None
    try:
        found = Decimal(text.replace("$", "").replace(",", "").rstrip("%"))
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite():
        tally.remarks.append(f"{of}: {text[:20]} is no number and was left out")
        return None
    return found
