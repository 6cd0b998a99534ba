"""``units``: the worked cases, the promised keys, the library behind it, and bad input."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from .conftest import Batch, Run

GIVEN: dict[str, Any] = {
    "code": "J9043",
    "billing_unit": "1 mg",
    "dose": "45 mg",
    "vials": ["60 mg"],
    "vial_type": "single-dose",
    "dos": "2025-06-10",
}
OPTIONS = ("--dose", "45 mg", "--vial-type", "single-dose", "--dos", "2025-06-10")


def but(**changed: object) -> dict[str, object]:
    return GIVEN | changed


def test_the_worked_cases_come_out_as_worked(batch: Batch, shared_domain: Path) -> None:
    cases = json.loads((shared_domain / "units_examples.json").read_text(encoding="utf-8"))
    answers = batch("units", [case["input"] for case in cases])
    assert len(cases) == 20
    for case, answer in zip(cases, answers, strict=True):
        assert {name: answer[name] for name in case["expected"]} == case["expected"]


def test_every_promised_key_is_there(batch: Batch) -> None:
    (answer,) = batch("units", [but(ndcs={"60 mg": "0024-5824-11"})])
    assert answer["administered_units"] == 45
    assert answer["discarded_units"] == 15
    assert answer["discarded_amount"] == "15 mg"
    assert answer["vials_used"] == {"60 mg": 1}
    assert answer["jw_jz_applies"] is True
    assert answer["lines"] == [
        {"code": "J9043", "modifiers": [], "units": 45, "ndc": "00024582411"},
        {"code": "J9043", "modifiers": ["JW"], "units": 15, "ndc": "00024582411"},
    ]
    assert all(step["text"] and step["source"] for step in answer["steps"])
    assert answer["notes"] == []
    assert answer["containers"] == [
        {"count": 1, "content": "60 mg", "given": "45 mg", "discarded": "15 mg"}
    ]
    assert answer["record_sentence"].startswith("45 mg given of one 60 mg single-dose vial")


def test_a_line_without_an_ndc_has_no_such_key(batch: Batch) -> None:
    (answer,) = batch("units", [GIVEN])
    assert set(answer["lines"][0]) == {"code", "modifiers", "units"}


def test_what_is_not_asked_for_may_be_null(batch: Batch) -> None:
    (answer,) = batch("units", [but(opened=None, ndcs=None, payer=None, overfill=None)])
    assert answer["discarded_units"] == 15


def test_without_containers_the_waste_is_not_known(batch: Batch) -> None:
    (answer,) = batch("units", [but(vials=[])])
    assert (answer["discarded_units"], answer["discarded_amount"]) == (None, None)
    assert answer["vials_used"] == {}


@pytest.mark.parametrize(
    ("changed", "applies"),
    [
        ({"vial_type": "multi-dose"}, False),
        ({"opps_status": "N"}, False),
        ({"opps_status": "K"}, True),
        ({"code": "S9325"}, False),
        ({"code": "Q4101", "product_class": "skin substitute BLA", "dos": "2026-02-01"}, True),
        ({"code": "Q4101", "product_class": "skin substitute non-BLA", "dos": "2026-02-01"}, False),
        ({"code": "Q4101", "product_class": "skin substitute non-BLA"}, True),
    ],
)
def test_every_input_is_heard(batch: Batch, changed: dict[str, object], applies: bool) -> None:
    (answer,) = batch("units", [but(**changed)])
    assert answer["jw_jz_applies"] is applies


def test_each_ndc_gets_its_line_where_the_payer_wants_it(batch: Batch) -> None:
    mixed = but(
        dose="135 mg",
        opened=["80 mg", "20 mg", "20 mg", "20 mg"],
        ndcs={"80 mg": "0955-1021-04", "20 mg": "0955-1020-01"},
    )
    medicaid, medicare, asked = batch(
        "units", [mixed | {"payer": "medicaid"}, mixed, mixed | {"one_line_per_ndc": True}]
    )
    assert len({line["ndc"] for line in medicaid["lines"]}) == 2
    assert "ndc" not in medicare["lines"][0]
    assert asked["lines"] == medicaid["lines"]
    assert any("contract" in note for note in medicaid["notes"])


def test_overfill_and_syringes(batch: Batch) -> None:
    overfilled, syringe = batch(
        "units",
        [but(dose="62 mg", opened=["60 mg"], overfill="5 mg"), but(container="prefilled syringe")],
    )
    assert (overfilled["administered_units"], overfilled["discarded_units"]) == (60, 0)
    assert "prefilled syringe" in syringe["record_sentence"]


def test_without_a_billing_unit_the_description_tells_it(batch: Batch) -> None:
    asked = but(code="j9173", dose="637.5 mg", vials=["120 mg", "500 mg"])
    del asked["billing_unit"]
    (answer,) = batch("units", [asked])
    assert answer["administered_units"] == 64
    assert answer["steps"][0]["text"] == "One unit is 10 mg."
    assert "J9173" in answer["steps"][0]["source"]


def test_a_code_beside_a_billing_unit_is_a_label(batch: Batch) -> None:
    unknown, nonsense, none = batch(
        "units", [but(code="J0000"), but(code="my own"), but(code=None)]
    )
    assert [line["code"] for line in unknown["lines"]] == ["J0000", "J0000"]
    assert nonsense["administered_units"] == none["administered_units"] == 45
    assert none["lines"][0]["code"] is None


def test_a_billing_unit_needs_no_library(run: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.db"
    asked = ("units", "--json", *OPTIONS, "--code", "J9043")
    status, out, _ = run(*asked, "--billing-unit", "1 mg", "--vial", "60 mg", library=nowhere)
    assert (status, json.loads(out)["discarded_units"]) == (0, 15)
    status, out, err = run(*asked, library=nowhere)
    assert (status, json.loads(out)["error"]["kind"]) == (1, "library_missing")
    assert "Or enter the billing unit." in err


def test_a_unit_that_cannot_be_found_is_asked_for(batch: Batch) -> None:
    asked = but()
    del asked["billing_unit"]
    unknown, modifier, none = batch(
        "units", [asked | {"code": "J0000"}, asked | {"code": "JW"}, asked | {"code": None}]
    )
    assert (unknown["error"]["kind"], unknown["error"]["field"]) == ("not_found", "code")
    assert "billing unit" in unknown["error"]["message"]
    assert modifier["error"]["field"] == none["error"]["field"] == "billing_unit"


def test_a_date_that_is_not_given_is_today_and_said(batch: Batch) -> None:
    (answer,) = batch("units", [but(dos=None)])
    assert date.today().isoformat() in answer["notes"][-1]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"dose": "45 milligramms"}, "dose"),
        ({"dose": "4,5 mg"}, "dose"),
        ({"dose": "45"}, "dose"),
        ({"dose": 45}, "dose"),
        ({"dose": ""}, "dose"),
        ({"dose": None}, "dose"),
        ({"dose": ["45 mg"]}, "dose"),
        ({"dose": True}, "dose"),
        ({"dose": "0 mg"}, "dose"),
        ({"dose": "-45 mg"}, "dose"),
        ({"dose": "NaN mg"}, "dose"),
        ({"dose": "1e400 mg"}, "dose"),
        ({"dose": "45 units"}, "dose"),
        ({"code": "J\ud800"}, "code"),
        ({"dose": "45 mg\u001b[31m"}, "dose"),
        ({"dose": "60000 mg", "opened": ["60 mg"]}, "opened"),
        ({"dose": "60001 mg"}, "dose"),
        ({"billing_unit": "0 mg"}, "billing_unit"),
        ({"billing_unit": "some"}, "billing_unit"),
        ({"vials": ["0 mg"]}, "vials"),
        ({"vials": ["60 mL"]}, "vials"),
        ({"vials": ["-60 mg"]}, "vials"),
        ({"vials": "60 mg"}, "vials"),
        ({"vials": [60]}, "vials"),
        ({"vials": [None]}, "vials"),
        ({"vials": [f"{size} mg" for size in range(1, 10_001)]}, "vials"),
        ({"opened": ["60 mg"] * 10_000}, "opened"),
        ({"ndcs": ["0024-5824-11"]}, "ndcs"),
        ({"ndcs": {"sixty": "0024-5824-11"}}, "ndcs"),
        ({"vial_type": None}, "vial_type"),
        ({"vial_type": "single"}, "vial_type"),
        ({"payer": "Medicare"}, "payer"),
        ({"product_class": "skin"}, "product_class"),
        ({"one_line_per_ndc": "yes"}, "one_line_per_ndc"),
        ({"dos": "10.06.2025"}, "dos"),
        ({"dos": "20250610"}, "dos"),
        ({"dos": "2025-02-30"}, "dos"),
        ({"vial": ["60 mg"]}, "vial"),
        ({"x" * 10_000: 1}, "x" * 40),
    ],
)
def test_bad_input_is_refused_in_its_place(
    batch: Batch, changed: dict[str, object], field: str
) -> None:
    before, refused, after = batch("units", [GIVEN, but(**changed), GIVEN])
    assert before == after
    error = refused["error"]
    assert (error["kind"], error["field"]) == ("invalid_input", field)
    assert 0 < len(error["message"]) < 400
    assert error["message"].isprintable()


def test_blanks_and_long_words_for_a_unit_do_no_harm(batch: Batch) -> None:
    answers = batch("units", [but(dose=dose) for dose in ("45mg", "45 milligrams", " 45  MG ")])
    assert {answer["administered_units"] for answer in answers} == {45}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "J9043",
        "[]",
        '"dose"',
        "{",
        '{"dose": NaN}',
        '{"dose": 1e999999999999999999999999}',
        '{"dose": "1 mg", "dose": "2 mg"}',
        "[" * 100_000,
        "\N{REPLACEMENT CHARACTER}",
    ],
)
def test_a_line_that_is_no_object_is_refused_in_its_place(batch: Batch, line: str) -> None:
    refused, answered = batch("units", [line, GIVEN])
    assert refused["error"]["kind"] == "invalid_input"
    assert "field" not in refused["error"]
    assert answered["discarded_units"] == 15


def test_one_refused_question_ends_with_one(run: Run) -> None:
    question = ("--billing-unit", "1 mg", "--dose", "4,5 mg", "--vial-type", "single-dose")
    status, out, err = run("units", "--json", *question)
    assert (status, json.loads(out)["error"]["field"]) == (1, "dose")
    status, out, err = run("units", *question)
    assert (status, out) == (1, "")
    assert err.startswith("error: dose: ")


def test_the_options_say_what_the_json_says(run: Run, batch: Batch) -> None:
    _, out, _ = run(
        *("units", "--json", *OPTIONS, "--code", "J9043", "--billing-unit", "1 mg"),
        *("--vial", "60 mg", "--vial", "100 mg", "--opened", "60 mg", "--payer", "medicaid"),
        *("--ndc", "60 mg=0024-5824-11", "--opps-status", "K", "--overfill", "2 mg"),
        *("--container", "package", "--no-one-line-per-ndc"),
    )
    same = but(
        vials=["60 mg", "100 mg"],
        opened=["60 mg"],
        payer="medicaid",
        ndcs={"60 mg": "0024-5824-11"},
        opps_status="K",
        overfill="2 mg",
        container="package",
        one_line_per_ndc=False,
    )
    assert [json.loads(out)] == batch("units", [same])


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--dose", "45 mg"),
        ("--dose", "45 mg", "--vial-type", "any"),
        (*OPTIONS, "--batch", "file"),
        (*OPTIONS, "--ndc", "60 mg"),
        (*OPTIONS, "--ndc", "60 mg=1", "--ndc", "60 mg=2"),
    ],
)
def test_wrong_usage_ends_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run("units", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("error: ")


def test_a_batch_file_that_is_not_there_ends_with_one(run: Run, tmp_path: Path) -> None:
    status, _, err = run("units", "--batch", str(tmp_path / "nothing"))
    assert status == 1
    assert "cannot be read" in err


def test_people_get_the_lines_first_and_then_the_working(run: Run) -> None:
    status, out, err = run(
        "units", *OPTIONS, "--code", "J9043", "--vial", "60 mg", "--ndc", "60 mg=0024-5824-11"
    )
    assert (status, err) == (0, "")
    assert out.startswith("45 mg given of one 60 mg single-dose vial; 15 mg discarded")
    assert "  J9043-JW          15 units   N400024582411\n" in out
    assert "- Given: 45 mg ÷ 1 mg = 45. Source: CGS" in out
    assert "Note:" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_batch_for_people_has_errors_in_their_place(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "batch.jsonl"
    file.write_text('{"dose": "1 mg"}\n' + json.dumps(but(code=None)), encoding="utf-8")
    status, out, err = run("units", "--batch", str(file))
    assert (status, err) == (0, "")
    assert out.startswith("error: billing_unit: is missing")
    assert "  (code)            45 units\n" in out


def test_a_line_tells_how_much_of_the_product_it_is_for(batch: Batch) -> None:
    given = but(opened=["60 mg/1.5 mL"], ndcs={"60 mg": "0024-5824-11"}, form="liquid")
    (answer,) = batch("units", [given])
    assert answer["lines"][1] == {
        "code": "J9043",
        "modifiers": ["JW"],
        "units": 15,
        "ndc": "00024582411",
        "ndc_unit": "ML",
        "ndc_quantity": 0.375,
        "cms1500": "N400024582411   ML0.375",
        "ub04": "N400024582411ML0.375",
        "edi": {"LIN02": "N4", "LIN03": "00024582411", "CTP04": "0.375", "CTP05-1": "ML"},
    }


def test_a_container_of_several_patients(batch: Batch) -> None:
    shared = [
        but(shared="last patient", given_to_others="10 mg"),
        but(shared="another patient follows"),
        but(shared="last patient"),
    ]
    last, before, unclear = batch("units", shared)
    assert [line["units"] for line in last["lines"]] == [45, 5]
    assert [line["modifiers"] for line in before["lines"]] == [["JZ"]]
    assert unclear["error"]["field"] == "given_to_others"
