"""The speed that the design counts on: no thread behind a keystroke.

Machines differ, so what is held is how many times longer the app takes than plain Python does.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from statistics import quantiles

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library import codes, search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import Asked, build_file
from hcpcs_desktop.library.query import parse
from tests.benchmarks import floor
from tests.sources.published import ARCHIVE

pytestmark = pytest.mark.bench

ON = date(2019, 6, 1)
TYPED = ("j9043", "hemin", "home infusion", "wheelchair", "inj", "e02", "s", "catheter sterile")
KEYSTROKES = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
MOST_SEARCH = 12
MOST_PAGE = 4
"""Times the floor; that of a page is the floor of a search."""


@pytest.fixture(scope="module")
def release_2019(shared_cms: Path) -> Path:
    """CMS's zip with the January 2019 release."""
    return shared_cms / ARCHIVE


@pytest.fixture(scope="module")
def library(release_2019: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library of that release."""
    target = tmp_path_factory.mktemp("library") / "library.db"
    _build(target, release_2019)
    with closing(Library.open(target)) as opened:
        yield opened


@pytest.fixture(scope="module")
def scan(library: Library) -> float:
    """Milliseconds in which plain Python looks through all descriptions, in the middle."""
    rows = library.connection.execute("SELECT lower(code || ' ' || short || ' ' || long) FROM code")
    descriptions = [text for (text,) in rows]
    return _percentiles([partial(floor.search, descriptions, text) for text in KEYSTROKES])[49]


def test_a_keystroke(library: Library, scan: float) -> None:
    tasks = [partial(_search, library, text) for text in KEYSTROKES]
    _report("search, a keystroke", tasks, scan, MOST_SEARCH)


def test_opening_a_code(library: Library, scan: float) -> None:
    hits = search.run(library, parse("injection"), ON, limit=100).hits
    tasks = [partial(codes.page, library, hit.code, ON) for hit in hits]
    _report("page of a code", tasks, scan, MOST_PAGE)


def _build(target: Path, file: Path) -> None:
    build_file(target, paths.seeds(), [Asked(file)], lambda *_: None)


def _search(library: Library, text: str) -> object:
    return search.run(library, parse(text), ON)


def _report(name: str, tasks: Sequence[Callable[[], object]], least: float, most: float) -> None:
    """Print how long the tasks take; the slowest hundredth must stay below ``most`` floors."""
    percent = _percentiles(tasks)
    times = percent[98] / least
    print(f"\n{name}: p50 {percent[49]:.2f} ms, p99 {percent[98]:.2f} ms, {times:.1f} floors")
    assert times < most


def _percentiles(tasks: Sequence[Callable[[], object]]) -> list[float]:
    return quantiles([_milliseconds(task) for task in tasks for _ in range(5)], n=100)


def _milliseconds(task: Callable[[], object]) -> float:
    begin = time.perf_counter()
    task()
    return (time.perf_counter() - begin) * 1000
