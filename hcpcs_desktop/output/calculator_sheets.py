"""The two calculators on paper and on the clipboard: per diem lines, months of a rental."""

from collections.abc import Sequence

from hcpcs_desktop.domain.per_diem import PerDiemLine
from hcpcs_desktop.domain.rental import Category, Rental, RentalMonth
from hcpcs_desktop.output import sheet
from hcpcs_desktop.output.markup import paragraph

PER_DIEM_HEADINGS = ("Code", "Modifier", "Units", "First day", "Last day")
RENTAL_HEADINGS = ("Month", "First day", "Last day", "Modifiers", "Period")
CATEGORY_WORDS: dict[Category, str] = {
    "capped": "Capped rental",
    "nutrition pump": "Parenteral or enteral nutrition pump",
    "oxygen": "Oxygen",
    "frequently serviced": "Frequently serviced",
    "inexpensive": "Inexpensive or routinely purchased",
}
_FOOT = "HCPCS Desktop. An aid to billing: the payer's rules and the contract decide."


def per_diem_row(line: PerDiemLine) -> tuple[str, ...]:
    """A line in the order of ``PER_DIEM_HEADINGS``."""
    days = (line.first.isoformat(), line.last.isoformat())
    return (line.code, " ".join(line.modifiers), f"{line.units}", *days)


def rental_row(month: RentalMonth) -> tuple[str, ...]:
    """A month in the order of ``RENTAL_HEADINGS``."""
    return (
        f"{month.number}",
        month.first.isoformat(),
        month.last.isoformat(),
        " ".join(month.modifiers),
        f"{month.period}",
    )


def rental_summary(rental: Rental, ahead: Rental | None) -> str:
    """Where a rental stands: its month, the last paid one, and who owns the item then.

    ``ahead`` are all months that are paid if it goes on without a further break.
    """
    last = rental.months[-1]
    cap = f" of {rental.last_month}" if rental.last_month else ""
    told = [f"Month {last.number}{cap}, from {last.first} to {last.last}: "]
    told[0] += " ".join(last.modifiers)
    if ahead is not None and ahead.months:
        end = ahead.months[-1]
        told.append(f"The last month that is paid, {end.number}, is {end.first} to {end.last}")
        if ahead.title:
            told.append(f"Title passes to the patient on {ahead.title}")
    return ". ".join(told) + "."


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows with tabs, for a spreadsheet."""
    return sheet.tabbed([headings, *rows])


def page(
    title: str,
    asked: Sequence[tuple[str, str]],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    notes: Sequence[str],
    source: str,
) -> str:
    """A calculation as a document: what was asked, the rows, what to know, where it stands."""
    blocks = [
        sheet.pairs(asked),
        sheet.heading("Result"),
        sheet.grid(headings, rows),
        *(paragraph(each) for each in notes),
        paragraph(f"Source: {source}.", "muted"),
    ]
    return sheet.document(title, blocks, _FOOT)
