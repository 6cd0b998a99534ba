"""A unit calculation on paper and on the clipboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hcpcs_desktop.domain import units_words
from hcpcs_desktop.domain.checklist import Payer
from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.payment import Estimate
from hcpcs_desktop.domain.price import ListedLimit
from hcpcs_desktop.domain.units_request import ContainerKind, UnitsResult
from hcpcs_desktop.output import containers_text, money
from hcpcs_desktop.output import sheet as paper
from hcpcs_desktop.output.markup import paragraph
from hcpcs_desktop.output.ndc_line import ndc_line
from hcpcs_desktop.output.wording import payer_words

COLUMNS = ("Code", "Modifier", "Units", "NDC")
ESTIMATES = ("Payment limit", "Patient share")
NO_CODE = "(code)"
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
    profile: str
    container: ContainerKind
    suggested: bool


def cells(line: ClaimLine) -> tuple[str, str, str, str]:
    """A claim line in the order of ``COLUMNS``."""
    return line.code or NO_CODE, " ".join(line.modifiers), str(line.units), ndc_line(line)


def estimate_cells(estimate: Estimate) -> tuple[str, str]:
    """An estimate in the order of ``ESTIMATES``."""
    share = "–" if estimate.share is None else _dollars(estimate.share)
    return _dollars(estimate.payment), share


def basis(listed: ListedLimit, on: date | None) -> str:
    """What an estimate rests on, and what it leaves out; ``on`` is the day of service."""
    limit = listed.limit
    share = f", co-insurance {limit.coinsurance.normalize():f} %" if limit.coinsurance else ""
    other = money.other_quarter(listed, on) if on else ""
    when = money.quarter(listed) + (f" ({other})" if other else "")
    return (
        f"Estimate from CMS's payment limit for {when}, {money.per_unit(limit)}"
        f"{share}; without deductible and sequestration, and no statement of coverage."
    )


def summary(lines: Sequence[ClaimLine]) -> str:
    """The claim lines in a few words: ``J9043 × 38, J9043-JW × 22``."""
    return ", ".join(
        f"{'-'.join((line.code or NO_CODE, *line.modifiers))} × {line.units:,}" for line in lines
    )


def table(result: UnitsResult) -> str:
    """The claim lines as a table with tabs, which a spreadsheet takes apart."""
    return paper.tabbed([COLUMNS, *map(cells, result.lines)])


def sheet(
    asked: Asked,
    result: UnitsResult,
    limit: ListedLimit | None = None,
    estimates: Sequence[Estimate] = (),
    on: date | None = None,
) -> str:
    """The calculation as a document of one page, with the estimates that a limit brings."""
    title = f"Units and waste: {asked.code}" if asked.code else "Units and waste"
    blocks = [
        paragraph(asked.description),
        paper.pairs(_inputs(asked, result)),
        paper.heading("Claim lines"),
        _lines(result.lines, estimates),
        paragraph(basis(limit, on), "muted") if limit else "",
        paper.heading("For the record"),
        paragraph(result.record_sentence),
        paper.heading("How this comes about"),
        *(paper.sourced(step.text, step.source) for step in result.steps),
        *([paper.heading("To look at")] if result.notes else []),
        *(paragraph(note) for note in result.notes),
    ]
    return paper.document(title, blocks, _FOOT)


def _inputs(asked: Asked, result: UnitsResult) -> list[tuple[str, str]]:
    opened = containers_text.opened(result.vials_used, asked.container)
    left = result.discarded_amount
    return [
        ("Dose given", asked.dose),
        ("Least to open" if asked.suggested else "Opened", opened or "not known"),
        ("Discarded", units_words.shown(left) if left is not None else "not known"),
        ("Vial type", asked.vial_type),
        ("Date of service", asked.dos),
        ("Payer", payer_words(asked.payer, asked.profile)),
        ("One billing unit", asked.billing_unit),
    ]


def _dollars(amount: Decimal) -> str:
    return f"$ {amount:,.2f}"


def _lines(lines: Sequence[ClaimLine], estimates: Sequence[Estimate]) -> str:
    names = (*COLUMNS, *ESTIMATES) if estimates else COLUMNS
    beside: list[tuple[str, ...]] = [estimate_cells(each) for each in estimates]
    beside = beside or [()] * len(lines)
    rows = ((*cells(line), *more) for line, more in zip(lines, beside, strict=True))
    return paper.grid(names, rows)
