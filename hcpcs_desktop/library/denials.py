"""Answers what stands on a remittance: what a reason or remark means, and what to do."""

import sqlite3

import msgspec

from hcpcs_desktop.domain import denial
from hcpcs_desktop.domain.denial import Asked, Denial, Remittance

_MOST = 3
"""Denials that words may describe and that are told of; more would be no answer."""


def read_as_denial(connection: sqlite3.Connection, text: str) -> str:
    """What to say of a text that names reasons or remarks (``CO-197``); empty where it does not."""
    asked = denial.parse(text)
    if not asked:
        return ""
    remittance = _remittance(connection)
    found = [(each, denial.known(remittance.denials, each)) for each in asked]
    return "\n".join(_sentence(remittance, each, its) for each, its in found if its is not None)


def described(connection: sqlite3.Connection, text: str) -> str:
    """What to say of words that describe a denial (``missing authorization``); empty for others."""
    remittance = _remittance(connection)
    found = denial.find(remittance.denials, text)[:_MOST]
    return "\n".join(_sentence(remittance, Asked(each.kind, each.code), each) for each in found)


def _remittance(connection: sqlite3.Connection) -> Remittance:
    row = connection.execute("SELECT content FROM guidance WHERE subject = 'remittance'").fetchone()
    return msgspec.json.decode(row[0], type=Remittance)


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
