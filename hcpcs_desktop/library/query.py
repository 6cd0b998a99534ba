"""What was typed, and what is meant by it. Needs no library: the search decides what exists."""

import re
from dataclasses import dataclass

from hcpcs_desktop.domain import codes
from hcpcs_desktop.domain.codes import CodeRange
from hcpcs_desktop.domain.hit import ReadAs

LONGEST = 400
"""Characters of a query that are read; the rest of a pasted page says nothing more."""

MOST_WORDS = 16

_WORD = re.compile(r"[^\W_]+")
_PREFIX = re.compile(r"[A-Z]\d{0,4}")
_DIGITS = re.compile(r"\d{4}")
_SPLIT_CODE = re.compile(r"^\s*([A-Za-z])[\s\-.]+(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Query:
    """How a text was read.

    ``prefix`` is a code or its beginning, ``digits`` four digits that want a letter before them,
    ``modifiers`` follow a code or stand alone, ``words`` are the words of the text in lower case.
    """

    text: str
    kind: ReadAs
    prefix: str = ""
    digits: str = ""
    span: CodeRange | None = None
    modifiers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    advice: str = ""


def parse(text: str) -> Query:
    """Read what was typed; never raises, whatever it is."""
    shown = text[:LONGEST].replace("\0", " ").strip()
    words = tuple(word.lower() for word in _WORD.findall(shown)[:MOST_WORDS])
    if not words:
        return Query(text, "empty")
    return (
        _range(text, shown, words) or _code(text, shown, words) or Query(text, "text", words=words)
    )


def _range(text: str, shown: str, words: tuple[str, ...]) -> Query | None:
    first, separator, last = shown.upper().replace(" ", "").partition("-")
    if not (separator and codes.is_level_two(first) and codes.is_level_two(last)):
        return None
    return Query(text, "range", span=CodeRange(min(first, last), max(first, last)), words=words)


def _code(text: str, shown: str, words: tuple[str, ...]) -> Query | None:
    """A code, its beginning, its digits or a modifier, with modifiers behind it."""
    parts = [codes.normalise(part) for part in _SPLIT_CODE.sub(r"\1\2", shown).split()]
    first, rest = parts[0], tuple(parts[1:])
    if not all(codes.is_modifier(part) for part in rest):
        return None
    if codes.is_level_two(first):
        advice = _DENTAL if codes.is_dental(first) else ""
        return Query(text, "code", prefix=first, modifiers=rest, words=words, advice=advice)
    if codes.is_level_one(first) and first[0].isdigit():
        return Query(text, "code", words=words, advice=LEVEL_ONE)
    if _DIGITS.fullmatch(first):
        return Query(text, "code", digits=first, modifiers=rest, words=words)
    if not rest and _PREFIX.fullmatch(first):
        return Query(text, "code", prefix=first, words=words)
    if codes.is_modifier(first) and not rest:
        return Query(text, "modifier", modifiers=(first,), words=words)
    return None


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
