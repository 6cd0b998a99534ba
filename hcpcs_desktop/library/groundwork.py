"""The seeds as a build wants them, worked out as far as they go without codes; cached.

Their text takes longer to read than all that an import does.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.lexicon import Lexicon
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import form
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.lexicon import Prepared, prepare
from hcpcs_desktop.sources.seeds import Seeds, digest_of
from hcpcs_desktop.sources.seeds import read as read_seeds


@dataclass(frozen=True, slots=True)
class Groundwork:
    """The seeds, whose lexicon is left empty, and that lexicon, prepared."""

    seeds: Seeds
    lexicon: Prepared


def lay(folder: Path, homes: Iterable[Home]) -> tuple[Groundwork, bool]:
    """The groundwork, and whether it came from the cache in one of these folders.

    Else it was read from the seeds; raises UserError where they cannot be read.
    """
    try:
        found = _cached(digest_of(folder), homes)
        return (_read(folder), False) if found is None else (found, True)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise UserError(
            f"The seeds in {folder} cannot be read ({error}). Leave --seeds out to use the app's.",
            "bad_seeds",
        ) from error


def _cached(digest: str, homes: Iterable[Home]) -> Groundwork | None:
    """What is cached of the seeds with this checksum; None where it is nothing of this version."""
    for home in homes:
        with suppress(OSError, msgspec.DecodeError):
            return msgspec.msgpack.decode(cache(home, digest).read_bytes(), type=Groundwork)
    return None


def cache(home: Home, digest: str) -> Path:
    """Where a folder has its cache; what is prepared changes with the form of the library."""
    return home.cache(digest, f"form{form.VERSION}")


def _read(folder: Path) -> Groundwork:
    seeds = read_seeds(folder)
    return Groundwork(replace(seeds, lexicon=Lexicon()), prepare(seeds.lexicon))
