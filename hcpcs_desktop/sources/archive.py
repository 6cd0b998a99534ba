"""Opens zip files without trusting them.

Nothing is ever unpacked to disk: a member is read into memory, up to a limit. Refused are
encrypted, damaged and overlapping members, and those that blow up.
"""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from hcpcs_desktop.errors import UserError

MEMBER_LIMIT = 400_000_000
"""Bytes that one member may unpack to; the largest file of CMS has about 120 million."""

TOTAL_LIMIT = 1_000_000_000
RATIO_LIMIT = 300
RATIO_MATTERS_FROM = 20_000_000
MEMBERS_LIMIT = 2_000

_NOTHING_SUFFIXES = (".pdf", ".doc", ".docx", ".rtf", ".htm", ".html", ".ds_store", ".db", ".ini")
_LOCK = "~$"
"""How the files begin that Word and Excel keep while they are open."""

_METHODS = (
    zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA,
)  # fmt: skip
_DOWNLOAD = "Download it again from CMS."
_UNPACK = "Unpack it and add what is in it."
_HEADER = 30
"""Bytes before the data of a member, its name not counted."""

DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError,
    OverflowError, RuntimeError,
)  # fmt: skip
"""What zipfile raises for damaged bytes; RuntimeError is for methods and versions unknown to it."""


def looks_like_zip(head: bytes) -> bool:
    """Whether bytes begin as zip files (and workbooks) do."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Archive:
    """A zip file whose members were checked when it was opened."""

    def __init__(self, name: str, file: zipfile.ZipFile) -> None:
        """Take an open zip file and the name to use in messages; raises UserError if it is bad."""
        self.name = name
        self._file = file
        members = [info for info in file.infolist() if not info.filename.endswith("/")]
        self._members = {info.filename: info for info in members}
        self._check(members)

    def names(self) -> tuple[str, ...]:
        """The names of the members, in the order of the archive."""
        return tuple(self._members)

    def size(self, name: str) -> int:
        """How many bytes a member unpacks to."""
        return self._members[name].file_size

    def packed_size(self, name: str) -> int:
        """How many bytes a member takes in the archive."""
        return self._members[name].compress_size

    def open(self, name: str) -> IO[bytes]:
        """A member as a stream; reading it raises one of ``DAMAGE`` where it is damaged."""
        return self._file.open(self._members[name])

    def read(self, name: str) -> bytes:
        """The bytes of a member; raises UserError where they are damaged or not as declared."""
        info = self._members[name]
        try:
            with self._file.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except DAMAGE as error:
            raise self._refusal(f"{base_name(name)} inside it is damaged ({error})") from error
        if len(data) != info.file_size:
            raise self._refusal(f"{base_name(name)} inside it does not have the size it declares")
        return data

    def _check(self, members: Sequence[zipfile.ZipInfo]) -> None:
        if len(members) > MEMBERS_LIMIT:
            raise self._refusal(f"it holds {len(members):,} files, which no CMS archive does")
        if len(self._members) != len(members):
            raise self._refusal("it holds two files of the same name")
        for info in members:
            self._check_member(info)
        if sum(info.file_size for info in members) > TOTAL_LIMIT:
            raise self._refusal("it would unpack to more than a gigabyte")
        self._check_overlap(members)

    def _check_member(self, info: zipfile.ZipInfo) -> None:
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if not path.parts or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise self._refusal("it holds a file whose name leads out of the archive")
        if info.flag_bits & 0x1:
            raise self._refusal("it is protected by a password")
        if info.compress_type not in _METHODS:
            raise self._refusal(
                f"{path.name} inside it is packed in a way that the app cannot unpack", _UNPACK
            )
        blown_up = info.file_size > RATIO_MATTERS_FROM and (
            info.file_size > RATIO_LIMIT * max(info.compress_size, 1)
        )
        if info.file_size > MEMBER_LIMIT or blown_up:
            raise self._refusal(f"{path.name} inside it would unpack to an absurd size")

    def _check_overlap(self, members: Sequence[zipfile.ZipInfo]) -> None:
        end = 0
        for info in sorted(members, key=lambda each: each.header_offset):
            if info.header_offset < end:
                raise self._refusal("its files overlap one another")
            end = info.header_offset + _HEADER + info.compress_size

    def _refusal(self, reason: str, advice: str = _DOWNLOAD) -> UserError:
        return UserError(f"{self.name} was not taken: {reason}. {advice}", "bad_archive")


def base_name(member: str) -> str:
    """The last part of a member's name."""
    return PurePosixPath(member.replace("\\", "/")).name


def holds_nothing(title: str) -> bool:
    """Whether a file by its name holds no data: a read-me, a document, a system's own file."""
    name = title.lower()
    is_readme = "readme" in name.replace("_", "").replace(" ", "")
    return is_readme or name.startswith(_LOCK) or name.endswith(_NOTHING_SUFFIXES)


@contextmanager
def open_archive(data: bytes | IO[bytes], name: str) -> Iterator[Archive]:
    """Open and check a zip file, or the bytes of one; raises UserError if it is bad."""
    try:
        file = zipfile.ZipFile(BytesIO(data) if isinstance(data, bytes) else data)
    except DAMAGE as error:
        raise UserError(
            f"{name} was not taken: it is not a whole zip file ({error}). Download it again.",
            "bad_archive",
        ) from error
    with file:
        yield Archive(name, file)
