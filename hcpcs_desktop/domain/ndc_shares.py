"""Which part of a dose came out of the containers of which NDC."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain import ndc
from hcpcs_desktop.domain.claim_lines import Share
from hcpcs_desktop.domain.opened import Fill, Size, read_size
from hcpcs_desktop.domain.quantity import Unit


@dataclass(frozen=True, slots=True)
class NdcsBySize:
    """The NDC of each container size (scaled), None where it is no good, with the notes."""

    by_size: Mapping[int, str | None]
    notes: tuple[str, ...]


def read(ndcs: Mapping[str, str], unit: Unit) -> NdcsBySize:
    """Read the NDCs of the sizes; raises InputError where a size is no amount.

    What cannot be brought to eleven digits goes on no line; a note says why.
    """
    by_size: dict[int, str | None] = {}
    notes = []
    for size, typed in ndcs.items():
        reading = ndc.read(typed)
        if reading.ndc11 is None:
            notes.append(f"The NDC of {size} cannot go on a claim as it is. {reading.message}")
        by_size[read_size("ndcs", size, unit).label] = reading.ndc11
    return NdcsBySize(by_size, tuple(notes))


def missing(fills: Sequence[Fill], ndcs: NdcsBySize) -> list[str]:
    """The opened sizes that have no NDC although others have, as typed."""
    if not ndcs.by_size:
        return []
    return list(dict.fromkeys(f.size.typed for f in fills if f.size.label not in ndcs.by_size))


def _size_of(group: Sequence[Fill]) -> Size | None:
    """The size of the containers, where all are of one."""
    sizes = {each.size.label: each.size for each in group}
    return next(iter(sizes.values())) if len(sizes) == 1 else None


def shares(
    fills: Sequence[Fill], ndcs: NdcsBySize, given: int, discarded: int, apart: bool
) -> list[Share]:
    """The drug by NDC; all in one share where one NDC was used, or where ``apart`` is not wanted.

    A share of several NDCs has none, because a claim line takes only one. Nothing is discarded of
    any share where nothing is of the whole.
    """
    known = {each for each in ndcs.by_size.values() if each}
    if not known:
        return [Share(None, given, discarded)]
    if not fills:
        return [Share(known.pop() if len(known) == 1 else None, given, discarded)]
    used: dict[str | None, list[Fill]] = {}
    for each in fills:
        used.setdefault(ndcs.by_size.get(each.size.label), []).append(each)
    if len(used) > 1 and not apart:
        return [Share(None, given, discarded)]
    return [
        Share(
            number,
            sum(each.given for each in group),
            sum(each.left for each in group) if discarded else 0,
            _size_of(group),
            sum(each.count for each in group),
        )
        for number, group in used.items()
    ]
