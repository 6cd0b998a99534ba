"""What CMS's drug files have in common: the quarter they state, numbers, and the AMA's text."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from hcpcs_desktop.domain.codes import is_dental, is_level_one, is_level_two
from hcpcs_desktop.sources.release_name import month_in
from hcpcs_desktop.sources.tabular import Row
from hcpcs_desktop.sources.tally import Tally

_EFFECTIVE = re.compile(
    r"Effective\W+(?:(?P<month>[A-Z]+)\.?\s+0?1\b[\s,]*(?P<year>20\d\d)?"
    r"|(?P<number>0?[1-9]|1[0-2])/0?1/(?P<its_year>20\d\d))"
    r"\s*(?:thr(?:ough|u)\b(?:.*?(?P<last>20\d\d))?"
    r"|(?:to\b|-|\N{EN DASH})\D*\d{1,2}\D+(?:\d{1,2}/)?(?P<its_last>20\d\d))",
    re.IGNORECASE,
)
"""The span of days for which a file holds; its first day may lack the year of the last."""

_NOTHING = frozenset({"", "N/A", "NA", ".", "-"})


def stated_quarter(preamble: Sequence[Row]) -> str:
    """The release that the lines above the header state; empty for none.

    They state a span of days, or at least the month in the title, which is their first line.
    """
    lines = [" ".join(" ".join(row).split()) for row in preamble if any(row)]
    for line in lines:
        if match := _EFFECTIVE.search(line):
            year = match["year"] or match["its_year"] or match["last"] or match["its_last"]
            if not year:
                continue
            if match["number"]:
                return f"{year}-{int(match['number']):02}"
            if found := month_in(f"{match['month']} {year}"):
                return found
    return month_in(lines[0]) if lines else ""


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
    plain = text.replace("$", "").replace(",", "").strip().rstrip("%")
    if plain.upper() in _NOTHING:
        return None
    try:
        found = Decimal(plain)
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite():
        tally.remarks.append(f"{of}: {text[:20]} is no number and was left out")
        return None
    return found
