"""What stays of an added file: a copy under its checksum, and a cache of what was read out of it.

A loose table of pairs has 80 MB of text, so what CMS did not pack itself is kept packed. The
checksum is that of the file as it was added.
"""

import gzip
import logging
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import msgspec

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.connection import SourceRow
from hcpcs_desktop.library.gather import Source
from hcpcs_desktop.library.home import Home, sha256_of
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

_OF_A_ZIP = b"PK"
_PACKED = ".gz"
_log = logging.getLogger(__name__)
_LEVEL = 1
"""Higher levels take several times as long and save little of these tables."""


def keep(home: Home, path: Path, asked: str, sources: Iterable[Source]) -> None:
    """Keep a copy of a file, and cache what it gave; ``asked`` is the release that was stated."""
    sha256 = sha256_of(path)
    readings = [each.reading for each in sources if (each.sha256, each.asked) == (sha256, asked)]
    _copy(home, path, home.kept(sha256, path.name))
    write(home, home.cache(sha256, asked), msgspec.msgpack.encode(readings))


def readings(home: Home, row: SourceRow) -> list[Reading]:
    """What a file gave, from its cache or else from the kept copy.

    Raises UserError where the copy is wanted, and is gone or was changed.
    """
    return _cached(home, row) or _read_again(home, row)


def everything(home: Home) -> list[Source]:
    """What all files gave of which there are copies, for a library that cannot tell its own.

    They come as they were added, so that the library is the one that it was. A copy that is
    damaged itself, or does not tell its release, is left out and logged.
    """
    found: dict[str, Source] = {}
    for path in sorted(home.folder.glob("kept/*/*"), key=lambda each: each.stat().st_mtime_ns):
        name, sha256 = path.name.removesuffix(_PACKED), path.parent.name
        for asked in home.asked(sha256):
            try:
                readings = _from_cache(home, sha256, asked) or _from_copy(home, sha256, name, asked)
            except UserError as error:
                _log.warning("not taken over: %s", error)
            else:
                sources = [Source(each, sha256, name, asked) for each in readings]
                found |= {source.id: source for source in sources}
    return [*found.values()]


@contextmanager
def original(home: Home, sha256: str, name: str) -> Iterator[Path | None]:
    """The file as it was added, under its name; None where its copy is gone or was changed."""
    path = home.kept(sha256, name)
    packed = _packed(path)
    with TemporaryDirectory(prefix="hcpcs-desktop-") as folder:
        if packed.is_file():
            path = Path(folder, name)
            _unpack(packed, path)
        yield path if path.is_file() and sha256_of(path) == sha256 else None


def write(home: Home, path: Path, data: bytes) -> None:
    """Write a file in one step; one that is there already is the same, its name is its checksum."""
    if path.exists():
        return
    with _written(home, path) as file:
        file.write(data)


def _cached(home: Home, row: SourceRow) -> list[Reading]:
    """What the cache holds of a file; nothing where it lacks the release that is wanted.

    It does so where the same file was added before under a name that told another release.
    """
    for place in home.places():
        found = _from_cache(place, row.sha256, row.asked)
        if any(reading.release == row.release for reading in found):
            return found
    return []


def _from_cache(home: Home, sha256: str, asked: str) -> list[Reading]:
    with suppress(OSError, msgspec.DecodeError):
        data = home.cache(sha256, asked).read_bytes()
        return msgspec.msgpack.decode(data, type=list[Reading])
    return []


def _from_copy(home: Home, sha256: str, name: str, asked: str) -> list[Reading]:
    with original(home, sha256, name) as path:
        return registry.read(path, asked) if path is not None else []


def _read_again(home: Home, row: SourceRow) -> list[Reading]:
    for place in home.places():
        if found := _from_copy(place, row.sha256, row.kept_as, row.asked):
            return found
    raise UserError(
        f"The kept copy of {row.kept_as} is missing or damaged. Take it out, in the window under "
        f"Sources or with `hcpcs-desktop remove {row.id}`, then add the CMS file again.",
        "kept_damaged",
    )


def _copy(home: Home, source: Path, path: Path) -> None:
    """Copy a file, which may be large, in one step; one that is there already is the same."""
    packed = _packed(path)
    if path.exists() or packed.exists():
        return
    with source.open("rb") as original:
        is_zip = original.read(len(_OF_A_ZIP)) == _OF_A_ZIP
        original.seek(0)
        with _written(home, path if is_zip else packed) as file:
            (shutil.copyfileobj if is_zip else _pack)(original, file)


def _pack(original: BinaryIO, file: BinaryIO) -> None:
    """Without name and time, so that a file is packed into the same bytes each time."""
    with gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as packed:
        shutil.copyfileobj(original, packed)


def _unpack(packed: Path, path: Path) -> None:
    """As far as it can be; whether that is the whole file is for the checksum to say."""
    with (
        suppress(gzip.BadGzipFile, EOFError, zlib.error),
        gzip.open(packed) as copy,
        path.open("wb") as file,
    ):
        shutil.copyfileobj(copy, file)


def _packed(path: Path) -> Path:
    return path.with_name(path.name + _PACKED)


@contextmanager
def _written(home: Home, path: Path) -> Iterator[BinaryIO]:
    """A file to write to that stands in its place once it is whole and on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = home.folder / "kept.part"
    with part.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
