"""Reads the seeds, the facts that the app brings along, from their TOML files."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.caution import Caution
from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.codes import CodeRange, Kind, Section
from hcpcs_desktop.domain.denial import Remittance
from hcpcs_desktop.domain.dictionary import CodeTable, Dictionary, Field
from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.domain.guide import (
    Claim,
    Contact,
    Guide,
    GuideSection,
    SectionName,
    Statement,
)
from hcpcs_desktop.domain.lexicon import Lexicon
from hcpcs_desktop.domain.place import Place
from hcpcs_desktop.domain.record import Appearance, Record
from hcpcs_desktop.sources import cautions, denials, places, synonyms
from hcpcs_desktop.sources import facts as facts_of
from hcpcs_desktop.sources.toml_file import load


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    source: str
    value: list["_Value"]


class _Value(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    meaning: str


class _Fields(msgspec.Struct, forbid_unknown_fields=True):
    field: list[Field]


class _Letter(msgspec.Struct, forbid_unknown_fields=True):
    letter: str
    heading: str


class _Section(msgspec.Struct, forbid_unknown_fields=True):
    first: str
    last: str
    heading: str


class _Sections(msgspec.Struct, forbid_unknown_fields=True):
    letter: list[_Letter]
    section: list[_Section]


class _Printed(msgspec.Struct, forbid_unknown_fields=True):
    """What one CMS file prints for a code; a field that it lacks stays None."""

    release: str
    source: str
    long_description: str | None = None
    short_description: str | None = None
    pricing: list[str] | None = None
    multiple_pricing: list[str] | None = None
    cim: list[str] | None = None
    mcm: list[str] | None = None
    statute: list[str] | None = None
    lab_certification: list[str] | None = None
    xref: list[str] | None = None
    coverage: list[str] | None = None
    asc: list[str] | None = None
    asc_effective: list[str] | None = None
    mog: list[str] | None = None
    mog_indicator: list[str] | None = None
    mog_effective: list[str] | None = None
    processing_note: list[str] | None = None
    betos: list[str] | None = None
    tos: list[str] | None = None
    anesthesia_base_units: list[str] | None = None
    added: list[str] | None = None
    action_effective: list[str] | None = None
    termination: list[str] | None = None
    action: list[str] | None = None


class _SeedRecord(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    kind: Kind
    printed: list[_Printed]
    unsure_from: date | None = None
    ended_by: date | None = None


class _Checklist(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    order: int
    title: str
    codes: tuple[str, ...]
    traits: tuple[str, ...]
    item: tuple[Item, ...]
    unless: tuple[str, ...] = ()


class _GuideSection(msgspec.Struct, forbid_unknown_fields=True):
    name: SectionName
    statement: tuple[Statement, ...]


class _Guide(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    title: str
    as_of: str
    origin: str
    codes: tuple[str, ...]
    traits: tuple[str, ...]
    section: tuple[_GuideSection, ...]
    claim: tuple[Claim, ...] = ()
    filed_under: str = ""
    unless: tuple[str, ...] = ()


class _Contacts(msgspec.Struct, forbid_unknown_fields=True):
    contact: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class SeedRecord:
    """What a CMS file prints for a code that the seeds bring along; ``source`` names the file.

    ``unsure_from`` and ``ended_by`` are days from which on the code may have ended, and has ended,
    where that is known without the last day.
    """

    appearance: Appearance
    source: str
    unsure_from: date | None
    ended_by: date | None


@dataclass(frozen=True, slots=True)
class Seeds:
    """All that the seeds hold; ``digest`` is a checksum over their files."""

    dictionary: Dictionary
    letters: dict[str, str]
    sections: tuple[Section, ...]
    records: tuple[SeedRecord, ...]
    templates: tuple[Template, ...]
    guides: tuple[Guide, ...]
    contacts: tuple[Contact, ...]
    lexicon: Lexicon
    facts: Facts
    remittance: Remittance
    places: tuple[Place, ...]
    cautions: tuple[Caution, ...]
    digest: str


def read(folder: Path) -> Seeds:
    """Read the seeds in a folder; raises msgspec.ValidationError where a file breaks its schema."""
    facts = facts_of.read(folder / "facts.toml")
    sections = load(folder / "sections.toml", _Sections)
    return Seeds(
        _dictionary(folder / "tables", facts),
        {each.letter: each.heading for each in sections.letter},
        tuple(Section(CodeRange(each.first, each.last), each.heading) for each in sections.section),
        tuple(record for path in _in(folder / "records") for record in _records(path)),
        tuple(_template(path, facts) for path in _in(folder / "checklists")),
        tuple(_guide(path, facts) for path in _in(folder / "guides")),
        load(folder / "contacts.toml", _Contacts).contact,
        synonyms.read(folder / "synonyms"),
        facts,
        denials.read(folder / "denials.toml", facts),
        places.read(folder / "places.toml", facts),
        cautions.read(folder / "cautions.toml", facts),
        digest_of(folder),
    )


def digest_of(folder: Path) -> str:
    """A checksum over the files of the seeds: a library of other seeds is out of date."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _dictionary(folder: Path, facts: Facts) -> Dictionary:
    fields = load(folder / "fields.toml", _Fields, facts).field
    tables = [load(path, _Table, facts) for path in _in(folder) if path.name != "fields.toml"]
    return Dictionary(
        {field.name: field for field in fields},
        {
            table.name: CodeTable(
                table.name, table.source, {each.code: each.meaning for each in table.value}
            )
            for table in tables
        },
    )


def _guide(path: Path, facts: Facts) -> Guide:
    read = load(path, _Guide, facts)
    sections = tuple(GuideSection(each.name, each.statement) for each in read.section)
    return Guide(
        read.id,
        read.title,
        read.as_of,
        read.origin,
        read.codes,
        read.traits,
        sections,
        read.claim,
        read.filed_under,
        read.unless,
    )


def _template(path: Path, facts: Facts) -> Template:
    read = load(path, _Checklist, facts)
    return Template(
        read.id, read.order, read.title, read.codes, read.traits, read.item, read.unless
    )


def _records(path: Path) -> list[SeedRecord]:
    seed = load(path, _SeedRecord)
    return [
        SeedRecord(
            Appearance(each.release, Record(seed.code, seed.kind, _values(each))),
            each.source,
            seed.unsure_from,
            seed.ended_by,
        )
        for each in seed.printed
    ]


def _values(printed: _Printed) -> dict[str, tuple[str, ...]]:
    found = {
        name: value
        for name in printed.__struct_fields__
        if name not in {"release", "source"} and (value := getattr(printed, name)) is not None
    }
    return {
        name: (value,) if isinstance(value, str) else tuple(value) for name, value in found.items()
    }
