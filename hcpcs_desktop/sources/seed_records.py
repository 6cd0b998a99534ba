"""Reads the records of the seeds: what CMS's files print for the codes that the app brings along.

Of a few codes and modifiers the seeds hold all fields; of every other modifier its meaning and its
dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.codes import Kind
from hcpcs_desktop.domain.record import Appearance, Record, Values
from hcpcs_desktop.sources import modifiers
from hcpcs_desktop.sources.toml_file import load


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


def read(folder: Path) -> tuple[SeedRecord, ...]:
    """Read the records; raises msgspec.ValidationError where a file breaks its schema."""
    whole = [record for path in sorted(folder.glob("*.toml")) for record in _records(path)]
    known = {each.appearance.record.code for each in whole}
    others = (each for each in _modifiers(folder) if each.appearance.record.code not in known)
    return (*whole, *others)


def _modifiers(folder: Path) -> Iterator[SeedRecord]:
    """Meaning and dates of CMS's modifiers, under the releases that print them."""
    for each in modifiers.official(folder):
        meaning: dict[str, Values] = {"long_description": (each.meaning,)}
        dates: dict[str, Values] = {"added": (each.added.isoformat(),)}
        if each.coverage:
            dates["coverage"] = (each.coverage,)
            dates["termination"] = (each.ended.isoformat(),) if each.ended else ()
            yield _of_modifier(each.code, "2020-10", "CMS HCPCS list, October 2020", dates)
        else:
            meaning |= dates
        yield _of_modifier(each.code, "2025-10", "CMS HCPCS list, October 2025", meaning)


def _of_modifier(code: str, release: str, source: str, values: dict[str, Values]) -> SeedRecord:
    return SeedRecord(Appearance(release, Record(code, "modifier", values)), source, None, None)


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
