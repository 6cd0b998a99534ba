"""Answers what stands on a remittance: what a reason or remark means, and what to do."""

import sqlite3
from functools import lru_cache

import msgspec

from hcpcs_desktop.domain import denial, topic
from hcpcs_desktop.domain.denial import Asked, Denial, Remittance
from hcpcs_desktop.domain.place import Place

_UNKNOWN = (
    "{} is not among the reasons and remarks that the program explains: look it up in X12's list, "
    "or in the payer's own."
)
_MOST = 3
"""Denials that words may describe and that are told of; more would be no answer."""


def read_as_denial(connection: sqlite3.Connection, text: str) -> str:
    """What to say of a text that names reasons or remarks (``CO-197``); empty where it does not."""
    asked = denial.parse(text)
    if not asked:
        return ""
    remittance = _remittance(connection)
    found = [(each, denial.known(remittance.denials, each)) for each in asked]
    if not any(its for _, its in found) and denial.is_bare(text):
        return _UNKNOWN.format(text.strip().upper())
    return "\n".join(_sentence(remittance, each, its) for each, its in found if its is not None)


def read_as_place(connection: sqlite3.Connection, text: str) -> str:
    """What to say of a text that names a place of service (``POS 19``); empty for others."""
    if not topic.names_place(text):
        return ""
    (content,) = connection.execute(
        "SELECT content FROM guidance WHERE subject = 'places'"
    ).fetchone()
    places = msgspec.json.decode(content, type=tuple[Place, ...])
    found = topic.place_named(text, places)
    if found is None:
        return f"{text.strip()}: no such place of service is known to the program; see CMS's list."
    return f"POS {found.code}: {found.name}. {found.note}"


def described(connection: sqlite3.Connection, text: str) -> str:
    """What to say of words that describe a denial (``missing authorization``); empty for others."""
    remittance = _remittance(connection)
    found = denial.find(remittance.denials, text)[:_MOST]
    return "\n".join(_sentence(remittance, Asked(each.kind, each.code), each) for each in found)


def _remittance(connection: sqlite3.Connection) -> Remittance:
    row = connection.execute("SELECT content FROM guidance WHERE subject = 'remittance'").fetchone()
    return _decoded(row[0])


@lru_cache(maxsize=2)
def _decoded(content: str) -> Remittance:
    return msgspec.json.decode(content, type=Remittance)


def _sentence(remittance: Remittance, asked: Asked, found: Denial) -> str:
    """Code, meaning, whether it is a denial, what to do by when, what to check."""
    hint = found.under(asked.group)
    is_denial = hint.is_denial if hint else found.is_denial
    name = "-".join(part for part in (asked.group, found.code) if part)
    told = [f"{found.kind.upper()} {name}: {found.title}.", found.meaning]
    if hint:
        told.append(hint.says)
    if not is_denial:
        told.append("This is no denial.")
    told += [found.act, remittance.route(found, asked.group).says]
    if found.check:
        told.append(f"Check: {'; '.join(found.check)}.")
    if found.knowledge == "general":
        told.append("From general knowledge; to be confirmed.")
    return " ".join(each for each in told if each)
