"""A claim check on paper: what was checked, what was found, what was not checked."""

from collections.abc import Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain.finding import Severity
from hcpcs_desktop.output import sheet
from hcpcs_desktop.output.markup import paragraph

SEVERITY_WORDS: dict[Severity, str] = {"error": "Error", "warning": "Warning", "info": "Note"}
NOTHING = "Nothing was found that would bring the claim back."
_FOOT = "HCPCS Desktop. An aid to checking: the payer's rules decide."


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """A finding in words; ``reasons`` are the codes that it would come back with."""

    severity: Severity
    place: str
    message: str
    do: str
    source: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """What stands on the paper: names with values, a table of lines, findings."""

    head: tuple[tuple[str, str], ...]
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    findings: tuple[SheetFinding, ...]
    not_checked: tuple[str, ...]


def html(claim: ClaimSheet) -> str:
    """The check as a document; columns that are empty in every line are left out."""
    headings, lines = _filled(claim.headings, claim.lines)
    blocks = [
        sheet.pairs(claim.head),
        sheet.heading("Lines"),
        sheet.grid(headings, lines),
        sheet.heading("Findings"),
        *(_finding(each) for each in claim.findings),
        "" if claim.findings else paragraph(NOTHING),
        *([sheet.heading("Not checked")] if claim.not_checked else []),
        *(paragraph(each) for each in claim.not_checked),
    ]
    return sheet.document("Claim check", blocks, _FOOT)


def text(claim: ClaimSheet) -> str:
    """The check as text, for a mail or a note."""
    headings, lines = _filled(claim.headings, claim.lines)
    parts = [
        "\n".join(f"{name}: {value}" for name, value in claim.head),
        "\n".join(_line(headings, each) for each in lines),
        "\n\n".join(_finding_text(each) for each in claim.findings) or NOTHING,
    ]
    if claim.not_checked:
        parts.append("\n".join(["Not checked", *claim.not_checked]))
    return "\n\n".join(parts) + "\n"


def _filled(
    headings: Sequence[str], lines: Sequence[Sequence[str]]
) -> tuple[list[str], list[list[str]]]:
    used = [at for at in range(len(headings)) if any(line[at].strip() for line in lines)]
    return [headings[at] for at in used], [[line[at] for at in used] for line in lines]


def _line(headings: Sequence[str], cells: Sequence[str]) -> str:
    pairs = zip(headings, cells, strict=True)
    return "; ".join(f"{heading} {cell}" for heading, cell in pairs if cell.strip())


def _finding(finding: SheetFinding) -> str:
    head = f"{SEVERITY_WORDS[finding.severity]}, {finding.place}: {finding.message}"
    said = f"{head} {finding.do}{_back(finding)}"
    return sheet.sourced(said, finding.source) if finding.source else paragraph(said)


def _finding_text(finding: SheetFinding) -> str:
    head = f"{SEVERITY_WORDS[finding.severity].upper()}, {finding.place}: {finding.message}"
    source = f"\n  Source: {finding.source}." if finding.source else ""
    return f"{head}\n  {finding.do}{_back(finding)}{source}"


def _back(finding: SheetFinding) -> str:
    return f" Comes back as {', '.join(finding.reasons)}." if finding.reasons else ""
