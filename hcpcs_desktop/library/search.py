"""Finds codes and modifiers. Fast enough for every keystroke, so it needs no thread."""

import gc
from collections.abc import Mapping, Set
from datetime import date
from itertools import islice
from weakref import WeakKeyDictionary

from hcpcs_desktop.domain.hit import Answer, Facets, Filters, Hit, Why
from hcpcs_desktop.domain.traits import DRUG
from hcpcs_desktop.library.by_code import CODE, find_by_ndc, find_named, with_nearest_codes
from hcpcs_desktop.library.by_words import find_by_words
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.denials import read_as_denial, read_as_place
from hcpcs_desktop.library.entries import Entries, Entry
from hcpcs_desktop.library.facets import Sieve
from hcpcs_desktop.library.query import Query, parse
from hcpcs_desktop.library.scope import Found, Scope
from hcpcs_desktop.library.terms import Terms
from hcpcs_desktop.library.topics import guidance_of
from hcpcs_desktop.library.words import typed_words

_TELLING_QUERY = "infusion pumpp"
"""Has a word that is known and one that is not, and so touches everything."""

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
    scope = Scope(entries_of(library), on, discontinued, as_typed, often or {})
    found = _find(query, scope)
    left: Set[int] = found.ids()
    facets = Facets()
    if filters is not None:
        sieve = _sieve_of(library, on)
        facets = sieve.facets(left, filters, favourites)
        left = sieve.left(left, filters, favourites)
    listed = islice(found.listed(scope.entries, left), limit)
    return Answer(
        query.text,
        on,
        found.kind,
        tuple(found.terms.corrections),
        tuple(found.terms.expansions),
        len(left),
        tuple(_hit(*each, found.terms, scope) for each in listed),
        found.advice or query.advice,
        facets,
        () if filters else guidance_of(library).find(query.text, alone=not left and not query.ndcs),
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


def _sieve_of(library: Library, on: date) -> Sieve:
    """The sieve of a library on a day; the last one is kept."""
    if library not in _sieves or _sieves[library].on != on:
        _sieves[library] = Sieve(entries_of(library), on)
    return _sieves[library]


def _find(query: Query, scope: Scope) -> Found:
    """What the query names, else what its words say."""
    if query.kind == "empty":
        return Found("empty")
    if query.ndcs:
        return find_by_ndc(query, scope)
    if not scope.as_typed:
        query = with_nearest_codes(query, scope.entries)
    if named := find_named(query, scope):
        return named
    if told := read_as_denial(scope.entries.connection, query.text):
        return Found("denial", advice=told)
    if told := read_as_place(scope.entries.connection, query.text):
        return Found("text", advice=told)
    return find_by_words(query, scope)


def _hit(entry: Entry, why: Why, terms: Terms, scope: Scope) -> Hit:
    """A line of the answer."""
    return Hit(
        code=entry.code,
        kind=entry.kind,
        short=entry.short,
        long=entry.long,
        state=scope.entries.state(entry, scope.on),
        is_drug=DRUG in entry.traits,
        why=why,
        marks=() if why is CODE else _marks(entry, why, terms),
        has_conflict=entry.code in scope.entries.conflicting,
    )


def _marks(entry: Entry, why: Why, terms: Terms) -> tuple[str, ...]:
    """The beginnings of words to mark: what was typed, what it stands for, the drug of a brand."""
    if why.kind != "brand":
        return terms.marks
    return tuple(dict.fromkeys((*terms.marks, *typed_words(entry.drug))))
