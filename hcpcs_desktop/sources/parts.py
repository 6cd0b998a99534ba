"""Brings the files of a zip together: which release each is of, and what is one reading.

Text and workbook of a release are one, and so are all files of one family and release.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hcpcs_desktop.domain.edits import quarter_of
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import anweb, asp, ndc_crosswalk
from hcpcs_desktop.sources.anweb_merge import joined, merged
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.release_name import annual_in, month_in, release_in
from hcpcs_desktop.sources.together import together

_QUARTERLY_SINCE = "2020-01"
_STATE_THEIR_QUARTER = frozenset({asp.FAMILY, ndc_crosswalk.FAMILY})


@dataclass(frozen=True, slots=True)
class Part:
    """One file or sheet, loose or from a zip, with the reading that it gave.

    ``told`` is the release that its name or its content states to the month, else empty; ``year``
    that of an annual file, for which its name states the year alone.
    """

    reading: Reading
    is_text: bool
    told: str
    year: str = ""


def part(reading: Reading, sheet: str = "", *, is_text: bool) -> Part:
    """The part that a reading makes; ``sheet`` is the name of its sheet in a workbook."""
    if reading.family in _STATE_THEIR_QUARTER and reading.release:
        return Part(reading, is_text, reading.release)
    names = (reading.file, sheet)
    told = month_in(*names)
    return Part(reading, is_text, told, "" if told else release_in(*names))


def settled(parts: Sequence[Part], path: Path, asked: str) -> list[Part]:
    """The parts with their releases; raises UserError where one stays unknown.

    What a part states to the month counts first, then what the others of the same zip or the name
    of the zip state, unless the part names another year, and last a mere year.
    """
    beside, annual = _stated(parts) or month_in(path.name), _annual(parts)
    found = []
    for each in parts:
        names = (each.reading.file, path.name)
        of_list = each.year or annual
        month = beside if of_list[:4] in ("", beside[:4]) else ""
        year = of_list or each.reading.release or release_in(*names)
        release = asked or each.told or month or year or annual_in(*names)
        if not release:
            raise _release_needed(parts, path)
        doubts = _doubts(each, asked, "" if each.told or month else each.year)
        warnings = (*each.reading.warnings, *doubts)
        found.append(
            replace(each, reading=replace(each.reading, release=release, warnings=warnings))
        )
    return found


def _doubts(each: Part, asked: str, by_year: str) -> list[str]:
    """What there is to say about the release of a part; ``by_year`` rests on a mere year."""
    file, newest = each.reading.file, anweb.newest_date(each.reading.records)[:7]
    if asked and each.told not in ("", asked):
        return [f"{file} is of {name_of(each.told)}, and was taken as asked for"]
    if asked and not each.told and each.year[:4] not in ("", asked[:4]):
        return [f"{file} is of {each.year[:4]}, and was taken as asked for"]
    if asked and newest and quarter_of(newest) > quarter_of(asked):
        return [f"{file} has codes of {name_of(newest)}, and was taken as asked for"]
    if not asked and newest > by_year >= _QUARTERLY_SINCE:
        return [
            f"{file} names only the year, and its newest codes are of {name_of(newest)}; where it "
            f"is not the list of {name_of(by_year)}, remove it and add {newest}=FILE"
        ]
    return []


def _stated(parts: Sequence[Part]) -> str:
    """The one release that the parts of a zip state, the list of codes before all others."""
    lists = {each.told for each in parts if each.told and each.reading.family == anweb.FAMILY}
    return _the_one(lists or {each.told for each in parts if each.told})


def _annual(parts: Sequence[Part]) -> str:
    """The release of the one annual list of codes among the parts."""
    return _the_one({each.year for each in parts if each.reading.family == anweb.FAMILY})


def _the_one(releases: set[str]) -> str:
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
