"""What a text names or goes by among the pages of guidance, and where they stand in a list."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop import paths
from hcpcs_desktop.domain import topic
from hcpcs_desktop.domain.denial import Asked
from hcpcs_desktop.domain.hit import Answer, Hit, Why, lines
from hcpcs_desktop.domain.plain_words import plain_words
from hcpcs_desktop.sources import denials, facts, places

SEEDS = paths.seeds()
FACTS = facts.read(SEEDS / "facts.toml")
REMITTANCE = denials.read(SEEDS / "denials.toml", FACTS)
PLACES = places.read(SEEDS / "places.toml", FACTS)
NAMES = topic.by_name(REMITTANCE, PLACES)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("CO-197", ["CO-197"]),
        ("co 16, MA130", ["CO-16", "MA130"]),
        ("CARC 16", ["CARC 16"]),
        ("n822", ["N822"]),
        ("PR-1", ["PR-1"]),
        ("POS 19", ["POS 19"]),
        ("pos-1", ["POS 01"]),
        ("Place of service 12", ["POS 12"]),
        ("POS 77", []),
        ("CO-999", []),
        ("J9043", []),
        ("pos 191", []),
    ],
)
def test_a_code_of_a_remittance_or_a_place_is_named(typed: str, codes: list[str]) -> None:
    found = topic.named(typed, REMITTANCE, PLACES)
    assert [each.code for each in found] == codes
    assert all(each.is_named for each in found)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("missing authorization", "CARC 197"),
        ("Assisted Living", "POS 13"),
        ("timely filing", "CARC 29"),
        ("deductible", "CARC 1"),
    ],
)
def test_words_that_a_page_goes_by(typed: str, code: str) -> None:
    assert code in [each.code for each in NAMES[plain_words(typed)]]


def test_every_key_leads_back_to_its_page() -> None:
    for each in REMITTANCE.denials:
        for group in ("", "CO"):
            assert topic.asked_of(topic.of_denial(each, group).key) == Asked(
                each.kind, each.code, group
            )
    for at in PLACES:
        assert topic.asked_of(topic.of_place(at).key) == at.code


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    topic.named(text, REMITTANCE, PLACES)
    topic.described(text, REMITTANCE, PLACES)


def _answer(typed: str, *topics: topic.Topic, hits: int) -> Answer:
    listed = tuple(
        Hit(f"J{number:04}", "code", "", "", "valid", True, Why("code", ""))
        for number in range(hits)
    )
    day = date(2026, 1, 1)
    return Answer(typed, day, "text", (), (), hits, listed, topics=topics)


@pytest.mark.parametrize(
    ("typed", "is_named", "hits", "place"),
    [
        ("POS 13", True, 5, 0),
        ("N822", True, 5, 0),
        ("assisted living", False, 5, 0),
        ("home", False, 5, 3),
        ("home", False, 1, 1),
        ("home", False, 0, 0),
    ],
)
def test_a_page_stands_among_the_codes(typed: str, is_named: bool, hits: int, place: int) -> None:
    page = topic.Topic("place/13", "place", "POS 13", "Assisted living", "Home.", is_named)
    found = lines(_answer(typed, page, hits=hits))
    assert len(found) == hits + 1
    assert found[place].address == "topic:place/13"
    assert all(each.address == each.code for each in found if each.topic is None)
