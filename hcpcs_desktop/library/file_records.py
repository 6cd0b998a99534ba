"""Reads all records of one release straight from a CMS file, which need not be imported."""

from pathlib import Path

from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import anweb, registry


def of_file(path: Path, asked: str) -> tuple[str, tuple[Record, ...]]:
    """The release of a CMS file and its records.

    ``asked`` is the release that the user stated, else empty. Raises UserError where the file is
    refused, or holds no list of codes, or those of several releases.
    """
    readings = registry.read(path, asked)
    lists = [reading for reading in readings if reading.family == anweb.FAMILY]
    if len(lists) == 1:
        return lists[0].release, lists[0].records
    if not lists:
        raise UserError(
            f"{path.name} holds no list of codes, so there is nothing to compare. Name CMS's zip "
            "or its ANWEB file."
        )
    releases = ", ".join(reading.release for reading in lists)
    raise UserError(f"{path.name} holds several releases ({releases}). Name a file with one.")
