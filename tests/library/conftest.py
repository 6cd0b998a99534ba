"""What the tests of the library share: open libraries, and a home of the user's."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.importing import Added, Asked, add
from hcpcs_desktop.library.tables import content_id

from .libraries import (
    few_seeds,
    file_2019,
    file_2020_and_2025,
    file_of_returns,
    small_file,
)

__all__ = ["few_seeds", "file_2019", "file_2020_and_2025", "file_of_returns", "small_file"]

Import = Callable[..., Added]


@pytest.fixture(scope="session")
def small(small_file: Path) -> Iterator[Library]:
    """The small library, open."""
    with closing(Library.open(small_file)) as library:
        yield library


@pytest.fixture(scope="session")
def returns(file_of_returns: Path) -> Iterator[Library]:
    """The library of codes that came back, open."""
    with closing(Library.open(file_of_returns)) as library:
        yield library


@pytest.fixture(scope="session")
def of_2019(file_2019: Path) -> Iterator[Library]:
    """The library of January 2019, open."""
    with closing(Library.open(file_2019)) as library:
        yield library


@pytest.fixture(scope="session")
def of_2020_and_2025(file_2020_and_2025: Path) -> Iterator[Library]:
    """The library of July 2020 and July 2025, open."""
    with closing(Library.open(file_2020_and_2025)) as library:
        yield library


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A user's library folder that is not there yet, without a bundled one."""
    return Home(tmp_path / "data" / "library")


@pytest.fixture
def import_(home: Home, few_seeds: Path) -> Import:
    """Imports files, with the release stated where a file comes as a pair.

    Each time the id of the library must be that of what its file holds.
    """

    def import_(*files: Path | tuple[str, Path], into: Home = home) -> Added:
        asked = [
            Asked(each) if isinstance(each, Path) else Asked(each[1], each[0]) for each in files
        ]
        added = add(into, few_seeds, asked, lambda *_: None)
        with closing(Library.open(into.current())) as library:
            assert content_id(library.connection) == added.about.id
        return added

    return import_
