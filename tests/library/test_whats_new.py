"""Two releases of a library compared."""

from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.whats_new import compare
from tests.sources.anweb_file import save

from .conftest import Import
from .libraries import JULY, OCTOBER, small_text


@pytest.fixture
def two(tmp_path: Path, import_: Import) -> Library:
    """July 2020, and October with one code fewer and another coverage of one."""
    july = save(tmp_path, small_text(), JULY)
    october = save(tmp_path, small_text("A4215", "J9043", coverage="D"), OCTOBER)
    return Library.open(import_(july, october).about.path)


def test_each_code_that_changed_has_its_description(two: Library) -> None:
    found = compare(two, "2020-07", "2020-10")
    two.close()
    changed = {each.code: each.kinds for each in found.difference.changes}
    assert changed["A4215"] == ("coverage",)
    assert changed["JW"] == ("removed",)
    assert found.descriptions["JW"] == "Drug amount discarded/not administered to any patient"
    assert found.descriptions.keys() == changed.keys()


def test_a_release_that_is_not_held_is_refused(small: Library) -> None:
    with pytest.raises(UserError, match="not in the library"):
        compare(small, "2020-07", "2031-01")
