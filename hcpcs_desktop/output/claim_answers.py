"""What ``modifiers`` and ``claim`` answer as JSON. Keys keep their names and meaning."""

from collections.abc import Sequence

from hcpcs_desktop.domain.claim import ClaimReport
from hcpcs_desktop.domain.finding import Finding
from hcpcs_desktop.domain.modifiers import ModifierReport
from hcpcs_desktop.output.answers import Json


def modifiers_answer(report: ModifierReport, notes: Sequence[str], *, several: bool) -> Json:
    """The answer to ``modifiers``; with ``several`` lines ``normalised`` has a list for each."""
    lines = [list(each) for each in report.normalised]
    return {
        "result": report.result,
        "rule": report.rule,
        "findings": [_finding(each) for each in report.findings],
        "normalised": lines if several else lines[0],
        "notes": list(dict.fromkeys(notes)),
    }


def claim_answer(report: ClaimReport, notes: Sequence[str]) -> Json:
    """The answer to ``claim``; ``notes`` tell what was assumed."""
    return {
        "findings": [_finding(each) for each in report.findings],
        "not_checked": list(report.not_checked),
        "notes": list(dict.fromkeys(notes)),
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "line": finding.line,
        "message": finding.message,
        "do": finding.do,
        "carc": list(finding.carc),
        "rarc": list(finding.rarc),
        "source": finding.source,
    }
