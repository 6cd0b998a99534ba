"""Reads amounts in a text, with the comparisons around them: ``more than 16 sq. in.``."""

import re
from decimal import Decimal
from functools import lru_cache

from hcpcs_desktop.domain.amounts import Span
from hcpcs_desktop.domain.measures import BARE, MEASURES, THINGS


@lru_cache(maxsize=20_000)
def spans(text: str) -> tuple[Span, ...]:
    """The amounts of a text in order, with their comparisons."""
    plain = _plain(text)
    if not _DIGIT.search(plain):
        return ()
    return tuple(span for found in _AMOUNT.finditer(plain) for span in _read(found))


@lru_cache(maxsize=20_000)
def isotopes(text: str) -> tuple[str, ...]:
    """The numbers of the isotopes that a text names: 131 of iodine 131."""
    found = _AMOUNT.finditer(_plain(text))
    named = (each for each in found if each["label"] in _ELEMENTS.split("|") and not _read(each))
    return tuple(each["number1"] for each in named)


def _read(found: re.Match[str]) -> list[Span]:
    """The span that was found; of ``4 x 8`` the area, and the width beside it."""
    units = (found[each] for each in _UNIT_GROUPS)
    measure, times = next((MEASURES[unit] for unit in units if unit in MEASURES), _NO_UNIT)
    if found["label"] and measure == BARE:
        return []  # "type 2" is a name
    number = Decimal(found["number1"])
    if found["per"] and number <= Decimal(found["per"]):
        return []  # "1/4" is a fraction, but "8/2" the strengths of two drugs
    if found["by"]:
        if measure not in ("length", "area"):
            measure, times = MEASURES["in"]
        width = [_span(found, measure, number, times)] if measure == "length" else []
        times = times * times if measure == "length" else times
        return [_span(found, "area", number * Decimal(found["by"]), times), *width]
    return [_span(found, measure, number, times)]


def _span(found: re.Match[str], measure: str, number: Decimal, times: Decimal) -> Span:
    first = number * times
    above, below = found["above"] or "", found["below"] or ""
    if found["number2"]:
        second = Decimal(found["number2"]) * MEASURES.get(found["unit2"], ("", times))[1]
        less = found["below2"] or found["less"] or ""
        if less == _UP_TO and not above:  # per 100 microcuries, up to 999 microcuries
            return Span(measure, None, second, kind="cap", unit=times)
        if second < first:  # "8-2": the strengths of two drugs
            return Span(measure, first, first, kind="exact", unit=times)
        over, under = _is_open(above), less != _UP_TO and _is_open(less)
        return Span(measure, first, second, over, under, unit=times)
    if above or found["least"]:
        return Span(measure, first, None, over=_is_open(above), unit=times)
    if below or found["most"]:
        return Span(measure, None, first, under=_is_open(below), unit=times)
    if found["cap"]:
        return Span(measure, None, first, kind="cap", unit=times)
    return Span(measure, first, first, kind="exact", unit=times)


def _is_open(comparison: str) -> bool:
    """Whether a comparison leaves its end out; where none is made it does not."""
    return bool(comparison) and not _WITHIN.search(comparison)


def _plain(text: str) -> str:
    """Small letters, single blanks, numbers in digits, units as the table has them."""
    plain = f" {' '.join(text.lower().split())} "
    for hint, pattern, instead in _MADE_PLAIN:
        if hint in plain:
            plain = pattern.sub(instead, plain)
    for number, word in enumerate(_NUMBERS):
        if word in plain:
            plain = plain.replace(word, f" {number} ")
    return plain


_DIGIT = re.compile(r"[0-9]")
_UNIT_GROUPS = ("label", "unit1", "unit2", "unit3", "thing", "side")
_NO_UNIT = (BARE, Decimal(1))
_NUMBERS = [f" {word} " for word in "zero one two three four five six seven eight nine".split()]
_MADE_PLAIN = tuple(
    (hint, re.compile(pattern), instead)
    for hint, pattern, instead in (
        ("plus or minus ", r"plus or minus ", ""),
        ("plano", r"\bplano\b", "0"),
        (",", r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", ""),
        ('"', r"(?<=[0-9]) ?\"", " in"),
        ("''", r"(?<=[0-9]) ?''", " in"),
        ("\N{RIGHT DOUBLE QUOTATION MARK}", r"(?<=[0-9]) ?\N{RIGHT DOUBLE QUOTATION MARK}", " in"),
        ("sq", r"\bsq(?:uare\b|\.)? ?(?=[a-z])", "sq "),
        (".", r"\b(in|ft|cm|lb|lbs|min|hr|hrs)\.", r"\1"),
        ("\N{GREATER-THAN OR EQUAL TO}", r"\N{GREATER-THAN OR EQUAL TO}", ">="),
        ("\N{LESS-THAN OR EQUAL TO}", r"\N{LESS-THAN OR EQUAL TO}", "<="),
    )
)
"""A sign that a text must hold, the pattern that is then looked for, and what stands instead."""

_WITHIN = re.compile(r"equal|least|minimum|(?:no|not) more|maximum|=")
_UP_TO = "up to"
_ELEMENTS = (
    "carbon|cesium|chromium|cobalt|copper|fluorine|gallium|indium|iodine|iridium|lutetium|nitrogen"
    "|palladium|phosphorus|radium|rubidium|samarium|strontium|technetium|thallium|xenon|yttrium"
    "|zirconium"
)
"""Words before a number that tells which isotope is meant."""

_NUMBERED = f"type|stage|grade|phase|part|tier|factor|revision|version|generation|covid|{_ELEMENTS}"
"""Words before a number that is no amount."""


def _pattern() -> re.Pattern[str]:
    """``more than 16 sq in but less than or equal to 48 sq in``; each part may be missing."""
    number = r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
    spellings = sorted(MEASURES, key=lambda spelling: (-len(spelling), spelling))
    unit = rf"(?:{'|'.join(map(re.escape, spellings))})(?![a-z0-9])"
    than = r" than(?: or equal to)?"
    above = (
        rf"(?:equal to or )?(?:greater|more|larger|higher){than}|over|above|exceed(?:s|ing)?"
        r"|at least|minimum(?: of)?|>=?"
    )
    below = (
        rf"(?:equal to or )?(?:less|smaller|fewer){than}|under|below|(?:no|not) more than"
        r"|maximum(?: of)?|<=?"
    )
    before = (
        rf"(?:(?P<above>{above}) ?|(?P<below>{below}) ?|(?P<cap>{_UP_TO}(?: and including)?) "
        rf"|(?P<label>group|level|{_NUMBERED}) )?"
    )
    first = (
        rf"(?P<number1>{number})(?:/(?P<per>{number}))?"
        rf"(?:(?: ?(?P<side>{unit}))? ?(?:x|by) ?(?P<by>{number}))?"
        rf"(?:[ -]?(?P<unit1>{unit}))?"
    )
    second = (
        rf"(?:(?:,? ?(?:(?:but|and) )?(?P<below2>{below}|{_UP_TO}) ?"
        r"| ?(?:-|\N{EN DASH}|to|through|thru|or) ?(?P<less>less than )?)"
        rf"(?P<number2>{number})(?:[ -]?(?P<unit2>{unit}))?)?"
    )
    behind = (
        r"(?: (?:(?P<least>or (?:more|greater|larger|higher|above|over|older))"
        r"|(?P<most>or (?:less|smaller|fewer|lower|below|under|younger))))?"
    )
    things = "|".join(map(re.escape, THINGS))
    counted = rf"(?: (?:(?P<unit3>{unit})|(?:[a-z]+ ){{1,2}}?(?P<thing>{things})(?![a-z0-9])))?"
    apart = r"(?<![\w./])(?<![0-9],)(?<![a-z]-)(?<! [a-z] )"
    return re.compile(rf"{apart}{before}{first}{second}{behind}{counted}(?!\w)")


_AMOUNT = _pattern()
