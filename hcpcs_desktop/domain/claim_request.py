"""A claim as it is checked: its lines, for whom, and what is known beside the library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hcpcs_desktop.domain.checklist import Payer, Setting
from hcpcs_desktop.domain.edits import MueLimit, PtpPair
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.record import Values
from hcpcs_desktop.domain.waste import VialType


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a claim, as typed; what is empty or None was not told.

    Amounts are text (``45 mg``). ``vials_opened`` has one entry for each container that was opened.
    ``drug`` is the drug that was given, in any words; for an unclassified code, its description.
    ``dx`` are the diagnoses that the line points to.
    """

    code: str
    units: Decimal | None
    dos: date
    modifiers: tuple[str, ...] = ()
    pos: str = ""
    dx: tuple[str, ...] = ()
    dose: str = ""
    billing_unit: str = ""
    vial_type: VialType | None = None
    vials_opened: tuple[str, ...] = ()
    drug: str = ""
    ndc: str = ""


@dataclass(frozen=True, slots=True)
class Authorization:
    """What a payer has authorized; without ``codes`` it is taken to hold for every line."""

    number: str
    start: date | None = None
    end: date | None = None
    units: Decimal | None = None
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """The lines of one claim.

    ``record`` has fields of a code's record that go before those of the library, for the code
    ``record_code`` or, where that is empty, for every Level II code. ``mue`` and ``ptp`` go before
    the library's tables for their codes. ``profile`` is what the clinic knows of the payer; its
    kind of payer should be ``payer``.
    """

    lines: tuple[Line, ...]
    payer: Payer = "medicare"
    setting: Setting | None = None
    record: Mapping[str, Values] = field(default_factory=dict)
    record_code: str = ""
    mue: tuple[MueLimit, ...] = ()
    ptp: tuple[PtpPair, ...] = ()
    authorization_required: bool = False
    authorization: Authorization | None = None
    profile: PayerProfile | None = None
