"""What looks like patient data, where none belongs. It is a hint: nobody is kept from writing.

Sources: Social Security Administration, randomization of numbers (no area 000, 666, 9xx; no group
00; no serial 0000). CMS, Medicare Beneficiary Identifier (MBI) format: eleven characters, letters
without S, L, O, I, B and Z.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["ssn", "mbi", "date_of_birth"]

_LETTER = "[AC-HJKMNP-RT-Y]"
_EITHER = "[0-9AC-HJKMNP-RT-Y]"
_EDGE = r"(?<![A-Z0-9])", r"(?![A-Z0-9])"
_MBI = re.compile(
    f"{_EDGE[0]}[1-9]{_LETTER}{_EITHER}[0-9][- ]?{_LETTER}{_EITHER}[0-9][- ]?"
    f"{_LETTER}{_LETTER}[0-9][0-9]{_EDGE[1]}"
)
_SSN = re.compile(
    r"(?<![\d-])(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])",
)
_SSN_NAMED = re.compile(
    r"\b(?:SSN|SOC(?:IAL)?\.? SEC(?:URITY)?)\b\D{0,12}"
    r"(?!000|666|9)\d{3}[- ]?(?!00)\d{2}[- ]?\d{4}\b"
)
_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\.?"
_DATE = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}"
    rf"|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
)
_BORN = re.compile(
    r"\b(?:D\.?O\.?B\b\.?|BORN|(?:DATE OF )?BIRTH(?:DAY|DATE)?)"
    rf"\W{{0,3}}(?:ON |IS |WAS )?\W{{0,3}}{_DATE}"
)
_WRITTEN = re.compile(
    rf"(?<![\d/.-])(?:\d{{1,2}}([/.-])\d{{1,2}}\1|{_MONTH} \d{{1,2}},? |\d{{1,2}} {_MONTH} )"
    r"(\d{4})(?![\d/.-])"
)
_ISO = re.compile(r"(?<![\d/.-])(\d{4})-\d{1,2}-\d{1,2}(?![\d/.-])")
_LONG_AGO = 12
"""Years; a date of service or of a report is younger."""
_OLDEST = 120
_FIRST_OF_CMS = 1982
"""CMS writes YYYY-MM-DD, and no date of its lists is older; another so written is a birthday."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What a text seems to hold."""

    kind: Kind
    name: str


_NAMES: dict[Kind, str] = {
    "ssn": "a Social Security number",
    "mbi": "a Medicare number (MBI)",
    "date_of_birth": "a date of birth",
}


def suspicions(text: str, today: date) -> tuple[Suspicion, ...]:
    """What of patient data a text seems to hold, each kind once."""
    plain = text.upper()
    found: dict[Kind, bool] = {
        "ssn": bool(_SSN.search(plain) or _SSN_NAMED.search(plain)),
        "mbi": _MBI.search(plain) is not None,
        "date_of_birth": bool(_BORN.search(plain)) or _has_old_date(plain, today),
    }
    return tuple(Suspicion(kind, _NAMES[kind]) for kind, there in found.items() if there)


def hint(text: str, today: date) -> str:
    """One sentence for the user; empty where nothing looks like patient data."""
    names = [each.name for each in suspicions(text, today)]
    if not names:
        return ""
    return (
        f"This looks like {' and '.join(names)}. Worksheets are no place for patient data: use a "
        "label that only your own system can read, such as a visit number."
    )


def _has_old_date(plain: str, today: date) -> bool:
    """A date as people write a birthday, of a year so long ago."""
    written = [int(found[2]) for found in _WRITTEN.finditer(plain)]
    iso = [year for found in _ISO.finditer(plain) if (year := int(found[1])) < _FIRST_OF_CMS]
    oldest, youngest = today.year - _OLDEST, today.year - _LONG_AGO
    return any(oldest <= year <= youngest for year in (*written, *iso))
