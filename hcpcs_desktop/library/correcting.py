"""Works CMS's corrections into the lists that they mend, when a library is built."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.json import encode

from hcpcs_desktop.domain.correcting import steps
from hcpcs_desktop.domain.note import Correction
from hcpcs_desktop.domain.record import Appearance, Record
from hcpcs_desktop.sources.reading import Reading

Corrections = Mapping[str, Sequence[tuple[str, Correction]]]
"""By code: the release that is mended and the correction; in order."""

_ORIGIN = "CMS's corrections"


@dataclass
class Mended:
    """What corrections did to a code.

    ``released`` has the record that each mended release printed, None where it lacked the code;
    ``taken_back`` is the last release out of which CMS took the code, else empty.
    """

    released: dict[str, Record | None] = field(default_factory=dict)
    taken_back: str = ""


def in_order(readings: Iterable[Reading]) -> list[tuple[str, Correction]]:
    """The corrections of all files with their releases, oldest first.

    What several copies of a document say alike counts once.
    """
    by_release = sorted(readings, key=lambda reading: reading.release)
    found = [(reading.release, each) for reading in by_release for each in reading.corrections]
    return [*{(release, encode(each)): (release, each) for release, each in found}.values()]


def by_code(readings: Iterable[Reading]) -> Corrections:
    """The same by code."""
    found: dict[str, list[tuple[str, Correction]]] = defaultdict(list)
    for release, each in in_order(readings):
        found[each.code].append((release, each))
    return found


def correct(
    code: str,
    pairs: list[tuple[Appearance, str]],
    corrections: Sequence[tuple[str, Correction]],
    releases: Collection[str],
) -> Mended:
    """Put the corrected records in place of those that the lists printed, with their files.

    A list that is not in the library cannot be mended. A code that CMS took back keeps its record.
    """
    mended = Mended()
    for release in sorted({release for release, _ in corrections} & set(releases)):
        of_release = [each for its_release, each in corrections if its_release == release]
        released = next((a.record for a, _ in pairs if a.release == release), None)
        others = [appearance for appearance, _ in pairs]
        after = steps(released, release, of_release, others)[-1].after
        mended.released[release] = released
        if after is None:
            mended.taken_back = release if released is not None else mended.taken_back
        elif after != released:
            origin = [file for appearance, file in pairs if appearance.release == release]
            pairs[:] = [pair for pair in pairs if pair[0].release != release]
            pairs.append((Appearance(release, after), " + ".join([*origin, _ORIGIN])))
    return mended
