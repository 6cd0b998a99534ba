"""Which words of a hit are marked, and the part of the long description that explains it."""

import re
from functools import lru_cache

_WORD = re.compile(r"[\w+]+")
_BEFORE = 24
"""Characters that stand before the first marked word of an excerpt."""


@lru_cache(maxsize=2_000)
def marked_parts(text: str, marks: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words stand that begin like one of the marks."""
    beginnings = tuple(mark.lower() for mark in marks if mark)
    if not beginnings:
        return []
    words = _WORD.finditer(text)
    return [word.span() for word in words if word[0].lower().startswith(beginnings)]


@lru_cache(maxsize=2_000)
def excerpt(short: str, long: str, marks: tuple[str, ...]) -> str:
    """The long description from about its first marked word, where the short one has none."""
    if not short or marked_parts(short, marks):
        return ""
    found = marked_parts(long, marks)
    if not found:
        return ""
    start = found[0][0]
    if start <= _BEFORE:
        return long
    cut = long.find(" ", start - _BEFORE) + 1
    return f"… {long[min(cut, start) :]}"
