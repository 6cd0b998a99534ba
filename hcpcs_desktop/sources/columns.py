"""The columns of a table by their names, wherever they stand and however many there are."""

import sys
from collections.abc import Collection, Iterator, Sequence

from hcpcs_desktop.sources.tabular import Row

HEAD = 100
"""Rows in which a header is looked for; CMS puts at most 13 lines of text before it."""

_NOWHERE = sys.maxsize
"""Beyond the end of every row."""


class Columns:
    """Where each column of a table stands; a column that the table lacks gives empty text."""

    def __init__(self, header: Row) -> None:
        """Take the header row; names are compared without regard to case and white space."""
        self._at: dict[str, int] = {}
        self._places: dict[tuple[str, ...], int] = {}
        for index, text in enumerate(header):
            self._at.setdefault(label(text), index)

    def __contains__(self, name: str) -> bool:
        """Whether the table has a column of that name (in upper case)."""
        return name in self._at

    def __iter__(self) -> Iterator[str]:
        """The names of the columns."""
        return iter(self._at)

    def text(self, row: Row, *names: str) -> str:
        """The cell of the first of these columns that the table has, without blanks around it."""
        at = self._places.get(names)
        if at is None:
            at = next((self._at[name] for name in names if name in self._at), _NOWHERE)
            self._places[names] = at
        return row[at].strip() if at < len(row) else ""


def label(text: str) -> str:
    """The name of a column as it is compared."""
    return " ".join(text.upper().replace("_", " ").split())


def find(rows: Sequence[Row], *wanted: Collection[str]) -> int | None:
    """The index of the first row that has one name of each of the collections."""
    for index, row in enumerate(rows[:HEAD]):
        names = {label(text) for text in row}
        if all(not names.isdisjoint(each) for each in wanted):
            return index
    return None


def data_rows(rows: Sequence[Row], header: int) -> Iterator[tuple[int, Row]]:
    """The rows below the header that hold something, with their numbers as a person counts.

    A lone Ctrl-Z, the mark of an end of file under DOS, is nothing.
    """
    for number, row in enumerate(rows[header + 1 :], header + 2):
        if "".join(row).strip(" \x1a"):
            yield number, row
