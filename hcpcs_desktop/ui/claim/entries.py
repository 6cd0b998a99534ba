"""What stands in the fields of a claim check, as typed. There is no field for a patient."""

from dataclasses import dataclass, fields

from hcpcs_desktop.domain.checklist import Payer, Setting
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.ui.grid.column import Column


@dataclass(frozen=True, slots=True)
class LineEntries:
    """One line of the claim; what is empty was not told, ``dos`` then is that of the claim."""

    code: str = ""
    modifiers: str = ""
    units: str = ""
    pos: str = ""
    dx: str = ""
    dose: str = ""
    opened: str = ""
    vial_type: str = ""
    ndc: str = ""
    drug: str = ""
    dos: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return not any(getattr(self, each.name).strip() for each in fields(self))


@dataclass(frozen=True, slots=True)
class AuthorizationEntries:
    """What the payer has authorized; it counts where it is ``needed``."""

    needed: bool = False
    number: str = ""
    start: str = ""
    end: str = ""
    units: str = ""
    codes: str = ""


@dataclass(frozen=True, slots=True)
class ClaimEntries:
    """The fields of the whole claim, and its lines; ``profile`` is the clinic's of this payer."""

    lines: tuple[LineEntries, ...] = ()
    dos: str = ""
    payer: Payer = "medicare"
    profile: PayerProfile | None = None
    setting: Setting | None = None
    authorization: AuthorizationEntries = AuthorizationEntries()


COLUMNS = (
    Column(
        "code",
        "Code",
        "J9043 W",
        "HCPCS or CPT code",
        ("hcpcs", "cpt", "cpt hcpcs", "hcpcs cpt", "procedure", "proc", "service"),
    ),
    Column(
        "modifiers",
        "Modifiers",
        "JW 59 RT",
        "such as JW",
        ("modifier", "mod", "mods", "hcpcs mod", "modifier s"),
    ),
    Column(
        "units",
        "Units",
        "1,000",
        "",
        (
            "unit",
            "qty",
            "quantity",
            "units service",
            "service units",
            "days or units",
            "days",
            "uos",
        ),
    ),
    Column(
        "pos",
        "Place",
        "Place",
        "place of service, two digits",
        ("pos", "place service", "place of service"),
    ),
    Column(
        "dx",
        "Diagnosis",
        "C61, Z51.11",
        "one or more",
        ("dx", "icd", "icd 10", "diagnoses", "icd 10 cm", "icd10"),
    ),
    Column(
        "dose",
        "Dose",
        "1,000 units",
        "such as 38 mg",
        ("dose given", "dosage", "administered", "amount given"),
    ),
    Column(
        "opened",
        "Opened",
        "2 x 1000 units",
        "each container, such as 2 x 60 mg",
        ("vials", "vials opened", "containers", "containers opened", "vial size"),
    ),
    Column(
        "vial_type",
        "Vial type",
        "single-dose W",
        "single-dose or multi-dose",
        ("vial", "container", "container type", "sdv mdv"),
    ),
    Column("ndc", "NDC", "00024-5824-11", "as on the package", ("ndc 11", "drug ndc")),
    Column(
        "drug",
        "Drug",
        "Unclassified",
        "what was given; with an unclassified code its name, strength and dose",
        ("drug or description", "drug name", "description", "product", "narrative"),
    ),
    Column(
        "dos",
        "Date",
        "2026-11-20",
        "where it is not that of the claim",
        (
            "dos",
            "date",
            "date of service",
            "date service",
            "service date",
            "dos from",
            "from dos",
            "svc date",
            "from",
            "from date",
            "date if another",
        ),
    ),
)
"""The fields of a line in their order."""

NAMES = tuple(each.name for each in COLUMNS)
