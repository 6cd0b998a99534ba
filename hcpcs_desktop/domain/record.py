"""A code's official record through the releases, and what it says on a date.

What a file does not print is unknown: a field that is absent from ``Record.values`` was not
printed, one with an empty tuple was printed blank.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain.codes import Kind

Values = tuple[str, ...]

CURRENT_KNOWLEDGE = frozenset({"added", "termination"})
"""Dates hold for the whole life of a code, so the newest release that prints them is right."""


@dataclass(frozen=True, slots=True)
class Record:
    """What one release prints for one code; ``values`` holds its fields by name, dates as ISO."""

    code: str
    kind: Kind
    values: Mapping[str, Values]

    def first(self, name: str) -> str:
        """The first value of a field; empty where it is blank or not printed."""
        values = self.values.get(name, ())
        return values[0] if values else ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A record as it stands in one release (``YYYY-MM``)."""

    release: str
    record: Record


@dataclass(frozen=True, slots=True)
class Known:
    """The values of a field and the release that says so."""

    values: Values
    release: str


def in_force(appearances: Iterable[Appearance], on: date) -> dict[str, Known]:
    """Each field as of a day: from the newest release at or before it that prints the field.

    Where none before prints it, the nearest later one answers. The added and termination dates
    come from the newest release of all; once known, an added date is not lost to a blank.
    """
    oldest_first = sorted(appearances, key=lambda each: each.release)
    month = on.strftime("%Y-%m")
    past = [each for each in oldest_first if each.release <= month]
    future = [each for each in oldest_first if each.release > month]
    known: dict[str, Known] = {}
    for each in [*reversed(future), *past]:
        for name, values in each.record.values.items():
            if name not in CURRENT_KNOWLEDGE:
                known[name] = Known(values, each.release)
    for each in oldest_first:
        for name in CURRENT_KNOWLEDGE & each.record.values.keys():
            if name == "termination" or each.record.values[name] or name not in known:
                known[name] = Known(each.record.values[name], each.release)
    return known


def newest(oldest_first: Iterable[Appearance]) -> dict[str, Values]:
    """Each field as the newest release that prints it has it: ``in_force`` after all releases."""
    values: dict[str, Values] = {}
    for each in oldest_first:
        added = values.get("added")
        values.update(each.record.values)
        if added and not values["added"]:
            values["added"] = added
    return values
