"""Whether what was dropped on the window may be CMS's: files and folders."""

from collections.abc import Iterable
from pathlib import Path

from hcpcs_desktop.library.folders import SUFFIXES, is_importable


def refusal(paths: Iterable[str]) -> str:
    """Why these are not taken, in a sentence; empty where they are folders or may be CMS's."""
    given = [Path(each) for each in paths]
    others = [each for each in given if not (is_importable(each) or each.is_dir())]
    if not others:
        return ""
    kinds = ", ".join(suffix.removeprefix(".") for suffix in SUFFIXES)
    return f"{others[0].name} is no CMS file; those are {kinds} files. Nothing was added."
