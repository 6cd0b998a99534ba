"""Answers for people at a terminal: plain text, wrapped to its width, nothing by colour."""

import textwrap
from collections.abc import Collection, Iterable

from hcpcs_desktop.domain.checklist import Item
from hcpcs_desktop.domain.hit import Answer, Hit
from hcpcs_desktop.domain.mentions import plain
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import fields, wording
from hcpcs_desktop.output.answers import SECTION_SEPARATOR
from hcpcs_desktop.output.conflicts import conflict_sentence
from hcpcs_desktop.output.wording import one_line

WIDTH = 80
NARROWEST = 40


def search(answer: Answer, width: int = WIDTH) -> str:
    """The hits as a list: code, short description, state; below it the reason, where one is."""
    blocks = [_how_read(answer, width), *(_hit(each, width) for each in answer.hits)]
    blocks.append(_count(answer))
    if answer.hits and answer.topics:
        pages = "; ".join(f"{each.code} {each.title}: {each.says}" for each in answer.topics)
        blocks.append(wrapped(f"See also {pages}", width))
    return _joined(blocks)


def code_page(page: CodePage, width: int = WIDTH) -> str:
    """A code with its validity, what guides got wrong, its record, its guides, similar codes."""
    items = len(page.checklist.items)
    return _joined(
        [
            _head(page, width),
            _conflict(page, width),
            _record(page, width),
            _guides(page, width),
            _similar(page, width),
            f"Documentation checklist: {items} items, see `hcpcs-desktop checklist {page.code}`.\n"
            if items
            else "",
            "".join(wrapped(sentence, width, "- ") for sentence in page.provenance),
        ],
        "\n",
    )


def checklist(page: CodePage, ticked: Collection[str] = (), width: int = WIDTH) -> str:
    """The checklist of a code, blank or with the items of these ids ticked."""
    found = page.checklist
    head = wrapped(f"Documentation checklist: {page.code}", width)
    head += wrapped(page.long or page.short, width)
    head += wrapped(wording.validity(page), width)
    head += wrapped(wording.audience(found), width)
    items = "".join(_item(each, each.id in ticked, width) for each in found.items)
    title = wrapped(found.title or "No checklist is made for this code yet.", width)
    foot = wrapped(f"{wording.origin(page)}; date of service {page.on}", width)
    return _joined([head, title + items, foot], "\n")


def _hit(hit: Hit, width: int) -> str:
    state = wording.STATE_WORDS[hit.state]
    room = max(width, NARROWEST) - 7 - (len(state) + 2 if state else 0)
    short = textwrap.shorten(one_line(hit.short or hit.long), room, placeholder="...")
    first = f"{hit.code:<7}{short}"
    if state:
        first = f"{first:<{room + 9}}{state}"
    return f"{first.rstrip()}\n" + wrapped(hit.why.text, width, " " * 7)


def _how_read(answer: Answer, width: int) -> str:
    changed = [f'"{typed}" read as "{used}"' for typed, used in answer.corrections]
    changed += [f'"{typed}" stands for "{meant}"' for typed, meant in answer.expansions]
    return wrapped("; ".join(changed), width) + wrapped(answer.advice, width)


def _count(answer: Answer) -> str:
    if answer.read_as == "empty":
        return "Nothing was asked for: give a code, or words of its description.\n"
    if not answer.total:
        return "" if answer.advice else f'Nothing found for "{one_line(answer.query)}".\n'
    if answer.total > len(answer.hits):
        return f"{len(answer.hits)} of {answer.total}; --limit shows more.\n"
    return ""


def _head(page: CodePage, width: int) -> str:
    traits = [wording.drug(page), "NOC" if page.is_noc else ""]
    status = "; ".join([wording.validity(page), *(word for word in traits if word)])
    lines = [
        f"{page.code}  {page.short}",
        page.long,
        status,
        f"On {page.on}. {wording.origin(page)}.",
        SECTION_SEPARATOR.join(page.section),
        *wording.cautions(page),
    ]
    return "".join(wrapped(line, width) for line in lines)


def _record(page: CodePage, width: int) -> str:
    found = fields.sheet(page)
    label_width = max((len(line.label) for line in found.lines), default=0) + 2
    value_width = max((len(line.value) for line in found.lines), default=0) + 2
    rows = [
        wrapped(
            line.meaning,
            width,
            f"{line.label:<{label_width}}{line.value:<{value_width}}",
        )
        or f"{line.label:<{label_width}}{line.value}\n"
        for line in found.lines
    ]
    record = "".join([f"{found.heading}\n", *rows]) if rows else ""
    notes = "".join(wrapped(note, width) for note in fields.notes(found))
    return _joined([record, notes], "\n")


def _conflict(page: CodePage, width: int) -> str:
    said = plain(conflict_sentence(page))
    return wrapped(f"{wording.CONFLICT_WORDS}: {said}", width) if said else ""


def _guides(page: CodePage, width: int) -> str:
    """The guides by title, with the names of their sections."""
    lines = [
        wrapped(f"{guide.title}: {wording.guide_sections(guide)}", width, "- ")
        for guide in page.guides
    ]
    return "".join(["Billing guides\n", *lines]) if lines else ""


def _similar(page: CodePage, width: int) -> str:
    lines = [
        wrapped(f"{each.long} ({each.why})".strip(), width, f"{one_line(each.code):<7}")
        for each in page.similar
    ]
    return "".join(["Similar codes\n", *lines]) if lines else ""


def _item(item: Item, is_ticked: bool, width: int) -> str:
    codes = wording.adjustment_codes(item.prevents)
    text = f"{item.text} ({codes})" if codes else item.text
    box = "[x] " if is_ticked else "[ ] "
    reason = f"{wording.item_why(item)} Source: {item.source}"
    return wrapped(text, width, box) + wrapped(reason, width, "    ")


def wrapped(text: str, width: int, lead: str = "") -> str:
    """The text in lines of at most ``width``, the later ones indented as deep as the lead."""
    lines = textwrap.wrap(
        one_line(text),
        max(width, NARROWEST, len(lead) + 20),
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_on_hyphens=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _joined(blocks: Iterable[str], between: str = "") -> str:
    return between.join(block for block in blocks if block)
