"""Discarded drug: whether the modifiers JW and JZ apply, and which one a date of service wants.

Sources: Medicare Claims Processing Manual ch. 17 s. 40; MM9603 (JW), MM13056 (JZ); Noridian
article 10521 (skin substitutes); CMS's questions and answers on JW and JZ (OPPS status).
"""

from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from hcpcs_desktop.domain.codes import CodeRange
from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.domain.inputs import InputError, Step

VialType = Literal["single-dose", "multi-dose"]
ProductClass = Literal["skin substitute non-BLA", "skin substitute BLA"]
WasteModifier = Literal["JW", "JZ"]

VIAL_TYPES: tuple[VialType, ...] = get_args(VialType)
PRODUCT_CLASSES: tuple[ProductClass, ...] = get_args(ProductClass)

SEPARATELY_PAID = frozenset({"G", "K", "K1", "K2"})
"""Status indicators of drugs that are paid on their own: OPPS G, K and K1, and K2 of the ASC."""

STATUSES = frozenset(
    "A B C D E1 E2 F G H H1 J1 J2 K K1 K2 L M N P Q1 Q2 Q3 Q4 R S S1 T U V Y".split()
)
"""The status indicators of Addendum B, and K2 of the ASC."""

MANUAL = "Medicare Claims Processing Manual ch. 17 s. 40"
STATUS_SOURCE = "OPPS Addendum B; CMS questions and answers on JW and JZ"

_NOT_DRUGS = tuple(
    CodeRange.parse(text)
    for text in (
        *("A0000-A0999", "A4206-A4640", "A4643-A8999", "B0000-B9999", "D0000-E9999"),
        *("G0000-H9999", "K0000-M9999", "P0000-P8999", "R0000-R9999", "T0000-V9999"),
        *("S0199-S0999", "S2053-S4042", "S5035-S5199", "S5497-S5523", "S8030-S9999"),
    )
)
"""Supplies, equipment, services and per diems; drugs stand elsewhere in A, C, J, P, Q and S."""


@dataclass(frozen=True, slots=True)
class WasteDates:
    """The days from which a rule holds, each under the name of the fact that tells it."""

    jw_added: date
    jw_required: date
    jz_from: date
    jz_required: date
    skin_as_supply: date

    @classmethod
    def of(cls, facts: Facts) -> "WasteDates":
        """Take the days from the facts; raises KeyError where one is missing."""
        return cls(**{each.name: facts.date(each.name) for each in fields(cls)})


@dataclass(frozen=True, slots=True)
class Product:
    """What decides whether JW and JZ apply to a product on a date of service.

    ``is_drug`` is what the library knows of the code, None where it knows nothing.
    """

    code: str | None
    vial_type: VialType
    dos: date
    opps_status: str | None = None
    product_class: ProductClass | None = None
    is_drug: bool | None = None


@dataclass(frozen=True, slots=True)
class Applicability:
    """Whether JW and JZ apply, and the step that says why."""

    applies: bool
    step: Step


def applicability(product: Product, dates: WasteDates) -> Applicability:
    """Whether Medicare wants JW or JZ for the product."""
    exemption = _exemption(product, dates)
    if exemption is not None:
        return Applicability(False, exemption)
    return Applicability(
        True, Step("A drug paid on its own, from a single-dose container: JW or JZ.", MANUAL)
    )


def check_status(status: str) -> None:
    """Refuse a status indicator that there is not: a slip would take JW off; raises InputError."""
    if status.strip() and status.strip().upper() not in STATUSES:
        raise InputError(
            "opps_status",
            f'"{status[:20]}" is no status indicator: take it from Addendum B, such as K or N.',
        )


def modifier(discarded_units: int, dos: date, dates: WasteDates) -> WasteModifier | None:
    """The modifier for a drug to which the rule applies, None where the date knows none.

    Waste of a whole unit or more is JW; none, or less than a unit, is JZ once that is required.
    """
    if discarded_units:
        return "JW" if dos >= dates.jw_added else None
    return "JZ" if dos >= dates.jz_required else None


def date_note(discarded_units: int, dos: date, dates: WasteDates) -> str | None:
    """What to know where the date leaves the modifier open."""
    if discarded_units and dos < dates.jw_added:
        return f"JW came on {dates.jw_added}: for this date no modifier tells of discarded drug."
    if discarded_units and dos < dates.jw_required:
        return (
            f"Before {dates.jw_required} each Medicare contractor decided whether JW was wanted: "
            "ask."
        )
    if not discarded_units and dates.jz_from <= dos < dates.jz_required:
        return f"JZ may be added for this date; it is required from {dates.jz_required}."
    return None


def is_skin_substitute(code: str | None) -> bool:
    """Whether the code lies where CMS keeps skin substitutes."""
    return code is not None and any(
        code in CodeRange.parse(span) for span in ("Q4100-Q4400", "A2001-A2039", "A4100-A4100")
    )


@lru_cache(maxsize=256)
def is_no_drug(code: str | None) -> bool:
    """Whether the code lies where CMS keeps supplies, equipment, services and per diems."""
    return code is not None and any(code in span for span in _NOT_DRUGS)


def _exemption(product: Product, dates: WasteDates) -> Step | None:
    """The first reason for which JW and JZ do not apply, in words."""
    if product.is_drug is False or (product.is_drug is None and is_no_drug(product.code)):
        return Step(
            f"{product.code} is no drug code: per diems, supplies and services take no JW or JZ.",
            MANUAL,
        )
    if product.vial_type == "multi-dose":
        return Step(
            "Multi-dose container: only what was given is billed, without JW or JZ.", MANUAL
        )
    leaves = product.dos >= dates.skin_as_supply
    if product.product_class == "skin substitute non-BLA" and leaves:
        return Step(
            f"From {dates.skin_as_supply} a skin substitute without a biologics license is paid as "
            "a supply: bill what was applied, without JW or JZ.",
            "Noridian article 10521; CY 2026 physician fee schedule",
        )
    status = (product.opps_status or "").strip().upper()
    return _status_step(status) if status and status not in SEPARATELY_PAID else None


def _status_step(status: str) -> Step:
    if status == "N":
        text = "Status N: the payment is packaged into another service, so JW and JZ do not apply."
    else:
        text = f"Status {status} is not one of a drug paid on its own (G, K, K1): no JW or JZ."
    return Step(text, STATUS_SOURCE)
