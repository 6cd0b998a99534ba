"""Everyday words and abbreviations say what CMS's descriptions say; the relevance set too."""

import re
import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

ROOT = Path(__file__).resolve().parents[2]
CMS = ROOT.parent / "shared" / "cms"
KINDS = (
    "brand", "ingredient", "lay", "typo", "typo_of_brand", "word_order", "code", "ndc", "amount",
)  # fmt: skip
ORIGINS = {
    "lay": {"CMS descriptor", "general knowledge"},
    "abbreviation": {"CMS short descriptions", "general knowledge"},
}

needs_cms = pytest.mark.skipif(not CMS.is_dir(), reason="../shared/cms is missing")


def _tables(path: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))[name]
    return found


LAY_FILES = {
    path.name: _tables(path, "lay")
    for path in sorted((ROOT / "seeds" / "synonyms" / "lay").glob("*.toml"))
}
LAY = [entry for entries in LAY_FILES.values() for entry in entries]
TERMS = [term for entry in LAY for term in entry["terms"]]
EVERYDAY = _tables(ROOT / "seeds" / "synonyms" / "everyday.toml", "everyday")
BRANDS = [
    entry["name"]
    for path in sorted((ROOT / "seeds" / "synonyms" / "brands").glob("*.toml"))
    for entry in _tables(path, "brand")
]
ABBREVIATIONS = _tables(ROOT / "seeds" / "synonyms" / "abbreviations.toml", "abbreviation")
QUERIES = [
    query
    for path in sorted((ROOT / "tests" / "relevance").glob("*.toml"))
    for query in _tables(path, "query")
]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower()))


def _compared(name: str) -> str:
    return " ".join(sorted(re.findall(r"[a-z0-9]+", name.lower())))


def _rows(path: str) -> list[dict[str, str]]:
    sheet = CalamineWorkbook.from_path(str(CMS / path)).get_sheet_by_index(0)
    head, *rows = [[str(cell).strip() for cell in row] for row in sheet.to_python()]
    return [dict(zip(head, row, strict=True)) for row in rows]


@cache
def _descriptions() -> dict[str, set[str]]:
    """The words of each code of July 2025: its long description, and the short one of July 2020."""
    found = {
        row["HCPCS"]: _words(row["LONG_DESCRIPTION"])
        for row in _rows("2025-07/HCPC2025_JUL_ANWEB_v3.xlsx")
    }
    for row in _rows("2020-07/anweb.xlsx"):
        found.get(row["HCPC"], set()).update(_words(row["SHORT DESCRIPTION"]))
    return found


@cache
def _places() -> dict[str, set[int]]:
    """In which descriptions each word stands, in any form; those of July 2020 are among them."""
    earlier = [_words(row["LONG DESCRIPTION"]) for row in _rows("2020-07/anweb.xlsx")]
    found: dict[str, set[int]] = defaultdict(set)
    for place, words in enumerate([*_descriptions().values(), *earlier]):
        for word in words:
            found[_root(word)].add(place)
    return found


def _root(word: str) -> str:
    return re.sub(r"(?:ies|y|s|ing|ion|ed|al|ic|e)$", "", word) if len(word) > 4 else word


def test_there_are_enough_everyday_words() -> None:
    assert len(TERMS) >= 500


def test_everyday_words_are_unique_and_lower_case() -> None:
    assert [term for term, times in Counter(TERMS).items() if times > 1] == []
    assert [term for term in TERMS if term != " ".join(term.lower().split())] == []


def test_no_everyday_word_is_a_trade_name_of_a_drug() -> None:
    """Those stand with the codes that they own; here they would lead to other products, too."""
    names = {_compared(name) for name in BRANDS}
    assert [term for term in TERMS if _compared(term) in names] == []


@pytest.mark.parametrize("name", LAY_FILES)
def test_everyday_words_are_sorted_by_their_codes(name: str) -> None:
    order = [(entry["codes"], entry["official"], entry["source"]) for entry in LAY_FILES[name]]
    assert order == sorted(order)
    assert [entry for entry in LAY_FILES[name] if entry["terms"] != sorted(entry["terms"])] == []


def test_everyday_words_keep_the_schema() -> None:
    for entry in LAY:
        assert set(entry) == {"terms", "official", "codes", "source"}, entry
        assert 1 <= len(entry["codes"]) <= 8, entry
        assert len(set(entry["codes"])) == len(entry["codes"]), entry
        assert entry["source"] in ORIGINS["lay"], entry


@needs_cms
def test_official_words_stand_in_the_descriptions_of_every_code() -> None:
    wrong = [
        (entry["terms"], code, sorted(missing))
        for entry in LAY
        for code in entry["codes"]
        if (missing := _words(entry["official"]) - _descriptions().get(code, set()))
    ]
    assert wrong == []


@needs_cms
def test_a_term_from_the_descriptor_stands_in_it() -> None:
    wrong = [
        (term, code)
        for entry in LAY
        if entry["source"] == "CMS descriptor"
        for code in entry["codes"]
        for term in entry["terms"]
        if not _words(term) <= _descriptions()[code]
    ]
    assert wrong == []


def test_abbreviations_are_unique_and_keep_the_schema() -> None:
    pairs = [(entry["short"], entry["meaning"]) for entry in ABBREVIATIONS]
    assert pairs == sorted(set(pairs))
    for entry in ABBREVIATIONS:
        assert set(entry) == {"short", "meaning", "source"}, entry
        assert entry["source"] in ORIGINS["abbreviation"], entry
        assert entry["short"] == entry["short"].lower() != entry["meaning"], entry


def test_everyday_words_for_words_are_unique_and_sorted() -> None:
    pairs = [(entry["term"], entry["official"]) for entry in EVERYDAY]
    assert pairs == sorted(set(pairs))
    for entry in EVERYDAY:
        assert set(entry) == {"term", "official", "source"}, entry
        assert entry["term"] == " ".join(entry["term"].lower().split()) != entry["official"], entry
        assert entry["source"] == "general knowledge", entry


@needs_cms
def test_the_meaning_of_an_abbreviation_stands_in_a_description() -> None:
    meanings = sorted(
        {entry["meaning"] for entry in ABBREVIATIONS} | {entry["official"] for entry in EVERYDAY}
    )
    places = {
        meaning: [_places().get(_root(word), set()) for word in _words(meaning)]
        for meaning in meanings
    }
    assert [meaning for meaning in meanings if not set.intersection(*places[meaning])] == []


def test_the_relevance_set_is_large_and_of_all_kinds() -> None:
    texts = [query["text"] for query in QUERIES]
    assert len(texts) == len(set(texts)) >= 400
    for kind in KINDS:
        assert sum(query["kind"] == kind for query in QUERIES) >= 50, kind
    assert {query["kind"] for query in QUERIES} == set(KINDS)
    assert all(query["expect"] for query in QUERIES)


@needs_cms
def test_the_relevance_set_expects_codes_that_exist() -> None:
    wrong = [
        (query["text"], code)
        for query in QUERIES
        for code in query["expect"]
        if code not in _descriptions()
    ]
    assert wrong == []
