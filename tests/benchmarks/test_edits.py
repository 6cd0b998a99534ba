"""NCCI tables of CMS's size: reading them, importing something else beside them, asking them."""

import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hcpcs_desktop.library.claims import reference
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.sources import registry
from tests.benchmarks import edit_tables
from tests.benchmarks.test_importing import import_in_a_process

pytestmark = pytest.mark.bench

DAY = date(2026, 2, 1)
MOST_SECONDS = 90.0
MOST_MEMORY = 400.0
MOST_LOOKUP = 0.020
MOST_BYTES_EACH = 15.0


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which 4.5 million pairs were imported."""
    folder = tmp_path_factory.mktemp("edits")
    files = edit_tables.save_pairs(folder)
    begin = time.perf_counter()
    memory = import_in_a_process([str(each) for each in files], folder / "data")
    taken = time.perf_counter() - begin
    print(f"\n{edit_tables.PAIRS:,} pairs: {taken:.1f} s, {memory:.0f} MB")
    assert taken < MOST_SECONDS
    assert memory < MOST_MEMORY
    for each in files:
        each.unlink()
    return folder / "data"


def test_a_workbook_takes_no_more_time_than_it_may(tmp_path: Path) -> None:
    """Processor time: what else the machine does is not counted."""
    part = edit_tables.PAIRS // 10
    path = edit_tables.save_workbook(tmp_path, part)
    begin = time.process_time()
    (reading,) = registry.read(path)
    taken = time.process_time() - begin
    print(f"\n{part:,} pairs as a workbook: {taken:.1f} s, so {taken * 10:.0f} s for all")
    assert reading.rows_read == part
    assert taken * 10 < MOST_SECONDS


@pytest.fixture
def library(data: Path) -> Iterator[Library]:
    """The library with the pairs, opened afresh."""
    path = max((data / "library").glob("library-*.db"), key=lambda each: each.stat().st_mtime)
    with closing(Library.open(path)) as opened:
        yield opened


def test_all_pairs_among_fifty_lines(library: Library) -> None:
    asked = reference(library)
    tries = []
    for _ in range(5):
        begin = time.perf_counter()
        found = asked.ptp(edit_tables.LINES, "practitioner", DAY)
        tries.append(time.perf_counter() - begin)
    taken = min(tries)
    each = library.about.bytes / (edit_tables.PAIRS / 5)
    print(f"\npairs among {len(edit_tables.LINES)} codes: {len(found):,} in {taken * 1e3:.1f} ms")
    print(f"library: {library.about.bytes / 1e6:.1f} MB, {each:.1f} bytes for each pair kept")
    assert len(edit_tables.LINES) == 50
    assert len(found) > 500
    assert taken < MOST_LOOKUP
    assert each < MOST_BYTES_EACH


def test_a_further_import_beside_them(data: Path, tmp_path: Path) -> None:
    table = str(edit_tables.save_limits(tmp_path))
    begin = time.perf_counter()
    import_in_a_process([table], tmp_path / "empty")
    alone = time.perf_counter() - begin
    begin = time.perf_counter()
    import_in_a_process([table], data)
    beside = time.perf_counter() - begin
    print(f"\na further table: {beside:.1f} s, without the pairs {alone:.1f} s")
    assert beside < alone + 5
