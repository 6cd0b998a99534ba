"""Brings the seeds and the readings of CMS files together: which code stands in which release."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from hcpcs_desktop.domain.record import Appearance, Record, newest
from hcpcs_desktop.domain.release import first_day
from hcpcs_desktop.domain.validity import Validity, validity
from hcpcs_desktop.library.correcting import Corrections, Mended, correct
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.seed_records import SeedRecord
from hcpcs_desktop.sources.seeds import Seeds


@dataclass(frozen=True, slots=True)
class Source:
    """A CMS file that was added, with what it gave.

    ``kept_as`` is the name of the kept copy, ``asked`` the release that the user stated, where the
    file does not tell; ``sha256`` is that of the kept copy.
    """

    reading: Reading
    sha256: str
    kept_as: str
    asked: str

    @property
    def id(self) -> str:
        """A short name: family, release and the start of the checksum."""
        return f"{self.reading.family}-{self.reading.release}-{self.sha256[:8]}"


@dataclass(frozen=True, slots=True)
class Life:
    """One code through the releases; ``origin`` names the file of each appearance.

    ``released`` has, for releases in which CMS corrected the code, the record as the list printed
    it, None where the list lacked it.
    """

    code: str
    appearances: tuple[Appearance, ...]
    origin: tuple[str, ...]
    from_seeds: bool
    validity: Validity
    released: Mapping[str, Record | None] = field(default_factory=dict)


def lives(
    seeds: Seeds, of_releases: dict[str, Reading], corrections: Corrections = MappingProxyType({})
) -> list[Life]:
    """Every code in the order of its name; the seeds answer only where no release lists it."""
    found: dict[str, list[tuple[Appearance, str]]] = defaultdict(list)
    for release, reading in of_releases.items():
        for record in reading.records:
            found[record.code].append((Appearance(release, record), reading.file))
    mended = {
        code: correct(code, found[code], some, of_releases) for code, some in corrections.items()
    }
    found = {code: pairs for code, pairs in found.items() if pairs}
    seeded: dict[str, list[SeedRecord]] = defaultdict(list)
    for seed in seeds.records:
        code = seed.appearance.record.code
        if code not in found:
            seeded[code].append(seed)
    ids = list(of_releases)
    lives = [
        _with(mended.get(code), _life(code, pairs, ids, from_seeds=False))
        for code, pairs in found.items()
    ]
    lives += [_seeded(code, records) for code, records in seeded.items()]
    return sorted(lives, key=lambda life: life.code)


def newest_values(life: Life) -> Mapping[str, tuple[str, ...]]:
    """The fields of a code as the newest release that prints each has them."""
    only_one = len(life.appearances) == 1
    return life.appearances[0].record.values if only_one else newest(life.appearances)


def _with(mended: Mended | None, life: Life) -> Life:
    """A life with what corrections did to it; a code that was taken back has ended."""
    if mended is None:
        return life
    gone = mended.taken_back == life.appearances[-1].release
    ended = first_day(mended.taken_back) if gone else life.validity.ended_by
    return replace(life, released=mended.released, validity=replace(life.validity, ended_by=ended))


def _seeded(code: str, records: list[SeedRecord]) -> Life:
    """The life of a code of the seeds, which may know that it ended without knowing the day."""
    pairs = [(each.appearance, each.source) for each in records]
    life = _life(code, pairs, [], from_seeds=True)
    seed = records[0]
    known = replace(life.validity, dropped=seed.unsure_from, ended_by=seed.ended_by)
    return replace(life, validity=known)


def _life(
    code: str, pairs: list[tuple[Appearance, str]], releases: list[str], *, from_seeds: bool
) -> Life:
    pairs.sort(key=lambda pair: pair[0].release)
    appearances, origins = zip(*pairs, strict=True)
    last = appearances[-1].release
    later = [release for release in releases if release > last]
    dropped = first_day(later[0]) if later else None
    return Life(code, appearances, origins, from_seeds, validity(appearances, dropped))
