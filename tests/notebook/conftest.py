"""Notebooks in states that a test needs: read-only folders, older versions, killed writers."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a notebook may be made."""
    return tmp_path / "notebook.db"


@pytest.fixture
def plain_folder() -> Iterator[Path]:
    """A folder of a user who is not root: for root, no folder is read-only.

    A process of root acts as ``nobody`` for the length of the test.
    """
    if sys.platform == "win32":
        pytest.skip("on Windows a folder has no read-only mode")
    folder = Path(tempfile.mkdtemp())
    as_root = os.geteuid() == 0
    try:
        if as_root:
            _become_nobody(folder)
        yield folder
    finally:
        if as_root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def _become_nobody(folder: Path) -> None:
    try:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        next(folder.iterdir(), None)
    except PermissionError as error:
        pytest.skip(f"root may not act as another user here: {error}")


@pytest.fixture
def dying() -> Callable[[str, Path], None]:
    """Runs lines of Python in a process that ends at once, as if killed, at ``die()``."""

    def run(lines: str, path: Path) -> None:
        head = (
            "import os, sys, sqlite3; from pathlib import Path\n"
            "path = Path(sys.argv[1])\n"
            "def die(*_): os._exit(9)\n"
        )
        done = subprocess.run([sys.executable, "-c", head + lines, str(path)], check=False)
        assert done.returncode == 9

    return run
