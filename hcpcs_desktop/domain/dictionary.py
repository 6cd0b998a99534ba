"""The fields of a record: which there are, what they are called, what their values mean.

Source: CMS HCPCS record layout. Labels, help and meanings come from ``seeds/tables``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

DESCRIPTIONS = ("long_description", "short_description")

FIELD_NAMES = (
    "pricing",
    "multiple_pricing",
    "cim",
    "mcm",
    "statute",
    "lab_certification",
    "xref",
    "coverage",
    "asc",
    "asc_effective",
    "mog",
    "mog_indicator",
    "mog_effective",
    "processing_note",
    "betos",
    "tos",
    "anesthesia_base_units",
    "added",
    "action_effective",
    "termination",
    "action",
)
"""Every field but the descriptions, in the order in which the record has them."""

SEVERAL_PLACES = frozenset({"pricing", "cim", "mcm", "lab_certification", "xref", "tos"})
"""Fields for which the record has more than one place; their value is a list."""

DATES = frozenset({"asc_effective", "mog_effective", "added", "action_effective", "termination"})
"""Fields that hold a date; ISO 8601 inside the app, YYYYMMDD in CMS's files."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the record: its name, label, help text, and the code table of its values."""

    name: str
    label: str
    help: str
    source: str
    table: str | None = None


@dataclass(frozen=True, slots=True)
class CodeTable:
    """The coded values of a field with their meanings, and where both come from."""

    name: str
    source: str
    meanings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All fields and code tables by name."""

    fields: Mapping[str, Field]
    tables: Mapping[str, CodeTable]
