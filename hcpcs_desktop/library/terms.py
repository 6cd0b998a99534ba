"""The words of a query with all that each may stand for, as an expression of the index."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hcpcs_desktop.library.entries import Entries
from hcpcs_desktop.library.spelling import better, correction
from hcpcs_desktop.library.words import STOP_WORDS, amounts, stem, typed_words

_LONGEST_PHRASE = 5
_SHORTEST_NAME = 3
_MOST_CORRECTED = 5
"""Unknown words of a query that are looked after; a page of nonsense is not worth more."""

_TELLS_LITTLE = 2
_MAY_BE_UNFINISHED = 3
"""Letters of a word that may be the beginning of a longer one, even where it is a word."""

_SALTS = frozenset({"hcl", "hydrochloride"})
"""Words that narrow a search as little as an amount: CMS prints them of some drugs only."""


@dataclass(frozen=True, slots=True)
class Term:
    """One or more words that are sought together.

    ``expression`` is what the index is asked; ``meanings`` are the stems of each thing that the
    words stand for, themselves first.
    """

    words: tuple[str, ...]
    expression: str
    meanings: tuple[frozenset[str], ...]

    def stands_in(self, stems: frozenset[str]) -> bool:
        """Whether a text with these stems has the words, or what they stand for, in full."""
        return any(meaning <= stems for meaning in self.meanings)


@dataclass
class Terms:
    """A query in terms: what must be found, what was corrected, what short forms stood for.

    ``amounts`` are numbers and units: they decide the order, not whether a code is found;
    ``unknown`` counts the words that nothing in the library has.
    """

    required: list[Term] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    corrections: list[tuple[str, str]] = field(default_factory=list)
    expansions: list[tuple[str, str]] = field(default_factory=list)
    unknown: int = 0

    @property
    def content(self) -> list[str]:
        """The words that matter, in the order of the query."""
        return [word for term in self.required for word in term.words]

    def without_unfinished(self, entries: Entries) -> "Terms | None":
        """The terms but the last, where that may be a word that is still being typed."""
        *others, last = self.required
        word = last.words[-1]
        if not others or (len(word) > _MAY_BE_UNFINISHED and word in entries.counts):
            return None
        return Terms(others, self.amounts, self.corrections, self.expansions)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """How the words begin that a hit is found by: as typed, their stems, what is meant."""
        meant = [word for _, meaning in self.expansions for word in typed_words(meaning)]
        plain = [*self.content, *(word for word in meant if word not in STOP_WORDS)]
        stems = [found for word in plain if len(found := stem(word)) >= _SHORTEST_NAME]
        return tuple(dict.fromkeys((*plain, *stems)))

    def match(self) -> str:
        """The expression for all terms."""
        return " AND ".join(term.expression for term in self.required)

    def match_any(self) -> str:
        """The expression for any of the terms, but for those that nearly every code answers."""
        telling = [each for each in self.required if len(each.words[-1]) > _TELLS_LITTLE]
        return " OR ".join(term.expression for term in telling or self.required)


def terms_of(typed: Sequence[str], entries: Entries, *, correct: bool) -> Terms:
    """Read the words of a query; misspelt ones are corrected where that is wanted."""
    found = Terms()
    numbers = amounts(typed)
    at = 0
    while at < len(typed):
        if typed[at] in _SALTS:
            found.amounts.append(typed[at])
            at += 1
            continue
        taken = _phrase(typed, at, entries, found)
        if not taken and at in numbers:
            found.amounts.append(typed[at])
        elif not taken and at == len(typed) - 1 and (begun := _begun_names(typed[at], entries)):
            found.required.append(_term((typed[at],), _any_of([_one(typed[at]), *begun])))
        elif not taken:
            _word(typed[at], entries, found, correct and found.unknown < _MOST_CORRECTED)
        at += taken or 1
    _keep_something(typed, found)
    return found


def _phrase(typed: Sequence[str], at: int, entries: Entries, found: Terms) -> int:
    """Take the longest run of words that the lexicon knows as one; how many words it took."""
    for length in range(min(_LONGEST_PHRASE, len(typed) - at), 0, -1):
        run = tuple(typed[at : at + length])
        joined = "".join(run)
        meanings = entries.expansions.get(" ".join(run)) or (
            entries.expansions.get(joined) if length > 1 else None
        )
        meant = [tuple(typed_words(meaning)) for meaning, _ in meanings or ()]
        ways = [_all_stems(words) for words in meant]
        if length > 1 and len(joined) > length and joined in entries.counts:
            meant.append((joined,))
            ways.append(_one(joined))
        if ways:
            found.expansions += [(" ".join(run), meaning) for meaning, _ in meanings or ()]
            ways.insert(0, " AND ".join(_one(word) for word in run))
            ways += _begun_names(run[0], entries) if length == len(typed) else []
            found.required.append(_term(run, _any_of(ways), *meant))
            return length
    return 0


def _begun_names(word: str, entries: Entries) -> list[str]:
    """What is meant by the other names of drugs that begin like a word; see ``_phrase``."""
    if len(word) < _SHORTEST_NAME:
        return []
    meanings = dict.fromkeys(entries.meanings_begun(word))
    return [_all_stems(typed_words(meaning)) for meaning in meanings]


def _all_stems(words: Sequence[str]) -> str:
    return " AND ".join(f'stems:"{stem(word)}"' for word in words)


def _word(word: str, entries: Entries, found: Terms, correct: bool) -> None:
    if word in STOP_WORDS:
        return
    if correct and not entries.knows(word):
        _misspelt(word, entries, found)
        return
    likelier = better(word, entries) if correct else None
    if likelier is None:
        found.required.append(_term((word,), _one(word)))
        return
    found.corrections.append((word, likelier))
    found.required.append(_term((word,), _any_of([_one(word), _one(likelier)]), (likelier,)))


def _misspelt(word: str, entries: Entries, found: Terms) -> None:
    """Take a word that nothing in the library has: one edit away, two in one, or two edits."""
    found.unknown += 1
    near = correction(word, entries, edits=1)
    split = None if near else _split(word, entries)
    if split is not None:
        both = " AND ".join(_one(each) for each in split)
        found.required.append(_term(split, _any_of([both])))
        return
    near = near or correction(word, entries, edits=2)
    if near is not None:
        found.corrections.append((word, near))
    used = near or word
    found.required.append(_term((used,), _one(used)))


def _split(word: str, entries: Entries) -> tuple[str, str] | None:
    """Two whole words that were written as one."""
    for at in range(3, len(word) - 2):
        both = word[:at], word[at:]
        if all(each in entries.counts for each in both) and entries.holds_together(both):
            return both
    return None


def _keep_something(typed: Sequence[str], found: Terms) -> None:
    """A query of nothing but amounts or stop words is taken at its word."""
    if not found.required:
        kept = found.amounts or list(typed)
        found.required = [_term((word,), _one(word)) for word in kept]


def _one(word: str) -> str:
    """A word: any that begins so, or another form of it."""
    return f'("{word}"* OR stems:"{stem(word)}")'


def _term(words: tuple[str, ...], expression: str, *meant: tuple[str, ...]) -> Term:
    """A term for words that may also stand for others."""
    meanings = (frozenset(stem(word) for word in each) for each in (words, *meant))
    return Term(words, expression, tuple(meanings))


def _any_of(ways: Sequence[str]) -> str:
    return "(" + " OR ".join(f"({way})" for way in ways) + ")"
