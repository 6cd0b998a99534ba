"""What the modifier check finds on the lines of a claim."""

from collections.abc import Iterator
from dataclasses import replace

from hcpcs_desktop.domain import modifiers
from hcpcs_desktop.domain.claim_rules.case import Case, Fault
from hcpcs_desktop.domain.modifiers import ModifierLine

RULE = "modifier_conflict"


def check(case: Case) -> Iterator[Fault]:
    """Each finding under one name, its own in the message.

    JW and JZ on different lines are left to ``waste_modifiers``.
    """
    on_one_line = tuple(rule for rule in case.rules.modifiers if not rule.on_other_line)
    report = modifiers.check(
        [_line(case, number) for number in range(len(case.lines))],
        case.reference,
        replace(case.rules, modifiers=on_one_line),
        case.claim.payer,
        {line.code: line.facts for line in case.lines if line.facts is not None},
    )
    for finding in report.findings:
        named = replace(finding, rule=RULE, message=f"{finding.message} ({finding.rule})")
        yield Fault(RULE, finding.line, named.message, named.do, modifier_finding=named)


def _line(case: Case, index: int) -> ModifierLine:
    line = case.lines[index]
    return ModifierLine(line.code, line.modifiers, line.dos, line.given.vial_type)
