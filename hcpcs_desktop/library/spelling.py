"""Corrects misspelt words against the library's own vocabulary."""

import re
from collections.abc import Sequence
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from hcpcs_desktop.library.entries import Entries

SHORTEST = 4
"""Letters from which on a word is corrected; shorter ones are too near to one another."""

_LONG = 6
_UNMISTAKABLE = 8
_RARE = 2
_MOST_CONSIDERED = 20
_MOST_REMEMBERED = 2_000
_HEARD_ALIKE = str.maketrans("cqz", "kks")
_LIKE_A_CODE = re.compile(r"[a-z]{1,2}[0-9]{3,6}")


def corrections(word: str, entries: Entries, *, edits: int) -> Sequence[str]:
    """Words of the library for a misspelt one, the likeliest first; empty where nothing is near.

    At most so many ``edits``, and one for short words, wherever they are; a word that is not
    finished is compared with the beginnings of words. A code is no word.
    """
    if len(word) < SHORTEST or word[0].isdigit() or _LIKE_A_CODE.fullmatch(word):
        return ()
    allowed = min(edits, 2 if len(word) >= _LONG else 1)
    near = _nearest(word, entries.sorted_words, allowed, entries)
    return near or _nearest_beginnings(word, entries, allowed - 1)


def nearest_codes(word: str, entries: Entries) -> Sequence[str]:
    """The codes that one with a letter or a digit too many may be meant for."""
    if not _LIKE_A_CODE.fullmatch(word) or len(word) <= len("J9043"):
        return ()
    return [near.upper() for near in _nearest(word, entries.code_words, 1, entries)]


def similar(word: str, entries: Entries) -> Sequence[str]:
    """Other words one edit away from a word that is one itself, the likeliest first."""
    if len(word) < SHORTEST:
        return ()
    return _nearest(word, entries.sorted_words, 1, entries, exact=False)


def _nearest(
    word: str, known: Sequence[str], allowed: int, entries: Entries, *, exact: bool = True
) -> Sequence[str]:
    """What is near a word; remembered, since each further letter of a query asks for it again."""
    asked = (word, known is entries.code_words, allowed, exact)
    if asked not in entries.near:
        if len(entries.near) >= _MOST_REMEMBERED:
            entries.near.clear()
        entries.near[asked] = _compared(word, known, allowed, entries, exact=exact)
    return entries.near[asked]


def _compared(
    word: str, known: Sequence[str], allowed: int, entries: Entries, *, exact: bool
) -> Sequence[str]:
    found = process.extract(
        word, known, scorer=OSA.distance, score_cutoff=allowed, limit=_MOST_CONSIDERED
    )
    ranked = [
        (
            distance,
            _consonants(near) != _consonants(word),
            _without_doubles(near) != _without_doubles(word),
            near[0] != word[0],
            abs(len(near) - len(word)),
            near not in entries.names,
            -entries.counts.get(near, 0),
            near,
        )
        for near, distance, _ in found
        if len(near) >= SHORTEST - 1 and (exact or distance)
    ]
    least = min((each[0] for each in ranked), default=0)
    return [each[-1] for each in sorted(ranked) if each[0] == least]


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


def _consonants(word: str) -> str:
    """What is heard of a name whose vowels are guessed: ``fenergan`` is Phenergan, not Mepergan."""
    heard = word.replace("ph", "f").translate(_HEARD_ALIKE)
    return _without_doubles("".join(letter for letter in heard if letter not in "aeiouyh"))


def _nearest_beginnings(word: str, entries: Entries, allowed: int) -> Sequence[str]:
    """Words whose beginning is near; only for what is long enough to mean one word."""
    if len(word) < _LONG or allowed < 1:
        return ()
    beginnings = entries.beginnings(len(word))
    found = process.extract(
        word, beginnings, scorer=OSA.distance, score_cutoff=allowed, limit=_MOST_CONSIDERED
    )
    ranked = [
        (distance, -entries.counts[entries.sorted_words[at]], entries.sorted_words[at])
        for _, distance, at in found
    ]
    return [each[-1] for each in sorted(ranked)]
