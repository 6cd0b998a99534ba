"""What a check of claim lines finds: how bad it is, what to do, what a payer would answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Severity = Literal["error", "warning", "info"]
Outcome = Literal["ok", "warning", "error"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the worst to the mildest."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule has to say about a line.

    ``line`` counts from 1. ``carc`` and ``rarc`` are the adjustment reason and remark codes that
    the line would come back with.
    """

    rule: str
    severity: Severity
    line: int
    message: str
    do: str
    source: str
    carc: tuple[str, ...] = ()
    rarc: tuple[str, ...] = ()


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors, then warnings, then the rest; by line, and of one line in the order given."""
    return tuple(sorted(findings, key=lambda each: (SEVERITIES.index(each.severity), each.line)))


def milder(one: Severity, other: Severity) -> Severity:
    """The less bad of two severities."""
    return max(one, other, key=SEVERITIES.index)


def outcome(findings: Iterable[Finding]) -> Outcome:
    """The worst severity among findings; what is only worth knowing leaves it ``ok``."""
    found = {each.severity for each in findings}
    if "error" in found:
        return "error"
    return "warning" if "warning" in found else "ok"


def listed(words: Iterable[str]) -> str:
    """Words as a sentence has them: ``RR``, ``RR and NU``, ``RR, NU and UE``."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def units(number: int) -> str:
    """A number of units in words: ``1 unit``, ``1,000 units``."""
    return f"{number:,} unit" if number == 1 else f"{number:,} units"
