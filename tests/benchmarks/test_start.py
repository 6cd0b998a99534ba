"""The start of the program against the barest window that PySide6 can show, in the same run.

Both are started in turn, so that a busy machine is busy for both. ``painted`` is the first picture;
``typed`` is a letter, pressed right then, that is seen in the search box; ``answered`` is the list
for it. The frozen two are made here with the settings of the program's own spec.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import PySide6
import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.importing import Asked, add

pytestmark = pytest.mark.bench

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "tests" / "benchmarks" / "starts.spec"
MARKS = ("painted", "typed", "answered")
GOAL = 1.3
"""Times the first picture of the bare window, frozen."""
MOST = {"painted": 2.0, "typed": 4.0, "answered": 8.0}
MOST_MEMORY = 2.5
"""What a machine that does other things at the same time may make of it."""
ROUNDS = {False: 9, True: 5}

Command = Callable[[str], Sequence[str]]
Marks = dict[str, tuple[float, int]]
"""Milliseconds since the start and KiB in use, by mark."""


@pytest.fixture(scope="module")
def data_home(shared_cms: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program finds its data folder, with the library of the July 2020 release."""
    home = tmp_path_factory.mktemp("data")
    library = Home(home / paths.APP_FOLDER / "library", paths.bundled_library_home())
    add(library, paths.seeds(), [Asked(shared_cms / "2020-07" / "anweb.xlsx", "2020-07")], _quiet)
    return home


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both programs, frozen."""
    made = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", str(SPEC)]
    places = ["--distpath", str(made / "dist"), "--workpath", str(made / "work")]
    subprocess.run([*command, *places], cwd=ROOT, check=True, capture_output=True)
    return made / "dist"


@pytest.mark.parametrize("cold", [False, True], ids=["warm", "cold"])
def test_start_from_source(
    data_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cold: bool
) -> None:
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "compiled"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)

    def command(name: str) -> Sequence[str]:
        return [sys.executable, "-m", f"tests.benchmarks.{name}"]

    read = [Path(PySide6.__file__).parent, paths.resources(), ROOT / "hcpcs_desktop", data_home]
    _compare("from source", command, data_home, read if cold else [])


@pytest.mark.parametrize("cold", [False, True], ids=["warm", "cold"])
def test_start_of_the_frozen_program(data_home: Path, frozen: Path, cold: bool) -> None:
    def command(name: str) -> Sequence[str]:
        return [str(frozen / name / name)]

    _compare("frozen", command, data_home, [frozen, data_home] if cold else [])


def _compare(what: str, command: Command, data_home: Path, forget: Sequence[Path]) -> None:
    """Start both in turn; print and hold the ratios."""
    starts: dict[str, list[Marks]] = {"start_bare": [], "start_app": []}
    for name in starts:
        _start(command(name), data_home, [])  # compiles what is not yet compiled
    for _ in range(ROUNDS[bool(forget)]):
        for name, found in starts.items():
            found.append(_start(command(name), data_home, forget))
    bare, app = starts["start_bare"], starts["start_app"]
    print(f"\nstart, {'cold' if forget else 'warm'}, {what}:")
    for mark in MARKS:
        times = _middle(app, mark, 0) / _middle(bare, mark, 0)
        memory = _middle(app, mark, 1) / max(_middle(bare, mark, 1), 1)
        print(
            f"  {mark}: {_middle(app, mark, 0):.0f} ms, {times:.2f} times a bare window"
            f"{f' (goal {GOAL})' if mark == 'painted' else ''};"
            f" {_middle(app, mark, 1) / 1024:.0f} MB, {memory:.2f} times"
        )
        assert times < MOST[mark]
        assert memory < MOST_MEMORY


def _middle(found: Sequence[Marks], mark: str, what: int) -> float:
    return median(marks[mark][what] for marks in found)


def _start(command: Sequence[str], data_home: Path, forget: Sequence[Path]) -> Marks:
    for folder in forget:
        _forget_files(folder)
    begin = time.time()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(data_home)},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    return {mark: ((float(at) - begin) * 1000, int(kib)) for mark, at, kib in lines}


def _forget_files(folder: Path) -> None:
    """Have the system read these files from disk again, as far as it lets go of them."""
    if not hasattr(os, "posix_fadvise"):
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _quiet(*_: object) -> None:
    """Say nothing of the import."""
