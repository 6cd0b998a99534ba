"""A worksheet as text, as a document for paper, and as the rows of a workbook."""

from collections.abc import Sequence
from pathlib import Path

from hcpcs_desktop.domain.worksheet import Entry, Progress, Sheet, State, Worksheet
from hcpcs_desktop.output import spreadsheet, wording
from hcpcs_desktop.output.markup import paragraph, shown
from hcpcs_desktop.output.paper import BLANK, TICKED, Paper, numbered
from hcpcs_desktop.output.paper_blocks import document, heading, table
from hcpcs_desktop.output.text import WIDTH, wrapped
from hcpcs_desktop.output.written import writing

NO_PATIENT_DATA = "No patient data belongs here: a worksheet has no field for it."
STATE_WORDS: dict[State, str] = {
    "open": "Open",
    "done": "Done",
    "not_applicable": "Not applicable",
}
HEADINGS = ("State", "Item", "Note", "Why", "Source", "Prevents")
WIDTHS = (16, 60, 44, 60, 44, 20)

_TEXT_BOXES: dict[State, str] = {"open": "[ ] ", "done": "[x] ", "not_applicable": "[-] "}
_PAPER_BOXES: dict[State, str] = {"open": BLANK, "done": TICKED, "not_applicable": "\N{EN DASH}"}
_DROPPED = "no longer in the checklist"


def progress_words(found: Progress) -> str:
    """``6 of 12``, and what is not applicable beside it."""
    out = f", {found.not_applicable} not applicable" if found.not_applicable else ""
    return f"{found.done} of {found.of}{out}"


def audience(sheet: Worksheet | Sheet) -> str:
    """For whom a worksheet is: ``Blue Plan (Commercial), Practitioner``."""
    return wording.for_whom(sheet.payer, sheet.profile, sheet.setting)


def file_name(worksheet: Worksheet, suffix: str) -> str:
    """A name for its file, of its label and code, without what file systems refuse."""
    kept = "".join(each if each.isalnum() or each in " -_" else " " for each in worksheet.label)
    return f"{' '.join([worksheet.code, *kept.split()])[:60].rstrip()}.{suffix}"


def text(worksheet: Worksheet, width: int = WIDTH) -> str:
    """The worksheet with its ticks and notes."""
    head = (
        f"Worksheet: {worksheet.label}",
        f"{worksheet.code} {worksheet.description}".rstrip(),
        audience(worksheet),
        f"{worksheet.title}: {progress_words(worksheet.progress)}",
        NO_PATIENT_DATA,
    )
    items = (_as_text(entry, width) for entry in worksheet.entries)
    parts = ["".join(wrapped(line, width) for line in head if line), "".join(items)]
    return "\n".join([*parts, wrapped(_foot(worksheet), width)])


def paper(worksheet: Worksheet) -> Paper:
    """The worksheet as a document, on one page where its notes let it."""
    sources = list(dict.fromkeys(wording.source(entry.item.source) for entry in worksheet.entries))
    told = f"{audience(worksheet)}; {progress_words(worksheet.progress)}"
    blocks = [
        f"<h1>{shown(worksheet.label)}</h1>",
        paragraph(f"{worksheet.code} {worksheet.description}".rstrip(), "long"),
        heading(worksheet.title, told),
        table(_cells(entry, sources) for entry in worksheet.entries),
        paragraph(numbered(sources), "muted small"),
        paragraph(f"{NO_PATIENT_DATA} HCPCS Desktop; {_foot(worksheet)}.", "muted small"),
    ]
    made = document(f"{worksheet.label} {worksheet.code}", blocks)
    return Paper(made, "", file_name(worksheet, "pdf"))


def write_text(path: Path, worksheet: Worksheet) -> None:
    """Write it as text; raises UserError where the file cannot be written."""
    with writing(path) as file:
        file.write_text(text(worksheet), encoding="utf-8")


def write_xlsx(path: Path, worksheet: Worksheet) -> None:
    """Write it as a workbook; raises UserError where the file cannot be written."""
    with writing(path) as file:
        spreadsheet.write_xlsx(
            file,
            HEADINGS,
            rows(worksheet),
            title="Worksheet",
            widths=WIDTHS,
            above=about(worksheet),
        )


def rows(worksheet: Worksheet) -> list[Sequence[str]]:
    """One row for each item, under ``HEADINGS``."""
    return [
        (
            STATE_WORDS[entry.state],
            _named(entry),
            entry.note,
            entry.item.why,
            wording.source(entry.item.source),
            wording.adjustment_codes(entry.item.prevents),
        )
        for entry in worksheet.entries
    ]


def about(worksheet: Worksheet) -> list[Sequence[str]]:
    """What stands above the table in a workbook."""
    return [
        ("Worksheet", worksheet.label),
        ("Code", f"{worksheet.code} {worksheet.description}".rstrip()),
        ("For", audience(worksheet)),
        ("Checklist", f"{worksheet.title}: {progress_words(worksheet.progress)}"),
        ("Made", _foot(worksheet)),
        ("", NO_PATIENT_DATA),
    ]


def _as_text(entry: Entry, width: int) -> str:
    item = entry.item
    codes = wording.adjustment_codes(item.prevents)
    named = f"{_named(entry)} ({codes})" if codes else _named(entry)
    note = wrapped(entry.note, width, "    Note: ") if entry.note else ""
    reason = wrapped(f"{item.why} Source: {wording.source(item.source)}.", width, "    ")
    return wrapped(named, width, _TEXT_BOXES[entry.state]) + note + reason


def _cells(entry: Entry, sources: Sequence[str]) -> list[tuple[str, str]]:
    """A row: the box, the item, the note or else why, what it helps to prevent."""
    item = entry.item
    number = sources.index(wording.source(item.source)) + 1
    beside = f'<span class="muted small">{shown(item.why)} [{number}]</span>'
    if entry.note:  # in the place of why, so that a long list stays on one page
        beside = f'{shown(entry.note)} <span class="muted small">[{number}]</span>'
    return [
        (_PAPER_BOXES[entry.state], 'width="3%" class="box"'),
        (shown(_named(entry)), 'width="41%"'),
        (beside, 'width="45%"'),
        (shown(wording.adjustment_codes(item.prevents)), 'width="11%" class="muted small"'),
    ]


def _named(entry: Entry) -> str:
    """The item, with what sets it apart: whose it is, that it is not applicable, or gone."""
    more = [
        "not applicable" if entry.state == "not_applicable" else "",
        wording.item_origin(entry.item),
        _DROPPED if entry.dropped else "",
    ]
    told = "; ".join(part for part in more if part)
    return f"{entry.item.text} ({told})" if told else entry.item.text


def _foot(worksheet: Worksheet) -> str:
    return f"{worksheet.made_from}; made {worksheet.made_on}"
