"""From a rental as typed to its months."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hcpcs_desktop.domain import rental
from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.reference import CodeFacts, Known
from hcpcs_desktop.domain.rental import Break, Category, Limits, Rental, RentalMonth
from hcpcs_desktop.ui.calculators import spans
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.grid.column import Column

BREAKS = (
    Column("stopped", "Last day of use", "Last day of use", "before the break"),
    Column("resumed", "Day of return", "Day of return", "when use began again"),
)
_NO_CATEGORY = "Nothing in the record tells that this is rented: choose the payment category."
_AHEAD = 10
"""Years in which every rental that has a last paid month comes to it."""
_BOTH = "A break has a last day of use and a day of return."


@dataclass(frozen=True, slots=True)
class RentalEntries:
    """The fields as typed; ``category`` is None where the record of the code is to tell it."""

    code: str = ""
    category: Category | None = None
    first: str = ""
    until: str = ""
    breaks: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RentalOutcome:
    """The months, None while there are none; what is wrong, by field, and by row of the breaks.

    ``category`` is what the months rest on; ``facts`` what is known of the code; ``ahead`` are all
    months that will be paid if the rental goes on, None where they have no end.
    """

    rental: Rental | None = None
    ahead: Rental | None = None
    category: Category | None = None
    facts: CodeFacts | None = None
    faults: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[tuple[int, str], str] = field(default_factory=dict)


def work_out(entries: RentalEntries, known: Known, limits: Limits) -> RentalOutcome:
    """Work out the months up to a day."""
    faults: dict[str, str] = {}
    wrong: dict[tuple[int, str], str] = {}
    first = _day("first", entries.first, faults)
    until = _day("until", entries.until, faults)
    code = normalise(entries.code)
    facts = known(code, first or date.max) if code else None
    category = entries.category or _category(code, facts)
    if category is None and code:
        faults["category"] = _NO_CATEGORY
    breaks = tuple(_breaks(entries.breaks, wrong))
    if faults or wrong or first is None or until is None or category is None:
        return RentalOutcome(category=category, facts=facts, faults=faults, wrong=wrong)
    try:
        found = rental.schedule(first, category, until, limits, breaks)
    except InputError as error:
        if error.field == "breaks":
            wrong[_row_of_last(entries.breaks), "resumed"] = error.reason
        else:
            faults[error.field] = error.reason
        return RentalOutcome(category=category, facts=facts, faults=faults, wrong=wrong)
    ahead = None
    if found.last_month is not None:
        far = max(until, date(first.year + _AHEAD, 12, 31))
        ahead = rental.schedule(first, category, far, limits, breaks)
    return RentalOutcome(found, ahead, category, facts)


def claim_line(code: str, month: RentalMonth) -> LineEntries:
    """A month as the claim check takes it."""
    return LineEntries(
        code=normalise(code),
        modifiers=" ".join(month.modifiers),
        units="1",
        dos=month.first.isoformat(),
    )


def _category(code: str, facts: CodeFacts | None) -> Category | None:
    return rental.category_of(code, facts.values.get("pricing", ()) if facts else ())


def _day(name: str, text: str, faults: dict[str, str]) -> date | None:
    if not text.strip():
        return None
    try:
        return spans.day(name, text)
    except InputError as error:
        faults[name] = error.reason
        return None


def _breaks(rows: Sequence[Sequence[str]], wrong: dict[tuple[int, str], str]) -> Iterator[Break]:
    for row, cells in enumerate(rows):
        if not any(each.strip() for each in cells):
            continue
        stopped, resumed = (each.strip() for each in cells)
        if not stopped or not resumed:
            wrong[row, "resumed" if stopped else "stopped"] = _BOTH
            continue
        try:
            yield Break(spans.day("stopped", stopped), spans.day("resumed", resumed))
        except InputError as error:
            wrong[row, error.field] = error.reason


def _row_of_last(rows: Sequence[Sequence[str]]) -> int:
    filled = [row for row, cells in enumerate(rows) if any(each.strip() for each in cells)]
    return filled[-1] if filled else 0
