"""Whether drug, NDC and code belong together."""

import re
from collections.abc import Iterator

from hcpcs_desktop.domain import ndc
from hcpcs_desktop.domain.claim_rules.case import Case, CaseLine, Fault
from hcpcs_desktop.domain.finding import listed
from hcpcs_desktop.domain.ingredient import ingredient, names
from hcpcs_desktop.domain.traits import NOC_DRUG, NOC_ITEM

_MOST_SUGGESTED = 6
_MOST_SHOWN = 120
_BIOSIMILAR = re.compile(r"[a-z]-[a-z]{4}(?![a-z])", re.IGNORECASE)
"""The suffix that sets biosimilars of one ingredient apart: ``bevacizumab-awwb``."""

_CARRIER = re.compile(r"\b(?:lipid|liposom|(?:protein|albumin)[- ]bound)", re.IGNORECASE)
"""What makes another product, with a code of its own, of the same ingredient."""

_ASIDE = re.compile(r"\(([^()]+)\)")
_NO_NAMES = frozenset(
    "g iu mcg mg mg/ml ml unit units vial vials syringe syringes kit kits pen sdv mdv iv im sc sq "
    "inj injection".split()
)


def check(case: Case) -> Iterator[Fault]:
    """Unclassified codes without description, other drugs than the code's, NDCs that do not fit."""
    for line in case.lines:
        if needs_description(case, line):
            yield from _description(line)
        elif line.given.drug.strip() and line.is_level_two:
            yield from _drug(case, line)
        if line.given.ndc.strip():
            yield from _ndc(case, line)
        elif line.is_drug:
            yield from _ndc_missing(case, line)


def _ndc_missing(case: Case, line: CaseLine) -> Iterator[Fault]:
    """A drug without an NDC: Medicaid wants one, other payers as their profile says."""
    profile = case.claim.profile
    wanted = profile.ndc_required if profile else None
    if wanted is not False:
        yield Fault(
            "ndc_missing",
            line.number,
            f"{line.code} is a drug without an NDC; "
            + (
                f"{profile.name} wants one."
                if profile and wanted
                else "Medicaid programs want one."
            ),
            "Enter the NDC of the package, its unit and its quantity.",
            variant="profile" if wanted else "",
        )


def needs_description(case: Case, line: CaseLine) -> bool:
    """Whether a code says so little that the claim must say more: unclassified, without a unit."""
    if line.facts is None:
        return line.code in case.rules.lists.noc
    return not line.traits.isdisjoint({NOC_DRUG, NOC_ITEM})


def _description(line: CaseLine) -> Iterator[Fault]:
    if not line.given.drug.strip():
        yield Fault(
            "noc_needs_description",
            line.number,
            f"{line.code} is for what has no code of its own; the line does not say what it was.",
            "Enter name, strength and dose (for an item: what it is, maker and model).",
        )


def _drug(case: Case, line: CaseLine) -> Iterator[Fault]:
    drug, typed = drug_words(line.given.drug), line.given.drug.strip()[:_MOST_SHOWN]
    description = line.facts.description if line.facts else ""
    if not description:
        case.skip(
            f"Line {line.number}: whether {line.code} is for {typed}; its description is not in "
            "the library."
        )
    elif drug and not _is_for(case, line, drug, description):
        codes = _codes_for(case, drug, line)
        yield Fault(
            "drug_code_mismatch",
            line.number,
            f"{line.code} is {description[:_MOST_SHOWN]}; what was given is {typed}.",
            f"See {listed(codes)}." if codes else "Find the code of what was given.",
            at_most=None if codes and not _may_be_meant(drug, description) else "warning",
        )


def drug_words(text: str) -> str:
    """A drug as typed, without amounts and containers: ``60 mg Jevtana vial`` is ``Jevtana``."""
    words = text.replace(",", " ").split()
    return " ".join(
        word for word in words if not word[0].isdigit() and word.lower() not in _NO_NAMES
    )


def _is_for(case: Case, line: CaseLine, drug: str, description: str) -> bool:
    """Whether a code is for a drug: its description names it, or the trade name goes with it.

    A trade name in parentheses goes before the ingredient.
    """
    for name in _ASIDE.findall(drug):
        codes = case.reference.called(name)
        if codes:
            return line.code in codes
    if names(description, drug) or any(
        line.code in case.reference.called(name) for name in (drug, line.given.drug)
    ):
        return True
    plain, carrier = ingredient(drug), _CARRIER.search(drug)
    other = carrier is not None and _CARRIER.search(description) is None
    return bool(plain) and not (_BIOSIMILAR.search(drug) or other) and names(description, plain)


def _may_be_meant(drug: str, description: str) -> bool:
    """Whether a drug was named loosely: the code is for a biosimilar of that name."""
    exact = _BIOSIMILAR.search(drug) or _ASIDE.search(drug)
    return not exact and ingredient(drug) == ingredient(description)


def _codes_for(case: Case, drug: str, line: CaseLine) -> list[str]:
    """Other codes that a drug is billed with; empty where the library does not know its name."""
    bare = drug if _BIOSIMILAR.search(drug) else ingredient(drug) or drug
    trade_names = (drug, *_ASIDE.findall(drug))
    called = {code for name in trade_names for code in case.reference.called(name)}
    found = sorted(called) or case.reference.naming(bare, line.dos)
    return [code for code in found if code != line.code][:_MOST_SUGGESTED]


def _ndc(case: Case, line: CaseLine) -> Iterator[Fault]:
    reading = ndc.read(line.given.ndc)
    if reading.ndc11 is None:
        yield Fault(
            "ndc_invalid",
            line.number,
            reading.message,
            f"Compare {ndc.hyphenated(reading.suggested)} with the package."
            if reading.suggested
            else "Enter the eleven digits, or the NDC with hyphens as on the package.",
            at_most="warning" if reading.status == "nonstandard" else None,
        )
        return
    codes = case.reference.crosswalk(reading.ndc11, line.dos)
    shown = ndc.hyphenated(reading.ndc11)
    if codes is None:
        case.skip(
            f"Line {line.number}: whether the NDC {shown} belongs to {line.code}; no NDC-HCPCS "
            "crosswalk is in the library. Add CMS's file."
        )
    elif line.code not in codes:
        yield _other_code(line, shown, codes)


def _other_code(line: CaseLine, shown: str, codes: frozenset[str]) -> Fault:
    if codes:
        known = listed(sorted(codes))
        return Fault(
            "ndc_code_mismatch",
            line.number,
            f"CMS's crosswalk has the NDC {shown} under {known}, not under {line.code}.",
            f"Check the package; if it is that one, bill {known}.",
        )
    return Fault(
        "ndc_code_mismatch",
        line.number,
        f"CMS's crosswalk does not have the NDC {shown}; that says nothing about coverage.",
        "Check the digits; some payers keep lists of their own.",
        at_most="info",
    )
