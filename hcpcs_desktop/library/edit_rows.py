"""Turns MUE tables and pairs into rows; of two revisions of the same the last counts."""

from collections.abc import Iterable

from hcpcs_desktop.domain.edits import MueLimit, quarter_of
from hcpcs_desktop.sources import mue, ptp
from hcpcs_desktop.sources.reading import PtpPart, Reading

Row = tuple[object, ...]
_List = tuple[str, str, str]
"""Family, table and quarter."""


def edit_rows(readings: Iterable[Reading]) -> list[tuple[str, list[Row]]]:
    """The rows of ``edit_list``, ``mue`` and ``ptp``, each in the order of its keys."""
    limits: dict[_List, tuple[MueLimit, ...]] = {}
    parts: dict[_List, dict[str, PtpPart]] = {}
    for reading in readings:
        for table in reading.mue_lists:
            limits[mue.FAMILY, table.table, quarter_of(reading.release)] = table.limits
        for part in reading.ptp_parts:
            key = (ptp.FAMILY, part.table, quarter_of(reading.release))
            parts.setdefault(key, {})[part.name] = part
    numbers = {key: number for number, key in enumerate(sorted(limits | parts), 1)}
    return [
        ("edit_list", [(number, *key) for key, number in numbers.items()]),
        ("mue", _limit_rows(limits, numbers)),
        ("ptp", _pair_rows(parts, numbers)),
    ]


def _limit_rows(limits: dict[_List, tuple[MueLimit, ...]], numbers: dict[_List, int]) -> list[Row]:
    return sorted(
        (limit.code, number, limit.value, limit.mai)
        for key, number in numbers.items()
        for limit in limits.get(key, ())
    )


def _pair_rows(parts: dict[_List, dict[str, PtpPart]], numbers: dict[_List, int]) -> list[Row]:
    rows = (
        (number, code, partners.keys, partners.dates)
        for key, number in numbers.items()
        for _, part in sorted(parts.get(key, {}).items())
        for code, partners in part.partners.items()
    )
    return [(number, *row) for number, row in enumerate(rows, 1)]
