"""Finds codes by the words of a query: with all of them, else with most of them."""

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import replace

from hcpcs_desktop.domain.amount_text import isotopes, spans
from hcpcs_desktop.domain.amounts import Span
from hcpcs_desktop.library.denials import described
from hcpcs_desktop.library.descriptions import refused_in
from hcpcs_desktop.library.entries import Entries
from hcpcs_desktop.library.names import KIN, Named, named_by
from hcpcs_desktop.library.query import LONGEST, Query
from hcpcs_desktop.library.rank import Ranked
from hcpcs_desktop.library.ranking import Ranking
from hcpcs_desktop.library.scope import Found, Scope
from hcpcs_desktop.library.terms import Terms, terms_of, terms_together
from hcpcs_desktop.library.words import SAID_BESIDE, SIDES, stem

MOST_RANKED = 150
"""Codes that are ranked with care, the best as the index sees them; the rest follow behind."""

_TELLS_LITTLE = 2
"""Letters; what begins with so few is too much to be weighed by the index."""

_FEW = 10
"""Hits up to which codes with most of the words follow those that have all."""

_MOST_MISSING = 0.45
"""The part of what the words tell that such a code may lack."""

_MOST_AMOUNTS = 6
"""Amounts of a query that are held against the codes; a pasted page has more, and means none."""

_NO_CODE = (
    "No code in the library names that drug: look among those for what is not otherwise "
    "classified, or add a newer CMS file."
)
_NOT_ITS_OWN = (
    "The library has no code of its own for {}: these are for other products of the same "
    "ingredient."
)
_NOC_WORDS = frozenset({"noc", "nos", "unclassified", "unlisted", "miscellaneous", "otherwise"})


def find_by_words(query: Query, scope: Scope) -> Found:
    """The codes with all words; else the discontinued ones; else those with some words."""
    terms, ids = _read(query, scope)
    named = _named(terms, scope.entries)
    ranking = Ranking(
        terms,
        named,
        wants_noc=not _NOC_WORDS.isdisjoint(query.words),
        unwanted=refused_in(" ".join(query.words)) & set(map(stem, terms.content)),
        asked=_asked(query, terms),
        isotopes=isotopes(query.text[:LONGEST]),
        ends_with_number=query.text.rstrip()[-1:].isdigit(),
    )
    if not ids and (told := _of_no_code(terms, scope)):
        return Found("text", terms=terms, advice=told)
    is_several = len(terms.required) > 1
    if not ids and is_several:
        if told := described(scope.entries.connection, query.text):
            return Found("denial", advice=told)
        ranked, behind = _with_some(terms, ranking, scope)
        return _found(ranked, behind, terms, scope)
    ranked = [ranking.rank(scope.entries.by_id[each]) for each in _worth_ranking(ids, named)]
    ranked += _sisters(ranked, ranking, scope)
    known = {each.entry.id for each in ranked}
    rest = dict.fromkeys(ids[MOST_RANKED:] + _without_last(terms, scope))
    behind = [each for each in rest if each not in known]
    if is_several and len(ranked) + len(behind) < _FEW:
        ranked += _with_most(terms, ranking, known.union(behind), scope)
    advice = _of_other_products(named) or _of_no_code(terms, scope)
    return replace(_found(ranked, behind, terms, scope), advice=advice)


def _named(terms: Terms, entries: Entries) -> dict[int, Named]:
    """The codes that the query names, by their ids."""
    by_code = entries.by_code
    found = named_by(entries.connection, terms)
    return {by_code[code].id: named for code, named in found.items()}


def _read(query: Query, scope: Scope) -> tuple[Terms, list[int]]:
    """What the words mean, and the codes that have all of them.

    Where none has, words that say little are given up, then one is taken for another like it,
    then the side is given up, too.
    """
    terms = terms_of(query.words, scope.entries, correct=not scope.as_typed)
    telling = max(map(len, terms.content)) > _TELLS_LITTLE
    ids = scope.matching(terms.match(), weighed=telling)
    if ids or scope.as_typed:
        return terms, ids
    return (
        _without(SAID_BESIDE, query, scope)
        or _with_another(terms, scope)
        or _without(SAID_BESIDE | SIDES, query, scope)
        or (terms, ids)
    )


def _asked(query: Query, terms: Terms) -> Sequence[Span]:
    """The amounts that the query asks for, where it names a thing beside them."""
    if not any(word[0].isalpha() for word in terms.content):
        return ()
    return tuple(dict.fromkeys(spans(query.text[:LONGEST])))[:_MOST_AMOUNTS]


def _without(
    given_up: Container[str], query: Query, scope: Scope
) -> tuple[Terms, list[int]] | None:
    fewer = [word for word in query.words if word not in given_up]
    if not 0 < len(fewer) < len(query.words):
        return None
    terms = terms_of(fewer, scope.entries, correct=True)
    ids = scope.matching(terms.match())
    return (terms, ids) if ids else None


def _with_another(terms: Terms, scope: Scope) -> tuple[Terms, list[int]] | None:
    other = terms_together(terms, scope.entries)
    return (other, scope.matching(other.match())) if other else None


def _of_no_code(terms: Terms, scope: Scope) -> str:
    """What to say of a trade name where no code of the library names its drug; else nothing."""
    for typed, drug in terms.expansions:
        if scope.entries.is_codeless(typed):
            return f"{typed.title()} is a trade name of {drug}. {_NO_CODE}"
    return ""


def _of_other_products(named: Mapping[int, Named]) -> str:
    """What to say of a trade name that has no code of its own; nothing where one has."""
    best = min(named.values(), default=None)
    return _NOT_ITS_OWN.format(best.name) if best and best.kind == KIN else ""


def _with_some(terms: Terms, ranking: Ranking, scope: Scope) -> tuple[list[Ranked], list[int]]:
    """Codes with any of the words, the first of them ranked."""
    ids = scope.matching(terms.match_any())
    weights = {word: scope.entries.weight(word) for word in terms.content}
    by_id = scope.entries.by_id
    ranked = [ranking.rank_some(by_id[number], weights) for number in ids[:MOST_RANKED]]
    return ranked, ids[MOST_RANKED:]


def _with_most(
    terms: Terms, ranking: Ranking, known: Collection[int], scope: Scope
) -> list[Ranked]:
    """The best of the codes with most of the words, where few have all of them."""
    most = sum(map(scope.entries.weight, terms.content)) * _MOST_MISSING
    ranked, _ = _with_some(terms, ranking, scope)
    near = [each for each in ranked if each.rank.missing <= most and each.entry.id not in known]
    return scope.in_order(near)[: _FEW - len(known)]


def _without_last(terms: Terms, scope: Scope) -> list[int]:
    """Where the last word may be unfinished: what the others find, so that none is lost."""
    others = terms.without_unfinished(scope.entries)
    return scope.matching(others.match()) if others else []


def _sisters(ranked: Sequence[Ranked], ranking: Ranking, scope: Scope) -> list[Ranked]:
    """Codes of the same drug as those that were named by trade name or ingredient."""
    named = [each for each in ranked if ranking.names(each.entry)]
    known = {each.entry.code for each in ranked}
    families = dict.fromkeys(each.entry.family for each in named if each.entry.drug)
    return [
        ranking.sister(entry)
        for family in families
        for entry in scope.entries.by_family[family]
        if entry.code not in known and entry.id in scope.usable
    ]


def _worth_ranking(ids: Sequence[int], named: Container[int]) -> list[int]:
    """The first of the hits, and those behind them that the query names."""
    behind = [number for number in ids[MOST_RANKED:] if number in named]
    return [*ids[:MOST_RANKED], *behind]


def _found(ranked: Sequence[Ranked], rest: Sequence[int], terms: Terms, scope: Scope) -> Found:
    """The ranked codes in their order, then the rest as the index had them."""
    hits = [(each.entry, each.why) for each in scope.in_order(ranked)]
    return Found("text", hits, rest, terms)
