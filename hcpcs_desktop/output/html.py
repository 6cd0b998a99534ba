"""A code and its checklist as one HTML page for printing; needs nothing but itself.

Every text is escaped; there are no links, images or scripts. Tables carry the layout, because the
document class that makes the PDF knows little more.
"""

from collections.abc import Collection, Iterable
from html import escape

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import fields, wording
from hcpcs_desktop.output.answers import SECTION_SEPARATOR
from hcpcs_desktop.output.conflicts import conflict_sentence

TICKED, BLANK = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"
_STYLE = """
body { font-family: sans-serif; font-size: 10.5pt; line-height: 1.35; color: #1b2224;
  max-width: 46em; margin: 2em auto; }
h1 { font-size: 18pt; margin: 0; }
h2 { font-size: 12pt; margin: 1.5em 0 0.5em 0; }
p { margin: 0.25em 0; }
table { width: 100%; border-collapse: collapse; }
td { vertical-align: top; border-bottom: 1px solid #dde2e3;
  padding-top: 5px; padding-bottom: 5px; padding-left: 0; padding-right: 14px; }
.validity { font-weight: bold; }
.muted { color: #5b6669; }
.value { font-family: monospace; white-space: nowrap; }
.box { font-size: 14pt; width: 1.5em; }
.codes { text-align: right; white-space: nowrap; padding-right: 0; }
.conflict { color: #a3191f; border-left: 3px solid #a3191f; padding-left: 10px;
  margin-top: 0.75em; margin-bottom: 0.75em; }
.footer { margin-top: 2em; font-size: 9pt; }
@page { margin: 16mm; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
"""


def code_page(page: CodePage) -> str:
    """A code's record as a document of one page."""
    found = fields.sheet(page)
    rows = (
        [
            ("muted", _text(line.label)),
            ("value", _text(line.value)),
            ("meaning", _text(line.meaning)),
        ]
        for line in found.lines
    )
    return _document(
        f"{page.code} {page.short}".rstrip(),
        [
            _paragraph(page.long),
            _paragraph(wording.validity(page), "validity"),
            _paragraph(wording.drug(page)),
            *(_paragraph(each) for each in wording.cautions(page)),
            _conflict(page),
            _paragraph(SECTION_SEPARATOR.join(page.section), "muted"),
            f"<h2>{_text(found.heading)}</h2>",
            _table(rows),
            *(_paragraph(note, "muted") for note in fields.notes(found)),
            *_headed("Billing guides", _guide_rows(page)),
            *_headed("Similar codes", _similar_rows(page)),
            *(_paragraph(sentence, "muted") for sentence in page.provenance),
        ],
        page,
    )


def checklist(page: CodePage, ticked: Collection[str] = ()) -> str:
    """The checklist of a code, blank or with the items of these ids ticked."""
    found = page.checklist
    return _document(
        f"Documentation checklist: {page.code}",
        [
            _paragraph(page.long or page.short),
            _paragraph(wording.validity(page), "validity"),
            f"<h2>{_text(found.title or 'No checklist is made for this code yet.')}</h2>",
            _paragraph(wording.audience(found), "muted"),
            _table(_item(each, each.id in ticked) for each in found.items),
        ],
        page,
    )


def _conflict(page: CodePage) -> str:
    """What guides got wrong, set apart by a line at its side."""
    inner = "".join(
        f"<b>{escape(piece.text)}</b>" if piece.strong else escape(piece.text)
        for piece in conflict_sentence(page)
    )
    return f'<p class="conflict">{inner}</p>' if inner else ""


def _headed(heading: str, rows: list[list[tuple[str, str]]]) -> list[str]:
    """A heading and a table under it; nothing where there are no rows."""
    return [f"<h2>{heading}</h2>", _table(rows)] if rows else []


def _guide_rows(page: CodePage) -> list[list[tuple[str, str]]]:
    return [
        [("item", _text(each.title)), ("muted", _text(wording.guide_sections(each)))]
        for each in page.guides
    ]


def _similar_rows(page: CodePage) -> list[list[tuple[str, str]]]:
    return [
        [("value", _text(each.code)), ("meaning", _text(each.long)), ("muted", _text(each.why))]
        for each in page.similar
    ]


def _item(item: Item, is_ticked: bool) -> list[tuple[str, str]]:
    reason = f"{_text(wording.item_why(item))} Source: {_text(item.source)}"
    small = f'<br><span class="muted">{reason}</span>'
    return [
        ("box", TICKED if is_ticked else BLANK),
        ("item", f"{_text(item.text)}{small}"),
        ("codes muted", _text(wording.adjustment_codes(item.prevents))),
    ]


def _document(title: str, blocks: Iterable[str], page: CodePage) -> str:
    footer = f"HCPCS Desktop; {wording.origin(page)}; date of service {page.on}"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        f'<head><meta charset="utf-8"><title>{_text(title)}</title>',
        f"<style>{_STYLE}</style></head>",
        "<body>",
        f"<h1>{_text(title)}</h1>",
        *(block for block in blocks if block),
        _paragraph(footer, "footer muted"),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _table(rows: Iterable[list[tuple[str, str]]]) -> str:
    """A table of cells, each with its class and its HTML; empty where there are no rows."""
    lines = [
        "<tr>" + "".join(f'<td class="{kind}">{inner}</td>' for kind, inner in row) + "</tr>"
        for row in rows
    ]
    return "\n".join(["<table>", *lines, "</table>"]) if lines else ""


def _paragraph(text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{_text(text)}</p>" if text else ""


def _text(text: str) -> str:
    return escape(wording.one_line(text))
