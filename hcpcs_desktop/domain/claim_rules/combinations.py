"""Codes whose descriptions say that they are not used together."""

from collections.abc import Iterator

from hcpcs_desktop.domain.claim_rules.case import Case, Fault
from hcpcs_desktop.domain.finding import listed
from hcpcs_desktop.domain.rules import in_ranges


def check(case: Case) -> Iterator[Fault]:
    """Such codes on one day."""
    for rule in case.rules.combinations:
        for line in case.lines:
            if line.code != rule.code:
                continue
            beside = sorted(
                {
                    other.code
                    for other in case.lines
                    if other.dos == line.dos and in_ranges(other.code, rule.beside)
                }
            )
            if beside:
                yield Fault(
                    "code_combination",
                    line.number,
                    f"{line.code} is not used with {listed(beside)}: its description says so.",
                    f"Keep the more exact code; {line.code} is for what no other describes.",
                    source=rule.source,
                )
