"""``modifiers``: the promised keys, rules on a real library, claims, and bad input."""

import json

import pytest

from .conftest import Answer, Batch, Run

GIVEN: Answer = {"code": "J9043", "modifiers": ["JZ"], "dos": "2025-06-10"}


def but(**changed: object) -> Answer:
    return GIVEN | changed


def test_every_promised_key_is_there(batch: Batch) -> None:
    good, bad = batch("modifiers", [but(modifiers=[" jz "]), but(modifiers=["jw", "JZ"])])
    assert good == {
        "result": "ok", "rule": None, "findings": [], "normalised": ["JZ"], "notes": [],
    }  # fmt: skip
    assert (bad["result"], bad["rule"]) == ("error", "JW_JZ_exclusive")
    assert bad["normalised"] == ["JW", "JZ"]
    (finding,) = bad["findings"]
    assert {"rule", "severity", "message", "source", "line", "do", "carc", "rarc"} == set(finding)
    assert finding["line"] == 1


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"modifiers": ["ZZ"]}, "modifier_unknown"),
        ({"modifiers": ["JZ"], "dos": "2022-12-31"}, "modifier_not_yet_effective"),
        ({"modifiers": ["JF"]}, "modifier_discontinued"),
        ({"modifiers": ["JZ"], "vial_type": "multi-dose"}, "JZ_multi_dose"),
        ({"code": "S9327"}, "JW_JZ_not_a_drug"),
        ({"modifiers": ["JG"]}, "JG_replaced_by_TB"),
        ({"modifiers": ["RR"]}, "RR_on_drug"),
        ({"code": "E0260", "modifiers": ["KX", "GA"], "units": 1}, "KX_with_GA_GY_GZ"),
        ({"code": None, "modifiers": ["RR", "NU"]}, "rent_new_used_exclusive"),
        ({"code": "99213", "modifiers": ["25", "59"]}, None),
        ({"modifiers": []}, None),
    ],
)
def test_rules_over_the_seeds(batch: Batch, changed: Answer, rule: str | None) -> None:
    (answer,) = batch("modifiers", [but(**changed)])
    assert answer["rule"] == rule


def test_the_lines_of_a_claim(batch: Batch) -> None:
    upgrade: Answer = {"code": "E0260", "modifiers": ["GK"]}
    needed: Answer = {"code": "E0265", "modifiers": ["GA"]}
    whole, alone = batch(
        "modifiers",
        [
            {"claim": [upgrade, needed], "dos": "2025-06-10"},
            {"claim": [upgrade], "dos": "2025-06-10"},
        ],
    )
    assert (whole["result"], whole["normalised"]) == ("ok", [["GK"], ["GA"]])
    assert (alone["result"], alone["rule"]) == ("warning", "GK_without_GA_GZ")


def test_a_line_may_have_its_own_date(batch: Batch) -> None:
    late = {"code": "J9043", "modifiers": ["JG"], "dos": "2024-12-31"}
    (answer,) = batch("modifiers", [{"claim": [late], "dos": "2025-06-10"}])
    assert answer["result"] == "ok"


def test_without_a_date_today_is_taken_and_said(batch: Batch) -> None:
    (answer,) = batch("modifiers", [but(dos=None)])
    assert len(answer["notes"]) == 1


def test_for_other_payers_medicares_rules_are_warnings(batch: Batch) -> None:
    (answer,) = batch("modifiers", [but(modifiers=["JZ", "JG"], payer="commercial")])
    assert answer["result"] == "warning"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"modifiers": "JZ"}, "modifiers"),
        ({"modifiers": [None]}, "modifiers"),
        ({"dos": "2025-02-30"}, "dos"),
        ({"vial_type": "vial"}, "vial_type"),
        ({"modifer": ["JZ"]}, "modifer"),
        ({"units": "many"}, "units"),
        ({"claim": [1]}, "code"),
    ],
)
def test_bad_input_is_refused_in_its_place(batch: Batch, changed: Answer, field: str) -> None:
    before, refused, after = batch("modifiers", [GIVEN, but(**changed), GIVEN])
    assert before == after
    assert (refused["error"]["kind"], refused["error"]["field"]) == ("invalid_input", field)


def test_a_line_of_a_claim_that_is_none_is_named(batch: Batch) -> None:
    lines = [{"code": "J9043", "modifiers": ["JZ"]}, "JZ"]
    (refused,) = batch("modifiers", [{"claim": lines, "dos": "2025-06-10"}])
    assert refused["error"]["field"] == "claim[2]"


def test_options_and_text(run: Run) -> None:
    asked = ("--code", "J9043", "--modifier", "jw", "--modifier", "JZ", "--dos", "2025-06-10")
    status, out, err = run("modifiers", *asked)
    assert (status, err) == (0, "")
    assert "JW_JZ_exclusive" in out
    assert "Modifiers: JW JZ" in out
    status, out, _ = run("modifiers", "--json", *asked)
    assert (status, json.loads(out)["result"]) == (0, "error")
    _, out, _ = run("modifiers", "--code", "J9043", "--modifier", "JZ", "--dos", "2025-06-10")
    assert "Nothing is wrong" in out


def test_usage(run: Run) -> None:
    assert run("modifiers")[0] == 2


@pytest.mark.parametrize(
    ("tool", "asked", "field"),
    [
        ("modifiers", {}, "modifiers"),
        ("modifiers", {"dos": "2025-03-03"}, "modifiers"),
        ("modifiers", {"claim": []}, "claim"),
        ("claim", {"claim": []}, "claim"),
    ],
)
def test_a_question_about_nothing_is_refused(
    batch: Batch, tool: str, asked: Answer, field: str
) -> None:
    (answer,) = batch(tool, [asked])
    assert answer["error"]["field"] == field
