"""The rules by which a code's family is told.

The record tells where it prints pricing, BETOS and description. Where a release prints descriptions
alone, the letter, the range and the wording serve. Rules stand in the order in which they are
asked; the first that holds decides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Self

from hcpcs_desktop.domain import family
from hcpcs_desktop.domain.record import Values

_LENGTH = 5
"""Letters and digits of a code."""


@dataclass(frozen=True, slots=True)
class Rule:
    """All conditions that are given must hold.

    ``within`` has ranges (``A0021 A0225-A0999``), ``says`` and ``says_not`` are patterns on the
    description, ``pricing`` and ``betos`` values of the record (the latter by how they begin);
    ``unprinted`` asks that no pricing is printed.
    """

    family: str
    within: str = ""
    says: str = ""
    says_not: str = ""
    pricing: frozenset[str] = frozenset()
    betos: tuple[str, ...] = ()
    unprinted: bool = False
    _spans: tuple[tuple[str, str], ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        """Read the ranges once: a build asks the rules of thousands of codes."""
        spans = tuple((each[:5], each[-5:]) for each in self.within.split())
        object.__setattr__(self, "_spans", spans)

    def is_for(self, beginning: str) -> bool:
        """Whether codes that begin so can be of the family."""
        size = len(beginning)
        return not self._spans or any(
            first[:size] <= beginning <= last[:size] for first, last in self._spans
        )

    def among(self, beginning: str) -> Self:
        """The rule for codes that begin so: without its ranges where all of them are within.

        Codes are a letter and four digits.
        """
        first, last = beginning.ljust(_LENGTH, "0"), beginning.ljust(_LENGTH, "9")
        has_all = any(span[0] <= first and last <= span[1] for span in self._spans)
        return replace(self, within="") if has_all else self

    def holds(self, code: str, text: str, values: Mapping[str, Values]) -> bool:
        """Whether a code with this description (lower case) and these values is of the family."""
        return (
            (not self._spans or _is_within(code, self._spans))
            and (not self.pricing or not self.pricing.isdisjoint(values.get("pricing", ())))
            and (not self.betos or any(v.startswith(self.betos) for v in values.get("betos", ())))
            and (not self.unprinted or not values.get("pricing"))
            and (not self.says or _pattern(self.says).search(text) is not None)
            and (not self.says_not or _pattern(self.says_not).search(text) is None)
        )


def _is_within(code: str, spans: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= code <= last for first, last in spans)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """A pattern, read when it is first asked for: the start of the window asks for none."""
    return re.compile(text)


class ByBeginning(dict[str, tuple[Rule, ...]]):
    """Rules in order, by the beginning of the code: most hold for few; sorted out when asked."""

    def __init__(self, *rules: Rule) -> None:
        """Take all rules in their order."""
        super().__init__()
        self._rules = rules

    def __missing__(self, beginning: str) -> tuple[Rule, ...]:
        """The rules that may hold for codes that begin so."""
        found = self[beginning] = tuple(
            rule.among(beginning) for rule in self._rules if rule.is_for(beginning)
        )
        return found


def _beginning(*texts: str) -> str:
    """A pattern for descriptions that begin so, which itself begins with letters.

    By them a search skips to where it may succeed; an anchor in front would be tried everywhere.
    """
    return "|".join(rf"{text}(?<=^{text})" for text in texts)


def _words(*texts: str) -> str:
    """A pattern for texts before which no letter or digit stands; it begins with letters, too.

    Each must be of one length.
    """
    return "|".join(rf"{text}(?<!\w{text})" for text in texts)


_REPORTED = "G0028-G0067 G0908-G0922 G1000-G1028 G2081-G2210 G4000-G4999 G8000-G9999"
_SERVICES_BY = r"s(?<!\ws)ervices? (?:performed )?by"
_PAID = (
    r"minutes|per (?:month|hour|diem|session|visit)|payment"
    r"|infusion|home visit|oral, per|genetic test|counseling for diabetes|co-management services|"
    + _words(r"fee\b")
    + f"|{_SERVICES_BY}"
)
_LETTERS_OF_SERVICES = "C0000-C9999 G0000-G9999 M0000-M9999 Q0000-Q9999 S0000-S9999"
_AND_MEDICAID = f"{_LETTERS_OF_SERVICES} T0000-T9999"

_NO_PICTURE = r"electromagnetic|colonoscopy on|radiosurgery|fistula creation"

BEFORE_DRUGS = ByBeginning(
    Rule(family.QUALITY_MEASURE, "M0001-M0009 M1000-M1999"),
    Rule(
        family.QUALITY_MEASURE,
        _REPORTED,
        pricing=frozenset({"00"}),
        betos=("M5B", "M5D", "Z2", "P7B"),
        says_not=r"home visit|per diem|payment|per session|conference|"
        + _beginning("this code is", "facility service", "physician service")
        + f"|{_SERVICES_BY}",
    ),
    Rule(family.QUALITY_MEASURE, _REPORTED, unprinted=True, says_not=_PAID),
    Rule(family.HOME_INFUSION, "S9325-S9379 S9490-S9504"),
    Rule(
        family.HOME_INFUSION,
        "S0000-S9999",
        says=r"^home (?:infusion|injectable|transfusion|therapy).*per diem",
        says_not=r"per hour",
    ),
    Rule(family.HOME_CARE, "S5035-S5036 S5517-S5523"),
    Rule(family.HOME_CARE, "Q0000-Q9999", says=r"^services, supplies"),
    Rule(family.SITE_OF_CARE, "Q5001-Q5010"),
    Rule(
        family.VACCINE,
        "C0000-C9999 J0000-J8999 Q0000-Q9999 S0000-S9999",
        says=r"vaccine|vaccination",
        says_not=r"administration of|counsel|fee",
    ),
    Rule(family.SKIN_SUBSTITUTE, "A2000-A2999 A4100 Q4100-Q4999"),
    Rule(family.SKIN_SUBSTITUTE, "C0000-C9999", says=r"^(?:skin|dermal) substitute|puraply"),
    Rule(family.BLOOD_PRODUCT, "P9010-P9099"),
    Rule(
        family.BLOOD_PRODUCT,
        "C0000-C9999 Q0000-Q9999",
        says=r"(?:plasma|platelets|blood).*each unit",
    ),
    Rule(
        family.PHARMACY_FEE,
        "G0000-G9999 Q0000-Q9999 S0000-S9999",
        says=r"dispensing fee|suppl(?:y|ying) fee|compounding and dispensing|pharmacy services",
        says_not=r"services, .*per diem$",
    ),
    Rule(family.DEVICE, "A4000-A4999", says=r"^tissue marker|radiation dosimeter"),
    Rule(
        family.DEVICE,
        "C1050-C1299 C1600-C2699 C8000 C9350-C9364 C9610 C9804-C9809 C9899",
    ),
    Rule(family.IMAGING_AGENT, "A4641-A4642 A9500-A9800 C9898 Q9950-Q9969 Q9982-Q9983"),
    Rule(
        family.IMAGING_AGENT,
        "C9000-C9499 J0000-J9999",
        says=r"millicurie|contrast (?:material|agent)|diagnostic, per study dose"
        r"|lipid microsphere|" + _words(r"mci\b"),
    ),
    Rule(family.RADIOLOGY, "C8001 C8004 C8900-C8937 C9744 C9762-C9763 C9791"),
    Rule(family.BEHAVIORAL_HEALTH, "C7900-C7903"),
    Rule(family.LABORATORY, "C9803"),
    Rule(family.DRUG_ADMINISTRATION, "C8957 G0068-G0070 G0088-G0090 M0200-M0299"),
    Rule(family.DRUG_ADMINISTRATION, "Q0081-Q0085 T1502-T1503"),
    Rule(
        family.DRUG_ADMINISTRATION,
        "G0000-G9999",
        says=_beginning("injection of", "intravenous infusion", "chemotherapy administration")
        + r"|administration of (?<=^administration of ).*vaccine",
    ),
    Rule(
        family.PROCEDURE,
        "C1300 C5271-C5278 C7500-C7599 C8002-C8005 C9600-C9608 C9724-C9800 C9901"
        " G0259-G0260 S2000-S2999",
    ),
    Rule(family.SUPPLY, "A9150-A9300"),
)
"""Asked before anything else: wording and range decide whatever the pricing."""

FORMS = ByBeginning(
    Rule(
        family.DRUG_DEVICE, says=r"contracepti|intrauterine|vaginal ring|etonogestrel|segesterone"
    ),
    Rule(
        family.INHALED_DRUG,
        says=r"inhal|administered through dme",
        says_not=r"^inj|other than inhal",
    ),
    Rule(family.ORAL_DRUG, "J8498-J8999"),
    Rule(family.ORAL_DRUG, says=r"\boral\b|\btablets?\b|\bcapsules?\b|rectal", says_not=r"^inj"),
    Rule(
        family.ORAL_DRUG,
        "S0014-S0197",
        says_not=r"^inj|topical|\bgel\b|pellet|spray|sterile|\bml\b|solution",
    ),
    Rule(family.INFUSED_DRUG),
)
"""Asked of drugs: by which way they are given."""

AFTER_DRUGS = ByBeginning(
    Rule(family.AMBULANCE, "A0021 A0225-A0999 S0207-S0208 S9960-S9961"),
    Rule(family.TRANSPORT, "A0000-A0224 S0209 S0215"),
    Rule(family.TRANSPORT, "T0000-T9999", says=r"transport"),
    Rule(family.ENTERAL_PARENTERAL, "B0000-B9999"),
    Rule(family.ENTERAL_PARENTERAL, pricing=frozenset({"39"})),
    Rule(family.DIALYSIS, "A4651-A4932 E1500-E1699"),
    Rule(family.DIALYSIS, "A0000-A9999 E0000-E9999", betos=("P9B",), says_not="tube plug|sheath"),
    Rule(family.THERAPEUTIC_SHOE, "A5500-A5514 K0903"),
    Rule(family.CAST, "A4565-A4570 A4580-A4590 Q4001-Q4051 S8450-S8452"),
    Rule(family.CAST, pricing=frozenset({"55"})),
    Rule(family.DEVICE, "L8600-L8699 Q1004-Q1005 S0596 S1090-S1091 V2630-V2632"),
    Rule(family.DEVICE, "V2785 V2790"),
    Rule(family.DME, "L0000-L9999", pricing=frozenset({"36"})),
    Rule(family.ORTHOTICS_PROSTHETICS, "L0000-L9999 S1040 V2623-V2629"),
    Rule(family.ORTHOTICS_PROSTHETICS, "K0000-K9999", pricing=frozenset({"38"})),
    Rule(family.ORAL_DRUG, "S4990-S5001"),
    Rule(family.DRUG_DEVICE, "Q0000-Q9999 S4989", says=r"contraceptive"),
    Rule(family.SUPPLY, "S0194 S0197"),
    Rule(family.SPEECH, "V5336-V5364"),
    Rule(family.HEARING, "V5000-V5299"),
    Rule(family.VISION, "S0500-S0595 V0000-V4999"),
    Rule(
        family.COMPRESSION,
        "A0000-A9999 S0000-S9999",
        says=r"gradient (?:compression|pressure)|compression (?:burn|stocking|bandage|garment)",
    ),
    Rule(
        family.SURGICAL_DRESSING,
        "A4450-A4465 A6000-A6499 K0744-K0746",
        says=r"dressing|gauze|wound|bandage|\btape\b|eye p(?:ad|atch)",
    ),
    Rule(family.SUPPLY, "K1034-K1035 Q0477-Q0509 S1000-S1039 S5550-S5571 S9432-S9435"),
    Rule(family.SUPPLY, "S5199 S8096-S8101 S8120-S8490 S8999 T1999 T4500-T5999"),
    Rule(
        family.DME,
        "A0000-A9999 E0000-E9999",
        pricing=frozenset({"31", "32", "33", "36", "45"}),
    ),
    Rule(family.DME, "E0000-E9999 K0000-K9999"),
    Rule(family.SUPPLY, "A0000-A9999"),
    Rule(family.LABORATORY, "P2000-P8999 P9100-P9999 Q0111-Q0115 S3600-S3899 U0000-U9999"),
    Rule(family.LABORATORY, "G0000-G9999 Q0000-Q9999", pricing=frozenset({"21", "22"})),
    Rule(family.LABORATORY, "G0000-G9999 Q0000-Q9999", betos=("T1",)),
    Rule(
        family.LABORATORY,
        "G0000-G9999",
        says=r"agent detection|drug test|biomarker|assay|antibod|antigen",
    ),
    Rule(family.ADMINISTRATIVE, "S9381 S9900-S9959 S9962-S9999 T2035-T2041 T2050-T2051"),
    Rule(family.ADMINISTRATIVE, "S5160-S5175 T1009-T1010"),
    Rule(family.BEHAVIORAL_HEALTH, "H0000-H0999 H2000-H9999"),
    Rule(
        family.BEHAVIORAL_HEALTH,
        _AND_MEDICAID,
        says=r"psycho(?!motor)|psychiatr|behavioral health|mental (?:health|disorder)|substance"
        r"|alcohol|opioid|addiction|crisis|detoxification|intensive outpatient|depression"
        r"|partial hospitalization|medication assisted|naloxone",
        says_not=r"\bimaging\b|tissue",
    ),
    Rule(family.RADIOLOGY, "R0000-R9999 S8030-S8092 Q0092"),
    Rule(family.RADIOLOGY, "G0000-G9999", betos=("I1", "I2", "I3"), says_not=_NO_PICTURE),
    Rule(
        family.RADIOLOGY,
        "G0000-G9999 S0000-S9999",
        says=r"mammogra|tomogra|magnetic resonance|x-ray|ultrasound,|radiodensity|"
        + _words("pet imaging"),
    ),
    Rule(
        family.HOME_CARE,
        _AND_MEDICAID,
        says=r"home health|hospice|in the home|in-home|respite|personal care|homemaker"
        r"|home visit|private duty|adult day|day care|home management|attendant care"
        r"|companion care|foster care|chore services|home administration|nurse assistant"
        r"|assisted living|residential care|"
        + _words(r"nursing\b", "home care", "habilitation", "rn services", "lpn"),
        says_not=r"certification|supervision of a patient|" + _beginning("hospice referral"),
    ),
    Rule(family.PROCEDURE, "G0000-G9999 M0000-M9999", betos=("P0", "P1", "P2", "P3", "P4", "P5")),
    Rule(family.PROCEDURE, "G0000-G9999 M0000-M9999", betos=("P6", "P7A", "P8", "I4")),
    Rule(
        family.PROCEDURE,
        "G0000-G9999 S0000-S9999",
        says=r"colonoscopy on|radiosurgery|fistula creation|keratomileusis|keratectomy"
        r"|radiation (?:therapy|treatment)|radiology simulation|platelet rich plasma"
        r"|in vitro fertilization|embryo transfer|insemination|"
        + _beginning("creation", "insertion", "removal", "implantation", "tympanostomy")
        + "|"
        + _beginning("percutaneous", "destruction"),
    ),
    Rule(family.PROFESSIONAL_SERVICE, f"H0000-H9999 {_AND_MEDICAID}"),
)
"""Asked of what is no drug."""


def first_of(rules: ByBeginning, code: str, text: str, values: Mapping[str, Values]) -> str | None:
    """The family of the first rule that holds, if any; ``text`` is the description, lower case."""
    for rule in rules[code[:2]]:
        if rule.holds(code, text, values):
            return rule.family
    return None
