"""What is copied, printed and saved of a claim check."""

from collections.abc import Sequence

from hcpcs_desktop.output.claim_sheet import ClaimSheet, SheetFinding
from hcpcs_desktop.output.wording import PAYER_WORDS, SETTING_WORDS
from hcpcs_desktop.ui.claim import sheet
from hcpcs_desktop.ui.claim.entries import COLUMNS, ClaimEntries
from hcpcs_desktop.ui.claim.shown import Shown, summary

HEADINGS = ("Line", *(each.heading for each in COLUMNS))
EXPORTED = (*(each.heading for each in COLUMNS), "Findings")


def claim_sheet(
    entries: ClaimEntries, found: Sequence[Shown], skipped: Sequence[str]
) -> ClaimSheet:
    """The check as it is given out."""
    lines = [
        (str(row + 1), *cells)
        for row, (line, cells) in enumerate(
            zip(entries.lines, sheet.rows(entries.lines), strict=True)
        )
        if not line.is_blank
    ]
    return ClaimSheet(
        head=tuple(_head(entries, found)),
        headings=HEADINGS,
        lines=tuple(lines),
        findings=tuple(_finding(each) for each in found),
        not_checked=tuple(skipped),
    )


def exported(entries: ClaimEntries, found: Sequence[Shown]) -> list[list[str]]:
    """The lines for a spreadsheet, each with what was found on it."""
    said: dict[int, list[str]] = {}
    for each in found:
        said.setdefault(each.row, []).append(f"{each.severity}: {each.message}")
    return [
        [*cells, " | ".join(said.get(row, ()))]
        for row, cells in enumerate(sheet.rows(entries.lines))
        if any(cells)
    ]


def _head(entries: ClaimEntries, found: Sequence[Shown]) -> list[tuple[str, str]]:
    authorization = entries.authorization
    kind = PAYER_WORDS[entries.payer]
    payer = f"{entries.profile.name} ({kind})" if entries.profile else kind
    head = [
        ("Payer", payer),
        ("Setting", SETTING_WORDS[entries.setting] if entries.setting else "Not told"),
        ("Date of service", entries.dos.strip()),
        ("Found", summary(found) or "nothing"),
    ]
    if authorization.needed:
        days = " to ".join(filter(None, (authorization.start.strip(), authorization.end.strip())))
        number = authorization.number.strip() or "none"
        head.insert(3, ("Authorization", ", ".join(filter(None, (number, days)))))
    return head


def _finding(shown: Shown) -> SheetFinding:
    return SheetFinding(
        shown.severity, shown.place, shown.message, shown.do, shown.source, shown.reasons
    )
