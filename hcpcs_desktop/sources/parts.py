"""Brings the files of a zip together: which release each is of, and what is one reading.

Text and workbook of a release are one, and so are all files of one family and release.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import anweb, asp, ndc_crosswalk
from hcpcs_desktop.sources.anweb_merge import joined, merged
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.release_name import annual_in, month_in, release_in
from hcpcs_desktop.sources.together import together

_STATE_THEIR_QUARTER = frozenset({asp.FAMILY, ndc_crosswalk.FAMILY})


@dataclass(frozen=True, slots=True)
class Part:
    """One file or sheet, loose or from a zip, with the reading that it gave.

    ``told`` is the release that its name or its content states to the month, else empty.
    """

    reading: Reading
    is_text: bool
    told: str


def part(reading: Reading, sheet: str = "", *, is_text: bool) -> Part:
    """The part that a reading makes; ``sheet`` is the name of its sheet in a workbook."""
    if reading.family in _STATE_THEIR_QUARTER and reading.release:
        return Part(reading, is_text, reading.release)
    tells = release_in if reading.family == anweb.FAMILY else month_in
    return Part(reading, is_text, tells(reading.file, sheet))


def settled(parts: Sequence[Part], path: Path, asked: str) -> list[Part]:
    """The parts with their releases; raises UserError where one stays unknown.

    What a part states to the month counts first, then what the others of the same zip state, the
    name of the zip, and last a mere year.
    """
    beside = _stated(parts) or month_in(path.name)
    found = []
    for each in parts:
        names = (each.reading.file, path.name)
        year = each.reading.release or release_in(*names) or annual_in(*names)
        release = asked or each.told or beside or year
        if not release:
            raise _release_needed(parts, path)
        reading = replace(each.reading, release=release)
        if asked and each.told not in ("", asked):
            told = f"{each.reading.file} is of {name_of(each.told)}, and was taken as asked for"
            reading = replace(reading, warnings=(*reading.warnings, told))
        found.append(replace(each, reading=reading))
    return found


def _stated(parts: Sequence[Part]) -> str:
    """The one release that the parts of a zip state, the list of codes before all others."""
    lists = {each.told for each in parts if each.told and each.reading.family == anweb.FAMILY}
    releases = lists or {each.told for each in parts if each.told}
    return releases.pop() if len(releases) == 1 else ""


def one_per_release(parts: Sequence[Part]) -> list[Reading]:
    """One reading for each family and release of the parts, whose releases are settled."""
    groups: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for each in sorted(parts, key=_rank):
        groups[each.reading.family, each.reading.release].append(each)
    return [
        _one_list(group) if family == anweb.FAMILY else _one_of(group)
        for (family, _), group in groups.items()
    ]


def _rank(each: Part) -> tuple[bool, str]:
    """The list of codes comes first, the rest in the order of their names."""
    return each.reading.family != anweb.FAMILY, each.reading.file


def _one_of(parts: Sequence[Part]) -> Reading:
    tables = [each.reading for each in parts if not each.is_text]
    return together(tables, [each.reading for each in parts if each.is_text])


def _one_list(parts: Sequence[Part]) -> Reading:
    """Text and workbook of one release as one; of two of a kind the last by name."""
    of_file: dict[tuple[bool, str], list[Reading]] = defaultdict(list)
    for each in parts:
        of_file[each.is_text, each.reading.file].append(each.reading)
    of_kind = {
        is_text: joined(readings) if len(readings) > 1 else readings[0]
        for (is_text, _), readings in of_file.items()
    }
    used = [reading for _, reading in sorted(of_kind.items(), reverse=True)]
    reading = merged(*used) if len(used) == 2 else used[0]
    unused = [file for is_text, file in of_file if file != of_kind[is_text].file]
    if not unused:
        return reading
    return replace(
        reading, warnings=(*reading.warnings, f"not used, for a later one: {', '.join(unused)}")
    )


def _release_needed(parts: Sequence[Part], path: Path) -> UserError:
    newest = anweb.newest_date(record for each in parts for record in each.reading.records)[:7]
    hint = f" Its newest codes are of {name_of(newest)}." if newest else ""
    return UserError(
        f"{path.name} does not tell which release it is.{hint} Say so as YYYY-MM={path.name}, "
        "with the month in which the release takes effect.",
        "release_needed",
    )
