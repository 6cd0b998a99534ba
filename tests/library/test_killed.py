"""An import of CMS's own zip, killed with signal 9 at a hundred moments spread over its time."""

import shutil
import subprocess
import sys
import time
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from hcpcs_desktop.library import codes
from hcpcs_desktop.library.connection import About, Library
from hcpcs_desktop.library.home import Home, sha256_of
from tests.sources.published import ARCHIVE

from .conftest import Import
from .test_importing import tree

MOMENTS = 100
EVERY = 10
"""After every so manyth kill the import is tried once more, to its end."""

PROGRAM = """
import pathlib, sys
from hcpcs_desktop import paths
from hcpcs_desktop.cli import main
paths.seeds = lambda: pathlib.Path(sys.argv[1])
sys.exit(main.run(sys.argv[2:]))
"""
ON = date(2019, 6, 1)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_kill_leaves_the_old_library_or_the_new_one_whole(
    tmp_path: Path, shared_cms: Path, import_: Import, few_seeds: Path
) -> None:
    before = Home(tmp_path / "before" / "library")
    old = import_(shared_cms / "2018" / "2018-Alpha-Numeric-HCPCS-File.zip", into=before).about
    whole = copy(before, tmp_path / "whole")
    begin = time.perf_counter()
    import_in_a_process(whole, shared_cms / ARCHIVE, few_seeds, 600)
    lasts = time.perf_counter() - begin
    new = about(whole)
    assert (old.releases, new.releases) == (("2018-01",), ("2018-01", "2019-01"))
    found = []
    for moment in range(1, MOMENTS + 1):
        home = copy(before, tmp_path / "home")
        with suppress(subprocess.TimeoutExpired):
            after = lasts * moment / MOMENTS
            import_in_a_process(home, shared_cms / ARCHIVE, few_seeds, after)
        assert home.damage() == "", moment
        found.append(whole_library(home).id)
        if moment % EVERY == 0:
            import_in_a_process(home, shared_cms / ARCHIVE, few_seeds, 600)
            assert tree(home.folder) == tree(whole.folder), moment
        shutil.rmtree(tmp_path / "home")
    assert set(found) <= {old.id, new.id}
    assert found[0] == old.id


def import_in_a_process(home: Home, file: Path, seeds: Path, seconds: float) -> None:
    """Import; killed after so many seconds, and then TimeoutExpired is raised."""
    command = ["--data-dir", str(home.folder.parent), "import", str(file)]
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(seeds), *command],
        stdout=subprocess.DEVNULL,
        timeout=seconds,
        check=True,
    )


def whole_library(home: Home) -> About:
    """The library in use, of which a code can be shown and every source has its kept copy."""
    with closing(Library.open(home.current())) as library:
        page = codes.page(library, "J9043", ON)
        assert page.release == library.about.releases[-1]
    for source in library.about.sources[1:]:
        assert sha256_of(home.kept(source.sha256, source.kept_as)) == source.sha256
    return library.about


def about(home: Home) -> About:
    """What the library in use is and holds."""
    with closing(Library.open(home.current())) as library:
        return library.about


def copy(home: Home, data: Path) -> Home:
    """A copy of a home with its folder."""
    shutil.copytree(home.folder.parent, data)
    return Home(data / "library")
