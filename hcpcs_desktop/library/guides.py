"""Reads what guides say about a code: the guides, what of them the record contradicts, sisters."""

import re
import sqlite3
from dataclasses import replace
from datetime import date

import msgspec

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.domain.guide import Conflict, Contact, Guide, Similar, similar_by_guide
from hcpcs_desktop.domain.ingredient import salt
from hcpcs_desktop.domain.page import PageConflict, Suggestion
from hcpcs_desktop.domain.validity import Validity
from hcpcs_desktop.library.families import PER_DIEM_FAMILY

_PRODUCT = re.compile(r"\(([^)]+)\)")


def guides_of(
    connection: sqlite3.Connection, code: str, traits: frozenset[str]
) -> tuple[Guide, ...]:
    """The guides that hold for a code, those that name it first."""
    fitting = [guide for guide in _all_guides(connection) if guide.fits(code, traits)]
    return tuple(sorted(fitting, key=lambda guide: (bool(guide.traits), guide.id)))


def all_conflicts(connection: sqlite3.Connection) -> tuple[Conflict, ...]:
    """Every claim of a guide that the record contradicts."""
    rows = connection.execute("SELECT conflict FROM conflict ORDER BY position")
    return tuple(msgspec.json.decode(text, type=Conflict) for (text,) in rows)


def conflicts_on(connection: sqlite3.Connection, code: str, on: date) -> tuple[PageConflict, ...]:
    """The contradicted claims about a code, with the suggestions that can be used on the date."""
    return tuple(
        PageConflict(each, _suggestions(connection, each.suggest, on))
        for each in all_conflicts(connection)
        if each.code == code
    )


def similar_to(
    connection: sqlite3.Connection, code: str, guides: tuple[Guide, ...], on: date
) -> tuple[Similar, ...]:
    """The codes that could be mistaken for a code: named by its guides, or of the same family.

    Those that a guide meant when it named this code by mistake are among them. Codes that are
    discontinued on the date are left out.
    """
    contradicted = all_conflicts(connection)
    meant = [
        Similar(other, f"guide meant {each.drug}")
        for each in contradicted
        if each.code == code and each.kind == "drug"
        for other in each.suggest
    ]
    named = similar_by_guide(guides, code, contradicted)
    by_code: dict[str, Similar] = {}
    for each in [*meant, *_family(connection, code), *named]:
        by_code.setdefault(each.code, each)
    looked_up = [_looked_up(connection, each, on) for each in by_code.values()]
    return tuple(each for each in looked_up if each and each.state != "discontinued")


def contacts(connection: sqlite3.Connection) -> tuple[Contact, ...]:
    """Whom to ask about codes."""
    rows = connection.execute("SELECT contact FROM contact ORDER BY position")
    return tuple(msgspec.json.decode(text, type=Contact) for (text,) in rows)


def _all_guides(connection: sqlite3.Connection) -> list[Guide]:
    rows = connection.execute("SELECT guide FROM guide ORDER BY id")
    return [msgspec.json.decode(text, type=Guide) for (text,) in rows]


def _suggestions(
    connection: sqlite3.Connection, codes: tuple[str, ...], on: date
) -> tuple[Suggestion, ...]:
    found = []
    for code in codes:
        long, validity = connection.execute(
            "SELECT long, validity FROM code WHERE code = ?", [code]
        ).fetchone()
        life = msgspec.json.decode(validity, type=Validity)
        if life.state(on) in {"valid", "unknown"}:
            product = _PRODUCT.search(long)
            span = life.span_on(on)
            since = span.start if span else None
            found.append(Suggestion(code, long, product[1] if product else "", since))
    return tuple(found)


def _family(connection: sqlite3.Connection, code: str) -> list[Similar]:
    """The sisters of a code: the same drug, or the same per-diem therapy."""
    family, long = connection.execute(
        "SELECT family, long FROM code WHERE code = ?", [code]
    ).fetchone()
    if not family:
        return []
    rows = connection.execute(
        "SELECT code, long FROM code WHERE family = ? AND code <> ? ORDER BY code", [family, code]
    )
    return [Similar(other, _why(family, long, theirs)) for other, theirs in rows]


def _why(family: str, ours: str, theirs: str) -> str:
    if family.startswith(PER_DIEM_FAMILY):
        return "same per-diem family"
    if salt(ours) != salt(theirs):
        return "same drug, other salt"
    our_unit, their_unit = billing_unit.read(ours), billing_unit.read(theirs)
    same_unit = (
        our_unit is not None
        and their_unit is not None
        and ((our_unit.kind, our_unit.amount) == (their_unit.kind, their_unit.amount))
    )
    return "same drug, other product" if same_unit else "same drug, other unit"


def _looked_up(connection: sqlite3.Connection, similar: Similar, on: date) -> Similar | None:
    """A similar code with its description and its state; None where the library lacks it."""
    row = connection.execute(
        "SELECT long, validity FROM code WHERE code = ?", [similar.code]
    ).fetchone()
    if row is None:
        return None
    long, validity = row
    state = msgspec.json.decode(validity, type=Validity).state(on)
    return replace(similar, long=long, state=state)
