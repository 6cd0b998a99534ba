"""What the full text index of a library answers; its last answers are kept."""

import sqlite3
from array import array
from collections.abc import Sequence
from itertools import chain

_MATCHING = "SELECT rowid FROM code_text WHERE code_text MATCH ?"
_WEIGHED = " ORDER BY bm25(code_text, 0.0, 2.0, 1.0, 6.0, 6.0), rowid"
_ONE = " LIMIT 1"
_MOST_KEPT = 40
"""Answers: with every letter of a word those of the words before it are asked for again."""


class TextIndex:
    """Asks the index; an answer stays true, since a library never changes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask the index of this library."""
        self._connection = connection
        self._kept: dict[tuple[str, bool], array[int]] = {}

    def matching(self, match: str, *, weighed: bool = True) -> Sequence[int]:
        """The ids of the codes that answer an expression, the best as the index sees them first."""
        asked = match, weighed
        if asked not in self._kept:
            if len(self._kept) == _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            found = self._connection.execute(_MATCHING + _WEIGHED * weighed, [match])
            self._kept[asked] = array("I", chain.from_iterable(found))
        return self._kept[asked]

    def answers(self, match: str) -> bool:
        """Whether some code answers an expression."""
        return self._connection.execute(_MATCHING + _ONE, [match]).fetchone() is not None
