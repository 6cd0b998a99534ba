"""What the window says of a claim: one entry for each finding and each text that is not read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain.finding import SEVERITIES, Finding, Severity
from hcpcs_desktop.output.claim_sheet import SEVERITY_WORDS
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.output.rule_rows import words_of
from hcpcs_desktop.ui.claim.entries import COLUMNS, LineEntries
from hcpcs_desktop.ui.claim.fields import field_of
from hcpcs_desktop.ui.claim.working import OF_CLAIM, Outcome, Unread

EMPTY = (
    "Enter the lines of the claim above, or paste them from a spreadsheet (Ctrl+V). What would "
    "bring them back appears here as you type."
)

_HEADINGS = {each.name: each.heading for each in COLUMNS}
_CORRECT = "Correct it; what depends on it is not checked until then."
_NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry: how bad, where, what is wrong, what to do, and what a payer would answer.

    ``row`` and ``field`` are the place in the form that mends it; ``rule`` is the name of the rule
    in words, empty for a text that cannot be read.
    """

    severity: Severity
    place: str
    message: str
    do: str
    row: int
    field: str
    rule: str = ""
    source: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The entry in one sentence, for a screen reader."""
        head = ", ".join(filter(None, (SEVERITY_WORDS[self.severity], self.place)))
        return f"{head}: {self.message}"


def shown(outcome: Outcome, lines: Sequence[LineEntries]) -> tuple[Shown, ...]:
    """All entries: first what cannot be read, then the findings, the worst first.

    A field that cannot be read is told of once, not also as a field that is missing.
    """
    unread = [_unread(each, lines) for each in outcome.unread]
    told = {(each.row, each.field) for each in unread}
    findings = outcome.report.findings if outcome.report else ()
    found = (_finding(each, outcome.row_of(each), lines) for each in findings)
    return (*unread, *(each for each in found if (each.row, each.field) not in told))


def of_modifiers(found: Finding) -> Shown:
    """A finding of the check of one line's modifiers, which has no place but that line."""
    return _shown(found, 0, "")


def summary(entries: Sequence[Shown]) -> str:
    """How many there are of each kind: ``2 errors, 1 note``."""
    counts = Counter(each.severity for each in entries)
    return ", ".join(count(counts[each], _NOUNS[each]) for each in SEVERITIES if counts[each])


def reasons(finding: Finding) -> Iterator[str]:
    """The reason and remark codes of a finding, as the search knows them."""
    yield from (f"CARC {each}" for each in finding.carc)
    yield from finding.rarc


def _unread(found: Unread, lines: Sequence[LineEntries]) -> Shown:
    heading = _HEADINGS.get(found.field, "")
    place = _place(found.row, lines)
    return Shown(
        severity="error",
        place=f"{place}, {heading}" if heading and found.row != OF_CLAIM else place,
        message=found.sentence,
        do=_CORRECT,
        row=found.row,
        field=found.field,
    )


def _finding(found: Finding, row: int, lines: Sequence[LineEntries]) -> Shown:
    return _shown(found, row, _place(row, lines))


def _shown(found: Finding, row: int, place: str) -> Shown:
    return Shown(
        severity=found.severity,
        place=place,
        message=found.message,
        do=found.do,
        row=row,
        field=field_of(found.rule),
        rule=words_of(found.rule),
        source=found.source,
        reasons=tuple(reasons(found)),
    )


def _place(row: int, lines: Sequence[LineEntries]) -> str:
    if row == OF_CLAIM:
        return "Claim"
    return " ".join([f"Line {row + 1}", lines[row].code.strip().upper()]).strip()
