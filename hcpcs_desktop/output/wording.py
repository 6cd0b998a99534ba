"""The words for states, payers and dates, the same in the window, the terminal and on paper."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from hcpcs_desktop.domain.billing_unit import BillingUnit
from hcpcs_desktop.domain.checklist import Checklist, Item, Payer, Setting
from hcpcs_desktop.domain.guide import Contact, Guide, GuideSection, SectionName, Statement
from hcpcs_desktop.domain.mentions import Piece, plain
from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.domain.topic import Kind as TopicKind
from hcpcs_desktop.domain.validity import State

PAYER_WORDS: dict[Payer, str] = {
    "medicare": "Medicare",
    "medicare_advantage": "Medicare Advantage",
    "medicaid": "Medicaid",
    "commercial": "Commercial",
    "other": "Other payer",
}
SETTING_WORDS: dict[Setting | None, str] = {
    None: "Any setting",
    "practitioner": "Practitioner",
    "outpatient_hospital": "Outpatient hospital",
    "asc": "Ambulatory surgical center",
    "dme_supplier": "DME supplier",
    "home_infusion": "Home infusion",
}
STATE_WORDS: dict[State, str] = {
    "valid": "",
    "not_yet_effective": "Not yet effective",
    "discontinued": "Discontinued",
    "unknown": "Dates not known",
}
"""What a list says of a code; a valid one needs no word."""
TOPIC_WORDS: dict[TopicKind, str] = {"denial": "Remittance", "place": "Place of service"}
"""What a list says of a page that is no code."""
CONFLICT_WORDS = "Guide conflict"
"""What a list and a header say of a code that a guide is wrong about."""
SECTION_WORDS: dict[SectionName, str] = {
    "definition": "Definition",
    "clinical_context": "Clinical context",
    "common_modifiers": "Common modifiers",
    "documentation_requirements": "Documentation requirements",
    "common_denial_reasons": "Common denial reasons",
    "commercial_insurers": "Commercial insurers",
    "similar_codes": "Similar codes",
}

_GENERAL = "general practice"
_REMARK = re.compile(r"(M|MA|N)\d+")


def validity(page: CodePage) -> str:
    """The validity of a code on its date of service, with the days that decide it."""
    if page.state == "valid":
        as_of = f", as of {name_of(page.dates_as_of)}" if page.dates_as_of else ""
        return f"Valid{_since(page)}{_until(page)}{as_of}"
    if page.state == "discontinued":
        return f"Discontinued{_until(page)}{_again(page, 'from')}"
    if page.state == "not_yet_effective":
        return f"Not yet effective; valid from {day(page.added)}"
    if page.added is None and page.terminated is None:
        where = f"In the {name_of(page.release)} list; dates" if page.release else "Dates"
        return f"{where} not known"
    added = f"; added {day(page.added)}" if page.added else ""
    ends = f"{added}{_until(page)}{_again(page, 'by')}"
    return f"Not known whether valid on {day(page.on)}{ends}"


def drug(page: CodePage) -> str:
    """That a code is a drug, with its billing unit where that is known; empty for no drug."""
    if not page.is_drug:
        return ""
    return f"Drug, unit {page.billing_unit.text}" if page.billing_unit else "Drug"


def status(page: CodePage) -> str:
    """The status on the date of service, and the last update: both worked out, not printed."""
    state = (STATE_WORDS[page.state] or "Valid").lower()
    if page.dates_as_of:
        older = name_of(page.dates_as_of)
        state += f" by the dates of {older}; no file tells whether it has ended since"
    found = f"Status on {day(page.on)}: {state}."
    if page.release is None:
        return found
    return f"{found} Last update: {name_of(page.release)}, the newest release that lists it."


def cautions(page: CodePage) -> list[str]:
    """What is to be known of the code beyond its record, each sentence with its source."""
    return [f"Caution: {each.says} Source: {each.source}." for each in page.cautions]


def contact(found: Contact) -> str:
    """Whom to ask about what: one line."""
    return f"{found.subject}: {found.who}, {found.how}."


def guide_origin(guide: Guide) -> str:
    """Where a guide is from, and from when."""
    return f"From the {guide.origin}, checked against CMS. As of {guide.as_of}."


def guide_sections(guide: Guide) -> str:
    """The sections of a guide: ``Definition, clinical context, similar codes``."""
    return ", ".join(SECTION_WORDS[each.name] for each in guide.sections).capitalize()


def statement_source(said: Statement, guide: Guide) -> str:
    """Where a statement of a guide is from, from when, and what the source said instead."""
    note = f" Corrected: {one_line(said.note)}" if said.note else ""
    return f"Source: {source(said.source)}. As of {guide.as_of}.{note}"


def section_source(section: GuideSection, guide: Guide) -> str:
    """Where a section of a guide is from, each source once; empty where it is general alone."""
    sources = dict.fromkeys(source(each.source) for each in section.statements)
    named = [each for each in sources if each != _GENERAL]
    return f"Source: {'; '.join(named)}. As of {guide.as_of}." if named else ""


def item_source(item: Item) -> str:
    """Where an item of a checklist is from, and which denials it helps to prevent."""
    return f"{item_origins(item)}{plain(item_prevents(item))}"


def item_origins(item: Item) -> str:
    """Where an item of a checklist is from, and whose it is."""
    origin = f" It is {item_origin(item)}." if item.origin else ""
    return f"Source: {source(item.source)}.{origin}"


def item_prevents(item: Item) -> tuple[Piece, ...]:
    """Which denials an item helps to prevent, each a link to its page; empty for none."""
    reasons = [Piece(code, f"topic:carc/{code}") for code in item.reasons]
    remarks = [Piece(code, f"topic:rarc/{code}") for code in item.remarks]
    if not reasons and not remarks:
        return ()
    carc = (Piece("CARC "), *_listed(reasons)) if reasons else ()
    between = (Piece(" / "),) if reasons and remarks else ()
    return (Piece(" Prevents: "), *carc, *between, *_listed(remarks), Piece("."))


def day(value: date | None) -> str:
    """A day as it is written everywhere, ISO 8601."""
    return value.isoformat() if value else "an unknown day"


def origin(page: CodePage) -> str:
    """Which release the code is from."""
    if page.release is None:
        return "Record that comes with the app"
    return f"CMS release of {name_of(page.release)}"


def audience(checklist: Checklist) -> str:
    """For whom a checklist is: ``Medicare, Outpatient hospital``."""
    return for_whom(checklist.payer, checklist.profile, checklist.setting)


def for_whom(payer: Payer, profile: str, setting: Setting | None) -> str:
    """A payer, by its profile where it has one, and a setting."""
    return f"{payer_words(payer, profile)}, {SETTING_WORDS[setting]}"


def payer_words(payer: Payer, profile: str = "") -> str:
    """A kind of payer, or a payer of the clinic with its kind: ``Blue Plan (Commercial)``."""
    return f"{one_line(profile)} ({PAYER_WORDS[payer]})" if profile else PAYER_WORDS[payer]


def item_why(item: Item) -> str:
    """Why an item is there, and whose it is where it is not the program's own."""
    origin = item_origin(item)
    return f"{item.why} ({origin[:1].upper()}{origin[1:]}.)".lstrip() if origin else item.why


def item_origin(item: Item) -> str:
    """Whose item it is: ``from your clinic's template Suite``; empty for the program's own."""
    return f"from {one_line(item.origin)}" if item.origin else ""


def progress(checklist: Checklist, ticked: Collection[str]) -> str:
    """How far a checklist is: ``6 of 14``; ticks of items that it does not have do not count."""
    done = sum(item.id in ticked for item in checklist.items)
    return f"{done} of {len(checklist.items)}"


def adjustment_codes(codes: Sequence[str]) -> str:
    """Adjustment reason and remark codes: ``CARC 50, 16 / N822``."""
    remarks = [code for code in codes if _REMARK.fullmatch(code)]
    reasons = [code for code in codes if code not in remarks]
    parts = [f"CARC {', '.join(reasons)}" if reasons else "", ", ".join(remarks)]
    return " / ".join(part for part in parts if part)


def one_line(text: str) -> str:
    """The text on one line, without characters that a terminal or a document would obey."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def source(text: str) -> str:
    """A source as it is shown; a fact without one of its own is said to be general."""
    shown = one_line(text).rstrip(".")
    return _GENERAL if shown == "general" else shown


def _listed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with commas between them."""
    return tuple(part for each in pieces for part in (Piece(", "), each))[1:]


def _since(page: CodePage) -> str:
    first = page.since or page.added
    return f" since {day(first)}" if first else f" on {day(page.on)}"


def _until(page: CodePage) -> str:
    return f"; last valid day {day(page.terminated)}" if page.terminated else ""


def _again(page: CodePage, word: str) -> str:
    """When the code comes back: ``by`` a day where it may have been earlier."""
    return f"; usable again {word} {day(page.usable_again)}" if page.usable_again else ""


def other_size(listed: Quantity, size: str) -> str:
    """That an NDC is listed with another content than the one typed."""
    return f"CMS lists this NDC with {listed}, not {size.strip()}: compare both with the package."


def sum_of_drugs(unit: BillingUnit) -> str:
    """What to enter where one unit holds several drugs and no sum is printed; else empty."""
    total = unit.sum_of_components if unit.amount is None else None
    if total is None:
        return ""
    return (
        f"One unit is {unit.text}, of several drugs: enter their sum, {total}, and the dose and "
        "the containers, too, as sums."
    )
