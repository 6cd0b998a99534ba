"""Text as words that can be compared: case, accents, spelling and units made alike.

The search index and every query go through the same functions.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from string import ascii_lowercase, digits

from Stemmer import Stemmer

_stemmer = Stemmer("english", 0)
"""It need not remember words: ``stem`` does."""

STOP_WORDS = frozenset(
    "a an and any are as at be by can code codes do for from has hcpc hcpcs how i in into is it "
    "its level me my need of on or our please that the their this to type under uses using "
    "what when which will with without your".split()
)
"""Words that tell nothing of what is sought; a query of nothing else keeps them."""

SAID_BESIDE = frozenset(
    "administered bill billed billing brand charge cost coverage covered device doctor "
    "dose doses drip drug equipment gave generic get gets getting give given giving got im "
    "infusion inj injectable injection injections insurance item iv machine many med medicaid "
    "medicare medication medicine meds much need needed needs nurse office ordered patient "
    "patients pen price product pt push received receives receiving rx sc script shot shots sq "
    "subq therapy treatment unit units vial vials wants".split()
)
"""Words that say how a thing is given, paid or called: given up first where all find nothing."""

SIDES = frozenset({"both", "left", "right"})
"""Words that say where, not what: beside anything else they count for little."""

_UNITS = {
    "cc": "ml", "milliliter": "ml", "milliliters": "ml", "mls": "ml", "liter": "l", "liters": "l",
    "milligram": "mg", "milligrams": "mg", "mgs": "mg", "microgram": "mcg", "micrograms": "mcg",
    "ug": "mcg", "gm": "g", "gms": "g", "gram": "g", "grams": "g", "grm": "g",
    "millicurie": "mci", "millicuries": "mci", "microcurie": "uci", "microcuries": "uci",
    "unit": "unit", "units": "unit", "iu": "unit", "cm": "cm", "centimeter": "cm",
    "centimeters": "cm", "square": "sq",
}  # fmt: skip
_PLURALS = {
    "lenses": "lens", "feet": "foot", "teeth": "tooth", "children": "child", "women": "woman",
    "men": "man", "prostheses": "prosthesis", "orthoses": "orthosis", "gases": "gas",
}  # fmt: skip
_ADJECTIVES = {
    "orthotic": "orthosis", "orthotics": "orthosis", "prosthetic": "prosthesis",
    "prosthetics": "prosthesis",
}  # fmt: skip
_SAME = _UNITS | _PLURALS | _ADJECTIVES
_SIZES = frozenset("fr french ga gauge inch inches kg kgs lb lbs lpm mmhg pound pounds".split())
"""Units of sizes, which few descriptions print: behind a number they are no words to be found."""

_UNIT_WORDS = frozenset(_UNITS) | frozenset(_UNITS.values()) | _SIZES
_BRITISH = (
    (re.compile(r"(?<=[a-z])(?:oe|ae)(?=[a-z])"), "e"),
    (re.compile(r"^(?:oe|ae)(?=[a-z]{3})"), "e"),
    (re.compile(r"sulph"), "sulf"),
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=[a-z]b)re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2})yse(?=[rsd]?$)"), "yze"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ing|ation)$)"), "iz"),
    (re.compile(r"ll(?=(?:ed|ing|er)$)"), "l"),
)
_MAYBE_BRITISH = re.compile(r"oe|ae|sulph|our|tre|bre|yse|is[ei]|isa|ll[ei]")
_KEPT_AS_IS = frozenset({"four", "hour", "hours", "pour", "your", "raise", "noise", "exercise"})
_SLASHED = ((re.compile(r"\bw\s*/\s*o\b"), " without "), (re.compile(r"\bw\s*/(?!\w)"), " with "))
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_MAYBE_WITH = re.compile(r"w\s*/")
_DIGIT = re.compile(r"\d")
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}\b)")
_DECIMAL = re.compile(r"\.(?<=\d\.)(?=\d)")
_MAYBE_DOSE = re.compile(r"\d[a-z]")
_DOSE = re.compile(r"\b(\d+(?:d\d+)?)(mg|mcg|ug|ml|cc|gm|g|iu|units?|mci|uci|l|cm|mm)\b")
_HYPHENATED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_APART = defaultdict(lambda: " ", {ord(each): each for each in ascii_lowercase + digits})
"""A blank for every sign that is in no word: quicker than a pattern."""

_APART_BUT_FOR_HYPHENS = defaultdict(_APART.default_factory, {**_APART, ord("-"): "-"})


def words(text: str) -> list[str]:
    """The words of a text in order; a decimal point becomes a ``d``, so that it holds together.

    A word with hyphens gives its parts and then the parts as one: ``tbo-filgrastim`` is ``tbo``,
    ``filgrastim``, ``tbofilgrastim``.
    """
    plain = _plain(text)
    if "-" not in plain:
        return plain.translate(_APART).split()
    found: list[str] = []
    for token in plain.translate(_APART_BUT_FOR_HYPHENS).split():
        if "-" in token:
            found += _parts(token)
        else:
            found.append(token)
    return found


def _parts(token: str) -> list[str]:
    """The words of what stands between blanks; hyphens at its ends or side by side join nothing."""
    found: list[str] = []
    for whole in _HYPHENATED.findall(token):
        parts = whole.split("-")
        found += [*parts, "".join(parts)] if len(parts) > 1 else parts
    return found


def typed_words(text: str) -> list[str]:
    """The words of a query: as ``words``, but hyphenated parts are not joined."""
    return _plain(text).translate(_APART).split()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem that all forms of a word share: number, British spelling, names of units."""
    return str(_stemmer.stemWord(_SAME.get(word) or _american(word)))


def amounts(found: Sequence[str]) -> set[int]:
    """Where numbers and the units behind them stand: they narrow a search, but seldom decide it.

    So does the sign between the sides of a dressing, ``4 x 8``.
    """
    numbers = {at for at, word in enumerate(found) if word[0].isdigit()}
    units = {at + 1 for at in numbers if at + 1 < len(found) and found[at + 1] in _UNIT_WORDS}
    times = {at + 1 for at in numbers if at + 2 in numbers and found[at + 1] == "x"}
    return numbers | units | times


def telling(found: Sequence[str]) -> list[str]:
    """The words that tell what is sought; all of them where nothing else is left."""
    left_out = amounts(found)
    kept = [word for at, word in enumerate(found) if at not in left_out and word not in STOP_WORDS]
    return kept or list(found)


def _american(word: str) -> str:
    if len(word) < 5 or word in _KEPT_AS_IS or not _MAYBE_BRITISH.search(word):
        return word
    for pattern, american in _BRITISH:
        word = pattern.sub(american, word)
    return word


def _plain(text: str) -> str:
    """Lower case without accents, with decimal points, thousands and doses made uniform."""
    bare = text.lower()
    if not bare.isascii():
        bare = _without_accents(bare)
    if "'" in bare:
        bare = bare.replace("'", "")
    if "." in bare:
        bare = _DOTTED.sub(lambda found: found[0].replace(".", ""), bare)
    if "/" in bare and _MAYBE_WITH.search(bare):
        for pattern, word in _SLASHED:
            bare = pattern.sub(word, bare)
    if _DIGIT.search(bare):
        if "," in bare:
            bare = _THOUSANDS.sub("", bare)
        if "." in bare:
            bare = _DECIMAL.sub("d", bare)
        if _MAYBE_DOSE.search(bare):
            bare = _DOSE.sub(r"\1 \2", bare)
    return bare


def _without_accents(text: str) -> str:
    plain = text.replace("\N{MICRO SIGN}", "u").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return "".join(
        each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each)
    )
