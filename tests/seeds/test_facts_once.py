"""A figure on which a rule rests is written once; everywhere else it is named."""

import re
import tomllib
from collections import defaultdict
from dataclasses import fields
from datetime import date
from itertools import combinations, product
from pathlib import Path

from hcpcs_desktop import paths
from hcpcs_desktop.domain.codes import is_modifier
from hcpcs_desktop.domain.fact import Exclusion, Fact

from .filled import FACTS

DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
SAME_DAY_BY_CHANCE = {
    ("guides/cabazitaxel.toml", "2024-01-01"),
    ("guides/hemin.toml", "2006-01-01"),
    ("places.toml", "2023-10-01"),
}
"""Other things that began on the day of a fact: a code, or a place."""
OTHERS = ("records/", "facts.toml")
CODE = Path(__file__).resolve().parents[2] / "hcpcs_desktop"


def _texts() -> dict[str, str]:
    """The guidance, by name; records hold CMS's own values."""
    folder = paths.seeds()
    return {
        name: path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.toml"))
        if not (name := path.relative_to(folder).as_posix()).startswith(OTHERS)
    }


def test_no_seed_repeats_a_fact() -> None:
    found = {
        (name, fact.value)
        for name, text in _texts().items()
        for fact in FACTS
        if fact.value in text
    }
    assert found <= SAME_DAY_BY_CHANCE


def test_no_date_stands_in_two_seeds() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for name, text in _texts().items():
        for day in DATE.findall(text):
            named[day].add(name)
    twice = {day: names for day, names in named.items() if len(names) > 1}
    assert not twice, "make it a fact, and name the fact"


def test_no_code_repeats_a_fact() -> None:
    days = {date.fromisoformat(fact.value) for fact in FACTS if DATE.fullmatch(fact.value)}
    written = {f"date({day.year}, {day.month}, {day.day})" for day in days}
    for path in sorted(CODE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert not [each for each in written if each in text], path.name


def test_every_fact_says_its_sentence_and_its_source() -> None:
    for fact in FACTS:
        assert fact.value in fact.says
        assert fact.source
        assert fact.certain or "general knowledge" in fact.source


def test_the_file_has_no_key_that_nobody_reads() -> None:
    file = tomllib.loads((paths.seeds() / "facts.toml").read_text(encoding="utf-8"))
    assert all(set(fact) <= {each.name for each in fields(Fact)} for fact in file["fact"])
    assert all(
        set(exclusion) <= {each.name for each in fields(Exclusion)}
        for exclusion in file["exclusion"]
    )


def test_dates_are_dates_and_names_are_names() -> None:
    for fact in FACTS:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", fact.name)
        if DATE.fullmatch(fact.value):
            assert FACTS.date(fact.name).isoformat() == fact.value


def test_exclusions_are_of_modifiers_and_stand_once() -> None:
    rules = [exclusion.rule for exclusion in FACTS.exclusions]
    assert len(set(rules)) == len(rules)
    for exclusion in FACTS.exclusions:
        named = (*exclusion.modifiers, *exclusion.against)
        assert all(map(is_modifier, named))
        assert len(set(named)) == len(named) > 1
        assert exclusion.says
        assert exclusion.certain == ("general knowledge" not in exclusion.source)


def test_no_two_exclusions_forbid_the_same_pair() -> None:
    pairs = [
        frozenset(pair)
        for each in FACTS.exclusions
        for pair in (
            product(each.modifiers, each.against)
            if each.against
            else combinations(each.modifiers, 2)
        )
    ]
    assert len(set(pairs)) == len(pairs)
