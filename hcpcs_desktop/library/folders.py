"""The files in a folder that could be CMS's, by the forms in which CMS publishes."""

import os
from pathlib import Path

from hcpcs_desktop.errors import UserError

SUFFIXES = (".zip", ".txt", ".prn", ".xlsx", ".xls", ".csv")
"""The forms in which CMS publishes."""


def is_importable(path: Path) -> bool:
    """Whether a file has one of the forms in which CMS publishes."""
    return path.suffix.lower() in SUFFIXES


def files_in(folder: Path) -> list[Path]:
    """The files of a folder, and of those in it, that could be CMS's, in the order of names.

    Folders in it that cannot be read are passed over; raises UserError where it cannot itself.
    """
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise UserError(
            f"{folder.name} cannot be read ({error.strerror or error}). Check its permissions."
        ) from error
    paths = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    return sorted(path for path in paths if is_importable(path) and path.is_file())
