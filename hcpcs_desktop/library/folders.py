"""The files in a folder that could be CMS's, by the forms in which CMS publishes."""

import os
from pathlib import Path

SUFFIXES = (".zip", ".txt", ".prn", ".xlsx", ".xls", ".csv")
"""The forms in which CMS publishes."""


def is_importable(path: Path) -> bool:
    """Whether a file has one of the forms in which CMS publishes."""
    return path.suffix.lower() in SUFFIXES


def files_in(folder: Path) -> list[Path]:
    """The files of a folder, and of those in it, that could be CMS's, in the order of names.

    What in it cannot be read is passed over.
    """
    paths = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    return sorted(path for path in paths if is_importable(path))
