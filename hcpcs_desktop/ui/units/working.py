"""From what was typed to claim lines, or to what is missing and what cannot be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hcpcs_desktop import paths
from hcpcs_desktop.domain import ndc, units
from hcpcs_desktop.domain.inputs import InputError, Step, amount, unit_amount
from hcpcs_desktop.domain.payment import Estimate, estimate, is_for
from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.domain.product_size import liquid_volume
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from hcpcs_desktop.sources.facts import waste_dates
from hcpcs_desktop.ui.units.entries import Container, Entries, Facts
from hcpcs_desktop.ui.units.faults import (
    count,
    faults,
    missing,
    other_sizes,
    sentence,
    unusable_ndcs,
)

_PACKAGED = "N"
_OF_CONTAINERS = frozenset({"vials", "opened", "ndcs"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result with its dose, or why there is none; an unusable NDC is a fault beside a result.

    ``faults`` says by field what is impossible: fields of the entries by their names, those of the
    first container as ``count_0``, ``size_0``, ``ndc_0``, the containers as a whole as
    ``containers``. ``missing`` are the things that are still to be entered, in words.
    ``suggested`` tells that the containers were chosen by the app. ``estimates`` stand side by
    side with the lines, from ``limit``; empty where no payment limit fits. ``names`` are those of
    the products, as CMS's crosswalk has them for the NDCs; ``on`` is the day of service.
    """

    result: UnitsResult | None = None
    dose: Quantity | None = None
    suggested: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    limit: ListedLimit | None = None
    estimates: tuple[Estimate, ...] = ()
    names: tuple[str, ...] = ()
    on: date | None = None


def work_out(entries: Entries, facts: Facts) -> Outcome:
    """Work out the claim lines of what was typed."""
    wrong, lacking = dict(faults(entries)), tuple(missing(entries))
    if wrong or lacking:
        return Outcome(faults=wrong, missing=lacking)
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
        faults=dict(_beside(entries, facts)),
        limit=limit,
        estimates=tuple(_estimates(result, limit)) if limit else (),
        names=tuple(dict.fromkeys(_names(entries.containers, facts))),
        on=request.dos,
    )


def _names(containers: Iterable[Container], facts: Facts) -> Iterator[str]:
    """The names of the products whose NDCs were typed."""
    listed = {each.product.ndc11: each.product.name.strip() for each in facts.products}
    for each in containers:
        name = listed.get(ndc.read(each.ndc).ndc11 or "")
        if name:
            yield name


def _beside(entries: Entries, facts: Facts) -> Iterator[tuple[str, str]]:
    """What is wrong with NDCs beside a result."""
    yield from unusable_ndcs(entries.containers)
    yield from other_sizes(entries.containers, [each.product for each in facts.products])


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
            each.size.strip() for each in used if each.count.strip() for _ in range(count(each))
        ),
        ndcs={each.size.strip(): each.ndc.strip() for each in used if each.ndc.strip()},
        payer=entries.payer,
        profile=entries.profile,
        opps_status=entries.opps_status.strip() or None,
        overfill=entries.overfill.strip() or None,
        product_class=entries.product_class,
        is_drug=facts.is_drug,
        one_line_per_ndc=entries.one_line_per_ndc,
        container=entries.container,
        form=entries.form,
        volumes=dict(_volumes(used, facts)) if entries.form == "liquid" else {},
        shared=entries.shared,
        given_to_others=entries.given_to_others.strip() or None if entries.shared else None,
    )


def _volumes(containers: Iterable[Container], facts: Facts) -> Iterator[tuple[str, str]]:
    """The volumes of a liquid's containers, where the crosswalk lists their NDCs."""
    listed = [each.product for each in facts.products]
    for each in containers:
        ndc11 = ndc.read(each.ndc).ndc11
        volume = liquid_volume(listed, ndc11, each.size) if ndc11 else None
        if volume is not None:
            yield each.size.strip(), volume


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
