"""The words of a query with all that each may stand for, as an expression of the index."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hcpcs_desktop.library.entries import Entries
from hcpcs_desktop.library.expressions import all_of, all_stems, any_of, one
from hcpcs_desktop.library.misspelt import exchanged, put_right
from hcpcs_desktop.library.phrases import begun_names, phrase_at, two_in_one
from hcpcs_desktop.library.spelling import better
from hcpcs_desktop.library.words import STOP_WORDS, amounts, stem, typed_words

_SHORTEST_NAME = 3
_TELLS_LITTLE = 2
_MAY_BE_UNFINISHED = 3
"""Letters of a word that may be the beginning of a longer one, even where it is a word."""

BIOSIMILAR = "biosimilar"
_NARROWING = {each: each for each in ("hcl", "hydrochloride", BIOSIMILAR)} | {
    "biosimilars": BIOSIMILAR
}
"""Words that decide the order only, as amounts do: CMS prints them of some products of a drug."""


@dataclass(frozen=True, slots=True)
class Term:
    """One or more words that are sought together.

    ``expression`` is what the index is asked; ``meanings`` are the stems of each thing that the
    words stand for, themselves first, with blanks around each stem as texts of stems have them.
    """

    words: tuple[str, ...]
    expression: str
    meanings: tuple[frozenset[str], ...]

    def stands_in(self, stems: str) -> bool:
        """Whether a text of stems has the words, or what they stand for, in full."""
        for meaning in self.meanings:
            for each in meaning:
                if each not in stems:
                    break
            else:
                return True
        return False


@dataclass
class Terms:
    """A query in terms: what must be found, what was corrected, what short forms stood for.

    ``amounts`` are numbers and units: they decide the order, not whether a code is found;
    ``everyday`` are those of the short forms that are everyday words.
    """

    required: list[Term] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    corrections: list[tuple[str, str]] = field(default_factory=list)
    expansions: list[tuple[str, str]] = field(default_factory=list)
    everyday: set[str] = field(default_factory=set)

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
        telling = [each for each in self.required if max(map(len, each.words)) > _TELLS_LITTLE]
        return " OR ".join(term.expression for term in telling or self.required)


def terms_of(typed: Sequence[str], entries: Entries, *, correct: bool) -> Terms:
    """Read the words of a query; misspelt ones are corrected where that is wanted."""
    words, corrected = put_right(typed, entries) if correct else (typed, [])
    found = Terms(corrections=corrected)
    numbers = amounts(words)
    at = 0
    while at < len(words):
        word = words[at]
        is_unit = at in numbers and not word[0].isdigit()
        taken = 0 if is_unit or word in _NARROWING else _phrase(words, at, entries, found)
        if taken:
            at += taken
            continue
        if word in _NARROWING or at in numbers:
            found.amounts.append(_NARROWING.get(word, word))
        elif at == len(words) - 1 and (begun := begun_names(word, entries)):
            found.required.append(_term((word,), any_of([one(word), *begun])))
        else:
            _word(word, entries, found, correct)
        at += 1
    _keep_something(words, found)
    return found


def terms_together(found: Terms, entries: Entries) -> Terms | None:
    """Terms that no code has together, read anew with one word for another that looks like it.

    None where no such reading finds anything.
    """
    other = exchanged(found.content, entries)
    if other is None:
        return None
    words, correction = other
    again = terms_of(words, entries, correct=False)
    again.corrections += [*found.corrections, correction]
    return again


def _phrase(typed: Sequence[str], at: int, entries: Entries, found: Terms) -> int:
    """Take the longest run of words that the lexicon knows as one; how many words it took."""
    length, meanings, is_everyday = phrase_at(typed, at, entries)
    if not length:
        return 0
    run = tuple(typed[at : at + length])
    found.everyday |= {" ".join(run)} if is_everyday else set()
    joined = "".join(run)
    meant = [tuple(typed_words(meaning)) for meaning in meanings]
    ways = [all_of([one(word) for word in run]), *map(all_stems, meant)]
    if length > 1 and joined in entries.counts:
        meant.append((joined,))
        ways.append(one(joined))
    if length == len(typed):
        ways += begun_names(run[0], entries)
    found.expansions += [(" ".join(run), meaning) for meaning in meanings]
    found.required.append(_term(run, any_of(ways), *meant))
    return length


def _word(word: str, entries: Entries, found: Terms, correct: bool) -> None:
    if word in STOP_WORDS:
        return
    likelier = better(word, entries) if correct else None
    if likelier is None:
        both = two_in_one(word, entries)
        ways = [one(word), *([f'"{" ".join(both)}"'] if both else [])]
        found.required.append(_term((word,), any_of(ways), *([tuple(both)] if both else [])))
        return
    found.corrections.append((word, likelier))
    found.required.append(_term((word,), any_of([one(word), one(likelier)]), (likelier,)))


def _keep_something(typed: Sequence[str], found: Terms) -> None:
    """A query of nothing but amounts or stop words is taken at its word."""
    if not found.required:
        kept = found.amounts or list(typed)
        found.required = [_term((word,), one(word)) for word in kept]


def _term(words: tuple[str, ...], expression: str, *meant: tuple[str, ...]) -> Term:
    """A term for words that may also stand for others."""
    meanings = (frozenset(f" {stem(word)} " for word in each) for each in (words, *meant))
    return Term(words, expression, tuple(meanings))
