"""Corrects misspelt words against the library's own vocabulary."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from hcpcs_desktop.library.entries import Entries

SHORTEST = 4
"""Letters from which on a word is corrected; shorter ones are too near to one another."""

_LONG = 6


def correction(word: str, entries: Entries) -> str | None:
    """The likeliest word of the library for a misspelt one; None where nothing is near.

    One edit for short words, two for longer ones, wherever they are; a word that is not finished
    is compared with the beginnings of words.
    """
    if len(word) < SHORTEST or word[0].isdigit():
        return None
    allowed = 2 if len(word) >= _LONG else 1
    return _nearest(word, entries, allowed) or _nearest_beginning(word, entries, allowed - 1)


def _nearest(word: str, entries: Entries, allowed: int) -> str | None:
    found = process.extract(
        word, entries.sorted_words, scorer=OSA.distance, score_cutoff=allowed, limit=20
    )
    ranked = [
        (distance, near[0] != word[0], abs(len(near) - len(word)), -entries.counts[near], near)
        for near, distance, _ in found
        if len(near) >= SHORTEST - 1
    ]
    return min(ranked)[-1] if ranked else None


def _nearest_beginning(word: str, entries: Entries, allowed: int) -> str | None:
    """A word whose beginning is near; only for what is long enough to mean one word."""
    if len(word) < _LONG or allowed < 1:
        return None
    beginnings = [each[: len(word)] for each in entries.sorted_words]
    found = process.extract(word, beginnings, scorer=OSA.distance, score_cutoff=allowed, limit=20)
    ranked = [
        (distance, -entries.counts[entries.sorted_words[at]], entries.sorted_words[at])
        for _, distance, at in found
    ]
    return min(ranked)[-1] if ranked else None
