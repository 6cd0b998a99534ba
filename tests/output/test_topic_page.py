"""Pages of guidance: what they say, and that their links lead somewhere."""

from collections.abc import Mapping

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.checklist import Template
from hcpcs_desktop.domain.denial import Asked, known
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.topic import TopicPage, of_denial
from hcpcs_desktop.output import topic_page
from hcpcs_desktop.sources import denials, facts, places, rules
from hcpcs_desktop.sources.seeds import read as read_seeds

SEEDS = paths.seeds()
FACTS = facts.read(SEEDS / "facts.toml")
REMITTANCE = denials.read(SEEDS / "denials.toml", FACTS)
PLACES = places.read(SEEDS / "places.toml", FACTS)
TEMPLATES = read_seeds(SEEDS).templates
EXAMPLES: Mapping[str, str] = {each.id: "J9043" for each in TEMPLATES}
PLAN = PayerProfile("Blue Plan", appeal_within="180 days")
AROUND = topic_page.Surroundings(REMITTANCE, TEMPLATES, EXAMPLES, (PLAN, PayerProfile("Open")))


def _page(kind: str, code: str, group: str = "") -> TopicPage:
    found = known(REMITTANCE.denials, Asked(kind, code, group))  # type: ignore[arg-type]
    assert found is not None
    return topic_page.of_denial(found, group, AROUND)


def _sections(page: TopicPage) -> dict[str, str]:
    return {
        each.heading: "\n".join("".join(p.text for p in line) for line in each.paragraphs)
        for each in page.sections
    }


def test_a_denial_says_what_to_do_by_when_and_what_prevents_it() -> None:
    page = _page("carc", "197", "CO")
    told = _sections(page)
    assert (page.topic.code, page.verdict, page.bad) == ("CO-197", "Denial", True)
    assert "may not bill the patient" in told["What it means"]
    assert "120 days" in told["What to do, and by when"]
    assert "Blue Plan: appeal within 180 days" in told["What to do, and by when"]
    assert "Open" not in told["What to do, and by when"]
    assert "Infused drug, such as J9043: " in told["Checklist items that prevent it"]
    assert "Authorization missing" in told["What the claim check would say"]


@pytest.mark.parametrize(
    ("code", "group"), [("45", "CO"), ("1", "PR"), ("2", "PR"), ("3", "PR"), ("23", "OA")]
)
def test_what_only_settles_a_line_is_no_denial(code: str, group: str) -> None:
    page = _page("carc", code, group)
    assert (page.verdict, page.bad) == ("No denial: it settles the line", False)


def test_what_cannot_be_appealed_names_no_deadline_of_an_appeal() -> None:
    told = _sections(_page("carc", "16", "CO"))["What to do, and by when"]
    assert "cannot be appealed" in told
    assert "Blue Plan" not in told


def test_every_page_is_whole_and_its_links_lead_somewhere() -> None:
    known_rules = {"modifier_conflict", *(each.rule for each in rules.read(SEEDS).claim)}
    keys = {of_denial(each).key for each in REMITTANCE.denials}
    pages = [topic_page.of_denial(each, "", AROUND) for each in REMITTANCE.denials]
    pages += [topic_page.of_place(each, AROUND) for each in PLACES]
    for page in pages:
        assert page.sections[0].paragraphs
        assert page.source
        for piece in (p for s in page.sections for line in s.paragraphs for p in line):
            kind, _, target = piece.code.partition(":")
            if kind == "topic":
                assert target in keys
            elif kind == "rule":
                assert target in known_rules
            elif kind == "checklist":
                assert target.partition(":")[0] == "J9043"
            else:
                assert piece.code == ""


def test_a_place_tells_the_services_that_fit() -> None:
    page = topic_page.of_place(next(each for each in PLACES if each.code == "19"), AROUND)
    told = _sections(page)
    assert page.topic.code == "POS 19"
    assert "2016-01-01" in told["What it is"]
    assert "Drugs injected or infused" in told["Billed by somebody else, or not at all"]
    assert "CARC 5: " in told["Where the place is wrong"]


def test_what_is_general_knowledge_says_so() -> None:
    page = next(
        topic_page.of_denial(each, "", AROUND)
        for each in REMITTANCE.denials
        if each.knowledge == "general"
    )
    assert not page.certain
    assert "to be confirmed" in topic_page.source(page)


def test_a_page_is_copied_as_text() -> None:
    text = topic_page.text(_page("carc", "197", "CO"))
    assert text.startswith("CO-197 Authorization missing\nDenial\n\nWhat it means\n- ")
    assert "Source: " in text


def test_without_an_example_a_checklist_is_no_link() -> None:
    template = Template("bare", 1, "Bare", (), (), TEMPLATES[0].items)
    around = topic_page.Surroundings(REMITTANCE, [template], {})
    code = template.items[0].reasons[0]
    found = known(REMITTANCE.denials, Asked("carc", code))
    assert found is not None
    page = topic_page.of_denial(found, "", around)
    told = _sections(page)["Checklist items that prevent it"]
    assert told.startswith("Bare: ")
