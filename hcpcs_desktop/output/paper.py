"""A code's record and its checklist as documents for paper: small type, few lines, one page mostly.

The documents need nothing but themselves: every text is escaped; there are no links, images or
scripts. What stands in the footer of each page comes apart, because only the printer knows where
a page ends.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.mentions import plain
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import fields, wording
from hcpcs_desktop.output.answers import SECTION_SEPARATOR
from hcpcs_desktop.output.conflicts import conflict_sentence
from hcpcs_desktop.output.markup import paragraph, shown
from hcpcs_desktop.output.paper_blocks import document, heading, table

TICKED, BLANK = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"


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
            (shown(line.label), 'width="27%" class="muted"'),
            (shown(line.value), 'width="18%" class="value"'),
            (shown(line.meaning), 'width="55%"'),
        ]
        for line in found.lines
    )
    blocks = [
        *_head(page, wording.drug(page)),
        paragraph(SECTION_SEPARATOR.join(page.section), "muted"),
        paragraph(said and f"{wording.CONFLICT_WORDS}: {said}", "conflict"),
        heading(found.heading),
        table(rows),
        *(paragraph(note, "muted small") for note in fields.notes(found)),
        *_headed("Billing guides", ((g.title, wording.guide_sections(g)) for g in page.guides)),
        *_headed("Similar codes", ((f"{s.code} {s.long}", s.why) for s in page.similar)),
        *(paragraph(sentence, "muted small") for sentence in page.provenance),
    ]
    return Paper(document(page.code, blocks), _footer(page), f"{page.code}.pdf")


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
        heading(title, for_whom),
        table(_item(each, each.id in ticked, sources) for each in found.items),
        paragraph(numbered(sources), "muted small"),
    ]
    name = f"{page.code}-checklist.pdf"
    return Paper(document(f"{page.code} checklist", blocks), _footer(page), name)


def _head(page: CodePage, more: str = "") -> list[str]:
    validity = ". ".join(part for part in (wording.validity(page), more) if part)
    return [
        f"<h1>{shown(page.code)}</h1>",
        paragraph(page.long or page.short, "long"),
        paragraph(validity),
        *(paragraph(each) for each in wording.cautions(page)),
    ]


def _item(item: Item, is_ticked: bool, sources: Sequence[str]) -> list[tuple[str, str]]:
    """A row: the box, the item, why with the number of its source, what it helps to prevent."""
    number = sources.index(wording.source(item.source)) + 1
    return [
        (TICKED if is_ticked else BLANK, 'width="3%" class="box"'),
        (shown(item.text), 'width="41%"'),
        (f"{shown(wording.item_why(item))} [{number}]", 'width="45%" class="muted small"'),
        (shown(wording.adjustment_codes(item.prevents)), 'width="11%" class="muted small"'),
    ]


def numbered(sources: Sequence[str]) -> str:
    """All sources by number."""
    lines = [f"[{number}] {source}." for number, source in enumerate(sources, 1)]
    return " ".join(["Sources:", *lines]) if lines else ""


def _footer(page: CodePage) -> str:
    return f"HCPCS Desktop; {wording.origin(page)}; date of service {wording.day(page.on)}"


def _headed(title: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """A heading and a table of two columns under it; nothing where there are no rows."""
    rows = [
        [(shown(left), 'width="55%"'), (shown(right), 'width="45%" class="muted"')]
        for left, right in pairs
    ]
    return [heading(title), table(rows)] if rows else []
