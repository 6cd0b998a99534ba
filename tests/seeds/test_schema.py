"""The seeds keep to their schema: nothing unknown, nothing without a source, names that agree."""

from typing import Any, get_args

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.checklist import PAYERS, SETTINGS, Subject
from hcpcs_desktop.domain.codes import CodeRange, Kind, is_level_two, is_modifier
from hcpcs_desktop.domain.dictionary import DATES, DESCRIPTIONS, FIELD_NAMES, SEVERAL_PLACES
from hcpcs_desktop.domain.release import first_day, is_release_id
from hcpcs_desktop.domain.traits import TRAITS

from .filled import read

SECTIONS = (
    "definition",
    "clinical_context",
    "common_modifiers",
    "documentation_requirements",
    "common_denial_reasons",
    "commercial_insurers",
    "similar_codes",
)
STATED = {"id", "title", "as_of", "origin", "codes", "traits", "section"}
BILLING_GUIDES = ("cabazitaxel", "ixabepilone", "infused-chemotherapy")
OF_A_FAMILY = "rules of the family"
ITEM = {"id", "text", "why", "source", "prevents"}


def _seeds(room: str) -> list[tuple[str, dict[str, Any]]]:
    files = sorted((paths.seeds() / room).glob("*.toml"))
    return [(path.stem, read(path)) for path in files]


def _tables() -> dict[str, dict[str, str]]:
    return {
        name: {value["code"]: value["meaning"] for value in table["value"]}
        for name, table in _seeds("tables")
        if name != "fields"
    }


def _fields() -> list[dict[str, str]]:
    fields: list[dict[str, str]] = read(paths.seeds() / "tables" / "fields.toml")["field"]
    return fields


def _blocks() -> list[tuple[str, dict[str, Any]]]:
    return [(code, block) for code, record in _seeds("records") for block in record["printed"]]


def test_every_field_has_label_help_and_source() -> None:
    fields = _fields()
    assert {field["name"] for field in fields} == {*FIELD_NAMES, *DESCRIPTIONS}
    assert all(field["label"] and field["help"] and field["source"] for field in fields)


def test_every_table_belongs_to_a_field_and_gives_each_value_once() -> None:
    assert {field["table"] for field in _fields() if "table" in field} == set(_tables())
    for name, table in _seeds("tables"):
        if name != "fields":
            codes = [value["code"] for value in table["value"]]
            assert (table["name"], len(set(codes))) == (name, len(codes))
            assert table["source"]
            assert all(value["meaning"] for value in table["value"])


def test_sections_are_in_order_and_stand_under_a_letter() -> None:
    seed = read(paths.seeds() / "sections.toml")
    letters = {each["letter"] for each in seed["letter"]}
    ends = [end for each in seed["section"] for end in (each["first"], each["last"])]
    assert ends == sorted(ends)
    assert {end[0] for end in ends} <= letters


@pytest.mark.parametrize(("name", "record"), _seeds("records"))
def test_record_is_named_after_its_code(name: str, record: dict[str, Any]) -> None:
    assert {"code", "kind", "printed"} <= set(record)
    assert set(record) <= {"code", "kind", "printed", "unsure_from", "ended_by"}
    assert record["code"] == name
    assert record["kind"] in get_args(Kind)
    assert is_modifier(name) if record["kind"] == "modifier" else is_level_two(name)


@pytest.mark.parametrize(("code", "block"), _blocks())
def test_printed_block_has_a_release_a_source_and_known_fields(
    code: str, block: dict[str, Any]
) -> None:
    assert is_release_id(block["release"])
    assert block["source"]
    assert set(block) <= {"release", "source", *FIELD_NAMES, *DESCRIPTIONS}
    for name in block.keys() & set(FIELD_NAMES):
        assert all(text and text == text.strip() for text in block[name])
        assert name in SEVERAL_PLACES or len(block[name]) <= 1
        if name in DATES and block[name]:
            assert first_day(block[name][0][:7]).isoformat() <= block[name][0]


@pytest.mark.parametrize(("code", "block"), _blocks())
def test_coded_values_are_in_their_tables(code: str, block: dict[str, Any]) -> None:
    tables = _tables()
    for field in _fields():
        if "table" in field:
            assert set(block.get(field["name"], [])) <= set(tables[field["table"]])


def test_releases_of_a_record_run_from_old_to_new() -> None:
    for _, record in _seeds("records"):
        releases = [block["release"] for block in record["printed"]]
        assert releases == sorted(set(releases))


def test_items_of_the_checklists_are_complete_short_and_unique() -> None:
    items = [item for _, template in _seeds("checklists") for item in template["item"]]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["source"]
        assert 0 < len(item["text"]) <= 70
        assert 0 < len(item["why"]) <= 110
        assert item["prevents"]
        assert ITEM <= set(item) <= {*ITEM, "payers", "settings", "unless", "about"}
        assert item.get("about", "") in get_args(Subject)
        assert set(item.get("unless", [])) <= TRAITS
        assert set(item.get("payers", [])) <= set(PAYERS)
        assert set(item.get("settings", [])) <= set(SETTINGS)


@pytest.mark.parametrize(("name", "template"), _seeds("checklists"))
def test_checklist_says_for_which_codes_it_is(name: str, template: dict[str, Any]) -> None:
    stated = {"id", "order", "title", "codes", "traits", "item"}
    assert stated <= set(template) <= {*stated, "unless"}
    assert {*template["traits"], *template.get("unless", [])} <= TRAITS
    assert template["id"] == name
    assert template["codes"] or template["traits"]
    assert [str(CodeRange.parse(text)) for text in template["codes"]] == template["codes"]


@pytest.mark.parametrize(("name", "guide"), _seeds("guides"))
def test_guide_keeps_to_its_sections_and_sources(name: str, guide: dict[str, Any]) -> None:
    assert STATED <= set(guide) <= {*STATED, "filed_under", "claim", "unless"}
    assert {*guide["traits"], *guide.get("unless", [])} <= TRAITS
    assert guide["id"] == name
    assert is_release_id(guide["as_of"])
    assert guide["codes"] or guide["traits"]
    names = [section["name"] for section in guide["section"]]
    assert names == [each for each in SECTIONS if each in names]
    whole = name in BILLING_GUIDES or guide["origin"] == OF_A_FAMILY
    assert not whole or names == list(SECTIONS)
    for statement in (each for section in guide["section"] for each in section["statement"]):
        assert {"text", "source"} <= set(statement) <= {"text", "source", "note"}
        assert statement["text"]
        assert statement["source"]
    for claim in guide.get("claim", []):
        assert {"code", "drug", "section", "statement"} <= set(claim)
        assert set(claim) <= {"code", "drug", "unit", "section", "statement"}
        assert is_level_two(claim["code"])
        assert claim["section"] in names


def test_every_contact_can_be_reached() -> None:
    for contact in read(paths.seeds() / "contacts.toml")["contact"]:
        assert set(contact) == {"subject", "who", "how", "source"}
        assert all(contact.values())
