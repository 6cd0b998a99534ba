"""Words that the lexicon knows as one thing, and what they stand for."""

from collections.abc import Sequence
from typing import NamedTuple

from hcpcs_desktop.library.entries import Entries
from hcpcs_desktop.library.expressions import all_stems
from hcpcs_desktop.library.words import typed_words

_LONGEST = 5
_SHORTEST_NAME = 3
_SHORTEST_PART = 3


class Phrase(NamedTuple):
    """How many words stand together, and what they mean; none where no words do.

    ``is_everyday`` where they are neither a short form nor another name of a drug.
    """

    length: int
    meanings: Sequence[str] = ()
    is_everyday: bool = False


def phrase_at(typed: Sequence[str], at: int, entries: Entries) -> Phrase:
    """The longest run of words that is a short form or is written as one word, too."""
    for length in range(min(_LONGEST, len(typed) - at), 0, -1):
        run = typed[at : at + length]
        joined = "".join(run)
        meanings = entries.expansions.get(" ".join(run)) or (
            entries.expansions.get(joined) if length > 1 else None
        )
        if meanings or (len(joined) > length > 1 and joined in entries.counts):
            kinds = {kind for _, kind in meanings or ()}
            return Phrase(length, [each for each, _ in meanings or ()], kinds == {"everyday"})
    return Phrase(0)


def begun_names(word: str, entries: Entries) -> list[str]:
    """What is meant by the other names of drugs that begin like a word, as expressions."""
    if len(word) < _SHORTEST_NAME:
        return []
    meanings = dict.fromkeys(entries.meanings_begun(word))
    return [all_stems(typed_words(meaning)) for meaning in meanings]


def two_in_one(word: str, entries: Entries) -> Sequence[str] | None:
    """Two whole words, written as one, that some code has side by side: ``footrest``."""
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        both = word[:at], word[at:]
        if all(each in entries.counts for each in both) and entries.holds_together(both):
            return both
    return None
