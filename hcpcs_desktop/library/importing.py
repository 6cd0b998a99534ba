"""Adds CMS files to the user's library, and takes them out again.

Read the files, build a new library from them and from the caches of those that were there, check
it, keep a copy and a cache of each file, put the library into use. Until the last step nothing
that is in use is touched.
"""

import gc
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.release import is_release_id
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import form, groundwork, kept
from hcpcs_desktop.library.build import build
from hcpcs_desktop.library.connection import About, Library, SourceRow, connect, source_rows
from hcpcs_desktop.library.gather import Source
from hcpcs_desktop.library.groundwork import Groundwork
from hcpcs_desktop.library.home import Home, sha256_of
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.seeds import digest_of

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how many steps are done, and how many there are."""

_NUMBERS = re.compile(r"[0-9][0-9./-]*")
_CENTURIES = ("19", "20")
_BUILD_STEPS = 5
"""The steps of a build, of which each tells its progress: four to write, one to check."""


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


@contextmanager
def _without_collector() -> Iterator[None]:
    """Do without the search for garbage: an import makes much, and all of it stays to the end.

    It begins again when all is let go of, so that it has nothing to look through.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_collector()
def add(home: Home, seeds: Path, asked: Sequence[Asked], progress: Progress) -> Added:
    """Add files and put the new library into use; with no file, rebuild from the kept ones.

    Adding what is there already changes nothing. A library that is gone or damaged is made anew
    from all that is kept, and what that was counts as given. Raises UserError where a file is
    refused, or the folder cannot be written to; then everything is as it was.
    """
    with home.locked():
        sources, is_lost = _before(home)
        known = frozenset(() if is_lost else sources)
        given = dict(sources) if is_lost else {}
        for step, each in enumerate(asked):
            progress(f"reading {each.path.name}", step, len(asked) + _BUILD_STEPS)
            given |= {source.id: source for source in _read(each)}
        if given and given.keys() <= known and _is_in_order(home, seeds):
            about = _about(home.current())
        else:
            everything = list((sources | given).values())
            keep = partial(_keep, home, asked, list(given.values()))
            with _tidied_where_it_fails(home):
                about = _put_into_use(home, seeds, everything, keep, progress, len(asked))
        rows = tuple(row for row in about.sources if row.id in given)
        return Added(about, rows, known & given.keys())


@_without_collector()
def remove(home: Home, seeds: Path, source_id: str, progress: Progress) -> About:
    """Take a source out and put a library without it into use; raises UserError if unknown."""
    with home.locked():
        before = _rows(home)
        after = [row for row in before if row.id != source_id]
        if len(after) == len(before):
            known = ", ".join(row.id for row in before) or "none"
            raise UserError(
                f"{source_id} is no source that can be removed. Those that can: {known}.",
                "not_found",
            )
        sources = _kept_sources(home, after)
        return _put_into_use(home, seeds, sources, lambda: None, progress, 0)


def _is_in_order(home: Home, seeds: Path) -> bool:
    return not (is_outdated(home, seeds) or home.damage())


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
    return meta.get("schema") != form.VERSION or meta.get("seeds") != digest_of(seeds)


@_without_collector()
def build_file(
    target: Path,
    seeds: Path,
    asked: Sequence[Asked],
    progress: Progress,
    caches: Sequence[Home] = (),
) -> About:
    """Build a library from the seeds and files, outside of any home; replaces ``target``.

    ``caches`` are homes that may have the seeds in their cache. Raises UserError where a file or
    the seeds are refused, or ``target`` cannot be written.
    """
    ground, _ = groundwork.lay(seeds, caches)
    sources = {source.id: source for each in asked for source in _read(each)}
    try:
        if target.is_dir():
            raise UserError(f"{target} is a folder. Name the file to write.", "not_writable")
        part = target.with_name(target.name + ".part")
        part.unlink(missing_ok=True)
        try:
            build(part, ground, list(sources.values()), lambda text: progress(text, 0, 1))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            f"{target} cannot be written ({error.strerror or error}). Choose another place.",
            "not_writable",
        ) from error
    return _about(target)


def build_bundle(home: Path, seeds: Path, files: Sequence[str]) -> About:
    """Make the library that is packed with the app: the seeds, and files as ``[RELEASE=]FILE``."""
    return add(Home(home), seeds, [parse_asked(text) for text in files], lambda *_: None).about


def parse_asked(text: str) -> Asked:
    """Read ``[RELEASE=]FILE``; an equals sign that follows no number belongs to the file name.

    Raises UserError where the number is no release, or no file is named.
    """
    release, equals, name = text.partition("=")
    if not (equals and _NUMBERS.fullmatch(release)):
        release, name = "", text
    if not name:
        raise UserError(f'"{text}" names no file. Name CMS\'s zip, txt or xlsx itself.')
    if not release:
        return Asked(Path(text))
    if not (is_release_id(release) and release.startswith(_CENTURIES)):
        raise UserError(
            f"{release} is no release. Write the year and month, such as 2026-10={name}."
        )
    return Asked(Path(name), release)


@contextmanager
def _tidied_where_it_fails(home: Home) -> Iterator[None]:
    """Take away what was written so far: it may be what the disk is full of."""
    try:
        yield
    except BaseException:
        with suppress(UserError):  # what went wrong is more to the point
            home.tidy()
        raise


def _read(asked: Asked) -> list[Source]:
    readings = registry.read(asked.path, asked.release)
    sha256 = sha256_of(asked.path)
    return [Source(reading, sha256, asked.path.name, asked.release) for reading in readings]


def _before(home: Home) -> tuple[dict[str, Source], bool]:
    """What the library in use is made of by id, and whether it is lost, so that all kept is it."""
    try:
        home.tidy()
        sources, is_lost = _kept_sources(home, _rows(home)), False
    except UserError as error:
        if error.kind != "library_damaged":
            raise
        sources, is_lost = kept.everything(home), True
    return {source.id: source for source in sources}, is_lost


def _rows(home: Home) -> list[SourceRow]:
    """The CMS files of the library in use; none where there is no library yet."""
    path = home.current()
    if not path.is_file() and home.read_current() is None:
        return []
    try:
        connection = connect(path)
        try:
            return [row for row in source_rows(connection) if row.family != "seeds"]
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise UserError(
            f"The library {path} is missing or damaged ({error}). Make it anew with "
            "`hcpcs-desktop import`, from the files that are kept, then try again.",
            "library_damaged",
        ) from error


def _kept_sources(home: Home, rows: Sequence[SourceRow]) -> list[Source]:
    """What these files gave, from their caches, or else from the kept copies."""
    wanted = {row.id for row in rows}
    files = {(row.sha256, row.kept_as, row.asked): row for row in rows}
    return [
        source
        for row in files.values()
        for reading in kept.readings(home, row)
        if (source := Source(reading, row.sha256, row.kept_as, row.asked)).id in wanted
    ]


def _keep(home: Home, asked: Sequence[Asked], given: Sequence[Source]) -> None:
    for each in asked:
        kept.keep(home, each.path, each.release, given)


def _put_into_use(
    home: Home,
    seeds: Path,
    sources: Sequence[Source],
    keep: Callable[[], None],
    progress: Progress,
    done: int,
) -> About:
    """Build and check a library, ``keep`` the copies of what is new in it, then use it."""
    total = done + _BUILD_STEPS
    steps = count(done)
    part = home.folder / "new.part"
    part.unlink(missing_ok=True)
    identity = build(
        part,
        _groundwork(home, seeds),
        sources,
        lambda text: progress(text, next(steps), total),
        keep,
    )
    final = home.folder / f"library-{identity}.db"
    if not final.exists() or sha256_of(final) != sha256_of(part):
        part.replace(final)
    else:
        part.unlink()
    home.use(final)
    home.tidy()
    progress("done", total, total)
    return _about(final)


def _groundwork(home: Home, folder: Path) -> Groundwork:
    """The seeds as a build wants them; cached in the user's folder where nothing else has them."""
    found, was_cached = groundwork.lay(folder, home.places())
    if not was_cached:
        kept.write(home, groundwork.cache(home, found.seeds.digest), msgspec.msgpack.encode(found))
    return found


def _about(path: Path) -> About:
    library = Library.open(path)
    try:
        return library.about
    finally:
        library.close()
