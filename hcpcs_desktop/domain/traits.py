"""What kind of thing a code stands for, as far as its record tells: drug, unclassified ..."""

import re
from collections.abc import Mapping

from hcpcs_desktop.domain.record import Values

DRUG = "drug"
NOC = "noc"
MODIFIER = "modifier"
CHEMOTHERAPY = "chemotherapy"
DME = "dme"

_DRUG_PRICING = frozenset({"51", "54"})
_DRUG_BETOS = frozenset({"O1D", "O1E", "O1G", "D1G"})
_CHEMOTHERAPY_BETOS = "O1D"
_DME_PRICING = frozenset({"31", "32", "33", "36", "45"})
_DME_LETTERS = ("E", "K")
_NOC = re.compile(
    r"not[ -]otherwise[ -](?:classified|specified|coded|listed|described|covered|identified)"
    r"|not elsewhere|un(?:classified|listed|specified)|miscellaneous|n(?<!\wn)o[cs]\b"
)
"""To be sought in lower case."""

_MEASURES = ("G", "M")


def traits_of(code: str, values: Mapping[str, Values]) -> frozenset[str]:
    """The traits of a code from the values of its record."""
    if len(code) == 2:
        return frozenset({MODIFIER})
    is_drug = _is_drug(code, values)
    found = {
        DRUG: is_drug,
        NOC: _is_noc(code, values),
        CHEMOTHERAPY: is_drug and _is_chemotherapy(code, values),
        DME: not is_drug and _is_dme(code, values),
    }
    return frozenset(name for name, holds in found.items() if holds)


def _is_drug(code: str, values: Mapping[str, Values]) -> bool:
    """J codes are drugs; of others the record tells, or else the first word of the description."""
    if code.startswith("J") or _DRUG_PRICING.intersection(values.get("pricing", ())):
        return True
    if "pricing" in values:
        return bool(_DRUG_BETOS.intersection(values.get("betos", ())))
    return _description(values).lower().startswith("injection, ")


def _is_chemotherapy(code: str, values: Mapping[str, Values]) -> bool:
    """J9 codes, and others whose BETOS says so; BETOS alone misses some (J9027 is O1E)."""
    return code.startswith("J9") or _CHEMOTHERAPY_BETOS in values.get("betos", ())


def _is_dme(code: str, values: Mapping[str, Values]) -> bool:
    """E and K codes, unless their pricing says otherwise; of others the pricing indicator tells."""
    pricing = frozenset(values.get("pricing", ()))
    if not pricing:
        return code.startswith(_DME_LETTERS)
    return not pricing.isdisjoint(_DME_PRICING) or (
        code.startswith(_DME_LETTERS) and pricing.isdisjoint({"51", "38", "39"})
    )


def _is_noc(code: str, values: Mapping[str, Values]) -> bool:
    """Whether the code is for what has no code of its own.

    Source: compared with CMS's list of NOC codes, July 2025 (160 of its 163 codes); in quality
    measures, which have letters G and M, the same words mean something else.
    """
    return not code.startswith(_MEASURES) and _NOC.search(_description(values).lower()) is not None


def _description(values: Mapping[str, Values]) -> str:
    return " ".join(values.get("long_description", ()))
