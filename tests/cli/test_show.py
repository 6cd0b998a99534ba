"""``show``."""

from pathlib import Path

import pytest

from hcpcs_desktop.domain.dictionary import FIELD_NAMES, SEVERAL_PLACES
from tests.library.libraries import small_text
from tests.sources.anweb_file import save

from .commands import Command, LinesFile

KEYS = {
    "code", "kind", "long", "short", "on", "state", "added", "action_effective", "terminated",
    "release", "section", "fields", "billing_unit", "is_drug", "is_noc", "guides", "conflicts",
    "checklist", "similar", "prices", "ndcs", "history", "provenance",
}  # fmt: skip
FIELD = {"name", "label", "value", "meaning", "help", "release"}
ITEM = {"text", "why", "source", "prevents"}


def test_the_keys_of_the_answer(ask: Command) -> None:
    found = ask("show", "j9043", "--on", "2020-08-01", "--json").json
    assert found.keys() >= KEYS
    assert (found["code"], found["kind"], found["state"]) == ("J9043", "code", "valid")
    assert (found["added"], found["terminated"], found["on"]) == ("2010-01-01", None, "2020-08-01")
    assert found["release"] == "2020-07"
    assert found["is_drug"] is True
    assert all(item.keys() >= ITEM for item in found["checklist"])
    assert found["checklist"]
    for key in ("guides", "conflicts", "similar", "prices", "ndcs", "history", "provenance"):
        assert isinstance(found[key], list)


def test_the_fields_of_the_answer(ask: Command) -> None:
    fields = ask("show", "J9043", "--on", "2020-08-01", "--json").json["fields"]
    assert tuple(field["name"] for field in fields) == FIELD_NAMES
    for field in fields:
        assert field.keys() >= FIELD
        assert isinstance(field["value"], list) == (field["name"] in SEVERAL_PLACES)
        assert field["release"] == "2020-07"
    by_name = {field["name"]: field for field in fields}
    assert by_name["tos"]["value"] == ["1", "P"]
    assert len(by_name["tos"]["meaning"]) == 2
    assert by_name["added"]["value"] == "2010-01-01"
    assert by_name["termination"]["value"] == by_name["coverage"]["value"] == ""


@pytest.mark.parametrize(("on", "state"), [("2018-12-31", "valid"), ("2019-01-01", "discontinued")])
def test_the_date_of_service_decides(ask: Command, on: str, state: str) -> None:
    found = ask("show", "J9310", "--on", on, "--json")
    assert (found.status, found.json["state"]) == (0, state)


def test_several_codes_are_a_list(ask: Command) -> None:
    found = ask("show", "rt", "J9043", "--json")
    assert found.status == 0
    assert [each["code"] for each in found.json] == ["RT", "J9043"]


def test_of_several_codes_a_refused_one_has_its_error_in_its_place(ask: Command) -> None:
    found = ask("show", "J9043", "99213", "rt", "--json")
    assert found.status == 1
    assert [each.get("code") for each in found.json] == ["J9043", None, "RT"]
    assert found.json[1]["error"].keys() >= {"kind", "message"}
    assert found.err.startswith("error: 99213")
    assert "99213" not in ask("show", "J9043", "99213").out


@pytest.mark.parametrize(
    ("code", "kind", "sentence"),
    [
        ("J9999", "not_found", "is no code or modifier of this library"),
        ("99213", "not_level_two", "American Medical Association and are not in HCPCS Level II"),
        ("D0120", "not_level_two", "American Dental Association"),
        ("59", "not_level_two", "A modifier of two digits belongs to CPT"),
        ("", "not_found", "An empty code"),
    ],
)
def test_what_is_no_code_is_refused(ask: Command, code: str, kind: str, sentence: str) -> None:
    found = ask("show", code, "--json")
    assert found.status == 1
    assert found.json["error"]["kind"] == kind
    assert sentence in found.json["error"]["message"]
    assert found.err == f"error: {found.json['error']['message']}\n"
    assert ask("show", code).out == ""


def test_a_batch_has_errors_in_their_places_and_exits_with_0(
    ask: Command, lines_file: LinesFile
) -> None:
    found = ask("show", "--batch", lines_file("j9043", "99213", "", "rt"), "--json")
    assert found.status == 0
    assert [each.get("code") for each in found.lines] == ["J9043", None, None, "RT"]
    assert found.lines[1]["error"]["kind"] == "not_level_two"
    assert found.err == ""


def test_the_history_tells_of_an_end_that_was_taken_back_and_what_changed_since(
    command: Command, tmp_path: Path
) -> None:
    for name, fields in (
        ("HCPC2021_JUL_ANWEB.txt", {"coverage": "C", "termination": "20211231"}),
        ("HCPC2021_OCT_ANWEB.txt", {"coverage": "D"}),
    ):
        file = save(tmp_path, small_text("E0100", **fields), name)
        assert command("import", file).status == 0
    event = command("show", "E0100", "--json").json["history"][-1]
    assert (event["since"], event["release"]) == ("2021-07", "2021-10")
    assert event["change"] == "Coverage changed, termination on 2021-12-31 taken back"
    assert event["fields"]["coverage"] == [["C"], ["D"]]


def test_for_people_it_is_text(ask: Command) -> None:
    found = ask("show", "J9043")
    assert "Injection, cabazitaxel, 1 mg" in found.out
    assert "{" not in found.out


def test_without_a_code_the_usage_is_wrong(ask: Command) -> None:
    assert ask("show").status == 2
