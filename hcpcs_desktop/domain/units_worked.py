"""The arithmetic of a unit calculation, in whole numbers (see ``scaled``) and without words."""

from dataclasses import dataclass, replace
from typing import get_args

from hcpcs_desktop.domain import opened, waste
from hcpcs_desktop.domain.checklist import PAYERS
from hcpcs_desktop.domain.codes import normalise
from hcpcs_desktop.domain.inputs import InputError, NothingError, one_of, unit_amount
from hcpcs_desktop.domain.opened import Dose, Fill, Opened, Size
from hcpcs_desktop.domain.quantity import Quantity, Unit
from hcpcs_desktop.domain.scaled import measure, physical
from hcpcs_desktop.domain.shared_containers import SHARED, what_is_left
from hcpcs_desktop.domain.units_request import ContainerKind, UnitsRequest
from hcpcs_desktop.domain.waste import Applicability, WasteDates, WasteModifier


@dataclass(frozen=True, slots=True)
class Worked:
    """A request and what came out of it; amounts that are no quantities are scaled.

    ``suggested`` tells that the app chose the containers. ``content`` is what they hold by their
    labels, ``given`` what is billed as given, ``to_others`` what other patients had of them,
    ``left`` what was discarded (``discarded_amount`` in the unit of the container): nothing of a
    multi-dose container, None where none is known.
    """

    request: UnitsRequest
    dates: WasteDates
    code: str | None
    unit: Quantity
    unit_scaled: int
    dose: Dose
    at_hand: list[Size]
    containers: list[Opened]
    suggested: bool
    content: int
    given: int
    to_others: int
    left: int | None
    discarded_amount: Quantity | None
    rule: Applicability
    modifier: WasteModifier | None

    @property
    def administered_units(self) -> int:
        """Billed as given: rounded up."""
        return -(-self.given // self.unit_scaled)

    @property
    def discarded_units(self) -> int | None:
        """Discarded: rounded down."""
        return None if self.left is None else self.left // self.unit_scaled

    def physical(self, scaled: int) -> Quantity:
        """A scaled amount as a quantity, in the unit of the containers."""
        return physical(scaled, self.unit.unit, self.containers[0].size.content.unit)

    def fills(self) -> list[Fill]:
        """The containers with what was drawn out of each."""
        return opened.fill(what_is_left(self.containers, self.to_others), self.given)


def work_out(request: UnitsRequest, dates: WasteDates) -> Worked:
    """Do the arithmetic; raises InputError for an input that makes no sense."""
    _check_words(request)
    unit = unit_amount(request.billing_unit)
    _, unit_scaled = measure("billing_unit", unit, unit.unit)
    dose = Dose(*measure("dose", request.dose, unit.unit))
    at_hand = opened.read_sizes(request.vials, unit.unit)
    overfill = _overfill(request, unit.unit)
    others = _to_others(request, unit.unit)
    if request.opened:
        containers = opened.read_opened(request.opened, unit.unit)
    else:
        needed = replace(dose, scaled=dose.scaled + others)
        containers = opened.suggest(at_hand, needed, overfill) if at_hand else []
    content = opened.total(containers)
    given = _given(dose, containers, overfill, others)
    left = _left(request, containers, content - others - given)
    like = containers[0].size.content if containers else dose.amount
    code = normalise(request.code) if request.code else None
    rule = waste.applicability(_product(request, code), dates)
    modifier = None
    if rule.applies and left is not None:
        modifier = waste.modifier(left // unit_scaled, request.dos, dates)
    return Worked(
        request=request,
        dates=dates,
        code=code,
        unit=unit,
        unit_scaled=unit_scaled,
        dose=dose,
        at_hand=at_hand,
        containers=containers,
        suggested=not request.opened,
        content=content,
        given=given,
        to_others=others,
        left=left,
        discarded_amount=None if left is None else physical(left, unit.unit, like.unit),
        rule=rule,
        modifier=modifier,
    )


def _check_words(request: UnitsRequest) -> None:
    one_of("vial_type", request.vial_type, waste.VIAL_TYPES)
    one_of("payer", request.payer, PAYERS)
    one_of("container", request.container, get_args(ContainerKind))
    if request.opps_status is not None:
        waste.check_status(request.opps_status)
    if request.product_class is not None:
        one_of("product_class", request.product_class, waste.PRODUCT_CLASSES)


def _given(dose: Dose, containers: list[Opened], overfill: int, others: int) -> int:
    """What of the dose is billed: no more than the labels say; overfill only lets it be more."""
    content = opened.total(containers) - others
    if not containers or dose.scaled <= content:
        return dose.scaled
    beyond = overfill * sum(each.count for each in containers)
    if content <= 0 or dose.scaled > content + beyond:
        after = ", after what others were given" if others else ""
        raise InputError(
            "opened",
            f"a dose of {dose.amount} cannot come out of {opened.listed(containers)}{after}: "
            "check the dose and what was opened.",
        )
    return content


def _to_others(request: UnitsRequest, unit: Unit) -> int:
    """What other patients were given out of the same containers."""
    if request.shared is None:
        if request.given_to_others is not None:
            raise InputError(
                "shared", f"say whether this is the {SHARED[0]} or {SHARED[1]}, or leave both off."
            )
        return 0
    one_of("shared", request.shared, SHARED)
    if request.given_to_others is not None:
        return measure("given_to_others", request.given_to_others, unit)[1]
    if request.shared == "last patient":
        raise InputError("given_to_others", "enter what the patients before had of the containers.")
    return 0


def _overfill(request: UnitsRequest, unit: Unit) -> int:
    """What a container holds beyond its label; to say that it is nothing is no mistake."""
    if request.overfill is None:
        return 0
    try:
        return measure("overfill", request.overfill, unit)[1]
    except NothingError:
        return 0


def _left(request: UnitsRequest, containers: list[Opened], rest: int) -> int | None:
    if request.vial_type == "multi-dose" or request.shared == "another patient follows":
        return 0
    return max(0, rest) if containers else None


def _product(request: UnitsRequest, code: str | None) -> waste.Product:
    return waste.Product(
        code,
        request.vial_type,
        request.dos,
        request.opps_status,
        request.product_class,
        request.is_drug,
    )
