"""Pages on what stands on a remittance, and on places of service, to read at the right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hcpcs_desktop.domain import topic
from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.claim_rules import places
from hcpcs_desktop.domain.denial import Asked, Denial, Remittance, known
from hcpcs_desktop.domain.mentions import Piece
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.place import Place, Service
from hcpcs_desktop.domain.topic import TopicPage, TopicSection
from hcpcs_desktop.output.rule_rows import words_of

SERVICE_WORDS: dict[Service, str] = {
    "drug": "Drugs injected or infused",
    "dme": "Equipment and supplies (DME)",
    "home_infusion": "Home infusion per diem",
    "home_care": "Home care",
    "ambulance": "Ambulance",
    "laboratory": "Laboratory tests",
    "vaccine": "Vaccines",
    "telehealth": "Telehealth",
    "behavioral_health": "Behavioral health",
    "dialysis": "Dialysis",
    "visit": "Visits and professional services",
}
_OF_A_PLACE = (Asked("carc", "5"), Asked("carc", "58"), Asked("rarc", "M77"))
_TO_CONFIRM = "From general knowledge; to be confirmed."

Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page links to: the templates of checklists, and a code for each that has it.

    Those come first, in their order.

    ``profiles`` are the payers of the clinic, for their deadlines.
    """

    remittance: Remittance
    templates: Sequence[Template]
    example_of: Mapping[str, str]
    profiles: Sequence[PayerProfile] = ()


def of_denial(found: Denial, group: str, around: Surroundings) -> TopicPage:
    """What a reason or remark means and leads to, and what prevents it."""
    hint = found.under(group)
    is_denial = hint.is_denial if hint else found.is_denial
    leads_to = hint.leads_to if hint else found.leads_to
    sections = (
        _section("What it means", _meaning(found, group, around.remittance)),
        _section("What to do, and by when", _what_to_do(found, group, around, leads_to)),
        _section("What to check", (_text(each) for each in found.check)),
        _section("Checklist items that prevent it", _items(found.code, around)),
        _section("What the claim check would say", (_rule(each) for each in found.rules)),
        _section("Comes with", _related(found.comes_with, around.remittance)),
    )
    verdict = "Denial" if is_denial else "No denial: it settles the line"
    return TopicPage(
        topic.of_denial(found, group),
        verdict,
        is_denial,
        tuple(each for each in sections if each.paragraphs),
        found.source,
        found.knowledge == "verified",
    )


def of_place(found: Place, around: Surroundings) -> TopicPage:
    """A place of service, the services that fit it, and the denials for a wrong place."""
    since = (_text(f"In use from {found.since.isoformat()}."),) if found.since else ()
    wrong = (known(around.remittance.denials, each) for each in _OF_A_PLACE)
    sections = (
        _section("What it is", (_text(found.note), *since)),
        _section("Services that fit", _services(found.fits)),
        _section("Taken here by some payers", _services(found.some_payers)),
        _section("Billed by somebody else, or not at all", _services(found.never)),
        _section(
            "Where the place is wrong",
            (*(_link(each) for each in wrong if each is not None), _rule(places.RULE)),
        ),
    )
    return TopicPage(
        topic.of_place(found),
        "Place of service",
        bad=False,
        sections=tuple(each for each in sections if each.paragraphs),
        source=found.source,
        certain=found.certain,
    )


def text(page: TopicPage) -> str:
    """A page as plain text, for the clipboard."""
    lines = [f"{page.topic.code} {page.topic.title}", page.verdict]
    for section in page.sections:
        lines += ["", section.heading]
        lines += [f"- {''.join(piece.text for piece in each)}" for each in section.paragraphs]
    return "\n".join([*lines, "", source(page), ""])


def source(page: TopicPage) -> str:
    """Where a page rests, and that it is to be confirmed where it is."""
    return f"Source: {page.source.rstrip('.')}." + ("" if page.certain else f" {_TO_CONFIRM}")


def _meaning(found: Denial, group: str, remittance: Remittance) -> Iterator[Paragraph]:
    yield _text(found.meaning)
    hint = found.under(group)
    if hint:
        yield _text(hint.says)
    if found.settles_when:
        yield _text(found.settles_when)
    for each in remittance.groups:
        if each.code == group:
            yield (Piece(f"{group}: ", strong=True), Piece(each.meaning))
    if not group:
        for other in found.groups:
            yield (Piece(f"Under {other.group}: ", strong=True), Piece(other.says))


def _what_to_do(
    found: Denial, group: str, around: Surroundings, leads_to: str
) -> Iterator[Paragraph]:
    yield _text(found.act)
    route = around.remittance.route(found, group)
    yield _text(f"{route.says} Source: {route.source}.")
    if leads_to == "appeal":
        for each in around.profiles:
            if each.appeal_within:
                told = f" appeal within {each.appeal_within} (your payer profile)."
                yield (Piece(f"{each.name}:", strong=True), Piece(told))


def _items(code: str, around: Surroundings) -> Iterator[Paragraph]:
    """A paragraph for each checklist: its name leads to that of a code which has it."""
    known_first = [*around.example_of]
    for template in sorted(around.templates, key=lambda each: _place(each, known_first)):
        items = [item for item in template.items if code in item.prevents]
        if items:
            yield (_checklist(template, items, around), Piece(_listed(items)))


def _place(template: Template, known_first: Sequence[str]) -> tuple[int, int, str]:
    named = template.id in known_first
    at = known_first.index(template.id) if named else len(known_first)
    return at, template.order, template.id


def _checklist(template: Template, items: Sequence[Item], around: Surroundings) -> Piece:
    example = around.example_of.get(template.id, "")
    if not example:
        return Piece(f"{template.title}: ", strong=True)
    address = f"checklist:{example}:{items[0].id}"
    return Piece(f"{template.title}, such as {example}: ", address, strong=True)


def _listed(items: Iterable[Item]) -> str:
    return "; ".join(item.text for item in items) + "."


def _related(codes: Iterable[str], remittance: Remittance) -> Iterator[Paragraph]:
    for code in codes:
        kind = "rarc" if code[0] in "MN" else "carc"
        found = known(remittance.denials, Asked(kind, code))  # type: ignore[arg-type]
        yield _text(code) if found is None else _link(found)


def _link(found: Denial) -> Paragraph:
    line = topic.of_denial(found)
    return (Piece(f"{line.code}: ", f"topic:{line.key}"), Piece(found.title))


def _rule(name: str) -> Paragraph:
    return (Piece(words_of(name), f"rule:{name}"),)


def _services(services: Iterable[Service]) -> Iterator[Paragraph]:
    return (_text(SERVICE_WORDS[each]) for each in services)


def _section(heading: str, paragraphs: Iterable[Paragraph]) -> TopicSection:
    return TopicSection(heading, tuple(paragraphs))


def _text(words: str) -> Paragraph:
    return (Piece(words),)
