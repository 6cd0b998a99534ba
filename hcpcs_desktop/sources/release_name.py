"""Which release a file is, as far as its name tells.

Source: the names under which CMS has published its files since 2017.
"""

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEPARATOR = r"[\s_\-.]*"
_QUARTERLY = re.compile(
    rf"HCPC(?:S)?{_SEPARATOR}(?:20)?(\d\d){_SEPARATOR}({_MONTH})(?![a-z])", re.I
)
_FIRST_DAY = r"(?:0?1[\s_\-.,]+)?"
_MONTH_FIRST = re.compile(rf"(?<![a-z])({_MONTH}){_SEPARATOR}{_FIRST_DAY}20(\d\d)(?!\d)", re.I)
_YEAR_FIRST = re.compile(rf"(?<!\d)20(\d\d){_SEPARATOR}({_MONTH})(?![a-z])", re.I)
_NUMBERED = re.compile(r"(?<!\d)20(\d\d)[-_ .](0[1-9]|1[0-2])(?![-_.]?\d)")
_QUARTER = re.compile(
    r"(?<!\d)20(\d\d)[-_ ]?q([1-4])(?!\d)|(?<![a-z])q([1-4])[-_ ]?20(\d\d)(?!\d)", re.I
)
_ANNUAL = re.compile(
    r"HCPC(?:20)?(\d\d)_|(?<!\d)20(\d\d)[\s_-](?:Annual[\s_-])?Alpha[\s_-]*Numeric", re.I
)
_YEAR = re.compile(r"(?<!\d)(201\d)(?!\d)|HCPCS?(1\d)(?!\d)", re.I)
"""Until 2019 CMS published its HCPCS files once a year; a later year alone tells no release."""


def release_in(*names: str) -> str:
    """The release (``YYYY-MM``) that the first telling name gives; empty where none tells.

    An annual file is January's.
    """
    return next((found for name in names if (found := month_in(name) or _annual(name))), "")


def month_in(*names: str) -> str:
    """The release in the first name that states year and month; empty where none does."""
    return next((found for name in names if (found := _month(name))), "")


def annual_in(*names: str) -> str:
    """January's release of the first year in the names for which CMS published but once."""
    for name in names:
        if match := _YEAR.search(name):
            return f"{match[1] or '20' + match[2]}-01"
    return ""


def _month(name: str) -> str:
    for pattern, year, month in ((_QUARTERLY, 1, 2), (_YEAR_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        if match := pattern.search(name):
            return f"20{match[year]}-{_MONTHS[match[month].lower()]:02}"
    if match := _NUMBERED.search(name):
        return f"20{match[1]}-{match[2]}"
    if match := _QUARTER.search(name):
        of_year, quarter = match[1] or match[4], match[2] or match[3]
        return f"20{of_year}-{int(quarter) * 3 - 2:02}"
    return ""


def _annual(name: str) -> str:
    match = _ANNUAL.search(name)
    return f"20{match[1] or match[2]}-01" if match else ""
