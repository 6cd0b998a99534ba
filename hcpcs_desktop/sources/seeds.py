"""Reads the seeds, the facts that the app brings along, from their TOML files."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.caution import Caution
from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.codes import CodeRange, Section
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
from hcpcs_desktop.sources import cautions, denials, places, seed_records, synonyms
from hcpcs_desktop.sources import facts as facts_of
from hcpcs_desktop.sources.seed_records import SeedRecord
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
        seed_records.read(folder / "records"),
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
