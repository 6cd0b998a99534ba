"""What was opened for a dose: as the coder says, or else the best choice of the sizes at hand.

Amounts are held as whole numbers (see ``scaled``).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain import strength
from hcpcs_desktop.domain.containers import ChoiceTooLargeError, choose
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.quantity import Quantity, Unit
from hcpcs_desktop.domain.scaled import measure

_MOST_SIZES = 20
_MOST_CONTAINERS = 1000


@dataclass(frozen=True, slots=True)
class Size:
    """A container size: as typed, as an amount, and scaled.

    ``label`` is the whole content, ``scaled`` what is there for this patient: less than the label
    where others were given of the container. ``volume`` is that of the whole, where it is told.
    """

    typed: str
    content: Quantity
    scaled: int
    label: int
    volume: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """So many opened containers of one size."""

    size: Size
    count: int


@dataclass(frozen=True, slots=True)
class Fill:
    """Opened containers of one size, out of each of which the same was given."""

    size: Size
    count: int
    given_of_each: int

    @property
    def left_of_each(self) -> int:
        """What remains in each."""
        return self.size.scaled - self.given_of_each

    @property
    def given(self) -> int:
        """What was given out of all of them."""
        return self.given_of_each * self.count

    @property
    def left(self) -> int:
        """What remains in all of them."""
        return self.left_of_each * self.count


@dataclass(frozen=True, slots=True)
class Dose:
    """The dose as an amount and scaled."""

    amount: Quantity
    scaled: int


def read_size(field: str, typed: str, unit: Unit) -> Size:
    """A size as ``400 mg`` or ``400 mg/16 mL``; raises InputError where it cannot be so."""
    if "/" not in typed:
        content, scaled = measure(field, typed, unit)
        return Size(typed, content, scaled, scaled)
    found = strength.parse(field, typed)
    if found.drug.unit.measure == found.product.unit.measure:
        raise InputError(
            field, f'"{typed[:40]}" has two amounts of {found.drug.unit.measure}: enter their sum.'
        )
    of_product = found.product.unit.measure == unit.measure
    content, scaled = measure(field, found.product if of_product else found.drug, unit)
    return Size(typed, content, scaled, scaled, found.product)


def read_opened(typed: Sequence[str], unit: Unit) -> list[Opened]:
    """What was opened, one entry for each container; raises InputError where it cannot be so."""
    if len(typed) > _MOST_CONTAINERS:
        raise InputError(
            "opened",
            f"{len(typed):,} containers are more than can be right: at most {_MOST_CONTAINERS:,}.",
        )
    return [
        Opened(read_size("opened", text, unit), count) for text, count in Counter(typed).items()
    ]


def read_sizes(typed: Sequence[str], unit: Unit) -> list[Size]:
    """The different sizes to choose from; of those that are equal, the one typed first."""
    if len(typed) > _MOST_SIZES:
        raise InputError(
            "vials",
            f"{len(typed):,} sizes are too many to choose from: name at most {_MOST_SIZES}.",
        )
    different: dict[int, Size] = {}
    for text in typed:
        size = read_size("vials", text, unit)
        different.setdefault(size.scaled, size)
    return list(different.values())


def suggest(sizes: Sequence[Size], dose: Dose, overfill: int = 0) -> list[Opened]:
    """The containers to open for the dose; raises InputError for a dose that makes no sense.

    What each holds beyond its label counts here: where it is enough, no further one is opened.
    """
    largest = max(sizes, key=lambda size: size.scaled)
    fewest = -(-dose.scaled // (largest.scaled + overfill))
    if fewest >= _MOST_CONTAINERS:
        raise InputError(
            "dose",
            f"{dose.amount} would take {fewest:,} containers of {largest.content}: "
            "check the units of both.",
        )
    try:
        counts = choose([size.scaled + overfill for size in sizes], dose.scaled)
    except ChoiceTooLargeError as error:
        raise InputError(
            "vials", "these sizes are too odd to be compared: enter what was opened instead."
        ) from error
    return [Opened(size, count) for size, count in zip(sizes, counts, strict=True) if count]


def less_would_do(opened: Sequence[Opened], at_hand: Sequence[Size], dose: Dose) -> list[Opened]:
    """A choice that opens less than was opened, from all sizes known; empty where none does."""
    different = {size.scaled: size for size in (*(each.size for each in opened), *at_hand)}
    try:
        best = suggest(list(different.values()), dose)
    except InputError:
        return []
    return best if total(best) < total(opened) else []


def total(opened: Sequence[Opened]) -> int:
    """The labelled content of the containers together."""
    return sum(each.size.scaled * each.count for each in opened)


def fill(opened: Sequence[Opened], given: int) -> list[Fill]:
    """Draw the dose from the largest containers first, so that the smallest keep what is left."""
    fills = []
    for each in sorted(opened, key=lambda each: each.size.scaled, reverse=True):
        emptied = min(each.count, given // each.size.scaled)
        fills.append(Fill(each.size, emptied, each.size.scaled))
        given -= emptied * each.size.scaled
        if given and emptied < each.count:
            fills.append(Fill(each.size, 1, given))
            emptied, given = emptied + 1, 0
        fills.append(Fill(each.size, each.count - emptied, 0))
    return [each for each in fills if each.count]


def counted(opened: Sequence[Opened]) -> dict[str, int]:
    """How many of each size, by the size as typed."""
    return {each.size.typed: each.count for each in opened}


def listed(opened: Sequence[Opened]) -> str:
    """The containers by size: ``1 × 400 mg + 3 × 100 mg``."""
    return " + ".join(f"{each.count} × {each.size.typed}" for each in opened)
