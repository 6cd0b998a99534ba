"""Pieces of what the index is asked."""

from collections.abc import Sequence

from hcpcs_desktop.library.words import stem


def one(word: str) -> str:
    """A word: any that begins so, or another form of it."""
    return f'("{word}"* OR stems:"{stem(word)}")'


def all_stems(words: Sequence[str]) -> str:
    """All of some words, in any form."""
    return " AND ".join(f'stems:"{stem(word)}"' for word in words)


def any_of(ways: Sequence[str]) -> str:
    """One of several expressions."""
    return "(" + " OR ".join(f"({way})" for way in ways) + ")"


def all_of(parts: Sequence[str]) -> str:
    """Each of several expressions."""
    return " AND ".join(parts)
