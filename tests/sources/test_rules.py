"""The rules of the seeds, and that a slip in them is refused."""

import shutil
from pathlib import Path

import msgspec
import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.sources import modifiers, rules


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.seeds() / "rules", tmp_path / "rules"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_rule_has_a_source() -> None:
    read = rules.read(paths.seeds() / "rules")
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
        ("modifiers.toml", "first = 2025-01-01", 'first = "soon"'),
        ("modifiers.toml", 'rule = "modifier_format"', 'rule = "modifier_shape"'),
        ("claim.toml", 'payers = ["medicare"]', 'payers = ["Medicare"]'),
        ("claim.toml", 'severity = "info", payers', 'severety = "info", payers'),
        ("places.toml", 'kind = "drug"', 'kind = "drugs"'),
        ("places.toml", "[[rule]]", "[[rules]]"),
        ("combinations.toml", "beside", "besides"),
        ("lists.toml", "[noc]", "[nocs]"),
        ("lists.toml", "[noc]", "[noc"),
    ],
)
def test_a_slip_is_refused(folder: Path, name: str, old: str, new: str) -> None:
    _replace(folder / name, old, new)
    with pytest.raises(msgspec.ValidationError):
        rules.read(folder)


def test_modifiers_and_their_uses() -> None:
    read = modifiers.read(paths.seeds() / "modifiers")
    codes = [each.code for each in read.modifiers]
    assert codes == sorted(codes)
    assert len(codes) == len(set(codes)) == 383
    assert {name for use in read.uses for name in use.modifiers} <= set(codes)
    assert all(use.when and use.source for use in read.uses)


def test_official_meanings_are_cmss(shared_domain: Path) -> None:
    text = (shared_domain / "modifiers_official.tsv").read_text(encoding="utf-8")
    listed = [line.split("\t") for line in text.splitlines()[1:]]
    read = modifiers.read(paths.seeds() / "modifiers").modifiers
    assert [(each.code, each.meaning, each.coverage) for each in read] == [
        (row[0], row[1], row[2]) for row in listed
    ]
    assert [(each.added.isoformat(), str(each.ended or "")) for each in read] == [
        (row[3], row[5] if len(row) > 5 else "") for row in listed
    ]


def test_a_slip_in_the_modifiers_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(paths.seeds() / "modifiers", tmp_path / "modifiers"))
    _replace(folder / "use.toml", "when =", "whne =")
    with pytest.raises(msgspec.ValidationError):
        modifiers.read(folder)
