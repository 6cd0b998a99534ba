"""Finds codes and modifiers. Fast enough for every keystroke, so it needs no thread."""

import gc
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import islice
from weakref import WeakKeyDictionary

from hcpcs_desktop.domain.codes import is_level_two
from hcpcs_desktop.domain.hit import Answer, Facets, Filters, Hit, ReadAs, Why
from hcpcs_desktop.domain.traits import DRUG
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.denials import described, read_as_denial
from hcpcs_desktop.library.entries import Entries, Entry
from hcpcs_desktop.library.facets import Sieve
from hcpcs_desktop.library.names import BEGUN, named_by
from hcpcs_desktop.library.ndc_search import billed_under
from hcpcs_desktop.library.query import Query, level_one_advice, parse
from hcpcs_desktop.library.ranking import (
    PLAIN,
    Rank,
    Ranked,
    Ranking,
)
from hcpcs_desktop.library.terms import Terms, terms_of
from hcpcs_desktop.library.words import typed_words

MOST_RANKED = 150
"""Codes that are ranked with care, the best as the index sees them; the rest follow behind."""

_WEIGHTS = "0.0, 2.0, 1.0, 6.0, 6.0"
_TELLS_LITTLE = 2
"""Letters; what begins with so few is too much to be weighed by the index."""

_TELLING_QUERY = "infusion pumpp"
"""Has a word that is known and one that is not, and so touches everything."""

_CODE = Why("code", "")
_NOC_WORDS = frozenset({"noc", "nos", "unclassified", "unlisted", "miscellaneous", "otherwise"})
_entries: WeakKeyDictionary[Library, Entries] = WeakKeyDictionary()
_sieves: WeakKeyDictionary[Library, Sieve] = WeakKeyDictionary()


def run(
    library: Library,
    query: Query,
    on: date,
    *,
    limit: int = 20,
    discontinued: bool = False,
    as_typed: bool = False,
    often: Mapping[str, int] | None = None,
    filters: Filters | None = None,
    favourites: Set[str] = frozenset(),
) -> Answer:
    """Answer a query as of a day, the best hits first.

    Discontinued codes are left out, unless asked for, named in full, or nothing else answers.
    ``as_typed`` searches without correcting; ``often`` counts how often the user opened a code,
    and lifts it among equals. With ``filters``, which may be empty, only what they leave is
    listed and the hits are counted by them; ``favourites`` are the codes that the user marked.
    """
    search = _Search(library, query, on, as_typed=as_typed, often=often or {})
    found = search.find(everything=discontinued)
    left: Set[int] = found.ids()
    facets = Facets()
    if filters is not None:
        sieve = _sieve_of(library, on)
        facets = sieve.facets(left, filters, favourites)
        left = sieve.left(left, filters, favourites)
    return Answer(
        query.text,
        on,
        found.kind,
        tuple(found.terms.corrections),
        tuple(found.terms.expansions),
        len(left),
        tuple(search.hit(each, found.terms) for each in islice(search.listed(found, left), limit)),
        found.advice or query.advice,
        facets,
    )


def entries_of(library: Library) -> Entries:
    """The codes of a library in memory, read at the first use."""
    if library not in _entries:
        _entries[library] = Entries(library)
        gc.freeze()  # thousands of objects that stay: no collection need look at them again
    return _entries[library]


def warm_up(library: Library, on: date) -> None:
    """Read what every search needs, so that the first one is as fast as the others."""
    run(library, parse(_TELLING_QUERY), on, filters=Filters())


@dataclass(frozen=True, slots=True)
class _Found:
    """How the query was read in the end, and the hits; ``rest`` are the ids of those behind."""

    kind: ReadAs
    hits: Sequence[tuple[Entry, Why]]
    rest: Sequence[int]
    terms: Terms
    advice: str = ""

    def ids(self) -> set[int]:
        """The ids of all hits."""
        return {entry.id for entry, _ in self.hits}.union(self.rest)


def _sieve_of(library: Library, on: date) -> Sieve:
    """The sieve of a library on a day; the last one is kept."""
    if library not in _sieves or _sieves[library].on != on:
        _sieves[library] = Sieve(entries_of(library), on)
    return _sieves[library]


class _Search:
    def __init__(
        self,
        library: Library,
        query: Query,
        on: date,
        *,
        as_typed: bool,
        often: Mapping[str, int],
    ) -> None:
        self._connection = library.connection
        self._entries = entries_of(library)
        self._query = query
        self._on = on
        self._often = often
        self._as_typed = as_typed

    def find(self, *, everything: bool) -> _Found:
        """All hits; those that had ended before the day only where everything is wanted."""
        query = self._query
        if query.kind == "empty":
            return _Found("empty", (), (), Terms())
        if query.ndcs:
            return self._by_ndc()
        named = self._named()
        usable = [each for each in named if everything or self._is_usable(each)]
        if not usable or is_level_two(query.prefix):
            usable = named
        if usable or query.advice or query.kind == "range":
            rest = self._begun_so(usable, everything=everything)
            return _Found(query.kind, [(each, _CODE) for each in usable], rest, Terms())
        if told := read_as_denial(self._connection, query.text):
            return _Found("denial", (), (), Terms(), told)
        return self._by_words(everything=everything)

    def listed(self, found: _Found, left: Set[int]) -> Iterator[tuple[Entry, Why]]:
        """The hits that are left, in their order."""
        yield from (each for each in found.hits if each[0].id in left)
        yield from ((self._entries.by_id[each], PLAIN) for each in found.rest if each in left)

    def hit(self, found: tuple[Entry, Why], terms: Terms) -> Hit:
        """A line of the answer."""
        entry, why = found
        return Hit(
            code=entry.code,
            kind=entry.kind,
            short=entry.short,
            long=entry.long,
            state=entry.validity().state(self._on),
            is_drug=DRUG in entry.traits,
            why=why,
            marks=() if why is _CODE else _marks(entry, why, terms),
            has_conflict=entry.code in self._entries.conflicting,
        )

    def _named(self) -> list[Entry]:
        """The codes that were named: a range, a beginning, four digits, and modifiers behind."""
        query = self._query
        where = "0"
        values: tuple[str, ...] = ()
        if query.span is not None:
            where = "kind = 'code' AND code BETWEEN ? AND ?"
            values = (query.span.first, query.span.last)
        elif query.prefix:
            where, values = "kind = 'code' AND code GLOB ?", (query.prefix + "*",)
        elif query.digits:
            where, values = "code GLOB ?", ("[A-Z]" + query.digits,)
        ids = self._connection.execute(f"SELECT id FROM code WHERE {where} ORDER BY code", values)
        found = [self._entries.by_id[number] for (number,) in ids]
        for modifier in query.modifiers:
            ids = self._connection.execute("SELECT id FROM code WHERE code = ?", [modifier])
            found += [self._entries.by_id[number] for (number,) in ids]
        return found

    def _begun_so(self, named: Sequence[Entry], *, everything: bool) -> list[int]:
        """What begins like a modifier, too: two letters may be the beginning of a word."""
        if self._query.kind != "modifier":
            return []
        terms = terms_of(self._query.words, self._entries, correct=False)
        known = {each.id for each in named}
        ids = self._matching(terms.match(), everything=everything, weighed=False)
        return [number for number in ids if number not in known]

    def _by_ndc(self) -> _Found:
        """The codes that a product is billed under; a code of Level I is told of, not listed."""
        billed, advice = billed_under(self._connection, self._query.ndcs, self._on)
        by_code = {entry.code: entry for entry in self._entries.by_id.values()}
        hits = [
            (by_code[each.code], Why("ndc", each.text)) for each in billed if each.code in by_code
        ]
        if billed and not hits:
            advice = level_one_advice(billed[0].code) or f"It is billed under {billed[0].code}."
        return _Found("ndc", hits, (), Terms(), advice)

    def _by_words(self, *, everything: bool) -> _Found:
        """The codes with all words; else the discontinued ones; else those with some words."""
        terms = terms_of(self._query.words, self._entries, correct=not self._as_typed)
        named = named_by(self._connection, terms)
        wants_noc = not _NOC_WORDS.isdisjoint(self._query.words)
        ranking = Ranking(terms, named, wants_noc=wants_noc)
        telling = max(map(len, terms.content)) > _TELLS_LITTLE
        ids = self._matching(terms.match(), everything=everything, weighed=telling)
        if not ids and len(terms.required) > 1:
            if told := described(self._connection, self._query.text):
                return _Found("denial", (), (), Terms(), told)
            return self._by_some_words(terms, ranking, everything=everything)
        chosen = _worth_ranking(ids, named)
        ranked = [ranking.rank(self._entries.by_id[number]) for number in chosen]
        ranked += self._sisters(ranked, ranking, everything=everything)
        rest = ids[MOST_RANKED:] + self._without_last(terms, everything=everything)
        known = {each.entry.id for each in ranked}
        behind = [each for each in dict.fromkeys(rest) if each not in known]
        return self._in_order(ranked, behind, terms)

    def _by_some_words(self, terms: Terms, ranking: Ranking, *, everything: bool) -> _Found:
        ids = self._matching(terms.match_any(), everything=everything)
        weights = {word: self._entries.weight(word) for word in terms.content}
        ranked = [
            ranking.rank_some(self._entries.by_id[number], weights) for number in ids[:MOST_RANKED]
        ]
        return self._in_order(ranked, ids[MOST_RANKED:], terms)

    def _without_last(self, terms: Terms, *, everything: bool) -> list[int]:
        """Where the last word may be unfinished: what the others find, so that none is lost."""
        others = terms.without_unfinished(self._entries)
        return self._matching(others.match(), everything=everything) if others else []

    def _in_order(self, ranked: list[Ranked], rest: Sequence[int], terms: Terms) -> _Found:
        """The ranked codes in their order, then the rest as the index had them."""
        ranked.sort(key=self._order)
        hits = [(each.entry, each.why) for each in ranked]
        return _Found("text", hits, rest, terms)

    def _matching(self, match: str, *, everything: bool, weighed: bool = True) -> list[int]:
        """The ids of the codes that the index finds, the best as it sees them first.

        Those that had ended are left out, unless everything is wanted or nothing else is found.
        """
        order = f" ORDER BY bm25(code_text, {_WEIGHTS}), rowid" if weighed else ""
        asked = f"SELECT rowid FROM code_text WHERE code_text MATCH ?{order}"
        found = [number for (number,) in self._connection.execute(asked, [match])]
        by_id, day = self._entries.by_id, self._on.isoformat()
        usable = [number for number in found if everything or not _has_ended(by_id[number], day)]
        return usable or found

    def _sisters(
        self, ranked: Sequence[Ranked], ranking: Ranking, *, everything: bool
    ) -> list[Ranked]:
        """Codes of the same drug as those that were named by trade name or ingredient."""
        named = [each for each in ranked if each.rank.tier <= BEGUN]
        known = {each.entry.code for each in ranked}
        families = dict.fromkeys(each.entry.family for each in named if each.entry.drug)
        return [
            ranking.sister(entry)
            for family in families
            for entry in self._entries.by_family[family]
            if entry.code not in known and (everything or self._is_usable(entry))
        ]

    def _order(self, each: Ranked) -> tuple[int, int, Rank]:
        return each.rank.tier, -self._often.get(each.entry.code, 0), each.rank

    def _is_usable(self, entry: Entry) -> bool:
        return not _has_ended(entry, self._on.isoformat())


def _marks(entry: Entry, why: Why, terms: Terms) -> tuple[str, ...]:
    """The beginnings of words to mark: what was typed, what it stands for, the drug of a brand."""
    drug = typed_words(entry.drug) if why.kind == "brand" else ()
    return tuple(dict.fromkeys((*terms.marks, *drug)))


def _has_ended(entry: Entry, day: str) -> bool:
    return entry.ended is not None and entry.ended < day


def _worth_ranking(ids: Sequence[int], named: Container[int]) -> list[int]:
    """The first of the hits, and those behind them that the query names."""
    behind = [number for number in ids[MOST_RANKED:] if number in named]
    return [*ids[:MOST_RANKED], *behind]
