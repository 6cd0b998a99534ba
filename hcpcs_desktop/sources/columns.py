"""The columns of a table by their names, wherever they stand and however many there are."""

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from hcpcs_desktop.sources.tabular import Row

HEAD = 100
"""Rows in which a header is looked for; CMS puts at most 13 lines of text before it."""

_NOWHERE = sys.maxsize
"""Beyond the end of every row."""

_NOTHING = " \x1a\xa0"
"""What an empty cell may hold; Ctrl-Z is the mark of an end of file under DOS."""

_IN_NO_NAME = re.compile(r"[^A-Z0-9]+")


class Columns:
    """Where each column of a table stands; a column that the table lacks gives empty text."""

    def __init__(self, names: Row) -> None:
        """Take the names of a header, which are compared as ``label`` says."""
        self._at: dict[str, int] = {}
        self._places: dict[tuple[str, ...], int] = {}
        for index, text in enumerate(names):
            self._at.setdefault(label(text), index)

    def __contains__(self, name: str) -> bool:
        """Whether the table has a column of that name."""
        return label(name) in self._at

    def __iter__(self) -> Iterator[str]:
        """The labels of the columns."""
        return iter(self._at)

    def text(self, row: Row, *names: str) -> str:
        """The cell of the first of these columns that the table has, without blanks around it."""
        at = self._places.get(names)
        if at is None:
            labels = map(label, names)
            at = next((self._at[name] for name in labels if name in self._at), _NOWHERE)
            self._places[names] = at
        return row[at].strip() if at < len(row) else ""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its first and its last row, and the names of the columns."""

    first: int
    last: int
    names: Row


@lru_cache(maxsize=1_000)
def label(text: str) -> str:
    """The name of a column as it is compared: ``HCPCS_Code`` and ``HCPCS code`` are HCPCSCODE."""
    return _IN_NO_NAME.sub("", text.upper())


def find(rows: Sequence[Row], *wanted: Collection[str]) -> Header | None:
    """The first header that has one name of each of the collections.

    It is a row, or where no row will do, two that stand above one another.
    """
    labels = [{label(name) for name in each} for each in wanted]
    head = rows[:HEAD]
    for index, row in enumerate(head):
        if _has(row, labels):
            return Header(index, index, row)
    for index, (upper, lower) in enumerate(pairwise(head)):
        names = [f"{one} {two}" for one, two in zip_longest(upper, lower, fillvalue="")]
        if _has(names, labels):
            return Header(index, index + 1, names)
    return None


def data_rows(rows: Sequence[Row], header: Header) -> Iterator[tuple[int, Row]]:
    """The rows below the header that hold data, with their numbers as a person counts."""
    for number, row in enumerate(rows[header.last + 1 :], header.last + 2):
        if not is_blank_or_note(row):
            yield number, row


def is_blank_or_note(row: Row) -> bool:
    """Whether a row holds nothing, or one cell with a sentence: CMS puts notes below its tables."""
    if len(row) > 1 and row[0] > " " and row[1] > " ":
        return False
    found = ""
    for cell in row:
        if cell and (text := cell.strip(_NOTHING)):
            if found:
                return False
            found = text
    return not found or " " in found


def _has(row: Row, wanted: Sequence[Collection[str]]) -> bool:
    names = {label(text) for text in row if len(text) < HEAD}
    return all(not names.isdisjoint(each) for each in wanted)
