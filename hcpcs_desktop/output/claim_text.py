"""The checks for people at a terminal: the findings, what to do, what was not checked."""

from collections.abc import Sequence

from hcpcs_desktop.domain.claim import ClaimReport
from hcpcs_desktop.domain.finding import Finding
from hcpcs_desktop.domain.modifiers import ModifierReport
from hcpcs_desktop.output.claim_sheet import NOTHING
from hcpcs_desktop.output.text import WIDTH, wrapped
from hcpcs_desktop.output.wording import adjustment_codes, one_line


def modifiers(report: ModifierReport, notes: Sequence[str], width: int = WIDTH) -> str:
    """What the modifier check found."""
    read = "; ".join(" ".join(each) or "none" for each in report.normalised)
    head = wrapped(f"Modifiers: {one_line(read)}", width)
    return _parts([head + _findings(report.findings, _NOTHING, width), _notes(notes, width)])


def claim(report: ClaimReport, notes: Sequence[str], width: int = WIDTH) -> str:
    """What the claim check found, and what it could not check."""
    skipped = "".join(wrapped(one_line(each), width, "  ") for each in report.not_checked)
    return _parts(
        [
            _findings(report.findings, NOTHING, width),
            f"Not checked:\n{skipped}" if skipped else "",
            _notes(notes, width),
        ]
    )


_NOTHING = "Nothing is wrong with them."


def _parts(parts: Sequence[str]) -> str:
    return "\n".join(part for part in parts if part)


def _notes(notes: Sequence[str], width: int) -> str:
    return "".join(wrapped(each, width) for each in dict.fromkeys(notes))


def _findings(findings: Sequence[Finding], otherwise: str, width: int) -> str:
    if not findings:
        return wrapped(otherwise, width)
    return "".join(_finding(each, width) for each in findings)


def _finding(finding: Finding, width: int) -> str:
    reasons = adjustment_codes([*finding.carc, *finding.rarc])
    head = f"{finding.severity.upper()} in line {finding.line}, {finding.rule}: {finding.message}"
    back = f" Comes back as {reasons}." if reasons else ""
    return "".join(
        [
            wrapped(one_line(head), width),
            wrapped(one_line(finding.do), width, "  "),
            wrapped(f"Source: {finding.source}.{back}", width, "  "),
        ]
    )
