"""The claims of the guides against the record: every conflict is listed here, and no other."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library import guides
from hcpcs_desktop.library.codes import page
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import build_file

LISTED = {
    ("J9027", "drug"): ("J9043", "J9064"),
    ("J9173", "drug"): ("J9171", "J9172", "J9174"),
    ("J9173", "unit"): ("J9171", "J9172", "J9174"),
    ("J9262", "drug"): ("J9261",),
    ("J9262", "unit"): ("J9261",),
    ("J9305", "descriptor_changed"): (),
    ("J9371", "drug"): ("Q5107",),
}
"""Code and kind of each known conflict, with the codes of the seeds that the guide may mean."""

PEMETREXED = {"J9294", "J9296", "J9297", "J9304", "J9314", "J9322", "J9323"}
TODAY = date(2025, 8, 1)


@pytest.fixture(scope="module")
def of_seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library of the seeds alone, open."""
    path = tmp_path_factory.mktemp("conflicts") / "seeds.db"
    build_file(path, paths.seeds(), [], lambda *_: None)
    with closing(Library.open(path)) as library:
        yield library


def suggested(library: Library) -> dict[tuple[str, str], tuple[str, ...]]:
    found = guides.all_conflicts(library.connection)
    return {(each.code, each.kind): each.suggest for each in found}


def test_the_seeds_have_the_listed_conflicts_and_no_other(of_seeds: Library) -> None:
    assert suggested(of_seeds) == LISTED


def test_real_releases_have_the_same_conflicts(of_2020_and_2025: Library) -> None:
    found = suggested(of_2020_and_2025)
    assert found.keys() == LISTED.keys()
    assert set(found["J9305", "descriptor_changed"]) >= PEMETREXED
    assert set(found["J9027", "drug"]) == {"J9043", "J9064"}


@pytest.mark.parametrize(
    ("on", "codes"), [(date(2020, 1, 1), ["J9043"]), (TODAY, ["J9043", "J9064"])]
)
def test_what_is_suggested_can_be_used_on_the_date(
    of_seeds: Library, on: date, codes: list[str]
) -> None:
    (conflict,) = page(of_seeds, "J9027", on).conflicts
    assert [each.code for each in conflict.suggestions] == codes


def test_the_product_and_the_day_of_a_suggestion_are_told(of_seeds: Library) -> None:
    (conflict,) = page(of_seeds, "J9027", TODAY).conflicts
    assert [(each.product, each.since) for each in conflict.suggestions] == [
        ("", date(2012, 1, 1)),
        ("sandoz", date(2023, 10, 1)),
    ]


def test_a_guide_stands_under_its_real_codes(of_seeds: Library) -> None:
    ids = {code: [guide.id for guide in page(of_seeds, code, TODAY).guides] for code in LISTED_IN}
    assert ids == LISTED_IN


LISTED_IN = {
    "J9027": ["infused-chemotherapy"],
    "J9043": ["cabazitaxel", "infused-chemotherapy"],
    "J9064": ["cabazitaxel", "infused-chemotherapy"],
    "J9207": ["ixabepilone", "infused-chemotherapy"],
}


def test_a_wrong_claim_is_nobodys_similar_code(of_seeds: Library) -> None:
    similar = {each.code: each.why for each in page(of_seeds, "J9207", TODAY).similar}
    assert not {"J9371", "J9262"} & similar.keys()
    assert similar["Q5107"] == "guide names bevacizumab-awwb"
    assert similar["J9261"] == "guide names nelarabine"


def test_sisters_say_in_what_they_differ(of_2020_and_2025: Library) -> None:
    cabazitaxel = {each.code: each.why for each in page(of_2020_and_2025, "J9043", TODAY).similar}
    assert cabazitaxel["J9064"] == "same drug, other product"
    per_diem = page(of_2020_and_2025, "S9327", TODAY).similar
    assert {each.code for each in per_diem if each.why == "same per-diem family"} == {
        "S9325",
        "S9326",
        "S9328",
    }


def test_a_code_whose_last_day_is_unknown_ends_all_the_same(of_seeds: Library) -> None:
    states = [
        page(of_seeds, "J9371", day).state
        for day in (date(2023, 12, 31), date(2024, 6, 1), date(2025, 1, 1))
    ]
    assert states == ["valid", "unknown", "discontinued"]
    assert page(of_seeds, "J9371", date(2024, 6, 1)).provenance[1:] == (
        "It ended between 2024-01-01 and 2025-01-01; the last valid day is not known.",
    )
