"""Reads the modifiers of the seeds: official meanings and dates, and when each is used."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from hcpcs_desktop.domain.modifier_use import Use

T = TypeVar("T")


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


def read(folder: Path) -> SeedModifiers:
    """Read ``seeds/modifiers``; raises msgspec.ValidationError where a file breaks its schema."""
    official = _load(folder / "official.toml", _Official)
    uses = _load(folder / "use.toml", _Uses)
    return SeedModifiers(
        official.modifier,
        official.meaning_source,
        official.dates_source,
        tuple(
            Use(each.modifiers, each.when, each.source, each.codes, each.traits, each.inferred)
            for each in uses.use
        ),
    )


def _load(path: Path, schema: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), schema)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise msgspec.ValidationError(f"{path.name}: {error}") from error
