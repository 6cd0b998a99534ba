"""Importing CMS's files: the first release, the ninth, the drug files; memory and size.

Machines differ, so a time is held against a floor: what plain Python takes to read the same text,
slice it and insert it into one table without an index.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library.connection import About
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.importing import Asked, add, build_bundle
from tests.benchmarks import derive_releases, floor
from tests.sources.published import lists

pytestmark = pytest.mark.bench

MOST_FIRST, MOST_NINTH = 8.0, 3.0
"""Times the floor of the list's text alone, and times the first. An import reads the workbook and
the transaction report as well, which are as large as that text."""

MOST_DRUG_SECONDS = 1.5
MOST_MEGABYTES = 30.0
MOST_MEMORY = 250.0
"""Megabytes that the process of an import may take."""

_TRIES = 8
"""How often a task is timed."""

MEASURED = """
import pathlib, re, sys
from hcpcs_desktop.cli import main
status = main.run(sys.argv[1:])
print(re.search(r"VmHWM:\\s*([0-9]+) kB", pathlib.Path("/proc/self/status").read_text())[1])
sys.exit(status)
"""
"""An import that says how much memory it took; ``resource`` would count its parent's in, too."""


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that comes with the app, with its cache of the seeds."""
    folder = tmp_path_factory.mktemp("bundled")
    build_bundle(folder, paths.seeds(), [])
    return folder


@pytest.fixture(scope="module")
def first(shared_cms: Path) -> Asked:
    """CMS's zip of January 2019."""
    return Asked(lists(shared_cms)["2019-01"])


@pytest.fixture(scope="module")
def drug_files(shared_cms: Path) -> list[Asked]:
    """The crosswalk and the payment limits of October 2025."""
    names = ("asp_ndc_hcpcs_crosswalk.csv", "asp_pricing.csv")
    return [Asked(shared_cms / "2025-10" / name) for name in names]


@pytest.fixture(scope="module")
def eight(
    shared_cms: Path, drug_files: list[Asked], tmp_path_factory: pytest.TempPathFactory
) -> list[Asked]:
    """Four other real releases, three made ones, and the crosswalk."""
    folder = tmp_path_factory.mktemp("made")
    real = [
        Asked(path, release) for release, path in lists(shared_cms).items() if release != "2019-01"
    ]
    made = [Asked(path) for path in derive_releases.derive(shared_cms, folder)]
    return [*real, *made, drug_files[0]]


def test_the_first_release(first: Asked, bundled: Path, tmp_path: Path) -> None:
    taken, of_text, of_all = _best_in_turn(
        _first(first, bundled, tmp_path),
        partial(floor.read_records, first.path, tmp_path),
        partial(floor.read_everything, first.path, tmp_path),
    )
    print(f"\nfirst release: {taken:.2f} s")
    print(f"{taken / of_text:.1f} times the floor of the ANWEB text alone ({of_text:.2f} s)")
    print(f"{taken / of_all:.1f} times that of all files in the zip ({of_all:.2f} s)")
    assert taken / of_text < MOST_FIRST


def test_the_ninth_source_and_the_size_of_all(
    first: Asked, eight: list[Asked], bundled: Path, tmp_path: Path
) -> None:
    (taken_by_first,) = _best_in_turn(_first(first, bundled, tmp_path))
    home = Home(tmp_path / "nine", Home(bundled).folder)
    _import(home, eight)
    begin = time.perf_counter()
    about = _import(home, [first])
    taken = time.perf_counter() - begin
    size = about.bytes / 1e6
    print(f"\nninth source: {taken:.2f} s, {taken / taken_by_first:.1f} times the first")
    print(f"{len(about.releases)} releases and the crosswalk: {size:.1f} MB")
    assert len(about.releases) == 8
    assert taken / taken_by_first < MOST_NINTH
    assert size < MOST_MEGABYTES


def test_crosswalk_and_prices(drug_files: list[Asked], bundled: Path, tmp_path: Path) -> None:
    number = count()
    (taken,) = _best_in_turn(
        lambda: _import(Home(tmp_path / str(next(number)), Home(bundled).folder), drug_files)
    )
    print(f"\ncrosswalk and price file: {taken:.2f} s")
    assert taken < MOST_DRUG_SECONDS


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell it in this way")
def test_the_memory_of_an_import(
    first: Asked, eight: list[Asked], drug_files: list[Asked], tmp_path: Path
) -> None:
    files = [*eight, first, drug_files[1]]
    for name, some in (("the first release", [first]), ("ten files at once", files)):
        taken = _memory(some, tmp_path / name)
        print(f"\nmemory of an import of {name}: {taken:.0f} MB")
        assert taken < MOST_MEMORY


def _first(first: Asked, bundled: Path, folder: Path) -> Callable[[], About]:
    """The import with which a new user begins, for a new user each time."""
    number = count()
    return lambda: _import(Home(folder / f"first {next(number)}", Home(bundled).folder), [first])


def _import(home: Home, asked: Sequence[Asked]) -> About:
    return add(home, paths.seeds(), asked, lambda *_: None).about


def _memory(files: Sequence[Asked], data: Path) -> float:
    """The most that the process of an import takes, in megabytes."""
    named = [f"{each.release}={each.path}" if each.release else str(each.path) for each in files]
    return import_in_a_process(named, data)


def import_in_a_process(files: Sequence[str], data: Path) -> float:
    """Import files in a process of its own; returns its memory at the most, in megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "--data-dir", str(data), "import", *files],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.split()[-1]) * 1024 / 1e6


def _best_in_turn(*tasks: Callable[[], object]) -> list[float]:
    """Seconds for each task, the least of some tries: what else runs on the machine adds to them.

    In turn, so that each of them has its calm moments.
    """
    tries = [[_seconds(task) for task in tasks] for _ in range(_TRIES)]
    return [min(some) for some in zip(*tries, strict=True)]


def _seconds(task: Callable[[], object]) -> float:
    begin = time.perf_counter()
    task()
    return time.perf_counter() - begin
