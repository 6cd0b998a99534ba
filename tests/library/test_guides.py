"""What guides say about a code, held against the record."""

from datetime import date

from hcpcs_desktop.library import codes, search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import parse

ON = date(2025, 8, 1)


def test_a_wrong_claim_is_stored_with_the_codes_that_were_meant(of_2020_and_2025: Library) -> None:
    page = codes.page(of_2020_and_2025, "J9027", ON)
    (found,) = page.conflicts
    assert (found.conflict.kind, found.conflict.drug) == ("drug", "cabazitaxel")
    assert [each.code for each in found.suggestions] == ["J9043", "J9064"]
    assert found.suggestions[1].product == "sandoz"


def test_the_codes_that_were_meant_are_similar_codes(of_2020_and_2025: Library) -> None:
    similar = codes.page(of_2020_and_2025, "J9027", ON).similar
    assert [(each.code, each.why) for each in similar] == [
        ("J9043", "guide meant cabazitaxel"),
        ("J9064", "guide meant cabazitaxel"),
    ]
    assert similar[0].long == "Injection, cabazitaxel, 1 mg"
    assert (similar[0].state, similar[1].state) == ("valid", "unknown")


def test_similar_codes_are_those_of_the_drug_and_those_that_the_guide_names(
    of_2020_and_2025: Library,
) -> None:
    similar = {each.code: each.why for each in codes.page(of_2020_and_2025, "J9043", ON).similar}
    assert similar["J9064"] == "same drug, other product"
    assert similar["J9171"] == "guide names docetaxel"
    assert "J9173" not in similar


def test_a_page_knows_which_of_the_codes_it_mentions_are_there(of_2020_and_2025: Library) -> None:
    mentioned = codes.page(of_2020_and_2025, "J9064", ON).mentioned
    assert {"J9043", "JW", "JZ", "J9171"} <= mentioned
    assert not {"J9064", "CO"} & mentioned


def test_hits_tell_that_a_guide_is_wrong_about_a_code(of_2020_and_2025: Library) -> None:
    hits = search.run(of_2020_and_2025, parse("J9027"), ON).hits
    assert [each.has_conflict for each in hits] == [True]
    hits = search.run(of_2020_and_2025, parse("J9043"), ON).hits
    assert not hits[0].has_conflict


def test_the_seeds_alone_have_guides_too(small: Library) -> None:
    page = codes.page(small, "J9043", ON)
    assert [guide.id for guide in page.guides] == ["cabazitaxel", "infused-chemotherapy"]
    assert page.contacts
