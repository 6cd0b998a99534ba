"""Whatever the bytes are, the readers answer with a reading or with a clear sentence."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

from . import anweb_file
from .anweb_file import DISCLAIMER, HEADER, record, row, save, workbook, worksheet, zipped

TEXT = anweb_file.text([*DISCLAIMER, *record("J9043", "x " * 60), *record("AA")])
SHEET = worksheet([HEADER, row("J9043"), row("AA")])
BOOK = workbook({"A": [HEADER, row("J9043"), row("AA")]})
ZIP = zipped({"HCPC2020_JUL_ANWEB.txt": TEXT, "HCPC2020_JUL_ANWEB.xlsx": BOOK})
FRAGMENTS = st.sampled_from(
    [b"", b"\0", b"\r\n", b" " * 320, b"PK\x03\x04", b"<", b">", b'"', b"&#0;", b"-1", b"1e999",
     b'r="', b't="s"', b"J9043", b"   AA", b"99999999999999999999", b"\xff\xff\xff\xff", b"\x85"]
)  # fmt: skip

CUTS = st.tuples(st.integers(0), st.integers(0, 40), FRAGMENTS | st.binary(max_size=8))
"""Where to cut, how much to take away, and what to put there."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for one file that changes."""
    return tmp_path_factory.mktemp("anything")


def changed(content: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, fragment in cuts:
        at = place % (len(content) + 1)
        content = content[:at] + fragment + content[at + length :]
    return content


def holds(folder: Path, content: bytes) -> None:
    """Read the bytes; anything raised but what is meant for the user fails the test."""
    with suppress(UserError):
        readings = registry.read(save(folder, content))
        assert all(isinstance(each, Reading) and each.records for each in readings)


@given(content=st.binary(max_size=2_000))
def test_arbitrary_bytes(folder: Path, content: bytes) -> None:
    holds(folder, content)
    holds(folder, b"PK\x03\x04" + content)


@given(content=st.text(st.characters(codec="utf-8"), max_size=700))
def test_arbitrary_text_behind_a_record(folder: Path, content: str) -> None:
    holds(folder, TEXT + content.encode())


@settings(max_examples=200)
@pytest.mark.parametrize("content", [TEXT, BOOK, ZIP], ids=["text", "workbook", "zip"])
@given(cuts=st.lists(CUTS, min_size=1, max_size=4))
def test_damaged_files(folder: Path, content: bytes, cuts: list[tuple[int, int, bytes]]) -> None:
    holds(folder, changed(content, cuts))


@settings(max_examples=200)
@given(cuts=st.lists(CUTS, min_size=1, max_size=4))
def test_damaged_sheets(folder: Path, cuts: list[tuple[int, int, bytes]]) -> None:
    holds(folder, anweb_file.with_sheet(changed(SHEET.encode(), cuts).decode("latin-1")))


@given(rows=st.lists(st.lists(st.text(max_size=12) | st.sampled_from(HEADER), max_size=8)))
def test_arbitrary_sheets(folder: Path, rows: list[list[str]]) -> None:
    printable = [["".join(filter(str.isprintable, cell)) for cell in row] for row in rows]
    holds(folder, workbook({"A": [["HCPC", "SEQNUM", "LONG DESCRIPTION"], *printable]}))
