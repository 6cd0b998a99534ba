"""The rules of the seeds, and that a slip in them is refused."""

import shutil
from pathlib import Path

import msgspec
import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.sources import facts, modifiers, rules


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(
        shutil.copytree(
            paths.seeds(), tmp_path / "seeds", ignore=shutil.ignore_patterns("synonyms", "guides")
        )
    )


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_rule_has_a_source() -> None:
    read = rules.read(paths.seeds())
    sources = [
        *(rule.source for rule in (*read.general, *read.modifiers)),
        *(rule.source for rule in read.claim),
        *(rule.source for rule in read.place_rules),
        *(rule.source for rule in read.combinations),
    ]
    assert all(sources)
    assert len(read.places) == len({place.code for place in read.places}) > 45


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("modifiers.toml", "together = true", "togehter = true"),
        ("modifiers.toml", 'severity = "warning"', 'severity = "bad"'),
        ("modifiers.toml", "first = {tb_required}", "first = {tb_requird}"),
        ("modifiers.toml", "exclusion = true\ndo", "exclusive = true\ndo"),
        ("modifiers.toml", 'rule = "JG_TB_exclusive"', 'rule = "JG_TB"'),
        ("modifiers.toml", 'rule = "modifier_format"', 'rule = "modifier_shape"'),
        ("claim.toml", 'payers = ["medicare"]', 'payers = ["Medicare"]'),
        ("claim.toml", 'severity = "info", payers', 'severety = "info", payers'),
        ("places.toml", 'service = "drug"', 'service = "drugs"'),
        ("places.toml", "[[rule]]", "[[rules]]"),
        ("combinations.toml", "beside", "besides"),
        ("lists.toml", "[noc]", "[nocs]"),
        ("lists.toml", "[noc]", "[noc"),
    ],
)
def test_a_slip_is_refused(folder: Path, name: str, old: str, new: str) -> None:
    _replace(folder / "rules" / name, old, new)
    with pytest.raises(msgspec.ValidationError):
        rules.read(folder)


def test_modifiers_and_their_uses() -> None:
    read = modifiers.read(paths.seeds())
    codes = [each.code for each in read.modifiers]
    assert codes == sorted(codes)
    assert len(codes) == len(set(codes)) == 383
    assert {name for use in read.uses for name in use.modifiers} == set(codes)
    assert all(use.when and use.source for use in read.uses)


def test_official_meanings_are_cmss(shared_domain: Path) -> None:
    text = (shared_domain / "modifiers_official.tsv").read_text(encoding="utf-8")
    listed = [line.split("\t") for line in text.splitlines()[1:]]
    read = modifiers.read(paths.seeds()).modifiers
    assert [(each.code, each.meaning, each.coverage) for each in read] == [
        (row[0], row[1], row[2]) for row in listed
    ]
    assert [(each.added.isoformat(), str(each.ended or "")) for each in read] == [
        (row[3], row[5] if len(row) > 5 else "") for row in listed
    ]


def test_a_slip_in_the_modifiers_is_refused(folder: Path) -> None:
    _replace(folder / "modifiers" / "use.toml", "when =", "whne =")
    with pytest.raises(msgspec.ValidationError):
        modifiers.read(folder)


def test_exclusions_come_from_the_facts_each_once() -> None:
    exclusions = facts.read(paths.seeds() / "facts.toml").exclusions
    found = {each.rule: each for each in reversed(rules.read(paths.seeds()).modifiers)}
    for exclusion in exclusions:
        rule = found[exclusion.rule]
        assert (rule.modifiers, rule.beside) == (exclusion.modifiers, exclusion.against)
        assert rule.message.startswith(exclusion.says)
        assert rule.severity == ("error" if exclusion.certain else "warning")


def test_an_exclusion_that_no_rule_names_holds_too(folder: Path) -> None:
    with (folder / "facts.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[exclusion]]\nrule = "FX_FY_exclusive"\nmodifiers = ["FX", "FY"]\n'
            'says = "Film, or cassette."\nsource = "CMS HCPCS list of modifiers"\n'
        )
    last = rules.read(folder).modifiers[-1]
    assert (last.rule, last.modifiers, last.together) == ("FX_FY_exclusive", ("FX", "FY"), True)
