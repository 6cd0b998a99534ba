"""A file that the user saves is whole, or the one that stood there stays."""

import errno
import os
from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output import spreadsheet
from hcpcs_desktop.output.written import writing


def _fail_half_way(path: Path, error: OSError) -> None:
    with writing(path) as file:
        file.write_text("half of it")
        raise error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Free some space there"),
        (PermissionError(errno.EACCES, "Permission denied"), "Close it where another program"),
        (OSError(errno.EIO, "Input/output error"), "Choose another place"),
    ],
)
def test_what_stood_there_stays_where_writing_fails(
    tmp_path: Path, error: OSError, told: str
) -> None:
    path = tmp_path / "kept.txt"
    path.write_text("what stood there")
    with pytest.raises(UserError, match=told) as refused:
        _fail_half_way(path, error)
    assert refused.value.kind == "not_writable"
    assert path.read_text() == "what stood there"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_a_table_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    spreadsheet.write(path, ["code"], [["J9043"]])
    before = path.read_bytes()
    (tmp_path / f"{name}.partial").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        spreadsheet.write(path, ["code"], [["J9064"]])
    assert path.read_bytes() == before


def test_a_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    with writing(link) as file:
        file.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="other systems have no such file")
def test_a_device_is_written_to_and_stays_one() -> None:
    with writing(Path(os.devnull)) as file:
        file.write_text("away")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("name", ["folder", "nowhere/file.txt"])
def test_a_folder_and_a_missing_folder_are_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match="Choose another place"), writing(path) as file:
        file.write_text("text")
