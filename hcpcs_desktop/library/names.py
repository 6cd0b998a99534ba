"""Names that lead to codes: trade names, everyday words, drugs. Found by their stems at once."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from hcpcs_desktop.library.terms import Terms
from hcpcs_desktop.library.words import amounts, stem, telling, typed_words

BRAND, LAY, DRUG = "brand", "lay", "drug"
WHOLE, WHOLE_DRUG, BEGUN, BEGUN_LAY = 0, 1, 2, 3
"""How a name answers: the query holds it, or it begins so; a drug's own name comes second."""

_SHORTEST_BEGINNING = 3
_MOST_BEGUN = 400
_EVERY_COMBINATION = 6
_FIELDS = "name.kind, name.name, name.key, name.amounts, name_code.code, name_code.place"
_JOINED = f"SELECT {_FIELDS} FROM name JOIN name_code ON name_code.name = name.id"


class Named(NamedTuple):
    """How a code is named by a query: the best name and how well it fits, the lower the better."""

    tier: int
    place: int
    kind: str
    name: str


class NameRows(NamedTuple):
    """The rows of the two tables: names, and the codes that each leads to."""

    names: list[tuple[object, ...]]
    codes: list[tuple[int, int, int]]


def name_rows(reached: Iterable[tuple[str, str, int, int]]) -> NameRows:
    """Rows from (kind, name, id of the code, place of the code among those the name means)."""
    ids: dict[tuple[str, str], int] = {}
    names: list[tuple[object, ...]] = []
    codes: dict[tuple[int, int], int] = {}
    for kind, name, code, place in sorted(reached):
        if (kind, name) not in ids:
            ids[kind, name] = len(ids) + 1
            names.append((ids[kind, name], *_compared(name), kind, name))
        at = ids[kind, name], code
        codes[at] = min(place, codes.get(at, place))
    return NameRows(names, [(name, code, place) for (name, code), place in sorted(codes.items())])


def named_by(connection: sqlite3.Connection, terms: Terms) -> dict[int, Named]:
    """The codes that the query names, by their ids, each with the name that fits best."""
    stems = list(dict.fromkeys(stem(word) for word in terms.content))
    best: dict[int, Named] = {}
    keys = sorted({" ".join(sorted(some)) for some in _combinations(stems)})
    places = ", ".join("?" * len(keys))
    for row in connection.execute(f"{_JOINED} WHERE name.key IN ({places})", keys):
        kind, name, key, its_amounts, code, place = row
        beyond = len(stems) - len(key.split())
        off = sum(each not in terms.amounts for each in its_amounts.split())
        tier = WHOLE_DRUG if kind == DRUG else WHOLE
        _keep(best, code, Named(tier, _place(kind, beyond, off, place), kind, name))
    for kind, name, _, _, code, place in _begun(connection, " ".join(terms.content)):
        tier = BEGUN_LAY if kind == LAY else BEGUN
        _keep(best, code, Named(tier, _place(kind, 0, 0, place), kind, name))
    return best


def _compared(name: str) -> tuple[str, str, str]:
    """The stems in order of the alphabet, the telling words as they stand, and the amounts."""
    found = typed_words(name)
    told = telling(found)
    key = " ".join(sorted(set(map(stem, told))))
    return key, " ".join(told), " ".join([found[at] for at in sorted(amounts(found))])


def _combinations(stems: Sequence[str]) -> Iterable[Sequence[str]]:
    """Every choice of the stems; of many only those that stand side by side."""
    sizes = range(1, len(stems) + 1)
    if len(stems) <= _EVERY_COMBINATION:
        return [some for size in sizes for some in combinations(stems, size)]
    return [stems[at : at + size] for size in sizes for at in range(len(stems) - size + 1)]


def _begun(connection: sqlite3.Connection, text: str) -> list[tuple[str, str, str, str, int, int]]:
    if len(text) < _SHORTEST_BEGINNING:
        return []
    between = f"{_JOINED} WHERE name.joined >= ? AND name.joined < ? LIMIT {_MOST_BEGUN}"
    return connection.execute(between, [text, text + "\N{REPLACEMENT CHARACTER}"]).fetchall()


def _place(kind: str, beyond: int, off: int, place: int) -> int:
    """The fewer words beyond the name the better, then the amounts, then the place of the code."""
    return 100 * beyond + 20 * off + (place + 1 if kind == LAY else 0)


def _keep(best: dict[int, Named], code: int, found: Named) -> None:
    known = best.get(code)
    if known is None or found < known:
        best[code] = found


def reached(
    brands: Mapping[str, Iterable[str]],
    lay: Mapping[str, Iterable[tuple[int, str]]],
    drugs: Mapping[str, str],
    ids: Mapping[str, int],
) -> Iterable[tuple[str, str, int, int]]:
    """What ``name_rows`` wants, from the names by code and the ids of the codes."""
    for code, names in brands.items():
        yield from ((BRAND, name, ids[code], 0) for name in names)
    for code, terms in lay.items():
        yield from ((LAY, term, ids[code], place) for place, term in terms)
    for code, drug in drugs.items():
        yield DRUG, drug, ids[code], 0
