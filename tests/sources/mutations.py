"""Changes CMS's real files in ways in which files go bad, each by the number of a mutation.

The files are the first part of what CMS published, so that thousands can be tried, and now and
then a whole one. A mutated member of a zip or a workbook is packed again, so that its checksum
holds and the mutation gets as far as the reader.
"""

import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from .anweb_file import zipped

_LINES = 240
_ROWS = 200
_WHOLE = 25
"""Every so manyth mutation is one of the whole file."""

_FRAGMENTS = (
    b"\0", b"\r\n", b"\n", b"\x1a", b" " * 320, b"\xa0", b"\x81\xff", b"\xef\xbb\xbf", b"-1",
    b"1e999", b"99999999", b"20251301", b"00000000", b"J9043", b"   AA", b",", b'"', b"<", b">",
    b"&#0;", b"]]>", b"<!DOCTYPE x>", b'r="XFD1048576"', b'count="4294967295"', b't="s"',
    b"x" * 40_000, b"PK\x03\x04", b"PK\x01\x02", b"\xff\xff\xff\xff",
)  # fmt: skip
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp037", "utf-7")

Mutation = Callable[[bytes, random.Random], bytes]


def mutated(path: Path, number: int) -> bytes:
    """The bytes of a published file after the mutation of that number."""
    chance = random.Random(f"{path.name} {number}")
    content = path.read_bytes() if number % _WHOLE == 0 else shortened(path)
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = _changed(content, chance)
    return content


@cache
def shortened(path: Path) -> bytes:
    """The first part of a published file, in its own form."""
    return _shortened(path.read_bytes())


def _shortened(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return b"".join(content.splitlines(keepends=True)[:_LINES])
    members = _members(content)
    if "[Content_Types].xml" in members:
        return zipped({name: _first_rows(data) for name, data in members.items()})
    return zipped({name: _shortened(data) for name, data in members.items()})


def _first_rows(xml: bytes) -> bytes:
    """A sheet with its first rows; what is no sheet stays."""
    ends = [match.end() for match in re.finditer(rb"</row>", xml)]
    if len(ends) <= _ROWS:
        return xml
    return xml[: ends[_ROWS]] + xml[ends[-1] :]


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _changed(content: bytes, chance: random.Random) -> bytes:
    if content.startswith(b"PK") and chance.random() < 0.8:
        try:
            members = _members(content)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError):
            return content  # an earlier mutation has damaged the zip itself
        return zipped(_changed_members(members, chance)) if members else content
    return chance.choice(_MUTATIONS)(content, chance)


def _changed_members(members: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """One member changed, left out, renamed, doubled, or swapped with another."""
    one, other = chance.choice(list(members)), chance.choice(list(members))
    how = chance.random()
    if how < 0.84:
        return {**members, one: _changed(members[one], chance)}
    if how < 0.88:
        return {name: data for name, data in members.items() if name != one}
    if how < 0.92:
        return {(f"x{name}" if name == one else name): data for name, data in members.items()}
    if how < 0.96:
        return {**members, f"copy of {one}": members[one]}
    return {**members, one: members[other], other: members[one]}


def _span(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, start + chance.choice((1, 4, 40, 400, 4_000))


def _flipped(content: bytes, chance: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(chance.choice((1, 3, 30)) if found else 0):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _without(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[start:end] + content[at:]


def _overwritten(content: bytes, chance: random.Random) -> bytes:
    at, fragment = chance.randrange(len(content) + 1), chance.choice(_FRAGMENTS)
    return content[:at] + fragment + content[at + len(fragment) :]


def _inserted(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_FRAGMENTS) + content[at:]


def _other_digits(content: bytes, chance: random.Random) -> bytes:
    found = bytearray(content)
    places = [at for at, byte in enumerate(found) if 0x30 <= byte <= 0x39]
    for at in chance.sample(places, min(len(places), chance.choice((1, 20, 400)))):
        found[at] = chance.choice(b"0123456789")
    return bytes(found)


def _other_lines(content: bytes, chance: random.Random) -> bytes:
    """Some lines doubled, some left out, some in another order."""
    lines = content.splitlines(keepends=True)
    for _ in range(chance.choice((1, 5)) if lines else 0):
        at = chance.randrange(len(lines))
        lines[at : at + 1] = chance.choice(([], [lines[at]] * 2, [lines[at], lines[at // 2]]))
        if not lines:
            break
    if chance.random() < 0.1:
        chance.shuffle(lines)
    return b"".join(lines)


def _other_ends(content: bytes, chance: random.Random) -> bytes:
    return content.replace(b"\r\n", chance.choice((b"\n", b"\r", b"\r\r\n", b"\x85", b" ")))


def _recoded(content: bytes, chance: random.Random) -> bytes:
    return content.decode("latin-1").encode(chance.choice(_ENCODINGS), "replace")


def _other_columns(content: bytes, chance: random.Random) -> bytes:
    """A name of a column, or another word of the file, left out or put elsewhere."""
    names: Sequence[bytes] = re.findall(rb"[A-Z][A-Z_]{3,}[0-9]?", content[:200_000])
    if not names:
        return content
    one, other = chance.choice(names), chance.choice((*names, b"", b"X"))
    return content.replace(one, other, chance.choice((1, -1)))


_MUTATIONS: tuple[Mutation, ...] = (
    _flipped, _cut_off, _without, _doubled, _overwritten, _inserted, _other_digits, _other_lines,
    _other_ends, _recoded, _other_columns,
)  # fmt: skip
