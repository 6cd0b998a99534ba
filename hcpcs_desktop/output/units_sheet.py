"""A unit calculation on paper and on the clipboard.

The page needs nothing but itself: every text is escaped; there are no links, images or scripts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.payment import Estimate
from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.domain.units_request import ContainerKind, UnitsResult
from hcpcs_desktop.output import containers_text, money
from hcpcs_desktop.output.wording import PAYER_WORDS, one_line

COLUMNS = ("Code", "Modifier", "Units", "NDC")
ESTIMATES = ("Payment limit", "Patient share")
NO_CODE = "(code)"
_NDC_DIGITS = 11
_FORMULA = ("=", "+", "-", "@")
_STYLE = """
body { font-family: sans-serif; font-size: 10.5pt; line-height: 1.35; color: #1b2224; }
h1 { font-size: 18pt; margin: 0; }
h2 { font-size: 12pt; margin: 1.25em 0 0.25em 0; }
p { margin: 0.25em 0; }
table { width: 100%; border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; border-bottom: 1px solid #dde2e3;
  padding-top: 4px; padding-bottom: 4px; padding-left: 0; padding-right: 14px; }
th { font-weight: normal; color: #5b6669; }
.muted { color: #5b6669; }
.value { font-family: monospace; }
.footer { margin-top: 2em; font-size: 9pt; }
@page { margin: 16mm; }
"""
_FOOT = "HCPCS Desktop. An aid to calculation: the label and the payer's rules decide."


@dataclass(frozen=True, slots=True)
class Asked:
    """What a calculation was asked, as it was typed; ``suggested`` where the app chose to open."""

    code: str
    description: str
    dose: str
    billing_unit: str
    vial_type: str
    dos: str
    payer: Payer
    container: ContainerKind
    suggested: bool


def ndc_line(line: ClaimLine) -> str:
    """The NDC of a line as a claim has it, with its qualifier; empty where it is not usable."""
    ndc = line.ndc or ""
    return f"N4{ndc}" if len(ndc) == _NDC_DIGITS and ndc.isdigit() else ""


def cells(line: ClaimLine) -> tuple[str, str, str, str]:
    """A claim line in the order of ``COLUMNS``."""
    return line.code or NO_CODE, " ".join(line.modifiers), str(line.units), ndc_line(line)


def estimate_cells(estimate: Estimate) -> tuple[str, str]:
    """An estimate in the order of ``ESTIMATES``."""
    share = "–" if estimate.share is None else _dollars(estimate.share)
    return _dollars(estimate.payment), share


def basis(listed: ListedLimit) -> str:
    """What an estimate rests on, and what it leaves out."""
    limit = listed.limit
    share = f", co-insurance {limit.coinsurance.normalize():f} %" if limit.coinsurance else ""
    return (
        f"Estimate from CMS's payment limit for {money.quarter(listed)}, {money.per_unit(limit)}"
        f"{share}; without deductible and sequestration, and no statement of coverage."
    )


def table(result: UnitsResult) -> str:
    """The claim lines as a table with tabs, which a spreadsheet takes apart."""
    rows = [COLUMNS, *map(cells, result.lines)]
    return "".join("\t".join(map(_harmless, row)) + "\n" for row in rows)


def sheet(
    asked: Asked,
    result: UnitsResult,
    limit: ListedLimit | None = None,
    estimates: Sequence[Estimate] = (),
) -> str:
    """The calculation as a document of one page, with the estimates that a limit brings."""
    title = f"Units and waste: {asked.code}" if asked.code else "Units and waste"
    blocks = [
        _paragraph(asked.description),
        _rows(_inputs(asked, result)),
        "<h2>Claim lines</h2>",
        _lines(result.lines, estimates),
        _paragraph(basis(limit), "muted") if limit else "",
        "<h2>For the record</h2>",
        _paragraph(result.record_sentence),
        "<h2>How this comes about</h2>",
        *(_step(step.text, step.source) for step in result.steps),
        *(["<h2>To look at</h2>"] if result.notes else []),
        *(_paragraph(note) for note in result.notes),
    ]
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        f'<head><meta charset="utf-8"><title>{_text(title)}</title>',
        f"<style>{_STYLE}</style></head>",
        "<body>",
        f"<h1>{_text(title)}</h1>",
        *(block for block in blocks if block),
        _paragraph(_FOOT, "footer muted"),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _inputs(asked: Asked, result: UnitsResult) -> list[tuple[str, str]]:
    opened = containers_text.opened(result.vials_used, asked.container)
    left = result.discarded_amount
    return [
        ("Dose given", asked.dose),
        ("Least to open" if asked.suggested else "Opened", opened or "not known"),
        ("Discarded", containers_text.readable(left) if left is not None else "not known"),
        ("Vial type", asked.vial_type),
        ("Date of service", asked.dos),
        ("Payer", PAYER_WORDS[asked.payer]),
        ("One billing unit", asked.billing_unit),
    ]


def _dollars(amount: Decimal) -> str:
    return f"$ {amount:,.2f}"


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    text = one_line(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _lines(lines: Sequence[ClaimLine], estimates: Sequence[Estimate]) -> str:
    names = (*COLUMNS, *ESTIMATES) if estimates else COLUMNS
    beside: list[tuple[str, ...]] = [estimate_cells(each) for each in estimates]
    beside = beside or [()] * len(lines)
    head = "".join(f"<th>{name}</th>" for name in names)
    rows = (
        "".join(f'<td class="value">{_text(cell)}</td>' for cell in (*cells(line), *more))
        for line, more in zip(lines, beside, strict=True)
    )
    return _table([head, *rows])


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    return _table(
        f'<td class="muted" width="30%">{_text(name)}</td><td>{_text(value)}</td>'
        for name, value in rows
    )


def _table(rows: Iterable[str]) -> str:
    lines = (f"<tr>{row}</tr>" for row in rows)
    return "\n".join(['<table width="100%" cellspacing="0">', *lines, "</table>"])


def _step(text: str, source: str) -> str:
    return f'<p>{_text(text)} <span class="muted">Source: {_text(source)}.</span></p>'


def _paragraph(text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{_text(text)}</p>" if text else ""


def _text(text: str) -> str:
    return escape(one_line(text))
