"""Names that lead to codes: trade names, everyday words, drugs. Found by their stems at once."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from hcpcs_desktop.library.terms import Terms
from hcpcs_desktop.library.words import SIDES, amounts, stem, telling, typed_words

BRAND, LAY, DRUG, KIN = "brand", "lay", "drug", "kin"
"""Kinds of names; the last are trade names of another product of the same ingredient."""

WHOLE, WHOLE_DRUG, BEGUN, BEGUN_LAY, OTHER_PRODUCT = 0, 1, 2, 3, 4
"""How a name answers: the query holds it, or it begins so; a drug's own name comes second."""

_WHOLE = {DRUG: WHOLE_DRUG, KIN: OTHER_PRODUCT}
_BEGUN = {LAY: BEGUN_LAY, KIN: OTHER_PRODUCT}
_SHORTEST_BEGINNING = 3
_MOST_BEGUN = 400
_EVERY_COMBINATION = 6
_NAMES = "SELECT kind, name, key, amounts, codes, places FROM name"


Compared = tuple[str, str, str]
"""A name as a query is held against it: stems in order, telling words as they stand, amounts."""


class Name(NamedTuple):
    """A name as the library keeps it: in its compared form and as it is written.

    ``codes`` are those that it leads to, ``places`` its place among the names of each; both have
    blanks between them.
    """

    key: str
    joined: str
    amounts: str
    kind: str
    name: str
    codes: str
    places: str


class Named(NamedTuple):
    """How a code is named by a query: the best name and how well it fits, the lower the better."""

    tier: int
    place: int
    kind: str
    name: str


class _Pair(NamedTuple):
    """A name and a code that it leads to, as they stand in the library."""

    kind: str
    name: str
    key: str
    amounts: str
    code: str
    place: int


def name_of(kind: str, name: str, places: Mapping[str, int], form: Compared) -> Name:
    """A name that leads to codes, with its place among the names of each; ``form`` is its own."""
    pairs = sorted(places.items())
    codes, its_places = " ".join(code for code, _ in pairs), " ".join(str(at) for _, at in pairs)
    return Name(*form, kind, name, codes, its_places)


def within(name: Name, codes: frozenset[str]) -> Name | None:
    """The name with those of its codes that are among these; None where there are none."""
    its_codes = name.codes.split()
    if codes.issuperset(its_codes):
        return name
    pairs = zip(its_codes, name.places.split(), strict=True)
    kept = [(code, place) for code, place in pairs if code in codes]
    if not kept:
        return None
    return name._replace(
        codes=" ".join(code for code, _ in kept), places=" ".join(place for _, place in kept)
    )


def compared(name: str) -> Compared:
    """The stems in order of the alphabet, the telling words as they stand, and the amounts."""
    found = typed_words(name)
    told = telling(found)
    key = " ".join(sorted(set(map(stem, told))))
    return key, " ".join(told), " ".join([found[at] for at in sorted(amounts(found))])


def named_by(connection: sqlite3.Connection, terms: Terms) -> dict[str, Named]:
    """The codes that the query names, each with the name that fits best."""
    stems = list(dict.fromkeys(stem(word) for word in terms.content))
    best: dict[str, Named] = {}
    keys = sorted({" ".join(sorted(some)) for some in _combinations(stems)})
    places = ", ".join("?" * len(keys))
    for kind, name, key, its_amounts, code, place in _pairs(
        connection.execute(f"{_NAMES} WHERE key IN ({places})", keys)
    ):
        named = key.split()
        beyond = len(stems) - len(named)
        off = sum(each not in terms.amounts for each in its_amounts.split())
        is_beside = beyond and not SIDES.isdisjoint(named)
        tier = BEGUN_LAY if is_beside else _WHOLE.get(kind, WHOLE)
        _keep(best, code, Named(tier, _place(kind, beyond, off, place), kind, name))
    for kind, name, _, _, code, place in _begun(connection, " ".join(terms.content)):
        tier = _BEGUN.get(kind, BEGUN)
        _keep(best, code, Named(tier, _place(kind, 0, 0, place), kind, name))
    return best


def _combinations(stems: Sequence[str]) -> Iterable[Sequence[str]]:
    """Every choice of the stems; of many only those that stand side by side."""
    sizes = range(1, len(stems) + 1)
    if len(stems) <= _EVERY_COMBINATION:
        return [some for size in sizes for some in combinations(stems, size)]
    return [stems[at : at + size] for size in sizes for at in range(len(stems) - size + 1)]


def begins_a_name(connection: sqlite3.Connection, words: Sequence[str]) -> bool:
    """Whether a name begins with these words, the last of which may be unfinished."""
    return bool(_begun(connection, " ".join(words)))


def _begun(connection: sqlite3.Connection, text: str) -> list[_Pair]:
    if len(text) < _SHORTEST_BEGINNING:
        return []
    between = f"{_NAMES} WHERE joined >= ? AND joined < ? ORDER BY joined"
    rows = connection.execute(between, [text, text + "\N{REPLACEMENT CHARACTER}"])
    return list(islice(_pairs(rows), _MOST_BEGUN))


def _pairs(rows: Iterable[tuple[str, str, str, str, str, str]]) -> Iterator[_Pair]:
    for kind, name, key, its_amounts, codes, places in rows:
        for code, place in zip(codes.split(), places.split(), strict=True):
            yield _Pair(kind, name, key, its_amounts, code, int(place))


def _place(kind: str, beyond: int, off: int, place: int) -> int:
    """The fewer words beyond the name the better, then the amounts, then the place of the code."""
    return 100 * beyond + 20 * off + (place + 1 if kind == LAY else 0)


def _keep(best: dict[str, Named], code: str, found: Named) -> None:
    known = best.get(code)
    if known is None or found < known:
        best[code] = found
