"""Reads the modifiers of the seeds: official meanings and dates, and when each is used."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.modifier_use import Use
from hcpcs_desktop.sources import facts as facts_of
from hcpcs_desktop.sources.toml_file import load


class _Use(msgspec.Struct, forbid_unknown_fields=True):
    modifiers: tuple[str, ...]
    when: str
    source: str
    codes: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    inferred: bool = False


class _Uses(msgspec.Struct, forbid_unknown_fields=True):
    use: tuple[_Use, ...]


class OfficialModifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A modifier as CMS lists it; ``ended`` is its last valid day, None while it is in use."""

    code: str
    meaning: str
    added: date
    ended: date | None = None
    coverage: str = ""


class _Official(msgspec.Struct, forbid_unknown_fields=True):
    meaning_source: str
    dates_source: str
    modifier: tuple[OfficialModifier, ...]


@dataclass(frozen=True, slots=True)
class SeedModifiers:
    """All modifiers of CMS's list, where their meanings and dates come from, and their uses."""

    modifiers: tuple[OfficialModifier, ...]
    meaning_source: str
    dates_source: str
    uses: tuple[Use, ...]


def official(records: Path) -> tuple[OfficialModifier, ...]:
    """CMS's whole list, from the folder of records; raises msgspec.ValidationError if wrong."""
    return _listed(records).modifier


def read(seeds: Path) -> SeedModifiers:
    """Read the modifiers of the seeds; raises msgspec.ValidationError where a file is wrong."""
    facts = facts_of.read(seeds / "facts.toml")
    listed = _listed(seeds / "records")
    uses = load(seeds / "modifiers" / "use.toml", _Uses, facts)
    return SeedModifiers(
        listed.modifier,
        listed.meaning_source,
        listed.dates_source,
        tuple(
            Use(each.modifiers, each.when, each.source, each.codes, each.traits, each.inferred)
            for each in uses.use
        ),
    )


def _listed(records: Path) -> _Official:
    return load(records / "modifiers" / "official.toml", _Official)
