"""A table of pairs in a small form that is quick to search: for each Level II code its partners.

A pair is filed under each of its Level II codes. The partners of a code are sorted numbers of four
bytes (the partner, the column in which it stands, the indicator), so that one of them is found by
bisection; the dates of the pairs, which repeat, are compressed beside them.
"""

import zlib
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hcpcs_desktop.domain.edits import Indicator, PtpPair

FIRST_DAY = date(1990, 1, 1)
"""The earliest day that can be packed; CMS's edits begin in 1996."""

LAST_DAY = FIRST_DAY + timedelta(days=0xFFFE)
_BEFORE = FIRST_DAY.toordinal()
_NO_DAY = 0xFFFF
_INDICATORS: tuple[Indicator, ...] = ("0", "1", "9")
_NUMBERS = {indicator: number for number, indicator in enumerate(_INDICATORS)}
_BASE = 36
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WIDTH = 5


@dataclass(frozen=True, slots=True)
class Partners:
    """The pairs of one code: ``keys`` as sorted numbers of four bytes, ``dates`` compressed.

    The bytes of ``dates`` depend on the build of zlib that packed them; what they hold
    (``dates_in``) does not.
    """

    keys: bytes
    dates: bytes


class Packer:
    """Takes pairs one after the other and holds each in eight bytes for each of its codes."""

    def __init__(self) -> None:
        """Begin without pairs."""
        self._found: dict[str, array[int]] = defaultdict(lambda: array("Q"))

    def add(self, pair: PtpPair) -> None:
        """File a pair; its days lie between ``FIRST_DAY`` and ``LAST_DAY``."""
        first, second = pair.column1, pair.column2
        last = _NO_DAY if pair.deletion is None else pair.deletion.toordinal() - _BEFORE
        days = (pair.effective.toordinal() - _BEFORE) << 16 | last
        number = _NUMBERS[pair.indicator]
        if first[0].isalpha():
            self._found[first].append((int(second, _BASE) << 3 | number) << 32 | days)
        if second[0].isalpha():
            self._found[second].append((int(first, _BASE) << 3 | 4 | number) << 32 | days)

    def packed(self) -> dict[str, Partners]:
        """All pairs, by the codes in their order."""
        return {code: _packed(self._found[code]) for code in sorted(self._found)}


def _packed(found: Iterable[int]) -> Partners:
    entries = sorted(found)
    keys = array("I", [entry >> 32 for entry in entries])
    dates = array("I", [entry & 0xFFFFFFFF for entry in entries])
    return Partners(keys.tobytes(), zlib.compress(dates.tobytes(), 6))


def dates_in(packed: bytes) -> bytes:
    """The dates of ``Partners``: four bytes a pair, two of them days after ``FIRST_DAY``."""
    return zlib.decompress(packed)


def unpacked(code: str, partners: Partners) -> Iterator[PtpPair]:
    """All pairs of a code, by partner."""
    dates = _numbers(dates_in(partners.dates))
    for key, days in zip(_numbers(partners.keys), dates, strict=True):
        yield _pair(code, _code(key >> 3), key, days)


def among(code: str, partners: Partners, others: Iterable[str]) -> Iterator[PtpPair]:
    """The pairs of a code with others."""
    keys = _numbers(partners.keys)
    hits = [(other, at) for other in others for at in _places(keys, other)]
    if hits:
        dates = _numbers(dates_in(partners.dates))
        for other, at in hits:
            yield _pair(code, other, keys[at], dates[at])


def _places(keys: memoryview, other: str) -> range:
    """Where the pairs with another code stand."""
    number = int(other, _BASE) << 3
    begin = bisect_left(keys, number)
    end = begin
    while end < len(keys) and keys[end] < number + 8:
        end += 1
    return range(begin, end)


def _numbers(data: bytes) -> memoryview:
    return memoryview(data).cast("I")


def _pair(code: str, other: str, key: int, days: int) -> PtpPair:
    effective, deletion = days >> 16, days & 0xFFFF
    column1, column2 = (other, code) if key & 4 else (code, other)
    return PtpPair(
        column1,
        column2,
        date.fromordinal(_BEFORE + effective),
        None if deletion == _NO_DAY else date.fromordinal(_BEFORE + deletion),
        _INDICATORS[key & 3],
    )


def _code(number: int) -> str:
    """The code that a number of base 36 stands for, with its zeros in front."""
    digits = ""
    for _ in range(_WIDTH):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits
