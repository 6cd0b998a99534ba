"""What kind of thing a code stands for, as far as its record tells: drug, unclassified ...

A code's traits are its family (``domain.family``) and what else is worth knowing of it.
"""

import re
from collections.abc import Mapping

from hcpcs_desktop.domain import family, family_rules
from hcpcs_desktop.domain.record import Values

DRUG = "drug"
NOC = "noc"
NOC_DRUG = "noc_drug"
NOC_ITEM = "noc_item"
MODIFIER = "modifier"
CHEMOTHERAPY = "chemotherapy"
BIOSIMILAR = "biosimilar"
DME = family.DME
CAPPED_RENTAL = "capped_rental"
OXYGEN = "oxygen"
SUPPLIED_ITEM = "supplied_item"
SERVICE = "service"
PREVENTIVE = "preventive"
EMERGENCY = "emergency"
OPPS = "opps"
MEDICAID = "medicaid"
SPECIAL_COVERAGE = "special_coverage"
NOT_MEDICARE = "not_medicare"
STATUTE_EXCLUDED = "statute_excluded"

TRAITS = (
    family.FAMILIES
    | {DRUG, NOC, NOC_DRUG, NOC_ITEM, MODIFIER, CHEMOTHERAPY, BIOSIMILAR, CAPPED_RENTAL, OXYGEN}
    | {SUPPLIED_ITEM, SERVICE, PREVENTIVE, EMERGENCY, OPPS, MEDICAID}
    | {SPECIAL_COVERAGE, NOT_MEDICARE, STATUTE_EXCLUDED}
)
"""Every trait that a code can have."""

_DRUG_PRICING = frozenset({"51", "54"})
_DRUG_BETOS = frozenset({"O1D", "O1E", "O1G", "D1G"})
_DRUG_BEFORE_ALL = frozenset({family.VACCINE, family.SKIN_SUBSTITUTE})
_GIVEN = re.compile(r"^(?:injection|inj[,.]|infusion,|instillation,)")
_AMOUNT = re.compile(r"(?:\d|per) ?(?:mg|mcg|micrograms?|ml|grams?|gm|units?|iu|i\.u\.)")
_DRUG_WORDS = re.compile(
    r"therapeutic dose|per dose|drugs? or biological|compounded drug|oral dosage form"
)
_CELLS = re.compile(r"autologous|autoleucel")
_CHEMOTHERAPY_BETOS = "O1D"
_BIOSIMILAR = re.compile(r"(?<!excludes )biosimilar")
_OXYGEN_PRICING = "33"
_OXYGEN_BETOS = "D1C"
_NOC = re.compile(
    r"not[ -]otherwise[ -](?:classified|specified|coded|listed|described|covered|identified)"
    r"|not elsewhere|un(?:classified|listed|specified)|miscellaneous|n(?<!\wn)o[cs]\b"
)
_MEASURES = ("G", "M")
_PREVENTIVE_LETTERS = ("G", "M", "P", "Q")
_PREVENTIVE = re.compile(
    r"screening|annual wellness|preventive|vaccin|immunization|pre-exposure prophylaxis|cessation"
    r"|intensive behavioral|medical nutrition therapy|self-management|diabetes prevention|misuse"
)
_EMERGENCY = re.compile(r"(?<!non-)\bemergency")
_PERFORMED = re.compile(
    r"screening|assessment|fitting|conformity|dispensing fee|impression|repair|hearing service"
)
"""Of the codes for hearing: what is done, and nothing that is handed over."""
NOT_PAYABLE = frozenset({"I", "M", "S"})
"""Coverage codes of what Medicare does not pay. Source: CMS HCPCS record layout, field 16."""

_PRIVATE_AND_STATE = ("H", "S", "T")


def traits_of(code: str, values: Mapping[str, Values]) -> frozenset[str]:
    """The traits of a code from the values of its record."""
    if len(code) == 2:
        return frozenset({MODIFIER})
    text = " ".join(values.get("long_description", ())).lower()
    before = family_rules.first_of(family_rules.BEFORE_DRUGS, code, text, values)
    is_drug = _is_drug(code, text, values, before)
    its_family = before or _family(code, text, values, is_drug=is_drug)
    is_noc = _is_noc(code, text)
    is_performed = its_family == family.HEARING and _PERFORMED.search(text) is not None
    found = {
        its_family: True,
        DRUG: is_drug,
        NOC: is_noc,
        NOC_DRUG: is_noc and its_family in family.DRUGS and not _AMOUNT.search(text),
        NOC_ITEM: is_noc and its_family not in family.DRUGS,
        CHEMOTHERAPY: is_drug and _is_chemotherapy(code, text, values),
        BIOSIMILAR: is_drug and _BIOSIMILAR.search(text) is not None,
        CAPPED_RENTAL: its_family == DME and "36" in values.get("pricing", ()),
        OXYGEN: _is_oxygen(code, values),
        SUPPLIED_ITEM: its_family in family.SUPPLIED and not is_performed,
        SERVICE: its_family in family.SERVICES or is_performed,
        EMERGENCY: its_family == family.AMBULANCE and _EMERGENCY.search(text) is not None,
        PREVENTIVE: its_family in family.SERVICES and _is_preventive(code, text),
        OPPS: code.startswith("C"),
        MEDICAID: code.startswith("T"),
        **_coverage(code, values),
    }
    return frozenset([name for name, holds in found.items() if holds])


def _family(code: str, text: str, values: Mapping[str, Values], *, is_drug: bool) -> str:
    rules = family_rules.FORMS if is_drug else family_rules.AFTER_DRUGS
    return family_rules.first_of(rules, code, text, values) or family.GENERAL


def _is_drug(code: str, text: str, values: Mapping[str, Values], before: str | None) -> bool:
    """J codes are drugs; of others the record tells, or else the wording of the description."""
    if code.startswith("J") or before in _DRUG_BEFORE_ALL:
        return True
    if before not in {None, family.IMAGING_AGENT}:
        return False
    pricing = values.get("pricing", ())
    if _DRUG_PRICING.intersection(pricing) or (code.startswith("Q") and _CELLS.search(text)):
        return True
    if pricing and not code.startswith("S"):
        return bool(_DRUG_BETOS.intersection(values.get("betos", ())))
    named = code.startswith(("C", "Q")) or "S0012" <= code <= "S0197" or "S5010" <= code <= "S5014"
    return _GIVEN.match(text) is not None or (
        named and (_AMOUNT.search(text) or _DRUG_WORDS.search(text)) is not None
    )


def _is_chemotherapy(code: str, text: str, values: Mapping[str, Values]) -> bool:
    """J9 codes, and others whose BETOS says so; BETOS alone misses some (J9027 is O1E).

    It also takes in what is given against the nausea that chemotherapy brings.
    """
    by_record = code.startswith("J9") or _CHEMOTHERAPY_BETOS in values.get("betos", ())
    return by_record and "emetic" not in text


def _is_oxygen(code: str, values: Mapping[str, Values]) -> bool:
    """Oxygen and its equipment; by range where the record prints no pricing."""
    if not values.get("pricing"):
        return "E0424" <= code <= "E0447" or "E1352" <= code <= "E1406"
    return _OXYGEN_PRICING in values["pricing"] or _OXYGEN_BETOS in values.get("betos", ())


def _is_noc(code: str, text: str) -> bool:
    """Whether the code is for what has no code of its own.

    Source: compared with CMS's list of NOC codes, July 2025 (160 of its 163 codes); in quality
    measures, which have letters G and M, the same words mean something else.
    """
    return not code.startswith(_MEASURES) and _NOC.search(text) is not None


def _is_preventive(code: str, text: str) -> bool:
    return code.startswith(_PREVENTIVE_LETTERS) and _PREVENTIVE.search(text) is not None


def _coverage(code: str, values: Mapping[str, Values]) -> dict[str, bool]:
    """What the coverage code means; where none is printed, S, T and H codes are not Medicare's.

    Source: CMS's processing notes for S codes; of the 700 S, T and H codes of July 2020 one has
    another coverage than I or M.
    """
    coverage = frozenset(values.get("coverage", ()))
    elsewhere = not coverage and code.startswith(_PRIVATE_AND_STATE)
    return {
        SPECIAL_COVERAGE: "D" in coverage,
        NOT_MEDICARE: elsewhere or not coverage.isdisjoint(NOT_PAYABLE),
        STATUTE_EXCLUDED: "S" in coverage,
    }
