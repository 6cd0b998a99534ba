"""The choice of containers: which of the sizes at hand to open for a dose.

Medicare pays for waste that could not be avoided, so the best choice opens the least amount that
holds the dose, and of those choices the one with the fewest containers.
Source: CGS on drug units (300 mg is three vials of 100, not one of 400).

Exact for any sizes; the bits of whole numbers mark which totals the sizes can make up, because
Python moves millions of bits in one step. Where the sizes have no common measure to speak of, all
choices are tried: there, a dose takes few containers.
"""

from collections.abc import Sequence
from math import gcd

_MOST_STEPS = 1 << 24
"""As many common measures of the sizes a dose may have: 10,000 units, each in 1,000 parts."""
_MOST_TRIED = 20_000
_MOST_MARKS = 1 << 29


class ChoiceTooLargeError(ValueError):
    """The sizes differ too finely from each other to be compared in a blink."""


def choose(sizes: Sequence[int], dose: int) -> tuple[int, ...]:
    """How many of each size to open, side by side with ``sizes``.

    Least opened amount, then fewest containers, then rather larger ones. Sizes and dose are
    positive, in one unit however fine, and the sizes differ. Raises ChoiceTooLargeError where the
    search would take longer than about a tenth of a second.
    """
    step = gcd(*sizes)
    whole, target = [size // step for size in sizes], _divide_up(dose, step)
    end = target + min(whole) - 1
    fitting = sorted((size for size in whole if size <= end), reverse=True)
    if len(fitting) == 1:
        counts: tuple[int, ...] = (_divide_up(target, fitting[0]),)
    elif end < _MOST_STEPS:
        counts = _least(fitting, target, end)
    else:
        counts = _Trial(fitting).best(target)
    chosen = dict(zip(fitting, counts, strict=True))
    return tuple(chosen.get(size, 0) for size in whole)


def _divide_up(amount: int, by: int) -> int:
    return -(-amount // by)


def _least(sizes: Sequence[int], target: int, end: int) -> tuple[int, ...]:
    """The choice where marks can be set; ``end`` is the largest total that can be best."""
    marks = _marks(sizes, end)
    total = end + 1 - (marks[0] & ((1 << end - target + 1) - 1)).bit_length()
    search = _Fewest(sizes, marks, end)
    try:
        return search.of(total)
    except ChoiceTooLargeError:
        return _one_by_one(sizes, total, sum(search.counts))


def _marks(sizes: Sequence[int], end: int) -> list[int]:
    """For each size: what may be left of ``end`` once it and the smaller ones were taken away.

    A size is taken away from all that is marked at once: once, then twice as often, and so on.
    """
    left, marks = 1 << end, []
    for size in reversed(sizes):
        jump = size
        while jump <= end:
            left |= left >> jump
            jump *= 2
        marks.append(left)
    return marks[::-1]


class _Search:
    """Tries counts of each size, the largest first; not more than can be waited for."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self.counts: tuple[int, ...] = ()
        self._tried = 0

    def _trial(self) -> None:
        self._tried += 1
        if self._tried > _MOST_TRIED:
            raise ChoiceTooLargeError


class _Fewest(_Search):
    """The fewest containers that make up a total; no way is tried that the marks tell to be none.

    With each container less of a size, more are needed in all: the search soon ends, but where a
    size stands out that fits with no other one and many containers are needed.
    """

    def __init__(self, sizes: Sequence[int], marks: Sequence[int], end: int) -> None:
        super().__init__(sizes)
        self._end = end
        self._marks = [each.to_bytes(end // 8 + 1, "little") for each in marks]

    def of(self, total: int) -> tuple[int, ...]:
        """The counts; raises ChoiceTooLargeError."""
        self._fewest = total + 1
        self._try(0, total, ())
        return self.counts

    def _try(self, at: int, rest: int, counts: tuple[int, ...]) -> None:
        size, used = self._sizes[at], sum(counts)
        if at == len(self._sizes) - 1:
            if used + rest // size < self._fewest:
                self._fewest, self.counts = used + rest // size, (*counts, rest // size)
            return
        for count in range(rest // size, -1, -1):
            after = rest - count * size
            if used + count + _divide_up(after, self._sizes[at + 1]) >= self._fewest:
                return
            self._trial()
            bit = self._end - after
            if self._marks[at + 1][bit >> 3] >> (bit & 7) & 1:
                self._try(at + 1, after, (*counts, count))


def _one_by_one(sizes: Sequence[int], total: int, enough: int) -> tuple[int, ...]:
    """The fewest containers for a total that so many are ``enough`` for, one more at a time.

    Marked is what so many containers can lack to as many of the largest size: it grows slowly.
    Raises ChoiceTooLargeError where there would be too much to mark.
    """
    largest = sizes[0]
    lacks = [largest - size for size in sizes]
    most = enough * largest - total
    if not enough or enough * most > _MOST_MARKS:
        raise ChoiceTooLargeError
    within, layers = (1 << most + 1) - 1, [1]
    while not _lacks(layers[-1], (len(layers) - 1) * largest - total):
        more = 0
        for lack in lacks:
            more |= layers[-1] << lack
        layers.append(more & within)
    counts, lacking = [0] * len(sizes), (len(layers) - 1) * largest - total
    for layer in reversed(layers[:-1]):
        at = next(at for at, lack in enumerate(lacks) if _lacks(layer, lacking - lack))
        counts[at] += 1
        lacking -= lacks[at]
    return tuple(counts)


def _lacks(layer: int, amount: int) -> bool:
    return amount >= 0 and bool(layer >> amount & 1)


class _Trial(_Search):
    """Every choice there is."""

    def best(self, target: int) -> tuple[int, ...]:
        """The least total, in the fewest containers; raises ChoiceTooLargeError."""
        self._best = target * len(self._sizes), target
        self._try(0, target, ())
        return self.counts

    def _try(self, at: int, rest: int, counts: tuple[int, ...]) -> None:
        self._trial()
        most = max(0, _divide_up(rest, self._sizes[at]))
        if at == len(self._sizes) - 1:
            found = most * self._sizes[at] - rest, sum(counts) + most
            if found < self._best:
                self._best, self.counts = found, (*counts, most)
            return
        for count in range(most, -1, -1):
            self._try(at + 1, rest - count * self._sizes[at], (*counts, count))
