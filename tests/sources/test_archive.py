"""Zip files that nobody should trust."""

import zipfile
from io import BytesIO

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources.archive import open_archive

from .anweb_file import zipped

SMALL = zipped({"folder/b.txt": "b" * 500, "a.txt": "something " * 20})
LOCAL, DIRECTORY = b"PK\x03\x04", b"PK\x01\x02"


def read_all(content: bytes) -> dict[str, bytes]:
    with open_archive(content, "cms.zip") as archive:
        return {name: archive.read(name) for name in archive.names()}


def changed(content: bytes, offset: int, value: bytes, record: bytes = DIRECTORY) -> bytes:
    """The zip with other bytes at an offset of its last record of a kind."""
    at = content.rindex(record) + offset
    return content[:at] + value + content[at + len(value) :]


def renamed(name: str) -> bytes:
    """A zip with a member of this name, which the standard library would make harmless."""
    return zipped({"X" * len(name): "x"}).replace(b"X" * len(name), name.encode())


def test_members_are_read() -> None:
    assert read_all(SMALL) == {"a.txt": b"something " * 20, "folder/b.txt": b"b" * 500}


def test_folders_are_no_members() -> None:
    assert read_all(zipped({"folder/": "", "folder/a.txt": "a"})) == {"folder/a.txt": b"a"}


@pytest.mark.parametrize("length", [0, 4, 30, len(SMALL) // 2, len(SMALL) - 1])
def test_a_truncated_zip_is_refused(length: int) -> None:
    with pytest.raises(UserError, match="not a whole zip file"):
        read_all(SMALL[:length])


@pytest.mark.parametrize(
    "name", ["../a.txt", "a/../../b.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt"]
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="leads out of the archive"):
        read_all(renamed(name))


def test_a_member_without_a_name_is_refused() -> None:
    with pytest.raises(UserError, match="leads out of the archive"):
        read_all(zipped({".": "x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "a")
        archive.writestr("a.txt", "b")
    with pytest.raises(UserError, match="two files of the same name"):
        read_all(buffer.getvalue())


def test_members_that_overlap_are_refused() -> None:
    with pytest.raises(UserError, match="overlap"):
        read_all(changed(SMALL, 42, b"\x08"))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UserError, match="would unpack to an absurd size"):
        read_all(zipped({"a.txt": b"\0" * 30_000_000}))


def test_more_members_than_any_archive_of_cms_are_refused() -> None:
    with pytest.raises(UserError, match="it holds 2,001 files"):
        read_all(zipped({f"{number}.txt": "" for number in range(2_001)}))


@pytest.mark.parametrize(
    ("offset", "value", "message"),
    [
        (8, b"\x01", "protected by a password"),
        (10, b"\x63", "a.txt inside it is packed in a way that the app cannot unpack. Unpack it"),
        (16, b"\0\0\0\0", "a.txt inside it is damaged"),
        (24, b"\x05\0\0\0", "a.txt inside it is damaged"),
        (24, b"\xff\xff\0\0", "does not have the size it declares"),
        (6, b"\xf0", "not a whole zip file"),
    ],
    ids=["encrypted", "method", "checksum", "size too small", "size too large", "version"],
)
def test_a_directory_that_lies_is_refused(offset: int, value: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message):
        read_all(changed(SMALL, offset, value))


def test_damaged_data_are_refused() -> None:
    with pytest.raises(UserError, match=r"a\.txt inside it is damaged"):
        read_all(changed(SMALL, 36, b"\xff\xff\xff", record=LOCAL))
