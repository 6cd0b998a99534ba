"""Bytes as text: the two encodings in which CMS writes, and nothing else."""

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import plain_text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"5\x92-phosphate", "5’-phosphate"),
        ("5’-phosphate".encode(), "5’-phosphate"),
        (b"\xef\xbb\xbfJ9043", "J9043"),
        ("5’-phosphate\r\n".encode() + b"\xa0 and \x92\n\x93", "5’-phosphate\r\n\xa0 and ’\n“"),
        (b"\xef\xbb\xbf\x92\r\n", "’\r\n"),
        (b"", ""),
    ],
)
def test_text_is_utf_8_or_else_cp1252(data: bytes, text: str) -> None:
    assert plain_text.decode(data, "file") == text


@pytest.mark.parametrize("data", [b"J9043\0", b"\x81\xff", "J9043".encode("utf-16")])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="file was not taken"):
        plain_text.decode(data, "file")
