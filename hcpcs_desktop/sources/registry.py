"""Looks at the content of a file and hands it to the reader that knows it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import anweb, archive, tabular
from hcpcs_desktop.sources.anweb_merge import merged
from hcpcs_desktop.sources.reading import Reading
from hcpcs_desktop.sources.release_name import release_in

_ACCEPTED = "Add CMS's quarterly zip, or its ANWEB file as txt or xlsx."


@dataclass(frozen=True, slots=True)
class _Part:
    """One file, loose or from a zip, with the reading that it gave."""

    reading: Reading
    is_text: bool


def read(path: Path, release: str = "") -> list[Reading]:
    """Read a CMS file: a zip, a text or a workbook.

    ``release`` (``YYYY-MM``) is needed only where neither name nor content tells. Raises
    UserError where the file cannot be read, holds nothing known, or its release stays unknown
    (kind ``release_needed``).
    """
    data = _bytes_of(path)
    parts = list(
        _from_zip(data, path.name) if _is_plain_zip(data, path.name) else _loose(data, path.name)
    )
    if not parts:
        raise UserError(
            f"{path.name} was not taken: no file that the app knows is in it. {_ACCEPTED}"
        )
    return _one_per_release(
        [replace(part, reading=_with_release(part.reading, path, release)) for part in parts]
    )


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise UserError(f"{path} is no file. Name CMS's zip, txt or xlsx itself.")
        if path.stat().st_size > archive.MEMBER_LIMIT:
            raise UserError(f"{path.name} was not taken: it is larger than any file of CMS.")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            f"{path.name} cannot be read ({reason}). Check that it is there."
        ) from error
    if not data.strip():
        raise UserError(f"{path.name} was not taken: it is empty. Download it again from CMS.")
    if data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise UserError(
            f"{path.name} was not taken: it is a web page that was saved under that name, "
            "not CMS's file. Download it again."
        )
    return data


def _is_plain_zip(data: bytes, name: str) -> bool:
    """Whether the bytes are a zip of files, and not a workbook (which is a zip inside)."""
    if not archive.looks_like_zip(data):
        return False
    with archive.open_archive(data, name) as opened:
        return "[Content_Types].xml" not in opened.names()


def _from_zip(data: bytes, name: str) -> Iterator[_Part]:
    with archive.open_archive(data, name) as opened:
        for member in opened.names():
            title = archive.base_name(member)
            if title.lower().endswith((".txt", ".xlsx", ".csv")):
                yield from _loose(opened.read(member), title)


def _loose(data: bytes, name: str) -> Iterator[_Part]:
    """The readings of one file that is not a zip of files; none where nothing knows it."""
    if archive.looks_like_zip(data):
        for title, rows in tabular.sheets(data, name).items():
            if anweb.is_sheet(rows):
                yield _Part(anweb.read_sheet(rows, name, release_in(name, title)), is_text=False)
        return
    text = tabular.decode(data, name)
    if anweb.is_text(text):
        yield _Part(anweb.read_text(text, name, release_in(name)), is_text=True)


def _one_per_release(parts: list[_Part]) -> list[Reading]:
    """Text and workbook of one release as one; of two of a kind the last by name."""
    texts: dict[str, Reading] = {}
    sheets: dict[str, Reading] = {}
    for part in sorted(parts, key=lambda each: each.reading.file):
        (texts if part.is_text else sheets)[part.reading.release] = part.reading
    by_release: dict[str, list[Reading]] = defaultdict(list)
    for release, reading in [*texts.items(), *sheets.items()]:
        by_release[release].append(reading)
    return [merged(*pair) if len(pair) == 2 else pair[0] for pair in by_release.values()]


def _with_release(reading: Reading, path: Path, asked: str) -> Reading:
    release = asked or reading.release or release_in(path.name)
    if release:
        return replace(reading, release=release)
    newest = anweb.newest_date(reading.records)[:7]
    hint = f" Its newest codes are of {name_of(newest)}." if newest else ""
    raise UserError(
        f"{path.name} does not tell which release it is.{hint} Say so as YYYY-MM={path.name}, "
        "with the month in which the release takes effect.",
        "release_needed",
    )
