"""A code and its checklist as Markdown (GitHub flavour: task lists and tables)."""

import re
from collections.abc import Collection, Iterable, Sequence

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.mentions import plain
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import fields, wording
from hcpcs_desktop.output.answers import SECTION_SEPARATOR
from hcpcs_desktop.output.conflicts import conflict_sentence

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~#$!])")


def code_page(page: CodePage) -> str:
    """A code's record as a document of one page."""
    found = fields.sheet(page)
    return _document(
        f"# {page.code} {_plain(page.short)}".rstrip(),
        _plain(page.long),
        f"**{_plain(wording.validity(page))}**",
        _plain(wording.drug(page)),
        *(_plain(each) for each in wording.cautions(page)),
        _conflict(page),
        _plain(SECTION_SEPARATOR.join(page.section)),
        f"## {_plain(found.heading)}",
        _table(found.lines),
        *(_plain(note) for note in fields.notes(found)),
        *_headed(
            "Billing guides",
            (f"{each.title}: {wording.guide_sections(each)}" for each in page.guides),
        ),
        *_headed(
            "Similar codes", (f"{each.code} {each.long} ({each.why})" for each in page.similar)
        ),
        "\n".join(f"- {_plain(sentence)}" for sentence in page.provenance),
        _footer(page),
    )


def checklist(page: CodePage, ticked: Collection[str] = ()) -> str:
    """The checklist of a code, blank or with the items of these ids ticked."""
    found = page.checklist
    return _document(
        f"# Documentation checklist: {page.code}",
        _plain(page.long or page.short),
        f"**{_plain(wording.validity(page))}**",
        _plain(found.title or "No checklist is made for this code yet."),
        _plain(wording.audience(found)),
        "\n".join(_item(each, each.id in ticked) for each in found.items),
        _footer(page),
    )


def _table(lines: Sequence[fields.Line]) -> str:
    rows = [
        f"| {_plain(line.label)} | {_plain(line.value)} | {_plain(line.meaning)} |"
        for line in lines
    ]
    return "\n".join(["| Field | Value | Meaning |", "|---|---|---|", *rows]) if rows else ""


def _conflict(page: CodePage) -> str:
    """What guides got wrong, as a quotation, which stands out."""
    said = plain(conflict_sentence(page))
    return f"> **{wording.CONFLICT_WORDS}:** {_plain(said)}" if said else ""


def _headed(heading: str, lines: Iterable[str]) -> list[str]:
    """A heading and a list under it; nothing where the list is empty."""
    found = [f"- {_plain(line)}" for line in lines]
    return [f"## {heading}", "\n".join(found)] if found else []


def _item(item: Item, is_ticked: bool) -> str:
    codes = wording.adjustment_codes(item.prevents)
    lines = [
        f"- [{'x' if is_ticked else ' '}] **{_plain(item.text)}**",
        *(
            f"  {_plain(text)}"
            for text in (wording.item_why(item), codes and f"Prevents: {codes}")
            if text
        ),
        f"  Source: {_plain(item.source)}",
    ]
    return "\\\n".join(lines)


def _footer(page: CodePage) -> str:
    return f"---\n\nHCPCS Desktop; {wording.origin(page)}; date of service {page.on}"


def _document(*blocks: str) -> str:
    return "\n\n".join(_filled(blocks)) + "\n"


def _filled(blocks: Iterable[str]) -> list[str]:
    return [block for block in blocks if block]


def _plain(text: str) -> str:
    """The text as Markdown that shows just this text."""
    return _SPECIAL.sub(r"\\\1", wording.one_line(text))
