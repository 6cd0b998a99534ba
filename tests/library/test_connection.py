"""Opening a library, and what it says of itself."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.connection import Library


def test_a_library_tells_what_it_holds(small: Library, small_file: Path) -> None:
    about = small.about
    assert (about.path, about.bytes) == (small_file, small_file.stat().st_size)
    assert (about.codes, about.modifiers, about.releases) == (11, 3, ("2020-07",))
    assert [row.family for row in about.sources] == ["seeds", "anweb"]


def test_a_library_cannot_be_written_to(small: Library) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        small.connection.execute("DELETE FROM code")


def test_a_planted_journal_is_ignored(tmp_path: Path, small_file: Path) -> None:
    path = tmp_path / "library ?#%.db"
    shutil.copy(small_file, path)
    path.with_name(path.name + "-wal").write_bytes(b"planted" * 100)
    path.with_name(path.name + "-journal").write_bytes(b"planted" * 100)
    with closing(Library.open(path)) as library:
        assert library.about.codes == 11


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no library at"):
        Library.open(tmp_path)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE meta SET value = '0' WHERE key = 'schema'", "library_outdated"),
        ("DELETE FROM meta WHERE key = 'schema'", "library_outdated"),
        ("DELETE FROM meta WHERE key = 'id'", "library_damaged"),
        ("DROP TABLE source", "library_damaged"),
        ("UPDATE source SET warnings = 'x'", "library_damaged"),
        ("DROP TABLE meta", "library_damaged"),
    ],
)
def test_a_library_of_another_shape_is_refused(
    tmp_path: Path, small_file: Path, change: str, kind: str
) -> None:
    path = tmp_path / "library.db"
    shutil.copy(small_file, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    with pytest.raises(UserError) as refused:
        Library.open(path)
    assert refused.value.kind == kind
