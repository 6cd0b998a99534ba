"""Pages of guidance in a real library: found beside codes, with codes that have the checklists."""

from datetime import date

import pytest

from hcpcs_desktop.domain.codes import named_in
from hcpcs_desktop.domain.hit import Filters
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import parse
from hcpcs_desktop.library.topics import guidance_of

ON = date(2025, 8, 1)


@pytest.mark.parametrize(
    ("typed", "read_as", "codes"),
    [
        ("CO-197", "denial", ["CO-197"]),
        ("CARC 16", "denial", ["CARC 16"]),
        ("missing authorization", "denial", ["CARC 197"]),
        ("POS 19", "text", ["POS 19"]),
        ("assisted living", "text", ["POS 13"]),
        ("CO-999", "denial", []),
        ("POS 77", "text", []),
        ("wheelchair", "text", []),
    ],
)
def test_pages_are_found_beside_codes(
    of_2020_and_2025: Library, typed: str, read_as: str, codes: list[str]
) -> None:
    answer = search.run(of_2020_and_2025, parse(typed), ON)
    assert answer.read_as == read_as
    assert [each.code for each in answer.topics] == codes


def test_what_nobody_knows_says_so(of_2020_and_2025: Library) -> None:
    for typed in ("CO-999", "POS 77"):
        answer = search.run(of_2020_and_2025, parse(typed), ON)
        assert answer.hits == ()
        assert answer.advice.startswith(typed)


def test_an_example_has_the_checklist_that_it_is_an_example_of(
    of_2020_and_2025: Library,
) -> None:
    guidance = guidance_of(of_2020_and_2025)
    for template in guidance.templates:
        code = guidance.example_of.get(template.id)
        if code is not None:
            (traits,) = of_2020_and_2025.connection.execute(
                "SELECT traits FROM code WHERE code = ?", [code]
            ).fetchone()
            assert template.fits(code, frozenset(traits.split())) or named_in(code, template.codes)
    assert len(guidance.example_of) > len(guidance.templates) - 5


def test_a_page_that_is_not_there_is_told(of_2020_and_2025: Library) -> None:
    for key in ("carc/999", "place/77"):
        with pytest.raises(UserError, match="nothing on"):
            guidance_of(of_2020_and_2025).page_of(key)


def test_filters_are_about_codes_alone(of_2020_and_2025: Library) -> None:
    query, filters = parse("assisted living"), Filters(traits=frozenset({"payable"}))
    assert search.run(of_2020_and_2025, query, ON, filters=Filters()).topics
    assert search.run(of_2020_and_2025, query, ON, filters=filters).topics == ()


def test_the_checklists_of_the_open_code_come_first(of_2020_and_2025: Library) -> None:
    guidance = guidance_of(of_2020_and_2025)
    examples = guidance.examples("J9043")
    assert list(examples)[:2] == ["infused-drug", "chemotherapy"]
    assert examples["infused-drug"] == "J9043"
    assert examples["ambulance"] == guidance.example_of["ambulance"]
    assert guidance.examples("Z9999") == guidance.example_of
