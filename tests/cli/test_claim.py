"""``claim``: the promised keys, what a claim brings along, the library behind it, bad input."""

import json
from typing import Any

import pytest

from .conftest import Answer, Batch, Run

LINE: Answer = {
    "code": "J9043",
    "units": 60,
    "modifiers": ["JZ"],
    "dos": "2025-06-10",
    "pos": "11",
    "dx": ["C61"],
}
GIVING: Answer = {"code": "96413", "units": 1, "dos": "2025-06-10", "dx": ["C61"]}


def _line(**changed: object) -> Answer:
    return LINE | changed


def _rules(answer: Answer) -> dict[str, str]:
    return {each["rule"]: each["severity"] for each in answer["findings"]}


def test_every_promised_key_is_there(batch: Batch) -> None:
    clean, wrong = batch(
        "claim", [{"claim": [LINE, GIVING]}, {"line": _line(units=490, dose="49 mg")}]
    )
    assert set(clean) == {"findings", "not_checked", "notes"}
    assert clean["findings"] == []
    assert clean["not_checked"]
    finding = wrong["findings"][0]
    assert set(finding) == {
        "rule", "severity", "line", "message", "do", "carc", "rarc", "source",
    }  # fmt: skip
    assert (finding["rule"], finding["severity"]) == ("units_dose_mismatch", "error")
    assert finding["rarc"] == ["M53"]


@pytest.mark.parametrize(
    ("asked", "rule", "severity"),
    [
        ({"line": _line(code="J1234")}, "code_unknown", "warning"),
        ({"line": _line(code="J0000")}, "code_unknown", "error"),
        ({"line": _line(code="X1234")}, "code_unknown", "error"),
        ({"line": _line(code="J9064", dos="2023-09-30")}, "code_not_yet_effective", "error"),
        ({"line": _line(code="J9371", dos="2025-01-01")}, "code_discontinued", "error"),
        ({"line": _line(code="S9327", modifiers=[])}, "not_payable_by_medicare", "error"),
        ({"line": _line(modifiers=[], dos="2023-07-01")}, "missing_jw_jz", "warning"),
        ({"line": _line(modifiers=[])}, "missing_jw_jz", "error"),
        ({"line": _line(modifiers=[]), "payer": "commercial"}, "missing_jw_jz", "info"),
        (
            {"line": _line(units=49, dose="49 mg", vials_opened=["60 mg"])},
            "jz_but_waste",
            "error",
        ),
        ({"claim": [LINE, _line(modifiers=["JW"], units=5)]}, "jw_jz_same_drug", "error"),
        ({"line": _line(modifiers=["JZ", "RR"])}, "modifier_conflict", "error"),
        ({"line": LINE, "authorization_required": True}, "authorization_missing", "error"),
        (
            {"line": LINE, "authorization": {"number": "1", "end": "2025-06-09"}},
            "authorization_expired",
            "error",
        ),
        (
            {"line": LINE, "authorization": {"number": "1", "units": 59}},
            "authorization_exceeded",
            "error",
        ),
        (
            {"line": LINE, "authorization": {"number": "1", "codes": ["J9064"]}},
            "authorization_code_mismatch",
            "error",
        ),
        ({"line": _line(pos="22"), "setting": "practitioner"}, "pos_inconsistent", "error"),
        (
            {"line": LINE, "mue": {"code": "J9043", "value": 59, "mai": 3}},
            "mue_exceeded",
            "error",
        ),
        ({"line": _line(code="J9027", drug="cabazitaxel")}, "drug_code_mismatch", "error"),
        ({"line": _line(ndc="0024582411")}, "ndc_invalid", "error"),
        ({"line": _line(code="J3490")}, "noc_needs_description", "error"),
        (
            {"line": _line(code="E0781", modifiers=["RR"]), "record": {"pricing": ["36"]}},
            "rental_month_missing",
            "error",
        ),
        ({"line": _line(dx=[])}, "diagnosis_missing", "info"),
        ({"line": LINE}, "administration_line_missing", "info"),
    ],
)
def test_rules_over_the_seeds(batch: Batch, asked: Answer, rule: str, severity: str) -> None:
    (answer,) = batch("claim", [asked])
    assert _rules(answer).get(rule) == severity


def test_pairs_and_combinations(batch: Batch) -> None:
    pair = {
        "column1": "96413", "column2": "96374", "effective": "2020-01-01", "deletion": None,
        "modifier_indicator": "1",
    }  # fmt: skip
    push = GIVING | {"code": "96374"}
    diems = [_line(code=code, modifiers=[]) for code in ("S9325", "S9327")]
    paired, passed, combined = batch(
        "claim",
        [
            {"claim": [GIVING, push], "ptp": pair},
            {"claim": [GIVING, push | {"modifiers": ["59"]}], "ptp": [pair]},
            {"claim": diems, "payer": "commercial"},
        ],
    )
    assert _rules(paired)["ncci_ptp"] == "error"
    assert "ncci_ptp" not in _rules(passed)
    assert _rules(combined)["code_combination"] == "error"


def test_a_record_goes_before_the_library(batch: Batch) -> None:
    covered, denied, ended = batch(
        "claim",
        [
            {"line": LINE},
            {"line": LINE, "record": {"coverage": "I"}},
            {"line": LINE, "record": {"termination": "2025-06-09", "added": None}},
        ],
    )
    assert "not_payable_by_medicare" not in _rules(covered)
    assert _rules(denied)["not_payable_by_medicare"] == "error"
    assert _rules(ended)["code_discontinued"] == "error"


def test_an_authorization_may_be_null(batch: Batch) -> None:
    (answer,) = batch(
        "claim", [{"line": LINE, "authorization_required": True, "authorization": None}]
    )
    assert _rules(answer)["authorization_missing"] == "error"


def test_one_date_for_all_lines_and_today_where_there_is_none(batch: Batch) -> None:
    bare = {key: value for key, value in LINE.items() if key != "dos"}
    dated, undated = batch(
        "claim", [{"claim": [bare], "dos": "2022-12-31"}, {"line": bare | {"modifiers": []}}]
    )
    assert "modifier_conflict" in _rules(dated)
    assert any("today" in note for note in undated["notes"])


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({}, "line"),
        ({"payer": "medicare"}, "line"),
        ({"line": LINE, "claim": [LINE]}, "line"),
        ({"line": _line(unit=60)}, "line.unit"),
        ({"claim": [LINE, _line(dos="soon")]}, "claim[2].dos"),
        ({"claim": [LINE, 5]}, "claim[2]"),
        ({"claim": [LINE] * 1001}, "claim"),
        ({"line": _line(code=None)}, "line.code"),
        ({"line": LINE, "payer": "Medicare"}, "payer"),
        ({"line": LINE, "setting": "office"}, "setting"),
        ({"line": LINE, "record": ["I"]}, "record"),
        ({"line": LINE, "record": {"cover": "I"}}, "record.cover"),
        ({"line": LINE, "record": {"added": "soon"}}, "record.added"),
        ({"line": LINE, "record": {"added": ["soon"]}}, "record.added"),
        ({"line": LINE, "mue": {"code": "J9043", "value": 1, "mai": 4}}, "mue.mai"),
        ({"line": LINE, "mue": [{"code": "J9043", "value": 1.5, "mai": 1}]}, "mue[1].value"),
        ({"line": LINE, "ptp": {"column1": "96413"}}, "ptp.column2"),
        ({"line": LINE, "authorization": {"start": "x"}}, "authorization.start"),
        ({"line": LINE, "clam": []}, "clam"),
        ({"line": _line(units="1" * 40)}, "line.units"),
        ({"line": LINE, "authorization": {"units": "0." + "0" * 40 + "1"}}, "authorization.units"),
    ],
)
def test_bad_input_is_refused_in_its_place(batch: Batch, asked: Answer, field: str) -> None:
    before, refused, after = batch("claim", [{"line": LINE}, asked, {"line": LINE}])
    assert before == after
    assert (refused["error"]["kind"], refused["error"]["field"]) == ("invalid_input", field)


def test_options_and_text(run: Run) -> None:
    asked = (
        *("claim", "--code", "J9043", "--units", "49", "--dose", "49 mg", "--opened", "60 mg"),
        *("--dos", "2025-06-10", "--dx", "C61", "--modifier", "JZ"),
    )
    status, out, err = run(*asked)
    assert (status, err) == (0, "")
    assert "ERROR in line 1, jz_but_waste" in out
    assert "Not checked:" in out
    status, out, _ = run(*asked, "--json")
    document: Any = json.loads(out)
    assert (status, document["findings"][0]["rule"]) == (0, "jz_but_waste")


def test_a_clean_claim_in_words(run: Run) -> None:
    asked = ("--code", "96413", "--units", "1", "--dos", "2025-06-10", "--dx", "C61")
    _, out, _ = run("claim", *asked)
    assert out.startswith("Nothing was found that would bring the claim back.")


def test_usage(run: Run) -> None:
    assert run("claim")[0] == 2
    assert run("claim", "--units", "4")[0] == 2
