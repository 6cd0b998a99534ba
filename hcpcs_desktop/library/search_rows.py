"""What a search looks in: the index of all texts, and the tables of words and names beside it."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

import msgspec

from hcpcs_desktop.library import names, schema
from hcpcs_desktop.library.code_rows import CodeRows
from hcpcs_desktop.library.lexicon import Prepared, SearchText, codeless_names, vocabulary
from hcpcs_desktop.library.words import stem

Row = tuple[object, ...]

_FILL = """
INSERT INTO code_text (rowid, code, words, stems, brands, lay)
SELECT
  ? + key, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[3]'),
  json_extract(value, '$[4]'), json_extract(value, '$[5]')
FROM json_each(?)
"""
"""Takes many texts as one document: SQLite is asked once, and leaves Python free meanwhile."""

_AT_ONCE = 1_000

_NAMING = frozenset({"brand", "synonym"})
"""Kinds of expansions that name drugs."""


class Index:
    """The index of texts, which SQLite fills in a thread of its own, beside Python.

    Entered, it needs the connection for itself; leaving it waits until the index is whole.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Fill the index of this library."""
        self._connection = connection
        self._beside = ThreadPoolExecutor(1)
        self._jobs: list[Future[sqlite3.Cursor]] = []

    def __enter__(self) -> Self:
        """Begin."""
        self._run(schema.ONE_SEGMENT)
        return self

    def __exit__(self, *_: object) -> None:
        """Wait, and raise what went wrong."""
        self._beside.shutdown()
        for job in self._jobs:
            job.result()

    def fill(self, rows: CodeRows, lexicon: Prepared) -> list[SearchText]:
        """Work out what is searched of each code, and have it put in."""
        found: list[SearchText] = []
        for at in range(0, len(rows.codes), _AT_ONCE):
            some = [rows.text(row, lexicon) for row in rows.codes[at : at + _AT_ONCE]]
            self._run(_FILL, at + 1, msgspec.json.encode(some).decode())
            found += some
        self._run(schema.TIDY)
        return found

    def _run(self, statement: str, *values: object) -> None:
        self._jobs.append(self._beside.submit(self._connection.execute, statement, values))


def with_words(rows: CodeRows, texts: Iterable[SearchText]) -> list[Row]:
    """The rows of the table of codes, each with the words of its descriptions."""
    return [
        (*row, text.words, text.word_stems) for row, text in zip(rows.codes, texts, strict=True)
    ]


def vocabulary_rows(
    texts: Iterable[SearchText], expansions: Iterable[tuple[str, str, str]]
) -> list[Row]:
    """The words that misspelt ones are held against, with how many codes they stand with.

    Among them are the other names of drugs, and the trade names of those without a code: a slip in
    one must not be taken for a drug that has one.
    """
    counts = vocabulary(texts)
    names = {term for term, _, kind in expansions if kind in _NAMING and term.isalpha()}
    counts.update(names - counts.keys())
    return [(word, counts[word], stem(word)) for word in sorted(counts)]


def expansion_rows(rows: CodeRows, lexicon: Prepared) -> list[tuple[str, str, str]]:
    """The short forms and other names, with those trade names of which there is no code."""
    return sorted([*lexicon.expansions, *codeless_names(rows.brands.codeless, lexicon)])


def name_rows(rows: CodeRows, lexicon: Prepared) -> list[Row]:
    """The rows of all names of each kind, in the order of the kinds.

    Everyday words that mean none of the library's codes are left out.
    """
    codes = frozenset(str(row[1]) for row in rows.codes)
    of_drugs = {code: [drug] for code, drug in rows.drugs.items()}
    found = [
        *_named(names.BRAND, rows.brands.own, lexicon),
        *_named(names.DRUG, of_drugs, lexicon),
        *_named(names.KIN, rows.brands.kin, lexicon),
        *filter(None, (names.within(each, codes) for each in lexicon.lay)),
    ]
    return [(number, *each) for number, each in enumerate(found, 1)]


def _named(
    kind: str, by_code: Mapping[str, Iterable[str]], lexicon: Prepared
) -> Iterator[names.Name]:
    """The names of one kind in order, from the names of each code."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for code, its_names in by_code.items():
        for name in its_names:
            found[name][code] = 0
    for name, places in sorted(found.items()):
        yield names.name_of(kind, name, places, lexicon.compared.get(name) or names.compared(name))
