"""Finds codes and modifiers. Fast enough for every keystroke, so it needs no thread."""

import sqlite3
from collections.abc import Sequence
from datetime import date

import msgspec

from hcpcs_desktop.domain.hit import Answer, Hit, ReadAs, Why
from hcpcs_desktop.domain.record import Validity
from hcpcs_desktop.domain.traits import DRUG
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import Query

_COLUMNS = "code.code, code.kind, code.short, code.long, code.traits, code.validity"
_USABLE = "(code.ended IS NULL OR code.ended >= :on)"
_ORDER = "code.traits LIKE '%noc%', bm25(code_text, 8.0, 1.0, 3.0), code.code"

_validity = msgspec.json.Decoder(Validity)


def run(
    library: Library, query: Query, on: date, *, limit: int = 20, discontinued: bool = False
) -> Answer:
    """Answer a query as of a day, the best hits first.

    Discontinued codes are left out, unless asked for or nothing else answers.
    """
    search = _Search(library.connection, query, on, limit)
    kind, total, hits = search.answer(everything=discontinued)
    if not hits and not discontinued:
        kind, total, hits = search.answer(everything=True)
    return Answer(query.text, on, kind, (), (), total, hits, query.advice)


class _Search:
    def __init__(self, connection: sqlite3.Connection, query: Query, on: date, limit: int) -> None:
        self.connection = connection
        self.query = query
        self.on = on
        self.limit = limit

    def answer(self, *, everything: bool) -> tuple[ReadAs, int, tuple[Hit, ...]]:
        """How the query was read in the end, how many hits there are, and the first of them."""
        usable = "1" if everything else _USABLE
        if self.query.kind == "empty":
            return "empty", 0, ()
        total, hits = self._by_code(usable)
        if hits or not self._may_be_text():
            return self.query.kind, total, hits
        return "text", *self._by_words(usable)

    def _may_be_text(self) -> bool:
        return not self.query.advice and self.query.kind != "range"

    def _by_code(self, usable: str) -> tuple[int, tuple[Hit, ...]]:
        """The codes named by range, by their beginning or by four digits; then modifiers."""
        where, values = self._named()
        total = 0
        hits: list[Hit] = []
        if where:
            total, hits = self._select(
                "code", f"({where}) AND {usable}", values, "code.code", _CODE
            )
        found = self._modifiers()
        return total + len(found), (*hits, *found)[: self.limit]

    def _named(self) -> tuple[str, dict[str, object]]:
        query = self.query
        if query.span is not None:
            return "code.code BETWEEN :first AND :last", {
                "first": query.span.first,
                "last": query.span.last,
            }
        if query.prefix:
            return "code.kind = 'code' AND code.code GLOB :glob", {"glob": query.prefix + "*"}
        if query.digits:
            return "code.code GLOB :glob", {"glob": "[A-Z]" + query.digits}
        return "", {}

    def _modifiers(self) -> list[Hit]:
        found: list[Hit] = []
        for modifier in self.query.modifiers:
            where = "code.kind = 'modifier' AND code.code = :code"
            found += self._select("code", where, {"code": modifier}, "code.code", _CODE)[1]
        return found

    def _by_words(self, usable: str) -> tuple[int, tuple[Hit, ...]]:
        match = " AND ".join(f'"{word}"*' for word in self.query.words)
        tables = "code_text JOIN code ON code.id = code_text.rowid"
        where = f"code_text MATCH :match AND {usable}"
        why = Why("description", "")
        total, hits = self._select(tables, where, {"match": match}, _ORDER, why)
        return total, tuple(hits)

    def _select(
        self, tables: str, where: str, values: dict[str, object], order: str, why: Why
    ) -> tuple[int, list[Hit]]:
        values = {**values, "on": self.on.isoformat(), "limit": self.limit}
        (total,) = self.connection.execute(
            f"SELECT count(*) FROM {tables} WHERE {where}",
            values,
        ).fetchone()
        rows = self.connection.execute(
            f"SELECT {_COLUMNS} FROM {tables} WHERE {where} ORDER BY {order} LIMIT :limit",
            values,
        )
        return total, [self._hit(row, why) for row in rows]

    def _hit(self, row: Sequence[str], why: Why) -> Hit:
        code, kind, short, long, traits, validity = row
        return Hit(
            code=code,
            kind="modifier" if kind == "modifier" else "code",
            short=short,
            long=long,
            state=_validity.decode(validity).state(self.on),
            is_drug=DRUG in traits.split(),
            why=why,
            marks=() if why is _CODE else self.query.words,
        )


_CODE = Why("code", "")
