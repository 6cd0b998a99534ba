"""Several files of one family and one release as one reading.

A workbook, its copy as csv and its print say the same; what they say twice counts once.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import listed

_KEYS: dict[str, Callable[[Any], object]] = {
    "field_texts": lambda each: each.name,
    "tables": lambda each: each.name,
    "notes": lambda each: each.number,
    "noc_codes": lambda each: each.code,
    "reported": lambda each: each.code,
    "corrections": lambda each: (
        each.code,
        each.action,
        each.effective,
        each.comment,
        tuple(each.values.items()),
    ),
    "limits": lambda each: (each.code, each.short if not each.code else ""),
    "products": lambda each: (each.crosswalk, each.code, each.generic, each.ndc),
}
"""By what two rows of different files are known to be about the same thing."""


def together(tables: Sequence[Reading], prints: Sequence[Reading]) -> Reading:
    """One reading of all; at least one is given, and all are of one family and release.

    Of what several files say the first counts, and a contradiction is reported. Prints cut their
    cells: next to a table they give only what the table lacks.
    """
    readings = [*tables, *prints]
    main = tables or prints
    remarks: list[str] = []
    contents: dict[str, Any] = {name: _joined(name, main, remarks) for name in _KEYS}
    if tables:
        contents = {
            name: items + _missing(name, items, prints, remarks) for name, items in contents.items()
        }
    return replace(
        readings[0],
        file=" + ".join(dict.fromkeys(reading.file for reading in readings)),
        rows_read=sum(reading.rows_read for reading in readings),
        skipped=sum(reading.skipped for reading in main),
        warnings=tuple(
            dict.fromkeys([text for reading in main for text in reading.warnings] + remarks)
        ),
        **contents,
    )


def _joined(name: str, readings: Sequence[Reading], remarks: list[str]) -> tuple[Any, ...]:
    """The rows of all; a row about what an earlier file has rows of is a repetition."""
    key = _KEYS[name]
    found: dict[object, list[Any]] = {}
    origin: dict[object, Reading] = {}
    contradicted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for reading in readings:
        for item in getattr(reading, name):
            about = key(item)
            if origin.setdefault(about, reading) is reading:
                found.setdefault(about, []).append(item)
            elif item not in found[about]:
                contradicted[origin[about].file, reading.file].append(_label(item))
    for (first, second), labels in contradicted.items():
        remarks.append(f"{first} and {second} differ in {listed(labels)}; the first counts")
    return tuple(item for items in found.values() for item in items)


def _missing(
    name: str, items: Sequence[Any], prints: Sequence[Reading], remarks: list[str]
) -> tuple[Any, ...]:
    """What only the prints have, by the label of the rows."""
    known = {_label(item) for item in items}
    found = {_label(item): item for reading in prints for item in getattr(reading, name)}
    missing = [label for label in found if label not in known]
    if missing:
        remarks.append(f"only in the print: {listed(missing)}")
    return tuple(found[label] for label in missing)


def _label(item: Any) -> str:  # noqa: ANN401
    """What a row is about, for a sentence of the report."""
    for name in ("code", "number", "name"):
        if text := getattr(item, name, ""):
            return str(text)
    return str(getattr(item, "short", ""))
