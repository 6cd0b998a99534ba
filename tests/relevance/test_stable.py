"""While a name is typed, the right code stays in the list once it is there."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcpcs_desktop.domain.hit import Answer
from hcpcs_desktop.library import search
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.query import parse
from tests.relevance import measure

LISTED = 100
"""Hits that the window lists."""

PRODUCTS = "SELECT name, code FROM product WHERE code IN"
USABLE = f"(SELECT code FROM code WHERE ended IS NULL OR ended >= '{measure.ON.isoformat()}')"
DRUGS = "SELECT substr(family, 6), code FROM code WHERE family LIKE 'drug _%' AND code IN"


@pytest.fixture(scope="module")
def library(shared_cms: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library that relevance is measured on."""
    path = tmp_path_factory.mktemp("stable") / "library.db"
    measure.build(shared_cms, path)
    with closing(Library.open(path)) as opened:
        yield opened


@pytest.mark.parametrize("named", [PRODUCTS, DRUGS], ids=["trade names", "drugs"])
@given(data=st.data())
@settings(max_examples=150)
def test_a_further_letter_never_drops_the_right_code(
    library: Library, named: str, data: st.DataObject
) -> None:
    codes = _codes_by_name(library, named)
    name = data.draw(st.sampled_from(sorted(codes)))
    whole = _ask(library, name)
    right = codes[name] & _codes(whole)
    if whole.corrections or not right:  # CMS misspells it, or has it under a code of another drug
        return
    found = False
    for end in range(1, len(name) + 1):
        answer = _ask(library, name[:end])
        now = not right.isdisjoint(_codes(answer))
        assert now or not found, f"{name[:end]!r} drops {right}"
        found = now and answer.read_as == "text"  # one letter is read as the beginning of a code


def test_nearly_every_trade_name_finds_its_code(library: Library) -> None:
    codes = _codes_by_name(library, PRODUCTS)
    missed = [name for name in codes if codes[name].isdisjoint(_codes(_ask(library, name)))]
    assert len(missed) < len(codes) / 100, missed


def _ask(library: Library, typed: str) -> Answer:
    return search.run(library, parse(typed), measure.ON, limit=LISTED)


def _codes(answer: Answer) -> set[str]:
    return {hit.code for hit in answer.hits}


def _codes_by_name(library: Library, named: str) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, code in library.connection.execute(f"{named} {USABLE}"):
        found.setdefault(name, set()).add(code)
    return found
