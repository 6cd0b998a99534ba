"""Sentences for what can go wrong with the notebook's file."""

import sqlite3
from pathlib import Path

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import backup
from hcpcs_desktop.notebook.results import BUSY, DAMAGED, FULL, obstacle, primary_code
from hcpcs_desktop.notebook.schema import Standing

_LOOK = "See whether its disk is there and its folder can be written to, then do it again."
_REMEDIES = {FULL: "Free some space on that disk, then do it again."}


def refused(standing: Standing, path: Path) -> UserError:
    """Why a file that is no notebook we can use is left alone, and what to do."""
    if standing == "newer":
        return UserError(
            f"The notebook {path} was made by a newer version of HCPCS Desktop and was left as it"
            " is. Install that version to use it.",
            "notebook_newer",
        )
    if standing == "foreign":
        return UserError(
            f"{path} is a database of another program, not a notebook, and was left as it is."
            " Move it elsewhere.",
            "notebook_foreign",
        )
    return _damaged(path)


def explained(error: sqlite3.Error, path: Path, doing: str) -> UserError:
    """The sentence for an error of SQLite while ``doing`` (read, saved); others raise again."""
    code = primary_code(error)
    if code in BUSY:
        return UserError(
            f"The notebook {path} could not be {doing}: another program is using it. Close other"
            " windows of HCPCS Desktop, or wait for the backup program, and try again.",
            "notebook_busy",
        )
    if code in DAMAGED:
        return _damaged(path)
    if reason := obstacle(error):
        return UserError(
            f"The notebook {path} could not be {doing}: {reason}. {_REMEDIES.get(reason, _LOOK)}",
            "notebook_unreachable",
        )
    raise error


def _damaged(path: Path) -> UserError:
    saved = backup.newest(path)
    remedy = (
        "There is no backup: move the file elsewhere and start again; a new notebook is made."
        if saved is None
        else f"Its newest backup is {saved}. The window offers to go back to it."
    )
    return UserError(f"The notebook {path} is damaged. {remedy}", "notebook_damaged")
