"""What the fields and their values mean: CMS's own words where its files were added, else ours.

The newest record layout and processing notes count; what they lack keeps the words of the seeds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hcpcs_desktop.domain.dictionary import Dictionary, Field
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.sources.reading import Reading

NOTES_TABLE = "processing_note"
"""The code table of the seeds that processing notes belong to."""

CodedValue = tuple[str, str, str, str]
"""Code table, value, meaning, and where the meaning comes from."""


def fields(dictionary: Dictionary, readings: Iterable[Reading]) -> list[Field]:
    """The fields with CMS's explanations; labels stay ours, short enough for a window."""
    found = dict(dictionary.fields)
    for reading in _oldest_first(readings):
        for text in reading.field_texts:
            if text.text and text.name in found:
                source = f"CMS HCPCS record layout, {_year(reading)}"
                found[text.name] = replace(found[text.name], help=text.text, source=source)
    return list(found.values())


def coded_values(dictionary: Dictionary, readings: Iterable[Reading]) -> list[CodedValue]:
    """Every value of every code table, in the order of table and value."""
    found = {
        (table.name, value): (meaning, table.source)
        for table in dictionary.tables.values()
        for value, meaning in table.meanings.items()
    }
    for reading in _oldest_first(readings):
        for table in reading.tables:
            for value, meaning in table.meanings.items():
                found[table.name, value] = (meaning, table.source)
        source = f"CMS processing notes, {name_of(reading.release)}"
        found |= {(NOTES_TABLE, note.number): (note.text, source) for note in reading.notes}
    return [(*key, *said) for key, said in sorted(found.items())]


def _oldest_first(readings: Iterable[Reading]) -> Sequence[Reading]:
    return sorted(readings, key=lambda reading: reading.release)


def _year(reading: Reading) -> str:
    return reading.release[:4]
