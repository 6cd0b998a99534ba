"""From what was typed to claim lines, or to what is missing and what cannot be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hcpcs_desktop import paths
from hcpcs_desktop.domain import ndc, units
from hcpcs_desktop.domain.inputs import InputError, Step, amount, unit_amount
from hcpcs_desktop.domain.payment import Estimate, estimate, is_for
from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from hcpcs_desktop.sources.facts import waste_dates
from hcpcs_desktop.ui.units.entries import Container, Entries, Facts

MOST_OPENED = 1000
"""More containers than this are a slip of the keyboard."""

_PACKAGED = "N"
_OF_CONTAINERS = frozenset({"vials", "opened", "ndcs"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result with its dose, or why there is none; an unusable NDC is a fault beside a result.

    ``faults`` says by field what is impossible: fields of the entries by their names, those of the
    first container as ``count_0``, ``size_0``, ``ndc_0``, the containers as a whole as
    ``containers``. ``missing`` are the things that are still to be entered, in words.
    ``suggested`` tells that the containers were chosen by the app. ``estimates`` stand side by
    side with the lines, from ``limit``; empty where no payment limit fits.
    """

    result: UnitsResult | None = None
    dose: Quantity | None = None
    suggested: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    limit: ListedLimit | None = None
    estimates: tuple[Estimate, ...] = ()


def work_out(entries: Entries, facts: Facts) -> Outcome:
    """Work out the claim lines of what was typed."""
    faults, missing = dict(_faults(entries)), tuple(_missing(entries))
    if faults or missing:
        return Outcome(faults=faults, missing=missing)
    try:
        request = _request(entries, facts)
        result = units.compute(request, waste_dates(paths.seeds()))
    except InputError as error:
        name = "containers" if error.field in _OF_CONTAINERS else error.field
        return Outcome(faults={name: sentence(error)})
    limit = _limit(entries, facts)
    return Outcome(
        result=replace(result, steps=(*_unit_step(entries, facts), *result.steps)),
        dose=amount("dose", entries.dose),
        suggested=not request.opened and bool(result.containers),
        faults=dict(_unusable_ndcs(entries.containers)),
        limit=limit,
        estimates=tuple(_estimates(result, limit)) if limit else (),
    )


def sentence(error: InputError) -> str:
    """The reason of a refusal, to stand beside its field."""
    return error.reason[:1].upper() + error.reason[1:]


def _request(entries: Entries, facts: Facts) -> UnitsRequest:
    used = [each for each in entries.containers if each.size.strip()]
    return UnitsRequest(
        billing_unit=entries.billing_unit,
        dose=entries.dose,
        vial_type=entries.vial_type or "single-dose",
        dos=date.fromisoformat(entries.dos.strip()),
        code=entries.code.strip() or None,
        vials=tuple(each.size.strip() for each in used if not each.count.strip()),
        opened=tuple(
            each.size.strip() for each in used if each.count.strip() for _ in range(_count(each))
        ),
        ndcs={each.size.strip(): each.ndc.strip() for each in used if each.ndc.strip()},
        payer=entries.payer,
        opps_status=entries.opps_status.strip() or None,
        overfill=entries.overfill.strip() or None,
        product_class=entries.product_class,
        is_drug=facts.is_drug,
        one_line_per_ndc=entries.one_line_per_ndc,
        container=entries.container,
    )


def _unit_step(entries: Entries, facts: Facts) -> tuple[Step, ...]:
    """That the billing unit is that of the description, where it was not changed."""
    if not facts.billing_unit or entries.billing_unit != facts.billing_unit:
        return ()
    return (Step(f"One unit is {facts.billing_unit}.", facts.source),)


def _limit(entries: Entries, facts: Facts) -> ListedLimit | None:
    """The payment limit of the code's billing unit, for a drug that Medicare pays on its own."""
    if entries.payer != "medicare" or entries.opps_status.strip().upper() == _PACKAGED:
        return None
    unit = unit_amount(entries.billing_unit)
    fitting = [each for each in facts.prices if is_for(each.limit, unit) and each.limit.limit]
    return fitting[0] if len(fitting) == 1 else None


def _estimates(result: UnitsResult, limit: ListedLimit) -> Iterator[Estimate]:
    for line in result.lines:
        found = estimate(line.units, limit.limit)
        if found is not None:
            yield found


def _missing(entries: Entries) -> Iterator[str]:
    if not entries.dose.strip():
        yield "the dose given"
    if any(not each.size.strip() and (each.count or each.ndc) for each in entries.containers):
        yield "the size of each container"
    if entries.vial_type is None:
        yield "the vial type"
    if not entries.dos.strip():
        yield "the date of service"
    if not entries.billing_unit.strip():
        yield "the amount of one billing unit"


def _faults(entries: Entries) -> Iterator[tuple[str, str]]:
    for name in ("billing_unit", "dose", "overfill"):
        yield from _fault_of_amount(name, getattr(entries, name))
    yield from _fault_of_date(entries.dos.strip())
    for index, each in enumerate(entries.containers):
        yield from _fault_of_amount(f"size_{index}", each.size)
        if each.count.strip() and not 1 <= _count(each) <= MOST_OPENED:
            reason = f"How many were opened is a whole number from 1 to {MOST_OPENED:,}."
            yield f"count_{index}", f"{reason} Leave it empty for a size at hand."
    yield from _fault_of_ndcs(entries.containers)


def _fault_of_amount(name: str, text: str) -> Iterator[tuple[str, str]]:
    if not text.strip():
        return
    try:
        if name == "billing_unit":
            unit_amount(text)
        else:
            amount(name, text)
    except InputError as error:
        yield name, sentence(error)


def _fault_of_date(text: str) -> Iterator[tuple[str, str]]:
    try:
        read = date.fromisoformat(text) if text else None
    except ValueError:
        read = None
    if text and (read is None or read.isoformat() != text):
        yield "dos", f'"{text[:20]}" is no date: write year, month and day as 2026-11-20.'


def _fault_of_ndcs(containers: tuple[Container, ...]) -> Iterator[tuple[str, str]]:
    """A size can have one NDC only: by which of two were the units of it given?"""
    found: dict[Quantity, str] = {}
    for index, each in enumerate(containers):
        typed = each.ndc.strip()
        if not typed or dict(_fault_of_amount("", each.size)) or not each.size.strip():
            continue
        size = amount("", each.size)
        if found.setdefault(size, typed) != typed:
            yield (
                f"ndc_{index}",
                f"{size} has two NDCs: work out what came from each of them one after the other.",
            )


def _unusable_ndcs(containers: tuple[Container, ...]) -> Iterator[tuple[str, str]]:
    for index, each in enumerate(containers):
        reading = ndc.read(each.ndc)
        if each.ndc.strip() and reading.ndc11 is None:
            yield f"ndc_{index}", reading.message


def _count(container: Container) -> int:
    """How many were opened; 0 for what is no such number."""
    text = container.count.strip()
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) <= len(f"{MOST_OPENED}") else 0
    )
