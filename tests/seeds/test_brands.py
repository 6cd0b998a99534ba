"""Trade names and other names of drugs agree with what CMS publishes."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from hcpcs_desktop import paths
from hcpcs_desktop.domain.codes import is_level_two
from hcpcs_desktop.domain.lexicon import Brand, Lexicon
from hcpcs_desktop.library.words import typed_words, words
from hcpcs_desktop.sources import synonyms

JULY_2025 = "2025-07/HCPC2025_JUL_ANWEB_v3.xlsx"
JULY_2020 = "2020-07/anweb.xlsx"
CROSSWALK = "2025-10/asp_ndc_hcpcs_crosswalk.csv"

FROM_CROSSWALK = "CMS ASP NDC-HCPCS crosswalk, October 2025"
FROM_DESCRIPTOR = {
    "CMS descriptor, July 2025": JULY_2025,
    "CMS descriptor, July 2020": JULY_2020,
}
KNOWN = "general knowledge"

HAVE_BIOSIMILARS = {
    "adalimumab", "aflibercept", "bevacizumab", "denosumab", "eculizumab", "epoetin alfa",
    "filgrastim", "infliximab", "natalizumab", "omalizumab", "pegfilgrastim", "pertuzumab",
    "ranibizumab", "rituximab", "tocilizumab", "trastuzumab", "ustekinumab",
}  # fmt: skip
REFERENCE = {"Xolair"}
"""Names that may go with every code of such an ingredient."""

NOT_DESCRIBED = set(
    (Path(__file__).parent / "not_described.txt").read_text(encoding="utf-8").splitlines()
)
"""Drugs of which no file here has a code: a later release may, and the name must not mislead."""

Names = dict[str, set[str]]
"""Trade names in their compared form, with the codes that the crosswalk gives them."""

Descriptions = dict[str, str]


def compared(name: str) -> str:
    """A name as names are compared: case, hyphens and marks do not count, a plus sign does."""
    return " ".join(typed_words(name.replace("™", "").replace("+", " plus ")))


def descriptions(workbook: Path) -> Descriptions:
    """The long descriptions of a release by code, those of several rows put together."""
    rows = iter(CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python())
    header = [str(cell).strip().upper() for cell in next(rows)]
    column = next(at for at, name in enumerate(header) if name.startswith("LONG"))
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[str(row[0]).strip()].append(str(row[column]).strip())
    return {code: " ".join(texts) for code, texts in found.items() if is_level_two(code)}


def crosswalk_rows(cms: Path) -> list[tuple[str, str, str]]:
    """Code, short description and name of each product."""
    with (cms / CROSSWALK).open(encoding="cp1252", newline="") as lines:
        rows = [row for row in csv.reader(lines) if len(row) > 4]
    return [(row[0].strip(), row[1], row[4]) for row in rows if is_level_two(row[0].strip())]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return synonyms.read(paths.seeds() / "synonyms")


@pytest.fixture(scope="module")
def releases(shared_cms: Path) -> dict[str, Descriptions]:
    return {name: descriptions(shared_cms / name) for name in (JULY_2020, JULY_2025)}


@pytest.fixture(scope="module")
def crosswalk(shared_cms: Path) -> Names:
    found: Names = defaultdict(set)
    for code, _, name in crosswalk_rows(shared_cms):
        found[compared(name)].add(code)
    return dict(found)


@pytest.fixture(scope="module")
def vocabulary(shared_cms: Path, releases: dict[str, Descriptions]) -> dict[str, set[str]]:
    """The words that stand with each code: long descriptions, and the crosswalk's short ones."""
    found: dict[str, set[str]] = defaultdict(set)
    for release in releases.values():
        for code, text in release.items():
            found[code].update(words(text))
    known = set(found)
    for code, short, _ in crosswalk_rows(shared_cms):
        if code not in known:
            found[code].update(words(short))
    return dict(found)


def naming(ingredient: str, vocabulary: dict[str, set[str]]) -> set[str]:
    """The codes whose descriptions have all words of an ingredient."""
    sought = set(typed_words(ingredient))
    return {code for code, found in vocabulary.items() if sought <= found}


def more_than_once(items: Iterable[object]) -> list[object]:
    return [item for item, times in Counter(items).items() if times > 1]


def test_there_are_at_least_1200_trade_names_of_drugs(lexicon: Lexicon) -> None:
    is_drug = [not code.startswith(("Q41", "Q42", "Q43", "A2", "B")) for code in _first(lexicon)]
    assert sum(is_drug) >= 1200


def _first(lexicon: Lexicon) -> list[str]:
    """The first code of each name; where it goes with a whole ingredient, which is a drug, J."""
    return [brand.codes[0] if brand.codes else "J" for brand in lexicon.brands]


def test_each_name_is_there_once(lexicon: Lexicon) -> None:
    assert more_than_once(compared(brand.name) for brand in lexicon.brands) == []
    assert more_than_once((compared(s.term), s.ingredient) for s in lexicon.synonyms) == []


def test_each_name_has_an_ingredient_and_a_source(lexicon: Lexicon) -> None:
    known = {FROM_CROSSWALK, *FROM_DESCRIPTOR, KNOWN}
    assert all(compared(each.name) and compared(each.ingredient) for each in lexicon.brands)
    assert {brand.source for brand in lexicon.brands} <= known
    assert {synonym.source for synonym in lexicon.synonyms} == {KNOWN}


def test_the_files_are_in_order_and_hold_the_letters_they_are_named_after() -> None:
    for path in sorted((paths.seeds() / "synonyms" / "brands").glob("*.toml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        names = [line[8:-1].lower() for line in lines if line.startswith('name = "')]
        first, last = path.stem.split("-")
        assert all(before <= after for before, after in pairwise(names))
        assert all(first <= name[0] <= last or name[0].isdigit() for name in names)


def test_each_ingredient_stands_in_a_description(
    lexicon: Lexicon, vocabulary: dict[str, set[str]]
) -> None:
    ingredients = {brand.shared_ingredient for brand in lexicon.brands}
    ingredients |= {synonym.ingredient for synonym in lexicon.synonyms}
    unknown = {each for each in ingredients if not naming(each, vocabulary)}
    assert unknown == NOT_DESCRIBED
    bare = [brand for brand in lexicon.brands if brand.shared_ingredient in unknown]
    assert [brand for brand in bare if brand.codes or brand.source != KNOWN] == []


def test_a_biosimilar_belongs_to_no_code_of_another_product(lexicon: Lexicon) -> None:
    """Its suffix stands in the description of its own codes alone, whichever those will be."""
    wrong = [
        brand
        for brand in lexicon.brands
        if not brand.codes and brand.ingredient in HAVE_BIOSIMILARS and brand.name not in REFERENCE
    ]
    assert wrong == []


def test_each_code_exists_and_one_of_them_names_the_ingredient(
    lexicon: Lexicon, vocabulary: dict[str, set[str]]
) -> None:
    for brand in lexicon.brands:
        assert set(brand.codes) <= set(vocabulary), brand.name
        assert not brand.codes or naming(brand.ingredient, vocabulary) & set(brand.codes), brand


def test_a_name_without_codes_means_few(lexicon: Lexicon, vocabulary: dict[str, set[str]]) -> None:
    bare = {brand.ingredient for brand in lexicon.brands if not brand.codes}
    wide = {each for each in bare if len(naming(each, vocabulary)) > 8}
    assert wide <= {"adalimumab", "ustekinumab"}


def test_names_that_the_crosswalk_has_agree_with_it(
    lexicon: Lexicon, crosswalk: Names, vocabulary: dict[str, set[str]]
) -> None:
    shared = [brand for brand in lexicon.brands if compared(brand.name) in crosswalk]
    assert len(shared) > 500
    for brand in shared:
        ours = set(brand.codes) or naming(brand.ingredient, vocabulary)
        assert crosswalk[compared(brand.name)] <= ours, brand


def test_a_source_has_what_is_said_to_come_from_it(
    lexicon: Lexicon, crosswalk: Names, releases: dict[str, Descriptions]
) -> None:
    for brand in lexicon.brands:
        assert (brand.source == FROM_CROSSWALK) == (compared(brand.name) in crosswalk), brand
        if workbook := FROM_DESCRIPTOR.get(brand.source):
            assert _is_printed(brand, releases[workbook]), brand


def _is_printed(brand: Brand, release: Descriptions) -> bool:
    texts = [release[code] for code in brand.codes or release if code in release]
    return any(f" {compared(brand.name)} " in f" {compared(text)} " for text in texts)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Alimta", {"J9305"}),
        ("Pemfexy", {"J9304"}),
        ("Bendeka", {"J9034"}),
        ("Jevtana", {"J9043"}),
        ("Mvasi", {"Q5107"}),
        ("Retacrit", {"Q5105", "Q5106"}),
        ("Gamunex-C", {"J1561"}),
        ("Herceptin Hylecta", {"J9356"}),
        ("Adrenalin", {"J0163", "J0169", "J0171"}),
        ("Humira", {"J0135", "J0139"}),
    ],
)
def test_a_name_that_belongs_to_certain_codes_gives_them(
    lexicon: Lexicon, name: str, codes: set[str]
) -> None:
    assert [set(brand.codes) for brand in lexicon.brands if brand.name == name] == [codes]
