"""From a dose to claim lines: billed units, discarded drug, JW and JZ, with the working shown.

What was given is rounded up to a whole unit, what was discarded is rounded down; both together
never exceed the labelled content rounded up. What was opened governs; where only the sizes at hand
are known, the choice that opens least is suggested.

Sources: Medicare Claims Processing Manual ch. 17 s. 40; CGS and the American College of
Rheumatology on rounding.
"""

from collections.abc import Sequence

from hcpcs_desktop.domain import claim_lines, line_ndc, ndc_shares, opened
from hcpcs_desktop.domain import units_notes as notes
from hcpcs_desktop.domain import units_words as words
from hcpcs_desktop.domain.claim_lines import Billed, ClaimLine
from hcpcs_desktop.domain.inputs import amount
from hcpcs_desktop.domain.opened import Fill, Size
from hcpcs_desktop.domain.quantity import Quantity, Unit
from hcpcs_desktop.domain.scaled import physical
from hcpcs_desktop.domain.units_request import OpenedContainer, UnitsRequest, UnitsResult
from hcpcs_desktop.domain.units_worked import Worked, work_out
from hcpcs_desktop.domain.waste import WasteDates


def compute(request: UnitsRequest, dates: WasteDates) -> UnitsResult:
    """The claim lines for a dose; raises InputError for an input that makes no sense."""
    worked = work_out(request, dates)
    fills = worked.fills()
    ndcs = ndc_shares.read(request.ndcs, worked.unit.unit)
    shares = ndc_shares.shares(fills, ndcs, worked.given, worked.left or 0, _line_per_ndc(request))
    lines = _lines(worked, claim_lines.lines(shares, worked.unit_scaled, worked.modifier))
    return UnitsResult(
        administered_units=worked.administered_units,
        discarded_units=worked.discarded_units,
        discarded_amount=worked.discarded_amount,
        vials_used=opened.counted(worked.containers),
        jw_jz_applies=worked.rule.applies,
        lines=lines,
        steps=(*words.steps(worked), *words.ndc_steps(shares)),
        notes=(*notes.notes(worked), *notes.ndc_notes(request, fills, ndcs, shares, lines)),
        containers=tuple(_container(worked, fill) for fill in fills),
        record_sentence=words.record_sentence(worked),
    )


def _lines(worked: Worked, billed: Sequence[Billed]) -> tuple[ClaimLine, ...]:
    """The claim lines, with how much of each product they are for."""
    request, unit = worked.request, worked.unit
    volumes = {
        opened.read_size("volumes", size, unit.unit).label: amount("volumes", volume)
        for size, volume in request.volumes.items()
    }
    return tuple(
        line_ndc.claim_line(worked.code, each, line_ndc.quantity(each, request.form, unit, volumes))
        for each in billed
    )


def _line_per_ndc(request: UnitsRequest) -> bool:
    """Whether each NDC gets a line of its own: Medicare takes one line of units."""
    if request.one_line_per_ndc is not None:
        return request.one_line_per_ndc
    if request.profile is not None and request.profile.one_line_per_ndc is not None:
        return request.profile.one_line_per_ndc
    return request.payer != "medicare"


def _container(worked: Worked, fill: Fill) -> OpenedContainer:
    """Containers with their parts, in the unit of their size."""
    unit, left = worked.unit.unit, fill.left_of_each if worked.left else 0
    return OpenedContainer(
        fill.count,
        fill.size.content,
        _part(fill.size, fill.given_of_each, unit),
        _part(fill.size, left, unit),
    )


def _part(size: Size, scaled: int, of: Unit) -> Quantity:
    return size.content if scaled == size.label else physical(scaled, of, size.content.unit)
