"""The claim check: what would bring a claim back, before it goes out.

Each rule is one small function in ``claim_rules``; what goes with its findings is data.
"""

from dataclasses import dataclass

from hcpcs_desktop.domain.claim_request import Claim
from hcpcs_desktop.domain.claim_rules import (
    authorization,
    combinations,
    completeness,
    modifier_conflicts,
    mue,
    payability,
    places,
    products,
    profile,
    ptp,
    rental,
    units_dose,
    validity,
    waste_modifiers,
)
from hcpcs_desktop.domain.claim_rules.case import Case, Check, Fault
from hcpcs_desktop.domain.finding import Finding, milder, worst_first
from hcpcs_desktop.domain.reference import Reference
from hcpcs_desktop.domain.rules import Rules

CHECKS: tuple[Check, ...] = (
    validity.check,
    payability.check,
    units_dose.check,
    waste_modifiers.check,
    modifier_conflicts.check,
    authorization.check,
    places.check,
    mue.check,
    ptp.check,
    combinations.check,
    products.check,
    profile.check,
    rental.check,
    completeness.check,
)
"""Every check, general ones first."""


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """The findings, worst first, and a sentence for each thing that could not be checked."""

    findings: tuple[Finding, ...]
    not_checked: tuple[str, ...]


def check(claim: Claim, reference: Reference, rules: Rules) -> ClaimReport:
    """Hold all rules against a claim."""
    case = Case(claim, reference, rules)
    findings = [
        finding
        for each in CHECKS
        for fault in each(case)
        if (finding := _finding(case, fault)) is not None
    ]
    return ClaimReport(worst_first(findings), tuple(dict.fromkeys(case.skipped)))


def _finding(case: Case, fault: Fault) -> Finding | None:
    """A fault with what goes with it; None where the payer or the date silences the rule."""
    if fault.modifier_finding is not None:
        return fault.modifier_finding
    rule = case.rules.of(fault.rule, fault.variant)
    severity = rule.severity_for(case.claim.payer, case.lines[fault.line - 1].dos)
    if severity is None:
        return None
    if fault.at_most is not None:
        severity = milder(severity, fault.at_most)
    source = fault.source or rule.source
    return Finding(
        fault.rule, severity, fault.line, fault.message, fault.do, source, rule.carc, rule.rarc
    )
