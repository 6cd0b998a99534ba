"""The codes as the search ranks them, held in memory: read once, then only looked at."""

import bisect
import math
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec

from hcpcs_desktop.domain.codes import Kind
from hcpcs_desktop.domain.traits import NOC
from hcpcs_desktop.domain.validity import State, Validity
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.families import drug_of
from hcpcs_desktop.library.text_index import TextIndex
from hcpcs_desktop.library.words import stem

_HARDLY = 0.5
_STEMS = "SELECT DISTINCT stem FROM vocabulary"
_NAMES = "SELECT joined FROM name WHERE kind IN ('brand', 'drug')"
_CONFLICTING = "SELECT DISTINCT code FROM conflict"
_validity = msgspec.json.Decoder(Validity)


@dataclass(slots=True)
class Entry:
    """One code.

    ``words`` stand in one text with a blank before and behind each, and so do ``stems``, one for
    each word: looking into a text is many times faster than walking along a tuple. ``drug`` is the
    drug that the code is for, empty where it is for none.
    """

    id: int
    code: str
    kind: Kind
    short: str
    long: str
    traits: frozenset[str]
    family: str
    ended: str | None
    coverage: str
    validity_json: str
    words: str
    stems: str
    drug: str

    @property
    def is_last_resort(self) -> bool:
        """Whether the code is for what has no code of its own, and not of a drug that it names."""
        return NOC in self.traits and not self.family

    def validity(self) -> Validity:
        """When the code is valid."""
        return _validity.decode(self.validity_json)


class Entries:
    """All codes of a library, with the vocabulary and what short forms stand for."""

    def __init__(self, library: Library) -> None:
        """Read them from an open library."""
        self.connection = library.connection
        self.index = TextIndex(library.connection)
        self.by_id = {entry.id: entry for entry in self._read()}
        self._beginnings: dict[int, list[str]] = {}
        self.near: dict[tuple[str, bool, int, bool], Sequence[str]] = {}
        """What ``spelling`` found near the words that it was asked for."""
        self._states: dict[tuple[int, date], State] = {}
        self._in_use: tuple[date, Set[int]] = (date.min, frozenset())
        self.expansions: dict[str, list[tuple[str, str]]] = {}
        for term, meaning, kind in library.connection.execute(
            "SELECT term, meaning, kind FROM expansion ORDER BY term, meaning"
        ):
            self.expansions.setdefault(term, []).append((meaning, kind))

    def state(self, entry: Entry, on: date) -> State:
        """The state of a code on a day, worked out once."""
        key = entry.id, on
        if key not in self._states:
            self._states[key] = entry.validity().state(on)
        return self._states[key]

    def in_use(self, on: date) -> Set[int]:
        """The ids of the codes that had not ended before a day; those of the last day are kept."""
        if self._in_use[0] != on:
            day = on.isoformat()
            entries = self.by_id.values()
            left = {each.id for each in entries if each.ended is None or each.ended >= day}
            self._in_use = on, left
        return self._in_use[1]

    @cached_property
    def by_code(self) -> dict[str, Entry]:
        """The codes and modifiers by what they are called, in order."""
        return {each.code: each for each in sorted(self.by_id.values(), key=lambda e: e.code)}

    @cached_property
    def _codes(self) -> list[str]:
        return [code for code in self.by_code if len(code) > len("JW")]

    def codes_between(self, first: str, last: str) -> Sequence[str]:
        """The codes from one to another, both included; modifiers are none."""
        start = bisect.bisect_left(self._codes, first)
        return self._codes[start : bisect.bisect_right(self._codes, last)]

    @cached_property
    def code_words(self) -> list[str]:
        """The codes, without modifiers, as they stand among words."""
        return [code.lower() for code in self._codes]

    @cached_property
    def conflicting(self) -> frozenset[str]:
        """The codes of which a guide claims something that their record contradicts."""
        return frozenset(code for (code,) in self.connection.execute(_CONFLICTING))

    @cached_property
    def counts(self) -> dict[str, int]:
        """Every word of the library with the number of codes that it stands with."""
        return dict(self.connection.execute("SELECT word, count FROM vocabulary ORDER BY word"))

    @cached_property
    def by_family(self) -> dict[str, list[Entry]]:
        """The codes of each drug and each per-diem therapy."""
        found: dict[str, list[Entry]] = {}
        for entry in self.by_id.values():
            if entry.family:
                found.setdefault(entry.family, []).append(entry)
        return found

    @cached_property
    def sorted_words(self) -> list[str]:
        """Every word in order, for looking up beginnings."""
        return list(self.counts)

    def beginnings(self, letters: int) -> list[str]:
        """The first letters of every word, in the order of ``sorted_words``."""
        if letters not in self._beginnings:
            self._beginnings[letters] = [word[:letters] for word in self.sorted_words]
        return self._beginnings[letters]

    @cached_property
    def names(self) -> frozenset[str]:
        """Trade names and drugs in small letters: the likelier when a word stands alone."""
        return frozenset(name for (name,) in self.connection.execute(_NAMES))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(found for (found,) in self.connection.execute(_STEMS))

    def meanings_begun(self, word: str) -> Iterator[str]:
        """What the other names of drugs that begin so stand for."""
        at = bisect.bisect_left(self._synonyms, word)
        while at < len(self._synonyms) and self._synonyms[at].startswith(word):
            yield from (meaning for meaning, _ in self.expansions[self._synonyms[at]])
            at += 1

    def holds_together(self, words: Sequence[str]) -> bool:
        """Whether some code has all these words."""
        return self.index.answers(" AND ".join(f'"{word}"' for word in words))

    @cached_property
    def _synonyms(self) -> list[str]:
        """The other names of drugs in order."""
        kinds = {term: {kind for _, kind in found} for term, found in self.expansions.items()}
        return sorted(term for term in kinds if kinds[term] & {"synonym", "brand"})

    def is_codeless(self, term: str) -> bool:
        """Whether words are a trade name of a drug of which the library has no code."""
        return any(kind == "brand" for _, kind in self.expansions.get(term, ()))

    def weight(self, word: str) -> float:
        """How telling a word is: the rarer, the more; one that is only a beginning, hardly."""
        if word not in self.counts:
            return _HARDLY
        return math.log(1 + len(self.by_id) / (1 + self.counts[word]))

    def knows(self, word: str) -> bool:
        """Whether a word, one that begins so, or another form of it is in the library."""
        at = bisect.bisect_left(self.sorted_words, word)
        begins = at < len(self.sorted_words) and self.sorted_words[at].startswith(word)
        return begins or stem(word) in self.stems

    def _read(self) -> list[Entry]:
        rows = self.connection.execute(
            "SELECT id, code, kind, short, long, traits, family, ended, coverage, validity, words,"
            " stems FROM code"
        )
        return [
            Entry(
                number,
                code,
                kind,
                short,
                long,
                frozenset(traits.split()),
                family,
                ended,
                coverage,
                validity,
                f" {its_words} ",
                f" {stems} ",
                drug_of(family),
            )
            for (
                number, code, kind, short, long, traits, family, ended, coverage, validity,
                its_words, stems,
            ) in rows
        ]  # fmt: skip
