"""``bsa``: the surface, the dose, the claim lines of the dose, and bad input."""

import json
from typing import Any

import pytest

from .conftest import Batch, Run

GIVEN: dict[str, Any] = {"height": "170 cm", "weight": "70 kg", "formula": "mosteller"}
UNITS: dict[str, Any] = {
    "code": "J9043",
    "billing_unit": "1 mg",
    "vials": ["60 mg"],
    "vial_type": "single-dose",
    "dos": "2025-06-10",
}


def but(**changed: object) -> dict[str, object]:
    return GIVEN | changed


@pytest.mark.parametrize(
    ("formula", "surface"), [("mosteller", 1.8181), ("dubois", 1.8097), ("haycock", 1.8257)]
)
def test_the_surface_is_a_number(batch: Batch, formula: str, surface: float) -> None:
    (answer,) = batch("bsa", [but(formula=formula)])
    assert set(answer) == {"bsa", "bsa_used", "steps", "notes"}
    assert round(answer["bsa"], 4) == surface
    assert answer["bsa_used"] == answer["bsa"]


def test_other_units_are_converted(batch: Batch) -> None:
    inches, parts = batch(
        "bsa", [but(height="67 in", weight="154 lb"), but(height="5 ft 7 in", weight="154 lb")]
    )
    assert inches == parts


def test_a_dose_comes_from_the_surface_before_rounding(batch: Batch) -> None:
    (answer,) = batch("bsa", [but(dose_per_m2="20 mg/m2")])
    assert round(answer["dose_mg"], 6) == 36.362374
    assert "lines" not in answer


def test_a_cap_may_be_a_number_or_text(batch: Batch) -> None:
    large = but(height="190 cm", weight="130 kg", dose_per_m2="40 mg/m2")
    answers = batch("bsa", [large | {"bsa_cap": 2.2}, large | {"bsa_cap": "2.2"}])
    assert answers[0] == answers[1]
    assert (answers[0]["bsa_used"], answers[0]["dose_mg"]) == (2.2, 88)
    assert round(answers[0]["bsa"], 3) == 2.619


def test_a_dose_that_is_no_mass_has_no_milligrams(batch: Batch) -> None:
    (answer,) = batch("bsa", [but(height="180 cm", weight="80 kg", dose_per_m2="1,000 units/m2")])
    assert answer["dose"] == "2,000 units"
    assert "dose_mg" not in answer


def test_with_a_dose_units_answers_from_the_unrounded_dose(batch: Batch) -> None:
    (answer,) = batch("bsa", [but(dose_per_m2="20 mg/m2", **UNITS)])
    assert (answer["administered_units"], answer["discarded_units"]) == (37, 23)
    assert answer["discarded_amount"] == "23.637626285 mg"
    assert answer["vials_used"] == {"60 mg": 1}
    assert answer["jw_jz_applies"] is True
    assert [line["units"] for line in answer["lines"]] == [37, 23]
    assert answer["steps"][0]["text"].startswith("Mosteller")
    assert answer["steps"][-1]["text"].endswith("no line has JZ.")


def test_the_unit_is_read_from_the_description(batch: Batch) -> None:
    asked = but(dose_per_m2="20 mg/m2", code="J9043", vial_type="single-dose", dos="2025-06-10")
    (answer,) = batch("bsa", [asked])
    assert answer["administered_units"] == 37


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        (UNITS, "dose_per_m2"),
        ({"dose_per_m2": "20 mg/m2", "vial_type": "single-dose"}, "code or billing_unit"),
        ({"dose_per_m2": "20 mg/m2", "billing_unit": "1 mg"}, "vial_type"),
    ],
)
def test_what_claim_lines_lack_is_said(
    batch: Batch, changed: dict[str, object], missing: str
) -> None:
    (answer,) = batch("bsa", [but(**changed)])
    assert "lines" not in answer
    assert answer["notes"][-1] == f"For claim lines, also give {missing}."


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"height": None}, "height"),
        ({"height": 170}, "height"),
        ({"height": "17 cm"}, "height"),
        ({"height": "1,70 m"}, "height"),
        ({"weight": "700 kg"}, "weight"),
        ({"weight": "-70 kg"}, "weight"),
        ({"weight": "NaN kg"}, "weight"),
        ({"weight": "1e400 kg"}, "weight"),
        ({"formula": None}, "formula"),
        ({"formula": "boyd"}, "formula"),
        ({"dose_per_m2": "20"}, "dose_per_m2"),
        ({"dose_per_m2": "0 mg/m2"}, "dose_per_m2"),
        ({"bsa_cap": 0}, "bsa_cap"),
        ({"bsa_cap": -1}, "bsa_cap"),
        ({"bsa_cap": "2,2"}, "bsa_cap"),
        ({"bsa_cap": True}, "bsa_cap"),
        ({"dose": "45 mg"}, "dose"),
        ({"dose_per_m2": "20 mg/m2", **UNITS, "opened": ["1 mg"]}, "opened"),
        ({"dose_per_m2": "20 mg/m2", **UNITS, "billing_unit": "1 unit"}, "dose"),
    ],
)
def test_bad_input_is_refused(batch: Batch, changed: dict[str, object], field: str) -> None:
    (answer,) = batch("bsa", [but(**changed)])
    assert (answer["error"]["kind"], answer["error"]["field"]) == ("invalid_input", field)


def test_a_cap_beyond_all_numbers_is_refused(batch: Batch) -> None:
    (answer,) = batch("bsa", [json.dumps(GIVEN)[:-1] + ', "bsa_cap": 1e400}'])
    assert answer["error"]["field"] == "bsa_cap"


def test_the_options_say_what_the_json_says(run: Run, batch: Batch) -> None:
    _, out, _ = run(
        *("bsa", "--json", "--height", "170 cm", "--weight", "70 kg", "--formula", "mosteller"),
        *("--dose-per-m2", "20 mg/m2", "--bsa-cap", "1.7", "--code", "J9043"),
        *("--billing-unit", "1 mg", "--vial", "60 mg", "--vial-type", "single-dose"),
        *("--dos", "2025-06-10", "--ndc", "60 mg=0024-5824-11"),
    )
    asked = but(dose_per_m2="20 mg/m2", bsa_cap=1.7, **UNITS, ndcs={"60 mg": "0024-5824-11"})
    assert [json.loads(out)] == batch("bsa", [asked])


def test_people_get_the_surface_first(run: Run) -> None:
    asked = ("--height", "190 cm", "--weight", "130 kg", "--formula", "mosteller")
    dosed = ("--dose-per-m2", "40 mg/m2", "--bsa-cap", "2.2")
    lines = ("--billing-unit", "1 mg", "--vial-type", "single-dose", "--vial", "100 mg")
    _, out, _ = run("bsa", *asked, *dosed, *lines)
    assert out.startswith("Body surface area: 2.62 m²\nDosed by: 2.20 m²\nDose: 88 mg\n")
    assert "  (code)-JW         12 units\n" in out
    assert "Note: Other formulas" in out


def test_half_a_question_is_wrong_usage(run: Run) -> None:
    assert run("bsa", "--height", "170 cm")[0] == 2
