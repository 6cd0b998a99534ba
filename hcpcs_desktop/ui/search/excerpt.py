"""Which words of a hit are marked, and the part of the long description that explains it."""

from functools import lru_cache

_BEFORE = 24
"""Characters that stand before the first marked word of an excerpt."""


class _Apart(dict[int, int]):
    """Makes a blank of every sign that is in no word, for ``str.translate``."""

    def __missing__(self, sign: int) -> int:
        letter = chr(sign)
        self[sign] = sign if letter.isalnum() or letter in "_+" else ord(" ")
        return self[sign]


_APART = _Apart()


@lru_cache(maxsize=2_000)
def marked_parts(text: str, marks: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words stand that begin like one of the marks."""
    words = _words(text)
    found = set()
    for mark in _beginnings(marks):
        at = words.find(mark)
        while at >= 0:
            end = words.index(" ", at + 1)
            found.add((at, end - 1))
            at = words.find(mark, end)
    return sorted(found)


@lru_cache(maxsize=2_000)
def excerpt(short: str, long: str, marks: tuple[str, ...]) -> str:
    """The long description from about its first marked word, where the short one has none."""
    if not short or not marks or _first(short, marks) >= 0:
        return ""
    start = _first(long, marks)
    if start <= _BEFORE:
        return long if start >= 0 else ""
    cut = long.find(" ", start - _BEFORE) + 1
    return f"… {long[min(cut, start) :]}"


def _first(text: str, marks: tuple[str, ...]) -> int:
    """Where the first word stands that begins like one of the marks; -1 where none does."""
    words = _words(text)
    found = [at for mark in _beginnings(marks) if (at := words.find(mark)) >= 0]
    return min(found, default=-1)


@lru_cache(maxsize=100)
def _beginnings(marks: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {mark.lower()}" for mark in marks if mark)


@lru_cache(maxsize=4_000)
def _words(text: str) -> str:
    """The words of a text in small letters, each where it stands, a blank before and behind.

    A keystroke looks into a hundred descriptions: finding in these is many times faster than any
    pattern, whose making alone takes longer.
    """
    small = text.lower()
    return f" {(small if len(small) == len(text) else text).translate(_APART)} "
