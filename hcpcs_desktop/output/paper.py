"""A code's record and its checklist as documents for paper: small type, few lines, one page mostly.

The documents need nothing but themselves: every text is escaped; there are no links, images or
scripts. What stands in the footer of each page comes apart, because only the printer knows where
a page ends.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.mentions import plain
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import fields, wording
from hcpcs_desktop.output.answers import SECTION_SEPARATOR
from hcpcs_desktop.output.conflicts import conflict_sentence

TICKED, BLANK = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"
_STYLE = """
body { font-size: 8.5pt; color: #1b2224; }
h1 { font-size: 16pt; margin: 0; }
.heading { font-size: 10.5pt; margin-top: 10px; margin-bottom: 4px; }
p { margin-top: 2px; margin-bottom: 2px; }
.long { font-size: 11pt; }
.muted { color: #566165; }
.small { font-size: 7.5pt; }
.value { font-family: monospace; }
.conflict { color: #a3191f; }
table { border-collapse: collapse; }
td { vertical-align: top; border-bottom: 0.5px solid #ccd4d6;
  padding-top: 2px; padding-bottom: 2px; padding-right: 6px; }
.box { font-size: 10pt; padding-top: 0; }
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its HTML, the line for the foot of each page, a name for its file."""

    html: str
    footer: str
    file_name: str


def record(page: CodePage) -> Paper:
    """The record of a code, with what guides got wrong, its guides and similar codes."""
    found = fields.sheet(page)
    said = plain(conflict_sentence(page))
    rows = (
        [
            (_text(line.label), 'width="27%" class="muted"'),
            (_text(line.value), 'width="18%" class="value"'),
            (_text(line.meaning), 'width="55%"'),
        ]
        for line in found.lines
    )
    blocks = [
        *_head(page, wording.drug(page)),
        _paragraph(SECTION_SEPARATOR.join(page.section), "muted"),
        _paragraph(said and f"{wording.CONFLICT_WORDS}: {said}", "conflict"),
        _heading(found.heading),
        _table(rows),
        *(_paragraph(note, "muted small") for note in fields.notes(found)),
        *_headed("Billing guides", ((g.title, wording.guide_sections(g)) for g in page.guides)),
        *_headed("Similar codes", ((f"{s.code} {s.long}", s.why) for s in page.similar)),
        *(_paragraph(sentence, "muted small") for sentence in page.provenance),
    ]
    return Paper(_document(page.code, blocks), _footer(page), f"{page.code}.pdf")


def checklist(page: CodePage, ticked: Collection[str] = ()) -> Paper:
    """The checklist of a code, blank or with the items of these ids ticked."""
    found = page.checklist
    title = found.title or "No checklist is made for this code yet."
    for_whom = wording.audience(found)
    sources = list(dict.fromkeys(wording.source(item.source) for item in found.items))
    if ticked and found.items:
        for_whom = f"{for_whom}; {wording.progress(found, ticked)} ticked"
    blocks = [
        *_head(page),
        _heading(title, for_whom),
        _table(_item(each, each.id in ticked, sources) for each in found.items),
        _paragraph(_sources(sources), "muted small"),
    ]
    name = f"{page.code}-checklist.pdf"
    return Paper(_document(f"{page.code} checklist", blocks), _footer(page), name)


def _head(page: CodePage, more: str = "") -> list[str]:
    validity = ". ".join(part for part in (wording.validity(page), more) if part)
    return [
        f"<h1>{_text(page.code)}</h1>",
        _paragraph(page.long or page.short, "long"),
        _paragraph(validity),
    ]


def _item(item: Item, is_ticked: bool, sources: Sequence[str]) -> list[tuple[str, str]]:
    """A row: the box, the item, why with the number of its source, what it helps to prevent."""
    number = sources.index(wording.source(item.source)) + 1
    return [
        (TICKED if is_ticked else BLANK, 'width="3%" class="box"'),
        (_text(item.text), 'width="41%"'),
        (f"{_text(item.why)} [{number}]", 'width="45%" class="muted small"'),
        (_text(wording.adjustment_codes(item.prevents)), 'width="11%" class="muted small"'),
    ]


def _sources(sources: Sequence[str]) -> str:
    """All sources by number."""
    numbered = [f"[{number}] {source}." for number, source in enumerate(sources, 1)]
    return " ".join(["Sources:", *numbered]) if numbered else ""


def _footer(page: CodePage) -> str:
    return f"HCPCS Desktop; {wording.origin(page)}; date of service {wording.day(page.on)}"


def _headed(heading: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """A heading and a table of two columns under it; nothing where there are no rows."""
    rows = [
        [(_text(left), 'width="55%"'), (_text(right), 'width="45%" class="muted"')]
        for left, right in pairs
    ]
    return [_heading(heading), _table(rows)] if rows else []


def _heading(text: str, more: str = "") -> str:
    """A heading as a paragraph: the document class makes an ``h2`` larger than it is told."""
    after = f'<span class="muted">&nbsp;&nbsp;{_text(more)}</span>' if more else ""
    return f'<p class="heading"><b>{_text(text)}</b>{after}</p>'


def _document(title: str, blocks: Iterable[str]) -> str:
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        f'<head><meta charset="utf-8"><title>{_text(title)}</title>',
        f"<style>{_STYLE}</style></head>",
        "<body>",
        *(block for block in blocks if block),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _table(rows: Iterable[list[tuple[str, str]]]) -> str:
    """A table of cells, each its HTML and its attributes; empty where there are no rows."""
    lines = [
        "<tr>" + "".join(f"<td {attributes}>{inner}</td>" for inner, attributes in row) + "</tr>"
        for row in rows
    ]
    return "\n".join(['<table width="100%">', *lines, "</table>"]) if lines else ""


def _paragraph(text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{_text(text)}</p>" if text else ""


def _text(text: str) -> str:
    return escape(wording.one_line(text))
