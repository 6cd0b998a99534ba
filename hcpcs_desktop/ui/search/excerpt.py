"""Which words of a hit are marked, and the part of the long description that explains it."""

import re
from functools import lru_cache

_BEFORE = 24
"""Characters that stand before the first marked word of an excerpt."""


@lru_cache(maxsize=2_000)
def marked_parts(text: str, marks: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words stand that begin like one of the marks."""
    marked = _marked(marks)
    return [word.span() for word in marked.finditer(text)] if marked else []


@lru_cache(maxsize=2_000)
def excerpt(short: str, long: str, marks: tuple[str, ...]) -> str:
    """The long description from about its first marked word, where the short one has none."""
    marked = _marked(marks)
    if not short or marked is None or marked.search(short):
        return ""
    found = marked.search(long)
    if found is None:
        return ""
    start = found.start()
    if start <= _BEFORE:
        return long
    cut = long.find(" ", start - _BEFORE) + 1
    return f"… {long[min(cut, start) :]}"


@lru_cache(maxsize=100)
def _marked(marks: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds the words that begin like one of the marks; None where there are none.

    A keystroke asks it of a hundred hits: one pattern for all marks is many times faster than
    looking at each word.
    """
    beginnings = "|".join(re.escape(mark) for mark in marks if mark)
    return re.compile(rf"(?<![\w+])(?:{beginnings})[\w+]*", re.IGNORECASE) if beginnings else None
