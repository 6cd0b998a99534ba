"""Which trade names lead to which codes: those of the product, never those of another."""

import pytest

from hcpcs_desktop.domain.lexicon import Brand
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.lexicon import trade_names

DESCRIPTIONS = {
    "J2357": "Injection, omalizumab, 5 mg",
    "J0897": "Injection, denosumab, 1 mg",
    "Q5136": "Injection, denosumab-bbdz (jubbonti/wyost), biosimilar, 1 mg",
    "Q5154": "Injection, omalizumab-igec (omlyclo), biosimilar, 5 mg",
    "J9305": "Injection, pemetrexed, not otherwise specified, 10 mg",
    "J9314": "Injection, pemetrexed (teva), not therapeutically equivalent to j9305, 10 mg",
    "J7608": "Acetylcysteine, inhalation solution, fda-approved final product, non-compounded, 1 g",
    "J7604": "Acetylcysteine, inhalation solution, compounded product, administered through dme",
    "E0601": "",
}


@pytest.mark.parametrize(
    ("name", "ingredient", "own", "kin"),
    [
        ("Xolair", "omalizumab", {"J2357"}, set()),
        ("Omlyclo", "omalizumab-igec", {"Q5154"}, set()),
        ("Jubbonti", "denosumab", {"J0897", "Q5136"}, set()),
        ("Osenvelt", "denosumab-bmwo", set(), {"J0897", "Q5136"}),
        ("Alimta", "pemetrexed", {"J9305"}, set()),
        ("Mucomyst", "acetylcysteine", {"J7608"}, set()),
    ],
)
def test_a_name_goes_with_the_codes_of_its_product(
    name: str, ingredient: str, own: set[str], kin: set[str]
) -> None:
    found = trade_names([Brand(name, ingredient, "general knowledge")], DESCRIPTIONS)
    assert (set(found.own), set(found.kin)) == (own, kin)
    assert found.codeless == []


def test_a_name_that_owns_codes_shows_others_only_where_none_of_them_is_there() -> None:
    brands = [
        Brand("Wyost", "denosumab-bbdz", "general knowledge", ("Q5136",)),
        Brand("Pemfexy", "pemetrexed", "general knowledge", ("J9304",)),
        Brand("Dupixent", "dupilumab", "general knowledge"),
    ]
    found = trade_names(brands, DESCRIPTIONS)
    assert found.own == {"Q5136": {"Wyost"}}
    assert found.kin == {"J9305": {"Pemfexy"}, "J9314": {"Pemfexy"}}
    assert found.codeless == [("Dupixent", "dupilumab")]


def test_names_lead_to_codes_of_the_library_alone_each_with_its_place(of_2019: Library) -> None:
    known = {code for (code,) in of_2019.connection.execute("SELECT code FROM code")}
    rows = of_2019.connection.execute("SELECT kind, codes, places FROM name").fetchall()
    assert {kind for kind, _, _ in rows} >= {"brand", "drug", "lay"}
    for _, codes, places in rows:
        assert codes
        assert known.issuperset(codes.split())
        assert len(codes.split()) == len(places.split())
