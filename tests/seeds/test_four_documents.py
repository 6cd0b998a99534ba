"""Each fact of the four source documents is in the seeds, or was left out on purpose."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from hcpcs_desktop import paths

from .filled import read

FACTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("facts.toml").read_text(encoding="utf-8")
)["fact"]
DOCUMENTS = {"J9027", "J9207", "S9327", "J1640"}


def _texts(file: str, part: str) -> list[str]:
    """All texts that stand in a part of a seed file."""
    seed = read(paths.seeds() / file)
    match file.split("/"):
        case ["guides", _] if part == "claim":
            return [claim["code"] for claim in seed["claim"]]
        case ["guides", _]:
            return [statement["text"] for statement in _statements(seed, part)]
        case ["records", _]:
            values = [block[part] for block in seed["printed"] if part in block]
            return [text for each in values for text in ([each] if isinstance(each, str) else each)]
        case ["tables", "fields.toml"]:
            return [field["help"] for field in seed["field"] if field["name"] == part]
        case ["tables", _]:
            return [value["meaning"] for value in seed["value"] if value["code"] == part]
        case ["checklists", _]:
            return [item["text"] for item in seed["item"] if item["id"] == part]
        case _:
            return [contact[part] for contact in seed["contact"]]


def _statements(seed: dict[str, Any], section: str) -> list[dict[str, str]]:
    sections = [each for each in seed["section"] if each["name"] == section]
    return [statement for each in sections for statement in each["statement"]]


def _notes(file: str, section: str) -> list[str]:
    seed = read(paths.seeds() / file)
    return [each["note"] for each in _statements(seed, section) if "note" in each]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['document']}: {fact['says']}")
def test_fact_is_where_the_table_says(fact: dict[str, Any]) -> None:
    if "left_out" in fact:
        assert fact["left_out"]
        return
    file, _, part = fact["place"].partition("#")
    texts = _notes(file, part) if fact.get("corrected") else _texts(file, part)
    assert any(fact["word"] in text for text in texts), f"{fact['word']!r} is not in {texts}"


def test_no_document_is_forgotten() -> None:
    assert {fact["document"] for fact in FACTS} == DOCUMENTS


def test_every_claim_of_the_guides_is_in_the_table() -> None:
    named = {(fact["place"], fact["word"]) for fact in FACTS if "place" in fact}
    for path in sorted((paths.seeds() / "guides").glob("*.toml")):
        for claim in tomllib.loads(path.read_text(encoding="utf-8")).get("claim", []):
            assert (f"guides/{path.name}#claim", claim["code"]) in named
