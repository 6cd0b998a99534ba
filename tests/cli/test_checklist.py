"""``checklist``."""

from pathlib import Path

import pytest

from .commands import Command


def test_the_keys_of_the_answer(ask: Command) -> None:
    found = ask("checklist", "j9043", "--setting", "practitioner", "--json").json
    assert found.keys() >= {"code", "payer", "setting", "items"}
    assert (found["code"], found["payer"], found["setting"]) == (
        "J9043",
        "medicare",
        "practitioner",
    )
    assert found["items"]
    for item in found["items"]:
        assert item.keys() >= {"text", "why", "source", "prevents"}
        assert all(isinstance(reason, str) for reason in item["prevents"])


def test_payer_and_setting_choose_the_items(ask: Command) -> None:
    medicare = ask("checklist", "J9043", "--json").json["items"]
    commercial = ask("checklist", "J9043", "--payer", "commercial", "--json").json["items"]
    assert medicare != commercial


@pytest.mark.parametrize(
    ("form", "mark"), [("text", "J9043"), ("md", "# "), ("html", "<!DOCTYPE html>")]
)
def test_the_formats(ask: Command, tmp_path: Path, form: str, mark: str) -> None:
    printed = ask("checklist", "J9043", "--format", form)
    assert printed.status == 0
    assert mark in printed.out
    path = tmp_path / "checklist.out"
    written = ask("checklist", "J9043", "--format", form, "--out", path)
    assert written.out == f"Written to {path}.\n"
    assert path.read_text(encoding="utf-8") == printed.out


def test_json_stays_alone_on_standard_output(ask: Command, tmp_path: Path) -> None:
    path = tmp_path / "checklist.md"
    found = ask("checklist", "J9043", "--format", "md", "--out", path, "--json")
    assert found.json["code"] == "J9043"
    assert path.exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "pdf"],
        ["--format", "docx"],
        ["--payer", "me"],
        ["--setting", "home"],
        ["J9044"],
    ],
)
def test_wrong_usage_exits_with_2(ask: Command, options: list[str]) -> None:
    assert ask("checklist", "J9043", *options).status == 2


def test_a_modifier_has_a_checklist_of_its_own(ask: Command) -> None:
    found = ask("checklist", "RT", "--json")
    assert found.status == 0
    assert any("modifier" in item["text"].lower() for item in found.json["items"])


def test_an_unknown_code_is_refused(ask: Command, tmp_path: Path) -> None:
    path = tmp_path / "checklist.txt"
    assert ask("checklist", "99213", "--out", path).status == 1
    assert not path.exists()


def test_a_place_that_cannot_be_written_to_is_refused(ask: Command, july: Path) -> None:
    found = ask("checklist", "J9043", "--out", july / "below a file.txt", "--json")
    assert (found.status, found.json["error"]["kind"]) == (1, "not_writable")
