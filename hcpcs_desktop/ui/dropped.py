"""What was dropped on the window: files, and the files in folders."""

from collections.abc import Iterable
from pathlib import Path

SUFFIXES = (".zip", ".txt", ".prn", ".xlsx", ".xls", ".csv")
"""The forms in which CMS publishes."""

MOST_FILES = 200
"""Of a folder no more are taken: somebody dropped the wrong one."""


def is_importable(path: str) -> bool:
    """Whether a file has one of the forms in which CMS publishes."""
    return Path(path).suffix.lower() in SUFFIXES


def refusal(files: list[str]) -> str:
    """Why these files are not taken, in a sentence; empty where they may be CMS's."""
    others = [Path(each).name for each in files if not is_importable(each)]
    if files and not others:
        return ""
    kinds = ", ".join(suffix.removeprefix(".") for suffix in SUFFIXES)
    what = others[0] if others else "The folder"
    return f"{what} is no CMS file; those are {kinds} files. Nothing was added."


def files_in(paths: Iterable[str]) -> list[str]:
    """The files themselves, and those of folders that could be CMS's, in the order of names."""
    found: list[str] = []
    for path in paths:
        if Path(path).is_dir():
            inside = sorted(each for each in Path(path).rglob("*") if each.is_file())
            found += [str(each) for each in inside if is_importable(str(each))]
        else:
            found.append(path)
    return list(dict.fromkeys(found))[:MOST_FILES]
