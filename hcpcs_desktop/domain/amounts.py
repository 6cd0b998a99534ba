"""Spans of amounts: which of several codes an amount chooses.

CMS parts things by amount: ``greater than 100 mg``, ``16 sq. in. or less``, ``301 to 450 pounds``,
``24-27 inches``. A query and a description are read alike and held against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from hcpcs_desktop.domain.measures import BARE, IDENTITIES

Kind = Literal["bound", "cap", "exact"]


class Fit(NamedTuple):
    """How a code goes with the amounts of a query.

    ``is_held`` where its bounds hold them, ``is_out`` where they leave one out; ``unlike`` counts
    the amounts that neither the bounds nor an exact amount of the code meet.
    """

    is_held: bool
    is_out: bool
    unlike: int


OPEN = Fit(is_held=False, is_out=False, unlike=0)
"""Of a query without amounts."""


@dataclass(frozen=True, slots=True)
class Span:
    """Amounts of a measure from ``low`` to ``high``, in its base unit; None is without an end.

    An end that is ``over`` (low) or ``under`` (high) is not itself within. A ``bound`` parts codes,
    a ``cap`` is printed as "up to", an ``exact`` one is a single amount. ``unit`` is how many base
    units make the one that was written.
    """

    measure: str
    low: Decimal | None
    high: Decimal | None
    over: bool = False
    under: bool = False
    kind: Kind = "bound"
    unit: Decimal = Decimal(1)

    def meets(self, other: "Span") -> bool:
        """Whether both have amounts in common, more than an end that they only share.

        Where one is without a unit, it is meant in that of the other.
        """
        if self.measure != other.measure:
            return self._written().meets(other._written())
        lows = [(each.low, each.over) for each in (self, other) if each.low is not None]
        highs = [(each.high, not each.under) for each in (self, other) if each.high is not None]
        if not lows or not highs:
            return True
        (low, over), (high, within) = max(lows), min(highs)
        if low == high:
            return within and not over and "exact" in (self.kind, other.kind)
        return low < high

    @property
    def has_decimals(self) -> bool:
        """Whether a number was written with a decimal point."""
        ends = (end for end in (self.low, self.high) if end is not None)
        return any(int(end.as_tuple().exponent) < 0 for end in ends)

    def _written(self) -> "Span":
        """The numbers as they were written, without their unit."""
        low, high = (None if end is None else end / self.unit for end in (self.low, self.high))
        return replace(self, measure=BARE, low=low, high=high, unit=Decimal(1))


def fit_of(told: Sequence[Span], asked: Sequence[Span], *, is_drug: bool) -> Fit:
    """How the amounts that a query asks for go with those that a description tells.

    Of a drug "up to" is the unit that is billed, as often as it takes: it leaves no dose out. Of
    several amounts of one measure the first counts most: ``8 mg/2 mg`` is 8 mg of the first drug.
    """
    is_held = is_out = False
    unlike = 0
    for measure in dict.fromkeys(span.measure for span in asked):
        wanted = [span for span in asked if span.measure == measure]
        bounds, others = _of_measure(measure, told, is_drug=is_drug)
        met = [any(span.meets(each) for span in bounds or others) for each in wanted]
        is_held = is_held or (bool(bounds) and True in met)
        is_out = is_out or (bool(bounds) and True not in met)
        unlike += met.count(False) + (met.index(True) if True in met else 0)
    return Fit(is_held and not is_out, is_out, unlike)


def _of_measure(
    measure: str, told: Sequence[Span], *, is_drug: bool
) -> tuple[list[Span], list[Span]]:
    """The spans that an amount of a measure is held against: bounds, and the others.

    A number without a unit is meant in that of the bounds, where they have but one; a bound
    without a unit (``index 1.54 to 1.65``) in that of the number.
    """
    bounds = [span for span in told if _parts(span, is_drug=is_drug)]
    measures = {span.measure for span in bounds} - IDENTITIES
    if measure == BARE and len(measures) == 1:
        return [span for span in bounds if span.measure in measures], []
    bounds = [span for span in bounds if span.measure in (measure, BARE)]
    return bounds, [span for span in told if span.measure == measure and span not in bounds]


def _parts(span: Span, *, is_drug: bool) -> bool:
    """Whether an amount beyond the span belongs to another code.

    Of "2 or more" nobody knows what is counted, but "1.54 to 1.65" is an index.
    """
    if span.measure == BARE and not span.has_decimals:
        return False
    if span.kind == "exact":
        return span.measure in IDENTITIES
    return span.kind == "bound" or not is_drug
