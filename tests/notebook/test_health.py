"""What the doctor is told of the notebook."""

import sqlite3
from contextlib import closing
from pathlib import Path

from hcpcs_desktop.notebook import schema
from hcpcs_desktop.notebook.health import health
from hcpcs_desktop.notebook.store import Notebook


def test_a_notebook_not_made_yet_is_in_order_and_not_made(path: Path) -> None:
    found = health(path)
    assert (found.exists, found.ok, found.version, found.ticks) == (False, True, 0, 0)
    assert "not made yet" in found.detail
    assert not path.exists()


def test_a_sound_notebook_is_counted(path: Path) -> None:
    with closing(Notebook.open(path)) as notebook:
        notebook.set_tick("J9043", "order", True)
        notebook.set_tick("S9327", "order", True)
    before = path.read_bytes()
    found = health(path)
    assert (found.exists, found.ok, found.ticks) == (True, True, 2)
    assert found.version == schema.newest_version()
    assert path.read_bytes() == before


def test_an_empty_file_is_in_order(path: Path) -> None:
    path.write_bytes(b"")
    assert health(path).ok


def test_a_damaged_notebook_is_not_in_order(path: Path) -> None:
    path.write_bytes(b"not a database" * 100)
    found = health(path)
    assert (found.exists, found.ok) == (True, False)
    assert "is damaged" in found.detail


def test_a_notebook_in_use_is_not_called_damaged(path: Path) -> None:
    Notebook.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        found = health(path)
    assert not found.ok
    assert "another program is using it" in found.detail


def test_a_notebook_that_may_not_be_read_is_not_in_order(plain_folder: Path) -> None:
    path = plain_folder / "notebook.db"
    Notebook.open(path).close()
    path.chmod(0)
    found = health(path)
    assert (found.exists, found.ok) == (True, False)
    assert "could not be read" in found.detail
