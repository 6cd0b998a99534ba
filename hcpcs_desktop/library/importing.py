"""Adds CMS files to the user's library, and takes them out again.

Keep a copy, read it once into a cache, build a new library from all caches, check it, put it
into use. Until the last step nothing that is in use is touched.
"""

import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.release import is_release_id
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import schema
from hcpcs_desktop.library.build import build, content_id, seeds_hash
from hcpcs_desktop.library.connection import About, Library, SourceRow, connect, source_rows
from hcpcs_desktop.library.gather import Source
from hcpcs_desktop.library.home import Home, sha256_of
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how many steps are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to add, with the release (``YYYY-MM``) that the user stated for it, else empty."""

    path: Path
    release: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """The library after an import, and the sources of the files that were given.

    ``known`` are the ids of those that were there before.
    """

    about: About
    sources: tuple[SourceRow, ...]
    known: frozenset[str]


def add(home: Home, seeds: Path, asked: Sequence[Asked], progress: Progress) -> Added:
    """Add files and put the new library into use; with no file, rebuild from the kept ones.

    Adding what is there already changes nothing. Raises UserError where a file is refused, or
    the folder cannot be written to; then everything is as it was.
    """
    with home.locked():
        home.tidy()
        sources = {source.id: source for source in _kept_sources(home)}
        known = frozenset(sources)
        given: dict[str, Source] = {}
        for step, each in enumerate(asked):
            progress(f"reading {each.path.name}", step, len(asked) + 2)
            given |= {source.id: source for source in _take(home, each)}
        if given and given.keys() <= known and not is_outdated(home, seeds):
            about = _about(home.current())
        else:
            everything = list((sources | given).values())
            about = _put_into_use(home, seeds, everything, progress, len(asked))
        rows = tuple(row for row in about.sources if row.id in given)
        return Added(about, rows, known & given.keys())


def remove(home: Home, seeds: Path, source_id: str, progress: Progress) -> About:
    """Take a source out and put a library without it into use; raises UserError if unknown."""
    with home.locked():
        before = _kept_sources(home)
        after = [source for source in before if source.id != source_id]
        if len(after) == len(before):
            known = ", ".join(source.id for source in before) or "none"
            raise UserError(
                f"{source_id} is no source that can be removed. Those that can: {known}.",
                "not_found",
            )
        return _put_into_use(home, seeds, after, progress, 0)


def is_outdated(home: Home, seeds: Path) -> bool:
    """Whether the user's library was made by another version of the app or of the seeds."""
    named = home.read_current()
    if named is None or not (home.folder / named.library).is_file():
        return False
    try:
        connection = connect(home.folder / named.library)
        try:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return False
    files = sorted(seeds.rglob("*.toml"))
    return meta.get("schema") != schema.VERSION or meta.get("seeds") != seeds_hash(files)


def build_file(target: Path, seeds: Path, asked: Sequence[Asked], progress: Progress) -> About:
    """Build a library from the seeds and files, outside of any home; replaces ``target``."""
    sources = [
        Source(reading, sha256_of(each.path), each.path.name, each.release)
        for each in asked
        for reading in registry.read(each.path, each.release)
    ]
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    build(part, seeds, sources, lambda text: progress(text, 0, 1))
    _check(part)
    part.replace(target)
    return _about(target)


def build_bundle(home: Path, seeds: Path, files: Sequence[str]) -> About:
    """Make the library that is packed with the app: the seeds, and files as ``[RELEASE=]FILE``."""
    return add(Home(home), seeds, [parse_asked(text) for text in files], lambda *_: None).about


def parse_asked(text: str) -> Asked:
    """Read ``[RELEASE=]FILE``; an equals sign that follows no release belongs to the file name."""
    release, equals, name = text.partition("=")
    if equals and len(release) == 7 and release[4] == "-":
        _check_release(release)
        return Asked(Path(name), release)
    return Asked(Path(text))


def _check_release(release: str) -> None:
    if not is_release_id(release):
        raise UserError(f"{release} is no release. Write the year and month, such as 2026-10.")


def _take(home: Home, asked: Asked) -> list[Source]:
    """Read a file, keep a copy of it and cache what it gave."""
    readings = registry.read(asked.path, asked.release)
    sha256 = sha256_of(asked.path)
    _write(home.folder / "kept" / sha256 / asked.path.name, asked.path.read_bytes())
    _write(home.cache(sha256, asked.release), msgspec.msgpack.encode(readings))
    return [Source(reading, sha256, asked.path.name, asked.release) for reading in readings]


def _kept_sources(home: Home) -> list[Source]:
    """The CMS files of the library in use, from their caches, or else from the kept copies."""
    rows = _rows(home.current())
    wanted = {row.id for row in rows}
    files = dict.fromkeys((row.sha256, row.kept_as, row.asked) for row in rows)
    return [
        source
        for sha256, name, asked in files
        for reading in _reading_again(home, sha256, name, asked)
        if (source := Source(reading, sha256, name, asked)).id in wanted
    ]


def _rows(path: Path) -> list[SourceRow]:
    """The sources of a library but for the seeds; none where there is no library yet."""
    if not path.is_file():
        return []
    connection = connect(path)
    try:
        return [row for row in source_rows(connection) if row.family != "seeds"]
    except sqlite3.DatabaseError as error:
        raise UserError(
            f"The library {path} is damaged ({error}). Delete the file `current` beside it and "
            "add the CMS files again.",
            "library_damaged",
        ) from error
    finally:
        connection.close()


def _reading_again(home: Home, sha256: str, name: str, asked: str) -> list[Reading]:
    try:
        cached = home.cache(sha256, asked).read_bytes()
        return msgspec.msgpack.decode(cached, type=list[Reading])
    except (OSError, msgspec.DecodeError):
        return registry.read(home.kept(sha256, name), asked)


def _put_into_use(
    home: Home, seeds: Path, sources: Sequence[Source], progress: Progress, done: int
) -> About:
    total = done + 2
    part = home.folder / "new.part"
    part.unlink(missing_ok=True)
    identity = build(part, seeds, sources, lambda text: progress(text, done, total))
    progress("checking the library", done + 1, total)
    _check(part)
    final = home.folder / f"library-{identity}.db"
    if not final.exists() or sha256_of(final) != sha256_of(part):
        part.replace(final)
    else:
        part.unlink()
    home.use(final)
    home.tidy()
    progress("done", total, total)
    return _about(final)


def _check(path: Path) -> None:
    """Refuse a library that does not hold what was written to it."""
    connection = connect(path)
    try:
        (said,) = connection.execute("PRAGMA integrity_check").fetchone()
        (identity,) = connection.execute("SELECT value FROM meta WHERE key = 'id'").fetchone()
        sound = said == "ok" and content_id(connection) == identity
    finally:
        connection.close()
    if not sound:
        raise UserError("The new library did not pass its check. Nothing was changed; try again.")


def _about(path: Path) -> About:
    library = Library.open(path)
    try:
        return library.about
    finally:
        library.close()


def _write(path: Path, data: bytes) -> None:
    """Write a file in one step; one that is there already is the same, its name is its checksum."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
