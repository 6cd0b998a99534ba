"""Reads one code with everything that is known of it on a date."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import msgspec

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.domain.checklist import Payer, Setting, Template
from hcpcs_desktop.domain.clinic import NO_CLINIC, Clinic
from hcpcs_desktop.domain.codes import Kind, normalise
from hcpcs_desktop.domain.composing import compose_for
from hcpcs_desktop.domain.dictionary import FIELD_NAMES, SEVERAL_PLACES
from hcpcs_desktop.domain.history import events
from hcpcs_desktop.domain.mentions import mentioned
from hcpcs_desktop.domain.page import CodePage, PageField
from hcpcs_desktop.domain.record import Appearance, Known, Record, in_force
from hcpcs_desktop.domain.release import first_day, name_of
from hcpcs_desktop.domain.traits import DRUG, NOC
from hcpcs_desktop.domain.validity import Validity, dates_as_of, days_on
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import (
    cautions,
    corrections,
    edits,
    guides,
    prices,
    products,
    provenance,
    schema,
)
from hcpcs_desktop.library.advice import level_one_advice
from hcpcs_desktop.library.connection import Library


def page(
    library: Library,
    code: str,
    on: date,
    payer: Payer = "medicare",
    setting: Setting | None = None,
    clinic: Clinic = NO_CLINIC,
) -> CodePage:
    """All that is known of a code or modifier on a day; its checklist for a payer or a clinic's.

    Raises UserError (kind ``not_found``) where the library does not have it.
    """
    wanted = normalise(code)
    if not wanted.isascii():
        raise _not_found(library, code, wanted)
    row = library.connection.execute(
        "SELECT kind, long, short, traits, validity, from_seeds FROM code WHERE code = ?", [wanted]
    ).fetchone()
    if row is None:
        raise _not_found(library, code, wanted)
    kind, long, short, traits, validity, from_seeds = row
    appearances, origins = _appearances(library.connection, wanted, kind)
    known = in_force(appearances, on)
    steps = corrections.steps_of(library.connection, wanted, appearances, library.about.releases)
    life = msgspec.json.decode(validity, type=Validity)
    since, terminated = days_on(life, known, on)
    found = frozenset(traits.split())
    long_then = _text(known, "long_description") or long
    its_guides = guides.guides_of(library.connection, wanted, found)
    found_page = CodePage(
        code=wanted,
        kind=kind,
        long=long_then,
        short=_text(known, "short_description") or short,
        on=on,
        state=life.state(on),
        added=_added(_date(known, "added"), since),
        action_effective=_date(known, "action_effective"),
        terminated=terminated,
        release=_release(appearances, on),
        section=_section(library.connection, wanted),
        fields=_fields(library.connection, known),
        is_drug=DRUG in found,
        is_noc=NOC in found,
        billing_unit=billing_unit.read(long_then) if DRUG in found else None,
        guides=its_guides,
        cautions=cautions.of_code(library.connection, wanted),
        conflicts=guides.conflicts_on(library.connection, wanted, on),
        similar=guides.similar_to(library.connection, wanted, its_guides, on),
        contacts=guides.contacts(library.connection),
        history=events(appearances, life, steps),
        prices=prices.of_code(library.connection, wanted, on),
        price_history=prices.history(library.connection, wanted),
        mue=edits.limits_on(library.connection, wanted, on),
        products=products.of_code(library.connection, wanted, on),
        checklist=compose_for(
            _templates(library.connection), wanted, found, payer, setting, clinic
        ),
        profile=clinic.profile,
        dates_as_of=dates_as_of(life, known, appearances, on),
        since=since,
        usable_again=life.usable_again(on),
        provenance=provenance.sentences(
            on, life, appearances, origins, known, steps, from_seeds=bool(from_seeds)
        ),
    )
    return replace(found_page, mentioned=_mentioned(library.connection, found_page))


def _mentioned(connection: sqlite3.Connection, page: CodePage) -> frozenset[str]:
    """The other codes that a page mentions and the library has."""
    wanted = mentioned(page.texts()) - {page.code}
    places = ", ".join("?" * len(wanted))
    rows = connection.execute(f"SELECT code FROM code WHERE code IN ({places})", [*wanted])
    return frozenset(code for (code,) in rows)


def _appearances(
    connection: sqlite3.Connection, code: str, kind: Kind
) -> tuple[tuple[Appearance, ...], dict[str, str]]:
    """The record in each release, oldest first, and the file that each release came from."""
    rows = connection.execute(
        f"SELECT appearance.release, appearance.source, {schema.FIELD_COLUMNS} FROM appearance "
        "JOIN version ON version.id = appearance.version WHERE appearance.code = ? "
        "ORDER BY appearance.release",
        [code],
    ).fetchall()
    appearances = tuple(
        Appearance(release, Record(code, kind, schema.values_of(tuple(columns))))
        for release, _, *columns in rows
    )
    return appearances, {release: source for release, source, *_ in rows}


def _release(appearances: Sequence[Appearance], on: date) -> str:
    """The newest release at or before a day that lists the code, else the first that does."""
    past = [each.release for each in appearances if first_day(each.release) <= on]
    return past[-1] if past else appearances[0].release


def _fields(connection: sqlite3.Connection, known: dict[str, Known]) -> tuple[PageField, ...]:
    """Every field but the descriptions, in the order of the record."""
    dictionary = {
        name: rest
        for name, *rest in connection.execute(
            "SELECT name, label, help, source, code_table FROM field"
        )
    }
    return tuple(
        _field(connection, name, dictionary[name], known.get(name)) for name in FIELD_NAMES
    )


def _field(
    connection: sqlite3.Connection, name: str, described: list[str], known: Known | None
) -> PageField:
    label, help_text, source, table = described
    values = known.values if known else ()
    return PageField(
        name=name,
        label=label,
        help=help_text,
        source=source,
        values=values,
        meanings=tuple(_meaning(connection, table, value) for value in values),
        several=name in SEVERAL_PLACES,
        printed=known is not None,
        release=known.release if known else None,
    )


def _meaning(connection: sqlite3.Connection, table: str | None, value: str) -> str:
    """What a coded value means; a value that CMS's table lacks says so."""
    if table is None:
        return ""
    found = connection.execute(
        "SELECT meaning FROM coded_value WHERE code_table = ? AND value = ?", [table, value]
    ).fetchone()
    return found[0] if found else "not in the CMS table"


def _section(connection: sqlite3.Connection, code: str) -> tuple[str, ...]:
    if len(code) == 2:
        return ("Modifiers",)
    letter = connection.execute("SELECT heading FROM letter WHERE letter = ?", [code[0]]).fetchone()
    span = connection.execute(
        "SELECT first, last, heading FROM section WHERE ? BETWEEN first AND last "
        "ORDER BY last, first DESC LIMIT 1",
        [code],
    ).fetchone()
    headings = [f"{code[0]} codes: {letter[0]}"] if letter else []
    if span:
        headings.append(f"{span[0]}-{span[1]} {span[2]}")
    return tuple(headings)


def _templates(connection: sqlite3.Connection) -> list[Template]:
    rows = connection.execute("SELECT template FROM checklist ORDER BY id")
    return [msgspec.json.decode(template, type=Template) for (template,) in rows]


def _text(known: dict[str, Known], name: str) -> str:
    return " ".join(known[name].values) if name in known else ""


def _added(printed: date | None, since: date | None) -> date | None:
    """The day on which a code was added, as of a span; a list may print that of a later return."""
    return since if printed and since and since < printed else printed


def _date(known: dict[str, Known], name: str) -> date | None:
    text = _text(known, name)
    return date.fromisoformat(text) if text else None


def _not_found(library: Library, typed: str, code: str) -> UserError:
    advice = level_one_advice(code)
    if advice:
        return UserError(f"{typed.strip()}: {advice}", "not_level_two")
    releases = library.about.releases
    held = f"the {name_of(releases[-1])} release" if releases else "the few codes of the seeds"
    return UserError(
        f"{typed.strip()[:40] or 'An empty code'} is no code or modifier of this library, which "
        f"holds {held}. Check the spelling, or add a CMS file that lists it.",
        "not_found",
    )
