"""What a description tells beside what it names: what it is not for, and whom it is for alone."""

import re
from functools import lru_cache

from hcpcs_desktop.library.words import stem

_REFUSING = re.compile(r"(?<!\bor )\b(?:no|non|without)[ -]([a-z]+)(?:[ -]([a-z]+))?")
_NOT_A_NAME = (
    r"e\.?g|i\.?e|[^)]*\b(?:depot|esrd|factor|form|human|intravesical|nos|oral|recombinant|sodium|"
    r"suspension|use|vitamin)\b"
)
_SPECIAL = re.compile(
    r"(?<!non-)(?<!non)compounded|not therapeutically equivalent|"
    rf"\((?!{_NOT_A_NAME})[a-z][\w/ -]+\)",
    re.IGNORECASE,
)
"""What sets a code apart from that which is meant where nothing is said: a maker, a trade name."""


@lru_cache(maxsize=20_000)
def refused_in(text: str) -> frozenset[str]:
    """The stems of what a text says no to: ``without wheels``, ``non-ESRD``, at most two words.

    ``with or without`` says nothing.
    """
    found = _REFUSING.findall(text.lower())
    return frozenset(stem(word) for words in found for word in words if word)


@lru_cache(maxsize=20_000)
def is_special(long: str) -> bool:
    """Whether a drug code is for a compounded product, or for that of one maker or one name."""
    return _SPECIAL.search(long) is not None


@lru_cache(maxsize=20_000)
def ingredients(long: str) -> int:
    """How many drugs a drug code names beside the first; the fewer, the likelier it is meant."""
    head = long.split(",")[1] if long.count(",") > 1 else long
    return head.count(" and ") + head.count("/")
