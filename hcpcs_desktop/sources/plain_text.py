"""The bytes of a text file as text, and its lines."""

import codecs
import re

from hcpcs_desktop.sources.refusal import refusal

LONGEST_LINE = 100_000
"""Characters in one line of text; CMS's longest lines have about 2,000."""

_ASCII = bytes(range(128))
_OF_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
"""How a letter of several bytes begins, in what is left of a text without its ASCII."""


def decode(data: bytes, name: str) -> str:
    """Text of a CMS file: UTF-8 where it is valid, else line by line UTF-8 or cp1252.

    Raises UserError for what is neither.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise refusal(name, "another program saved it as UTF-16, which CMS does not use")
    if b"\0" in data:
        raise refusal(name, "it holds NUL bytes, so it is damaged or not a text file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        if not _OF_UTF8.search(data.translate(None, _ASCII)):
            return data.decode("cp1252")
        plain = data.removeprefix(codecs.BOM_UTF8)
        return "".join(map(_decoded, plain.splitlines(keepends=True)))
    except UnicodeDecodeError as error:
        raise refusal(name, "it is neither UTF-8 nor Windows-1252 text") from error


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252")


def lines(text: str, name: str) -> list[str]:
    """The lines of a text without their ends; raises UserError where one is absurdly long."""
    found = text.split("\r\n")
    is_of_windows = len(found) - 1 == text.count("\n") == text.count("\r")
    if not is_of_windows:
        found = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if max(map(len, found)) > LONGEST_LINE:
        raise refusal(name, "a line in it is longer than any that CMS writes")
    return found
