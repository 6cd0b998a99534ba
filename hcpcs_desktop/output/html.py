"""A code and its checklist as one HTML page for printing; needs nothing but itself.

Every text is escaped; there are no links, images or scripts. Tables carry the layout, because the
document class that makes the PDF knows little more.
"""

from collections.abc import Collection, Iterable
from html import escape

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import fields, markup, wording
from hcpcs_desktop.output.answers import SECTION_SEPARATOR
from hcpcs_desktop.output.conflicts import conflict_sentence
from hcpcs_desktop.output.markup import paragraph, shown

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
            ("muted", shown(line.label)),
            ("value", shown(line.value)),
            ("meaning", shown(line.meaning)),
        ]
        for line in found.lines
    )
    return _document(
        f"{page.code} {page.short}".rstrip(),
        [
            paragraph(page.long),
            paragraph(wording.validity(page), "validity"),
            paragraph(wording.drug(page)),
            *(paragraph(each) for each in wording.cautions(page)),
            _conflict(page),
            paragraph(SECTION_SEPARATOR.join(page.section), "muted"),
            f"<h2>{shown(found.heading)}</h2>",
            _table(rows),
            *(paragraph(note, "muted") for note in fields.notes(found)),
            *_headed("Billing guides", _guide_rows(page)),
            *_headed("Similar codes", _similar_rows(page)),
            *(paragraph(sentence, "muted") for sentence in page.provenance),
        ],
        page,
    )


def checklist(page: CodePage, ticked: Collection[str] = ()) -> str:
    """The checklist of a code, blank or with the items of these ids ticked."""
    found = page.checklist
    return _document(
        f"Documentation checklist: {page.code}",
        [
            paragraph(page.long or page.short),
            paragraph(wording.validity(page), "validity"),
            f"<h2>{shown(found.title or 'No checklist is made for this code yet.')}</h2>",
            paragraph(wording.audience(found), "muted"),
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
        [("item", shown(each.title)), ("muted", shown(wording.guide_sections(each)))]
        for each in page.guides
    ]


def _similar_rows(page: CodePage) -> list[list[tuple[str, str]]]:
    return [
        [("value", shown(each.code)), ("meaning", shown(each.long)), ("muted", shown(each.why))]
        for each in page.similar
    ]


def _item(item: Item, is_ticked: bool) -> list[tuple[str, str]]:
    reason = f"{shown(wording.item_why(item))} Source: {shown(item.source)}"
    small = f'<br><span class="muted">{reason}</span>'
    return [
        ("box", TICKED if is_ticked else BLANK),
        ("item", f"{shown(item.text)}{small}"),
        ("codes muted", shown(wording.adjustment_codes(item.prevents))),
    ]


def _document(title: str, blocks: Iterable[str], page: CodePage) -> str:
    footer = f"HCPCS Desktop; {wording.origin(page)}; date of service {page.on}"
    return markup.page(title, _STYLE, blocks, footer)


def _table(rows: Iterable[list[tuple[str, str]]]) -> str:
    """A table of cells, each with its class and its HTML; empty where there are no rows."""
    return markup.table([(inner, f'class="{kind}"') for kind, inner in row] for row in rows)
