"""Puts misspelt words right in the light of the others of the query."""

from collections.abc import Sequence

from hcpcs_desktop.library.entries import Entries
from hcpcs_desktop.library.expressions import all_of, one
from hcpcs_desktop.library.phrases import begun_names, phrase_at, two_in_one
from hcpcs_desktop.library.spelling import corrections, similar
from hcpcs_desktop.library.words import SIDES, STOP_WORDS, amounts, telling

Correction = tuple[str, str]
"""What was typed, and what was taken for it."""

_MOST_CORRECTED = 5
"""Unknown words of a query that are looked after; a page of nonsense is not worth more."""

_MOST_EXCHANGED = 4
"""Words of a query in which one may be meant for another that looks like it."""


def put_right(typed: Sequence[str], entries: Entries) -> tuple[Sequence[str], list[Correction]]:
    """The words with those that nothing in the library has put right, or cut in two."""
    words: list[str] = []
    made: list[Correction] = []
    numbers = amounts(typed)
    at = unknown = 0
    while at < len(typed):
        length = phrase_at(typed, at, entries).length
        is_kept = length or at in numbers or _is_known(typed, at, entries)
        if is_kept or unknown == _MOST_CORRECTED:
            words += typed[at : at + (length or 1)]
        else:
            unknown += 1
            used = _nearest(typed[at], [*words, *typed[at + 1 :]], entries)
            made += [(typed[at], used[0])] if len(used) == 1 and used[0] != typed[at] else []
            words += used
        at += length or 1
    return words, made


def exchanged(words: Sequence[str], entries: Entries) -> tuple[Sequence[str], Correction] | None:
    """Words that no code has together, with one that a code has with the others in its place.

    ``simponi area`` has only words of the library, but what is meant is ``simponi aria``. None
    where no such word is there.
    """
    if not 1 < len(words) <= _MOST_EXCHANGED:
        return None
    for at, word in enumerate(words):
        if word in entries.expansions or word in SIDES:
            continue
        others = [*words[:at], *words[at + 1 :]]
        near = _fitting(similar(word, entries), others, entries)
        if near is not None:
            return [*words[:at], near, *words[at + 1 :]], (word, near)
    return None


def _is_known(typed: Sequence[str], at: int, entries: Entries) -> bool:
    word = typed[at]
    is_last = at == len(typed) - 1
    return (
        word in STOP_WORDS or entries.knows(word) or (is_last and bool(begun_names(word, entries)))
    )


def _nearest(word: str, others: Sequence[str], entries: Entries) -> Sequence[str]:
    """What an unknown word is meant for: a word one edit away, two in one, or two edits away.

    Of the words that are equally near, one that a code has with the others is taken.
    """
    near = corrections(word, entries, edits=1)
    if not near:
        split = two_in_one(word, entries)
        if split is not None:
            return split
        near = corrections(word, entries, edits=2)
    if len(near) > 1:
        return [_fitting(near, others, entries) or near[0]]
    return near or [word]


def _fitting(near: Sequence[str], others: Sequence[str], entries: Entries) -> str | None:
    """The first of some words that a code has together with the others of the query."""
    rest = [one(word) for word in telling(others) if entries.knows(word)]
    if not near or not rest:
        return None
    some = " OR ".join(f'"{word}"' for word in near)
    if not entries.index.answers(all_of([f"({some})", *rest])):
        return None
    return next(word for word in near if entries.index.answers(all_of([f'"{word}"', *rest])))
