"""What the unit calculation is asked, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.inputs import Step
from hcpcs_desktop.domain.ndc_claim import Form
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.shared_containers import Shared
from hcpcs_desktop.domain.waste import ProductClass, VialType

ContainerKind = Literal["vial", "prefilled syringe", "package"]


@dataclass(frozen=True, slots=True)
class UnitsRequest:
    """What was given, of what, when and for whom; amounts as text (``45 mg``) or as quantities.

    ``vials`` are the sizes at hand, any number of each. ``opened`` has one entry for each container
    that was really opened. ``ndcs`` names the NDC of a size. ``overfill`` is what one container
    holds beyond its label. ``is_drug`` is what the library knows of the code, and
    ``one_line_per_ndc`` what is known of the payer; None leaves both to the general rule.
    ``profile`` is what the clinic knows of the payer, if it keeps one. ``form`` is that of the
    product, for the quantity beside its NDC, and ``volumes`` tells that of a size (``16 mL``).
    ``shared`` is the place of this patient among those who were given of the same containers, and
    ``given_to_others`` what the others had of them.
    """

    billing_unit: str | Quantity
    dose: str | Quantity
    vial_type: VialType
    dos: date
    code: str | None = None
    vials: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    ndcs: Mapping[str, str] = field(default_factory=dict)
    payer: Payer = "medicare"
    opps_status: str | None = None
    overfill: str | Quantity | None = None
    product_class: ProductClass | None = None
    is_drug: bool | None = None
    one_line_per_ndc: bool | None = None
    container: ContainerKind = "vial"
    profile: PayerProfile | None = None
    form: Form | None = None
    volumes: Mapping[str, str] = field(default_factory=dict)
    shared: Shared | None = None
    given_to_others: str | Quantity | None = None


@dataclass(frozen=True, slots=True)
class OpenedContainer:
    """Opened containers of which the same was given: labelled content and parts of each."""

    count: int
    content: Quantity
    given: Quantity
    discarded: Quantity


@dataclass(frozen=True, slots=True)
class UnitsResult:
    """The claim lines and how they came about.

    ``discarded_units`` and ``discarded_amount`` are None where no container is known; the amount
    is what physically remained, also below one unit, in the unit of the container.
    ``vials_used`` counts the containers by their size as typed.
    """

    administered_units: int
    discarded_units: int | None
    discarded_amount: Quantity | None
    vials_used: Mapping[str, int]
    jw_jz_applies: bool
    lines: tuple[ClaimLine, ...]
    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    containers: tuple[OpenedContainer, ...]
    record_sentence: str
