"""Finds what a query names: codes, their beginnings, ranges, modifiers, NDCs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from string import ascii_uppercase

from hcpcs_desktop.domain.hit import Why
from hcpcs_desktop.library.advice import level_one_advice
from hcpcs_desktop.library.entries import Entries, Entry
from hcpcs_desktop.library.names import begins_a_name
from hcpcs_desktop.library.ndc_search import billed_under
from hcpcs_desktop.library.query import Query
from hcpcs_desktop.library.scope import Found, Scope
from hcpcs_desktop.library.spelling import nearest_codes
from hcpcs_desktop.library.terms import Terms, terms_of

CODE = Why("code", "")


def with_nearest_codes(query: Query, entries: Entries) -> Query:
    """A query of one misspelt code as one for the codes that may be meant."""
    near = nearest_codes(query.words[0], entries) if len(query.words) == 1 else ()
    if not near:
        return query
    typed = query.words[0].upper()
    return replace(query, kind="code", codes=tuple(near), corrections=((typed, near[0]),))


def find_named(query: Query, scope: Scope) -> Found | None:
    """What a query names; None where its words are to be searched."""
    named = _named(query, scope)
    usable = [each for each in named if each.id in scope.usable]
    if not usable or query.codes:
        usable = named
    is_told = query.advice or query.kind == "range" or (query.is_bare and not query.corrections)
    if not (usable or is_told):
        return None
    rest = _begun_so(query, usable, scope)
    read = Terms(corrections=list(query.corrections))
    return Found(query.kind, [(each, CODE) for each in usable], rest, read)


def find_by_ndc(query: Query, scope: Scope) -> Found:
    """The codes that a product is billed under; a code of Level I is told of, not listed."""
    billed, advice = billed_under(scope.entries.connection, query.ndcs, scope.on)
    by_code = scope.entries.by_code
    hits = [(by_code[each.code], Why("ndc", each.text)) for each in billed if each.code in by_code]
    if billed and not hits:
        advice = level_one_advice(billed[0].code) or f"It is billed under {billed[0].code}."
    return Found("ndc", hits, advice=advice)


def _named(query: Query, scope: Scope) -> list[Entry]:
    """The codes that were named, and the modifiers behind them, up to a word that is none.

    None where letters were taken for digits and that is not wanted, or where words of two letters
    are not all modifiers or begin a name.
    """
    entries = scope.entries
    wanted: Sequence[str] = ()
    if query.codes:
        wanted = () if query.corrections and scope.as_typed else query.codes
    elif query.span is not None:
        wanted = entries.codes_between(query.span.first, query.span.last)
    elif query.digits:
        wanted = [letter + query.digits for letter in ascii_uppercase]
    elif query.prefix:
        wanted = entries.codes_between(query.prefix, query.prefix + "9999")
    elif not all(each in entries.by_code for each in query.modifiers) or (
        len(query.modifiers) > 1 and begins_a_name(entries.connection, query.words)
    ):
        return []
    behind = takewhile(lambda each: each in entries.by_code or each.isdigit(), query.modifiers)
    named = dict.fromkeys((*wanted, *behind))
    return [entries.by_code[each] for each in named if each in entries.by_code]


def _begun_so(query: Query, named: Sequence[Entry], scope: Scope) -> list[int]:
    """What begins like a modifier, too: two letters may be the beginning of a word."""
    if query.kind != "modifier" or len(query.words) > 1:
        return []
    terms = terms_of(query.words, scope.entries, correct=False)
    known = {each.id for each in named}
    ids = scope.matching(terms.match(), weighed=False)
    return [number for number in ids if number not in known]
