"""What a search looks in: the index of all texts, and the tables of words and names beside it."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import msgspec

from hcpcs_desktop.library import names, schema
from hcpcs_desktop.library.code_rows import CodeRows
from hcpcs_desktop.library.lexicon import (
    Prepared,
    SearchText,
    TradeNames,
    codeless_names,
    vocabulary,
)
from hcpcs_desktop.library.names import name_rows
from hcpcs_desktop.library.words import stem

Row = tuple[object, ...]

_FILL = """
INSERT INTO code_text (rowid, code, words, stems, brands, lay)
SELECT
  key + 1, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[3]'),
  json_extract(value, '$[4]'), json_extract(value, '$[5]')
FROM json_each(?)
"""
"""Takes all texts as one document: SQLite is asked once, and leaves Python free meanwhile."""


@contextmanager
def index_filled(connection: sqlite3.Connection, texts: Sequence[SearchText]) -> Iterator[None]:
    """Fill the index while the block runs, which must leave the connection alone."""
    with ThreadPoolExecutor(1) as beside:
        filled = beside.submit(_fill, connection, msgspec.json.encode(texts).decode())
        yield
        filled.result()


def _fill(connection: sqlite3.Connection, texts: str) -> None:
    connection.execute(schema.ONE_SEGMENT)
    connection.execute(_FILL, [texts])
    connection.execute(schema.TIDY)


def vocabulary_rows(texts: Iterable[SearchText]) -> list[Row]:
    """The words that misspelt ones are held against, with how many codes they stand with."""
    return [(word, count, stem(word)) for word, count in sorted(vocabulary(texts).items())]


def expansion_rows(rows: CodeRows, lexicon: Prepared) -> list[tuple[str, str, str]]:
    """The short forms and other names, with those trade names of which there is no code."""
    return sorted([*lexicon.expansions, *codeless_names(rows.brands.codeless, lexicon)])


def rows_of_names(rows: CodeRows, lexicon: Prepared) -> list[Row]:
    """The rows of all names of each kind, in the order of the kinds."""
    return name_rows(
        ((kind, *each) for kind, some in _named(rows.brands, rows.drugs, lexicon) for each in some),
        {text.code: number for number, text in enumerate(rows.texts, 1)},
        lexicon.compared,
    )


def _named(
    brands: TradeNames, drugs: Mapping[str, str], lexicon: Prepared
) -> list[tuple[str, Sequence[tuple[str, dict[str, int]]]]]:
    of_drugs = _inverted({code: [drug] for code, drug in drugs.items()})
    return [
        (names.BRAND, _inverted(brands.own)),
        (names.DRUG, of_drugs),
        (names.KIN, _inverted(brands.kin)),
        (names.LAY, lexicon.lay),
    ]


def _inverted(by_code: Mapping[str, Iterable[str]]) -> list[tuple[str, dict[str, int]]]:
    """Names in order, each with the codes it leads to, from the names of each code."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for code, its_names in by_code.items():
        for name in its_names:
            found[name][code] = 0
    return sorted(found.items())
