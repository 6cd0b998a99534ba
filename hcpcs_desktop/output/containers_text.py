"""Opened containers in words: what was given and what was discarded."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import ContainerKind, OpenedContainer
from hcpcs_desktop.output.wording import one_line

_UNITS = re.compile(r"\bunits\b", re.IGNORECASE)
_FINEST = Decimal("0.0001")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def readable(quantity: Quantity) -> str:
    """An amount with four decimals at most, as people read it; less than that in full."""
    rounded = quantity.amount.quantize(_FINEST) if quantity.amount < 10**12 else quantity.amount
    return str(Quantity(rounded, quantity.unit) if rounded else quantity)


def opened(vials_used: Mapping[str, int], kind: ContainerKind = "vial") -> str:
    """The containers by size: ``one 60 mg vial``, ``one 400 mg and three 100 mg vials``.

    A unit that is a word is in the singular, ``one 200 unit vial``, and two numbers in figures
    are kept apart: ``12 × 100 mg vials``.
    """
    sizes = [_sized(count, one_line(size)) for size, count in vials_used.items()]
    plural = "s" if sum(vials_used.values()) > 1 else ""
    return f"{' and '.join(sizes)} {kind}{plural}" if sizes else ""


def described(containers: Sequence[OpenedContainer]) -> str:
    """A picture of containers for those who do not see it, one sentence for each kind."""
    return " ".join(_described(each) for each in containers)


def _described(container: OpenedContainer) -> str:
    parts = [f"{readable(container.given)} given" if container.given.amount else "nothing given"]
    if container.discarded.amount:
        parts.append(f"{readable(container.discarded)} discarded")
    of_each = " of each" if container.count > 1 else ""
    number = _number(container.count)
    return f"{number.capitalize()} of {container.content}: {', '.join(parts)}{of_each}."


def _sized(count: int, size: str) -> str:
    number = _number(count)
    between = " × " if number[0].isdigit() else " "
    return f"{number}{between}{_UNITS.sub('unit', size)}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
