"""Lines of one code on one day, with their units worked out again from dose and containers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain import units
from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine
from hcpcs_desktop.domain.inputs import InputError, amount
from hcpcs_desktop.domain.quantity import Quantity, QuantityError
from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from hcpcs_desktop.domain.waste import VialType


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one code on one day."""

    code: str
    dos: date
    lines: tuple[CaseLine, ...]

    @property
    def given(self) -> tuple[CaseLine, ...]:
        """The lines for what was given."""
        return tuple(line for line in self.lines if not line.has("JW"))

    @property
    def discarded(self) -> tuple[CaseLine, ...]:
        """The lines for what was discarded."""
        return tuple(line for line in self.lines if line.has("JW"))

    @property
    def vial_type(self) -> VialType | None:
        """The kind of container, None where no line tells it."""
        return next((each.given.vial_type for each in self.lines if each.given.vial_type), None)

    @property
    def vials(self) -> tuple[str, ...]:
        """The containers that were opened; a JW line need not name them again."""
        named = [each for line in self.given for each in line.given.vials_opened]
        return tuple(named or [each for line in self.discarded for each in line.given.vials_opened])

    @property
    def dosed(self) -> tuple[CaseLine, ...]:
        """The lines that tell a dose; that on a JW line counts where it is the only one."""
        given = tuple(line for line in self.given if line.given.dose.strip())
        if given or self.given or not self.vials:
            return given
        return tuple(line for line in self.discarded if line.given.dose.strip())[:1]

    @property
    def unit(self) -> str | Quantity | None:
        """The billing unit: as a line tells it, else of the description."""
        told = next((line.given.billing_unit for line in self.lines if line.given.billing_unit), "")
        facts = self.lines[0].facts
        of_code = facts.unit if facts else None
        return told or (of_code.amount if of_code else None)


def groups(case: Case) -> list[Group]:
    """The lines of a claim by code and day."""
    found: dict[tuple[str, date], list[CaseLine]] = {}
    for line in case.lines:
        found.setdefault((line.code, line.dos), []).append(line)
    return [Group(code, dos, tuple(lines)) for (code, dos), lines in found.items()]


def work_out(case: Case, group: Group) -> UnitsResult | None:
    """The units that dose and containers make; None without a dose or a billing unit.

    Raises InputError for amounts that cannot be read, or that contradict each other.
    """
    unit = group.unit
    if not group.dosed or unit is None:
        return None
    return _compute(case, group, unit, _total(case, group), group.vials)


def of_content(case: Case, group: Group) -> int | None:
    """The units that the opened containers hold, rounded up; None without unit or containers.

    Raises InputError for amounts that cannot be read.
    """
    unit = group.unit
    if not group.vials or unit is None:
        return None
    content = _sum(group.vials, "vials_opened")
    return _compute(case, group, unit, content, ()).administered_units


def of_line(case: Case, group: Group, line: CaseLine) -> int | None:
    """The units that the dose of one line makes; None and InputError as ``work_out`` has them."""
    unit = group.unit
    if unit is None:
        return None
    return _compute(case, group, unit, line.given.dose, ()).administered_units


def _compute(
    case: Case, group: Group, unit: str | Quantity, dose: str | Quantity, vials: tuple[str, ...]
) -> UnitsResult:
    return units.compute(
        UnitsRequest(
            billing_unit=unit,
            dose=dose,
            vial_type=group.vial_type or "single-dose",
            dos=group.dos,
            code=group.code,
            opened=vials,
            payer=case.claim.payer,
            profile=case.claim.profile,
            is_drug=group.lines[0].is_drug,
        ),
        case.rules.waste,
    )


def _total(case: Case, group: Group) -> str | Quantity:
    """The dose of all lines; one that each line repeats in full counts once."""
    doses = [line.given.dose for line in group.dosed]
    if len(doses) == 1:
        return doses[0]
    if len(set(doses)) == 1:
        billed = sum(line.units or 0 for line in group.given)
        if of_line(case, group, group.dosed[0]) == billed:
            return doses[0]
    return _sum(doses, "dose")


def _sum(texts: Sequence[str], field: str) -> Quantity:
    first, *rest = (amount(field, text) for text in texts)
    try:
        total = sum((each.to(first.unit).amount for each in rest), first.amount)
    except QuantityError as error:
        raise InputError(field, str(error)) from error
    return Quantity(total, first.unit)
