"""From therapies as typed to the claim lines of their days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hcpcs_desktop.domain import per_diem
from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.family import HOME_INFUSION
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.per_diem import Hold, PerDiemLine, PerDiemResult, Therapy
from hcpcs_desktop.domain.reference import Known
from hcpcs_desktop.ui.calculators import spans
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.grid.column import Column

COLUMNS = (
    Column("code", "Per diem code", "Per diem code", "such as S9327"),
    Column("start", "First day", "2026-11-20 -", "such as 2026-11-20"),
    Column("stop", "Last day", "2026-11-20 -", "empty while the therapy goes on"),
    Column(
        "holds",
        "Days on hold",
        "2026-11-05 to 2026-11-07; 2026-11-20",
        "such as 2026-11-05 to 2026-11-07; 2026-11-20",
    ),
)
UNTIL = "until"
_NO_CODE = "Enter the code of the therapy."
_NO_START = "Enter the first day."


@dataclass(frozen=True, slots=True)
class PerDiemOutcome:
    """The result, None while there is none; what is wrong by row and field, and by field.

    ``doubts`` are sentences about codes that are no per diems of home infusion.
    """

    result: PerDiemResult | None = None
    wrong: Mapping[tuple[int, str], str] = field(default_factory=dict)
    fault: str = ""
    doubts: tuple[str, ...] = ()


def work_out(rows: Sequence[Sequence[str]], until: str, known: Known) -> PerDiemOutcome:
    """Work out the lines; each therapy that cannot be read is told of in its row."""
    wrong: dict[tuple[int, str], str] = {}
    fault, last = "", date.min
    try:
        last = spans.day(UNTIL, until)
    except InputError as error:
        fault = error.reason
    therapies = []
    for row, cells in enumerate(rows):
        if any(each.strip() for each in cells):
            try:
                therapies.append(_therapy(cells, last, checked=not fault))
            except InputError as error:
                wrong[row, error.field] = error.reason[:1].upper() + error.reason[1:]
    if fault or wrong or not therapies:
        return PerDiemOutcome(wrong=wrong, fault=fault)
    return PerDiemOutcome(per_diem.lines(therapies, last), doubts=tuple(_doubts(therapies, known)))


def claim_lines(lines: Sequence[PerDiemLine]) -> tuple[LineEntries, ...]:
    """The lines as the claim check takes them, each on its first day."""
    return tuple(
        LineEntries(
            code=each.code,
            modifiers=" ".join(each.modifiers),
            units=str(each.units),
            dos=each.first.isoformat(),
        )
        for each in lines
    )


def _therapy(cells: Sequence[str], until: date, *, checked: bool) -> Therapy:
    code, start, stop, holds = (each.strip() for each in cells)
    if not code:
        raise InputError("code", _NO_CODE)
    if not start:
        raise InputError("start", _NO_START)
    therapy = Therapy(
        normalise(code),
        spans.day("start", start),
        spans.day("stop", stop) if stop else None,
        tuple(Hold(first, last) for first, last in spans.spans("holds", holds)),
    )
    if checked:
        per_diem.lines([therapy], until)
    return therapy


def _doubts(therapies: Sequence[Therapy], known: Known) -> Iterator[str]:
    for each in therapies:
        facts = known(each.code, each.start)
        if facts is None:
            yield f"{each.code} is not in the library."
        elif HOME_INFUSION not in facts.traits:
            yield f"{each.code} is no per diem of home infusion: {facts.description}."
