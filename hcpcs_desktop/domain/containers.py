"""The choice of containers: which of the sizes at hand to open for a dose.

Medicare pays for waste that could not be avoided, so the best choice opens the least amount that
holds the dose, and of those choices the one with the fewest containers.
Source: CGS on drug units (300 mg is three vials of 100, not one of 400).
"""

from collections import Counter
from collections.abc import Sequence
from math import gcd

_MOST_STEPS = 1_000_000
_UNREACHED = 2**31


class ChoiceTooLargeError(ValueError):
    """The sizes differ too finely from each other to be compared in a blink."""


def choose(sizes: Sequence[int], dose: int) -> tuple[int, ...]:
    """How many of each size to open, side by side with ``sizes``.

    Least opened amount, then fewest containers, then rather larger ones. Exact. Sizes and dose are
    positive, in one unit however fine, and the sizes differ. Raises ChoiceTooLargeError where they
    have so fine a common measure that the search would take longer than about a tenth of a second.
    """
    step = gcd(*sizes)
    whole, target = [size // step for size in sizes], _divide_up(dose, step)
    alone = min((size for size in whole if size >= target), default=None)
    smaller = sorted((size for size in whole if size < target), reverse=True)
    chosen = _combine(smaller, target)
    if alone is not None and (not chosen or alone <= _total(chosen)):
        chosen = Counter([alone])
    return tuple(chosen[size] for size in whole)


def _total(chosen: Counter[int]) -> int:
    return sum(size * count for size, count in chosen.items())


def _combine(sizes: list[int], target: int) -> Counter[int]:
    """The best combination of sizes, largest first, that are all smaller than the target.

    Among the containers that are not of the largest size there are fewer than that size counts
    steps: else some of them would add up to a multiple of it and could be replaced by it. What is
    certain to be filled by the largest size is therefore set aside before the search.
    """
    if not sizes:
        return Counter()
    largest = sizes[0]
    if len(sizes) == 1:
        return Counter({largest: _divide_up(target, largest)})
    set_aside = max(0, _divide_up(target - (largest - 1) * sizes[1], largest))
    return Counter({largest: set_aside}) + _search(sizes, target - set_aside * largest)


def _divide_up(amount: int, by: int) -> int:
    return -(-amount // by)


def _search(sizes: list[int], target: int) -> Counter[int]:
    """The fewest containers for the least total that reaches the target, by dynamic programming."""
    end = target + sizes[-1]
    if end * len(sizes) > _MOST_STEPS:
        raise ChoiceTooLargeError
    fewest = [0] + [_UNREACHED] * (end - 1)
    for size in sizes:
        for total in range(size, end):
            with_it = fewest[total - size] + 1
            if with_it < fewest[total]:
                fewest[total] = with_it
    total = next(n for n in range(target, end) if fewest[n] < _UNREACHED)
    chosen: Counter[int] = Counter()
    while total:
        size = next(s for s in sizes if s <= total and fewest[total - s] == fewest[total] - 1)
        chosen[size] += 1
        total -= size
    return chosen
