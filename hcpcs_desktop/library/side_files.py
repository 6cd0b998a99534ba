"""What the files beside CMS's list of codes add to it: actions, NOC codes, corrections."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.library import correcting
from hcpcs_desktop.sources.reading import Reading

Row = tuple[object, ...]


def with_actions(
    of_releases: Mapping[str, Reading], readings: Iterable[Reading]
) -> dict[str, Reading]:
    """The releases; records without an action code have that of the transaction report."""
    reported = {
        reading.release: {each.code: each.action for each in reading.reported}
        for reading in readings
        if reading.reported
    }
    return {
        release: _with_actions(reading, reported.get(release, {}))
        for release, reading in of_releases.items()
    }


def noc_codes(readings: Iterable[Reading]) -> frozenset[str]:
    """The codes of CMS's newest list of codes for what is not otherwise classified."""
    lists = [reading for reading in readings if reading.noc_codes]
    newest = max(lists, key=lambda reading: reading.release, default=None)
    return frozenset(each.code for each in newest.noc_codes) if newest else frozenset()


def correction_rows(readings: Iterable[Reading]) -> list[Row]:
    """The rows of ``correction``, numbered in the order of releases and documents."""
    return [
        (number, correction.code, release, msgspec.json.encode(correction).decode())
        for number, (release, correction) in enumerate(correcting.in_order(readings), 1)
    ]


def _with_actions(reading: Reading, actions: Mapping[str, str]) -> Reading:
    if not actions:
        return reading
    return replace(reading, records=_filled(reading.records, actions))


def _filled(records: Sequence[Record], actions: Mapping[str, str]) -> tuple[Record, ...]:
    return tuple(
        record
        if "action" in record.values or record.code not in actions
        else replace(record, values={**record.values, "action": (actions[record.code],)})
        for record in records
    )
