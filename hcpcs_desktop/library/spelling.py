"""Corrects misspelt words against the library's own vocabulary."""

from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from hcpcs_desktop.library.entries import Entries

SHORTEST = 4
"""Letters from which on a word is corrected; shorter ones are too near to one another."""

_LONG = 6
_UNMISTAKABLE = 8
_RARE = 2


def correction(word: str, entries: Entries, *, edits: int) -> str | None:
    """The likeliest word of the library for a misspelt one; None where nothing is near.

    At most so many ``edits``, and one for short words, wherever they are; a word that is not
    finished is compared with the beginnings of words.
    """
    if len(word) < SHORTEST or word[0].isdigit():
        return None
    allowed = min(edits, 2 if len(word) >= _LONG else 1)
    return _nearest(word, entries, allowed) or _nearest_beginning(word, entries, allowed - 1)


def _nearest(word: str, entries: Entries, allowed: int) -> str | None:
    found = process.extract(
        word, entries.sorted_words, scorer=OSA.distance, score_cutoff=allowed, limit=20
    )
    ranked = [
        (
            distance,
            _without_doubles(near) != _without_doubles(word),
            near[0] != word[0],
            abs(len(near) - len(word)),
            -entries.counts[near],
            near,
        )
        for near, distance, _ in found
        if len(near) >= SHORTEST - 1
    ]
    return min(ranked)[-1] if ranked else None


def better(word: str, entries: Entries) -> str | None:
    """A word one edit away that stands with many more codes; None where there is none.

    CMS misspells, too: a word that a single code has may be meant for one that many have.
    """
    own = entries.counts.get(word, 0)
    if not 0 < own <= _RARE or len(word) < _UNMISTAKABLE:
        return None
    found = process.extract(word, entries.sorted_words, scorer=OSA.distance, score_cutoff=1)
    ranked = [(-entries.counts[near], near) for near, distance, _ in found if distance == 1]
    likelier = min(ranked)[-1] if ranked else None
    return likelier if likelier and entries.counts[likelier] >= 3 * own else None


def _without_doubles(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def _nearest_beginning(word: str, entries: Entries, allowed: int) -> str | None:
    """A word whose beginning is near; only for what is long enough to mean one word."""
    if len(word) < _LONG or allowed < 1:
        return None
    beginnings = entries.beginnings(len(word))
    found = process.extract(word, beginnings, scorer=OSA.distance, score_cutoff=allowed, limit=20)
    ranked = [
        (distance, -entries.counts[entries.sorted_words[at]], entries.sorted_words[at])
        for _, distance, at in found
    ]
    return min(ranked)[-1] if ranked else None
