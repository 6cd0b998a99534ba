"""What was typed, and what is meant by it. Needs no library: the search decides what exists."""

import re
from dataclasses import dataclass

from hcpcs_desktop.domain import codes, ndc
from hcpcs_desktop.domain.codes import CodeRange
from hcpcs_desktop.domain.hit import ReadAs
from hcpcs_desktop.library.words import typed_words

LONGEST = 400
"""Characters of a query that are read; the rest of a pasted page says nothing more."""

MOST_WORDS = 16

_PREFIX = re.compile(r"[A-Z][0-9]{0,4}")
_NDC = re.compile(r"(?:N4)?\s*(?:\d{4,6}-\d{3,4}-\d{1,2}|\d{10,12})", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{4}")
_GLUED = re.compile(r"([A-Z][0-9]{4})((?:[A-Z0-9]{2}){1,4})")
_RANGE = re.compile(r"([A-Z])([0-9]{4})(?:-|–|\.{2,}|TO)([A-Z]?)([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Query:
    """How a text was read.

    ``prefix`` is a code or its beginning, ``digits`` four digits that want a letter before them,
    ``modifiers`` follow a code or stand alone, ``ndcs`` are the readings of an NDC as eleven
    digits, ``words`` are the words of the text in lower case.
    """

    text: str
    kind: ReadAs
    prefix: str = ""
    digits: str = ""
    span: CodeRange | None = None
    modifiers: tuple[str, ...] = ()
    ndcs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    advice: str = ""


def parse(text: str) -> Query:
    """Read what was typed; never raises, whatever it is."""
    shown = text[:LONGEST].replace("\0", " ").strip()
    words = tuple(typed_words(shown)[:MOST_WORDS])
    if not words:
        return Query(text, "empty")
    return (
        _range(text, shown, words)
        or _ndc(text, shown, words)
        or _code(text, shown, words)
        or Query(text, "text", words=words)
    )


def _range(text: str, shown: str, words: tuple[str, ...]) -> Query | None:
    """``J9000-J9999``, also without the second letter."""
    match = _RANGE.fullmatch("".join(shown.upper().split()))
    if match is None:
        return None
    letter, first, other, last = match.groups()
    ends = sorted((letter + first, (other or letter) + last))
    return Query(text, "range", span=CodeRange(*ends), words=words)


def _ndc(text: str, shown: str, words: tuple[str, ...]) -> Query | None:
    """An NDC with hyphens, or ten or eleven digits."""
    if _NDC.fullmatch(shown) is None:
        return None
    reading = ndc.read(shown)
    ndcs = (reading.ndc11,) if reading.ndc11 else reading.candidates
    return Query(text, "ndc", ndcs=ndcs, words=words, advice="" if ndcs else reading.message)


def _code(text: str, shown: str, words: tuple[str, ...]) -> Query | None:
    """A code, its beginning, its digits or a modifier, with modifiers behind it."""
    first, *others = _parts(shown)
    rest = tuple(others)
    if not all(codes.is_modifier(part) for part in rest):
        return None
    if codes.is_level_two(first):
        advice = _DENTAL if codes.is_dental(first) else ""
        return Query(text, "code", prefix=first, modifiers=rest, words=words, advice=advice)
    if codes.is_level_one(first) and first[0].isdigit():
        return Query(text, "code", words=words, advice=LEVEL_ONE)
    if rest:
        return None
    modifiers = (first,) if codes.is_modifier(first) else ()
    if _DIGITS.fullmatch(first):
        return Query(text, "code", digits=first, words=words)
    if _PREFIX.fullmatch(first):
        return Query(text, "code", prefix=first, modifiers=modifiers, words=words)
    return Query(text, "modifier", modifiers=modifiers, words=words) if modifiers else None


def _parts(shown: str) -> list[str]:
    """The text in upper case, cut where no letter or digit is, but with a code in one piece."""
    whole = codes.normalise(shown)
    if codes.is_level_two(whole):
        return [whole]
    parts = [word.upper() for word in typed_words(shown)]
    if codes.is_level_two("".join(parts[:2])):
        parts[:2] = ["".join(parts[:2])]
    if glued := _GLUED.fullmatch(parts[0]):
        parts[:1] = [glued[1], *re.findall("..", glued[2])]
    return parts


LEVEL_ONE = (
    "This has the form of a CPT code (HCPCS Level I). Those belong to the American Medical "
    "Association and are not in HCPCS Level II; look it up in your CPT book."
)
_DENTAL = (
    "D codes are dental codes (CDT). They belong to the American Dental Association and are in "
    "no CMS file; look them up in your CDT book."
)


def level_one_advice(code: str) -> str:
    """What to say of a code that is not of Level II at all; empty where it could be."""
    if codes.is_dental(code):
        return _DENTAL
    return LEVEL_ONE if codes.is_level_one(code) and not codes.is_level_two(code) else ""
