"""What was typed, and what is meant by it. Needs no library: the search decides what exists."""

import re
from dataclasses import dataclass

from hcpcs_desktop.domain import codes, ndc
from hcpcs_desktop.domain.codes import CodeRange
from hcpcs_desktop.domain.hit import ReadAs
from hcpcs_desktop.library import advice
from hcpcs_desktop.library.code_tokens import LABELS, tokens, with_digits
from hcpcs_desktop.library.words import typed_words

LONGEST = 400
"""Characters of a query that are read; the rest of a pasted page says nothing more."""

MOST_WORDS = 16

_PREFIX = re.compile(r"[A-Z][0-9]{0,3}")
_DIGITS = re.compile(r"[0-9]{4}")
_RANGE = re.compile(
    r"([A-Z])([0-9]{4})(?:[-\u2013\u2014]|\.{2,}|TO|THRU|THROUGH|UNTIL)([A-Z]?)([0-9]{4})"
)
_HYPHENATED = r"\d{4,6}-\d{3,4}-\d{1,2}"
_NDC = re.compile(
    r"(?:NDC\W*(?:NO|NUMBER)?\W*)?"
    rf"(?P<ndc>(?:N4)?\s*(?:{_HYPHENATED}|\d{{4,5}}-\d{{3,4}}|\d{{4,5}} \d{{3,4}} \d{{1,2}}"
    r"|\d{10,12}))"
    r"(?:\s*(?:UN|ML|GR|ME|F2)\s*[\d.]+)?",
    re.IGNORECASE,
)
_NDC_WITHIN = re.compile(rf"(?<![\w-])(?:N4)?(?P<ndc>{_HYPHENATED})(?![\w-])", re.IGNORECASE)
_DIAGNOSIS = re.compile(r"[A-TV-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """How a text was read.

    ``codes`` are those that it names in full, ``prefix`` is the beginning of one, ``digits`` are
    four digits that want a letter before them, ``modifiers`` follow a code or stand alone,
    ``ndcs`` are the readings of an NDC as eleven digits, and one of nine means every package of a
    product; ``words`` are the words of the text in lower case. ``corrections`` tell of letters
    that were taken for digits; ``is_bare`` is whether there is nothing beside codes and modifiers.
    """

    text: str
    kind: ReadAs
    codes: tuple[str, ...] = ()
    prefix: str = ""
    digits: str = ""
    span: CodeRange | None = None
    modifiers: tuple[str, ...] = ()
    ndcs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    is_bare: bool = False
    advice: str = ""


def parse(text: str) -> Query:
    """Read what was typed; never raises, whatever it is."""
    shown = text[:LONGEST].replace("\0", " ").strip()
    words = tuple(typed_words(shown)[:MOST_WORDS])
    if not words:
        return Query(text, "empty")
    parts = tokens(shown)
    return (
        _range(text, shown, words)
        or _ndc(text, shown, words)
        or _codes(text, shown, parts, words)
        or _alone(text, [part for part in parts if part not in LABELS], words)
        or Query(text, "text", words=words)
    )


def _range(text: str, shown: str, words: tuple[str, ...]) -> Query | None:
    """``J9000-J9999``, also without the second letter."""
    named = " ".join(part for part in shown.upper().split() if part.strip(":") not in LABELS)
    match = _RANGE.fullmatch(named.replace(" ", ""))
    if match is None:
        return None
    letter, first, other, last = match.groups()
    ends = sorted((letter + first, (other or letter) + last))
    return Query(text, "range", span=CodeRange(*ends), words=words)


def _ndc(text: str, shown: str, words: tuple[str, ...]) -> Query | None:
    """An NDC as it stands on the box or on a claim, or one with hyphens in other text."""
    match = _NDC.fullmatch(shown) or _NDC_WITHIN.search(shown)
    if match is None:
        return None
    reading = ndc.read(match["ndc"].strip().replace(" ", "-"))
    ndcs = (reading.ndc11,) if reading.ndc11 else reading.candidates
    if reading.problem == "missing_package_segment":
        labeler, product = match["ndc"].split("-")
        ndcs = (labeler.zfill(5) + product.zfill(4),)
    return Query(text, "ndc", ndcs=ndcs, words=words, advice="" if ndcs else reading.message)


def _codes(text: str, shown: str, parts: list[str], words: tuple[str, ...]) -> Query | None:
    """Codes that are named in full, wherever they stand, with the modifiers behind them."""
    read = [with_digits(part) for part in parts]
    beside = (part for part in read if part not in LABELS and not codes.is_modifier(part))
    named = dict.fromkeys(part for part in read if codes.is_level_two(part))
    if not named:
        return None
    said = advice.DENTAL if any(map(codes.is_dental, named)) else ""
    if _DIAGNOSIS.fullmatch(shown):
        said = advice.DIAGNOSIS
    return Query(
        text,
        "code",
        codes=tuple(named),
        modifiers=_behind(read),
        words=words,
        corrections=tuple((a, b) for a, b in zip(parts, read, strict=True) if a != b),
        is_bare=all(map(codes.is_level_two, beside)),
        advice=said,
    )


def _behind(parts: list[str]) -> tuple[str, ...]:
    """The modifiers that stand at once behind a code or another modifier."""
    found: list[str] = []
    takes = False
    for part in parts:
        takes = codes.is_level_two(part) or (takes and codes.is_modifier(part))
        if takes and codes.is_modifier(part):
            found.append(part)
    return tuple(dict.fromkeys(found))


def _alone(text: str, parts: list[str], words: tuple[str, ...]) -> Query | None:
    """What is no whole code: one of CPT, its beginning, its digits, or modifiers."""
    if not parts:
        return None
    first, *rest = parts
    if _DIAGNOSIS.fullmatch(text.strip()):
        return Query(text, "code", words=words, advice=advice.DIAGNOSIS)
    if all(map(codes.is_modifier, parts)):
        prefix = first if not rest and _PREFIX.fullmatch(first) else ""
        said = advice.NUMERIC_MODIFIER if all(map(str.isdigit, parts)) else ""
        kind: ReadAs = "code" if prefix else "modifier"
        return Query(text, kind, prefix=prefix, modifiers=tuple(parts), words=words, advice=said)
    if codes.is_level_one(first) and first[0].isdigit() and all(map(codes.is_modifier, rest)):
        return Query(text, "code", words=words, advice=advice.LEVEL_ONE)
    if rest:
        return None
    if _DIGITS.fullmatch(first):
        return Query(text, "code", digits=first, words=words)
    return Query(text, "code", prefix=first, words=words) if _PREFIX.fullmatch(first) else None
