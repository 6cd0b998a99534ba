"""What is said of a notebook that cannot be read or saved ends with what to do."""

import sqlite3
from pathlib import Path

import pytest

from hcpcs_desktop.notebook import faults
from hcpcs_desktop.notebook.access import Access
from hcpcs_desktop.notebook.results import OBSTACLES


@pytest.mark.parametrize("code", OBSTACLES)
def test_each_obstacle_comes_with_a_remedy(code: int) -> None:
    error = sqlite3.OperationalError("in the way")
    error.sqlite_errorcode = code
    told = str(faults.explained(error, Path("notebook.db"), "saved"))
    assert OBSTACLES[code] in told
    assert told.endswith("then do it again.")
    assert ("Free some space" in told) == (code == sqlite3.SQLITE_FULL)


@pytest.mark.parametrize("reason", sorted(set(OBSTACLES.values())))
def test_a_notebook_that_is_not_saved_says_what_to_do(reason: str) -> None:
    told = Access.in_memory(f"notebook.db cannot be written ({reason})").why_read_only
    assert told.endswith("start again.")
    assert ("Free some space" in told) == ("full" in reason)
