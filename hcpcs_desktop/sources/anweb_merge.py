"""The text and the workbook of one release are one release: the text first, gaps filled.

Source: CMS zips of 2018 and 2019, in which the two differ in a few cells.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hcpcs_desktop.domain.record import Record, Values
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.tally import listed


def merged(text: Reading, sheet: Reading) -> Reading:
    """One reading of both; blanks and missing places of the text come from the workbook.

    Each cell in which they differ is named in the warnings.
    """
    in_sheet = {record.code: record for record in sheet.records}
    differences: dict[str, list[str]] = defaultdict(list)
    records = [
        _filled(record, in_sheet.pop(record.code, None), differences) for record in text.records
    ]
    records.extend(in_sheet.values())
    warnings = [
        f"text and workbook differ in {name.replace('_', ' ')} of {len(codes)}: {', '.join(codes)}"
        for name, codes in sorted(differences.items())
    ]
    if in_sheet:
        warnings.append(f"{len(in_sheet)} only in the workbook: {', '.join(in_sheet)}")
    return Reading(
        text.family,
        text.release,
        " + ".join(dict.fromkeys([*text.file.split(" + "), *sheet.file.split(" + ")])),
        tuple(records),
        text.rows_read + sheet.rows_read,
        text.skipped + sheet.skipped,
        (*dict.fromkeys(text.warnings + sheet.warnings), *warnings),
    )


def joined(sheets: Sequence[Reading]) -> Reading:
    """One reading of the sheets of a workbook; of a code that several list the first counts."""
    records: dict[str, Record] = {}
    differing: list[str] = []
    for sheet in sheets:
        for record in sheet.records:
            if records.setdefault(record.code, record) != record:
                differing.append(record.code)
    warnings = [text for sheet in sheets for text in sheet.warnings]
    if differing:
        warnings.append(f"sheets differ in {listed(differing)}; the first counts")
    return replace(
        sheets[0],
        records=tuple(records.values()),
        rows_read=sum(sheet.rows_read for sheet in sheets),
        skipped=sum(sheet.skipped for sheet in sheets),
        warnings=tuple(warnings),
    )


def _filled(record: Record, other: Record | None, differences: dict[str, list[str]]) -> Record:
    if other is None or other.values == record.values:
        return record
    values = dict(record.values)
    for name, theirs in other.values.items():
        if values.get(name) != theirs:
            differences[name].append(record.code)
            values[name] = _union(values.get(name, ()), theirs)
    return Record(record.code, record.kind, _in_order(values, record.values))


def _union(ours: Values, theirs: Values) -> Values:
    """Ours; theirs where ours is blank or is a part of theirs."""
    return theirs if set(ours) <= set(theirs) else ours


def _in_order(values: Mapping[str, Values], order: Mapping[str, Values]) -> dict[str, Values]:
    return {name: values[name] for name in [*order, *(values.keys() - order.keys())]}
