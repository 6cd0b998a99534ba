"""CMS's published files, opened for the tests of the readers."""

import zipfile
from functools import cache
from pathlib import Path

from hcpcs_desktop.sources import plain_text, registry, tabular
from hcpcs_desktop.sources.reading import Reading


def in_zip(cms: Path, archive: str, name: str) -> bytes:
    """The bytes of a file in one of CMS's zips, named by its path below the folder."""
    with zipfile.ZipFile(cms / archive) as opened:
        return opened.read(name)


def text_in(cms: Path, archive: str, name: str) -> str:
    """The text of a file in one of CMS's zips."""
    return plain_text.decode(in_zip(cms, archive, name), name)


def sheet_in(cms: Path, archive: str, name: str, title: str = "") -> list[tabular.Row]:
    """A sheet of a workbook in one of CMS's zips, the first unless named."""
    sheets = tabular.sheets(in_zip(cms, archive, name), name)
    return sheets[title] if title else next(iter(sheets.values()))


@cache
def readings(path: Path, release: str = "") -> dict[str, Reading]:
    """All that a file gives, by family; read once for all tests."""
    return {reading.family: reading for reading in registry.read(path, release)}
