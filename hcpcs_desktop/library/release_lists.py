"""Which list counts for each release, where several of one release were added.

CMS publishes a list as text and as workbook, which are one, and mends it under the same name with a
version or a day behind it: the newest version counts, and the report says so.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.library.gather import Source
from hcpcs_desktop.sources import anweb
from hcpcs_desktop.sources.anweb_merge import merged
from hcpcs_desktop.sources.reading import Reading

_VERSION = re.compile(r"[_\s-]v(\d{1,2})(?=[_\s(-]|$)")
_DAY = re.compile(r"[_\s-](\d\d)(\d\d)(20\d\d)(?=[_\s(-]|$)")
"""What stands behind the name of a mended list: ``_v2``, or month, day and year, or both."""

_SHEETS = (".xlsx", ".xls", ".csv")
_LONG_LIST = 500
"""Records from which on a list is held against its neighbours."""

_Version = tuple[int, str]
"""The number and the day of a version; 1 and empty where the name tells none."""


class ReleaseLists(NamedTuple):
    """The list of each release, oldest first, and what there is to say of the sources by id."""

    readings: dict[str, Reading]
    remarks: dict[str, list[str]]


def release_lists(sources: Sequence[Source]) -> ReleaseLists:
    """One list for each release of the sources, which stand in the order in which they were added.

    Source: the CMS zips of 2018 and 2019, in which text and workbook differ in a few cells.
    """
    by_release: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.reading.family == anweb.FAMILY:
            by_release[source.reading.release].append(source)
    found = ReleaseLists({}, defaultdict(list))
    for release, some in sorted(by_release.items()):
        found.readings[release] = _one(_newest_version(some, found.remarks), found.remarks)
    for release, remark in _short_lists(found.readings).items():
        for source in by_release[release]:
            found.remarks[source.id].append(remark)
    return found


def _newest_version(sources: Sequence[Source], remarks: Mapping[str, list[str]]) -> list[Source]:
    by_version: dict[_Version, list[Source]] = defaultdict(list)
    for source in sources:
        by_version[max(map(_version, _files(source)))].append(source)
    newest = by_version.pop(max(by_version))
    for source in (each for some in by_version.values() for each in some):
        remarks[source.id].append(f"not used: {newest[-1].reading.file} is a newer version of it")
    return newest


def _one(sources: Sequence[Source], remarks: Mapping[str, list[str]]) -> Reading:
    """One reading of files of the same version: the last text, its gaps filled from a workbook."""
    texts = [each for each in sources if not _is_sheet(_files(each)[0])]
    first = texts[-1] if texts else sources[-1]
    behind = sources[sources.index(first) + 1 :] if len(_files(first)) > 1 else sources
    others = [each for each in behind if each is not first and _is_sheet(_files(each)[-1])]
    used = [first, *others[-1:]] if texts else [first]
    for source in sources:
        if source not in used:
            remarks[source.id].append(f"not used, for {first.reading.file} of the same release")
    if len(used) == 1:
        return first.reading
    both = merged(first.reading, used[1].reading)
    known = {*first.reading.warnings, *used[1].reading.warnings}
    remarks[used[1].id].extend(text for text in both.warnings if text not in known)
    return both


def _short_lists(readings: Mapping[str, Reading]) -> dict[str, str]:
    """What to say of lists with less than half of the codes of a neighbour, by release."""
    found = {}
    for one, other in pairwise(readings):
        few, many = sorted((one, other), key=lambda release: len(readings[release].records))
        has, wants = len(readings[few].records), len(readings[many].records)
        if wants >= _LONG_LIST and 2 * has < wants:
            found[few] = (
                f"it lists {has:,} codes where {name_of(many)} lists {wants:,}, so it may not be "
                "whole; of the codes that it lacks it is not known whether they are valid"
            )
    return found


def _files(source: Source) -> list[str]:
    """The files that a source was read from, the text first."""
    return source.reading.file.split(" + ")


def _is_sheet(file: str) -> bool:
    return file.lower().endswith(_SHEETS)


def _version(file: str) -> _Version:
    stem = PurePath(file).stem.lower()
    number, day = _VERSION.search(stem), _DAY.search(stem)
    return int(number[1]) if number else 1, f"{day[3]}{day[1]}{day[2]}" if day else ""
