"""``ndc``: its three questions, and bad input."""

import json
from pathlib import Path
from typing import Any

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library.importing import Asked, build_file

from .conftest import Batch, Run

CROSSWALK = """"Effective October 1, 2025 through December 31, 2025",,
_2025_CODE,NDC2,Drug Name,HCPCS dosage,BILLUNITS,BILLUNITSPKG
J9035,50242-0061-01,Avastin,10 MG,40,40
"""
AVASTIN: dict[str, Any] = {
    "code": "J9035",
    "billing_unit": "10 mg",
    "dose": "400 mg",
    "form": "liquid",
    "concentration": "400 mg/16 mL",
    "ndc": "50242-061-01",
}


def but(**changed: object) -> dict[str, object]:
    return AVASTIN | changed


@pytest.mark.parametrize(
    ("typed", "ndc11", "hyphenated", "source_format"),
    [
        ("0002-7597-01", "00002759701", "00002-7597-01", "4-4-2"),
        ("50242-040-62", "50242004062", "50242-0040-62", "5-3-2"),
        ("60575-4112-1", "60575411201", "60575-4112-01", "5-4-1"),
        ("50242-0061-01", "50242006101", "50242-0061-01", "5-4-2"),
        ("0002-0152-01", "00002015201", "00002-0152-01", "4-4-2"),
        ("10014-001-07", "10014000107", "10014-0001-07", "5-3-2"),
        ("10018-8999-1", "10018899901", "10018-8999-01", "5-4-1"),
        ("72043-2500-1", "72043250001", "72043-2500-01", "5-4-1"),
        ("N450242006101", "50242006101", "50242-0061-01", "11"),
    ],
)
def test_an_ndc_is_read(
    batch: Batch, typed: str, ndc11: str, hyphenated: str, source_format: str
) -> None:
    (answer,) = batch("ndc", [{"ndc": typed}])
    assert answer.pop("message")
    assert answer == {
        "status": "ok",
        "ndc11": ndc11,
        "ndc11_hyphenated": hyphenated,
        "source_format": source_format,
        "candidates": [],
        "suggested": None,
        "problem": None,
        "products": [],
    }


def test_ten_bare_digits_have_three_candidates(batch: Batch) -> None:
    as_text, as_number = batch("ndc", [{"ndc": "5024206101"}, '{"ndc": 5024206101}'])
    assert as_text == as_number
    assert as_text["status"] == "ambiguous"
    assert as_text["candidates"] == ["05024206101", "50242006101", "50242061001"]
    assert as_text["ndc11"] is None


@pytest.mark.parametrize(
    ("typed", "status", "problem"),
    [
        ("0002-7597-1", "nonstandard", "not_fda_configuration"),
        ("050242-0061-01", "error_or_notice", "fda12"),
        ("050242006101", "error_or_notice", "wrong_length"),
        ("50242-0061", "error", "missing_package_segment"),
        ("Avastin", "error", "non_digit"),
        ("", "error", "wrong_length"),
    ],
)
def test_what_is_no_ndc_has_its_problem(
    batch: Batch, typed: str, status: str, problem: str
) -> None:
    (answer,) = batch("ndc", [{"ndc": typed}])
    assert (answer["status"], answer["problem"], answer["ndc11"]) == (status, problem, None)


@pytest.mark.parametrize(
    ("asked", "unit", "quantity", "units"),
    [
        (
            {
                "dose": "6 mg",
                "form": "liquid",
                "concentration": "6 mg/0.6 mL",
                "billing_unit": "0.5 mg",
            },
            *("ML", 0.6, 12),
        ),
        (
            {
                "dose": "100 g",
                "form": "liquid",
                "concentration": "10%",
                "billing_unit": "500 mg",
            },
            *("ML", 1000, 200),
        ),
        (
            {"dose": "440 mg", "form": "powder", "vial": "440 mg", "billing_unit": "10 mg"},
            *("UN", 1, 44),
        ),
        (
            {
                "dose": "400 mcg",
                "form": "liquid",
                "concentration": "200 mcg/mL",
                "billing_unit": "100 mcg",
            },
            *("ML", 2, 4),
        ),
        (
            {
                "dose": "30 mg",
                "form": "liquid",
                "concentration": "30 mg/mL",
                "billing_unit": "15 mg",
            },
            *("ML", 1, 2),
        ),
        (
            {
                "dose": "40 mg",
                "form": "liquid",
                "concentration": "40 mg/mL",
                "billing_unit": "10 mg",
            },
            *("ML", 1, 4),
        ),
        (
            {"dose": "400 mg", "form": "liquid", "vial": "400 mg/16 mL", "billing_unit": "10 mg"},
            *("ML", 16, 40),
        ),
        ({"dose": "30 g", "form": "topical"}, "GR", 30, None),
    ],
)
def test_the_quantity_of_a_dose(
    batch: Batch, asked: dict[str, str], unit: str, quantity: float, units: int | None
) -> None:
    (answer,) = batch("ndc", [asked])
    assert answer == {
        "hcpcs_units": units,
        "ndc_unit": unit,
        "ndc_quantity": quantity,
        "notes": [],
    }


def test_with_an_ndc_the_strings_are_ready(batch: Batch) -> None:
    (answer,) = batch("ndc", [AVASTIN])
    assert answer == {
        "hcpcs_units": 40,
        "ndc_unit": "ML",
        "ndc_quantity": 16,
        "ndc11": "50242006101",
        "cms1500": "N450242006101   ML16",
        "ub04": "N450242006101ML16",
        "edi": {"LIN02": "N4", "LIN03": "50242006101", "CTP04": "16", "CTP05-1": "ML"},
        "notes": [],
    }


def test_an_ndc_that_cannot_be_used_leaves_the_strings_out(batch: Batch) -> None:
    (answer,) = batch("ndc", [but(ndc="5024206101")])
    assert set(answer) == {"hcpcs_units", "ndc_unit", "ndc_quantity", "notes"}
    assert "three ways" in answer["notes"][0]


def test_without_a_billing_unit_the_description_tells_it(batch: Batch) -> None:
    known, unknown = batch(
        "ndc",
        [
            but(billing_unit=None, code="Q5107", dos="2025-06-10"),
            but(billing_unit=None, code="J0000"),
        ],
    )
    assert known["hcpcs_units"] == 40
    assert unknown["hcpcs_units"] is None
    assert unknown["cms1500"] == "N450242006101   ML16"
    assert "J0000 is no code" in unknown["notes"][0]


@pytest.mark.parametrize(
    ("unit", "quantity", "valid", "warning"),
    [
        ("ML", "16", True, False),
        ("ML", 0.6, True, False),
        ("UN", 1, True, False),
        ("ME", "45", True, True),
        ("MG", "45", False, False),
        ("ML", "0", False, False),
        ("ML", -1, False, False),
        ("ML", "1,000", False, False),
        ("ML", "NaN", False, False),
    ],
)
def test_a_unit_and_a_quantity_are_checked(
    batch: Batch, unit: str, quantity: object, valid: bool, warning: bool
) -> None:
    (answer,) = batch("ndc", [{"unit": unit, "quantity": quantity}])
    assert answer.pop("message")
    assert answer == {"valid": valid, "warning": warning}


def test_a_number_is_read_as_it_is_written(batch: Batch) -> None:
    exact, large, huge = batch(
        "ndc",
        [
            '{"unit": "ML", "quantity": 0.1000000000000000055}',
            '{"unit": "ML", "quantity": 1e3}',
            '{"unit": "ML", "quantity": 1e400}',
        ],
    )
    assert "decimals" in exact["message"]
    assert large["valid"]
    assert not huge["valid"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({}, "ndc"),
        ({"ndc": None}, "ndc"),
        ({"ndc": ["50242-061-01"]}, "ndc"),
        ({"ndc": "50242-061-01", "unit": "ML", "quantity": "1"}, "ndc"),
        ({"unit": "ML"}, "quantity"),
        ({"quantity": "1"}, "unit"),
        ({"NDC": "50242-061-01"}, "NDC"),
        (but(dose=None), "dose"),
        (but(dose="4,5 mg"), "dose"),
        (but(dose="-1 mg"), "dose"),
        (but(form=None), "form"),
        (but(form="gas"), "form"),
        (but(concentration=None), "concentration"),
        (but(form="powder", concentration=None), "vial"),
        (but(billing_unit="10 units"), "billing_unit"),
        (but(dos="today"), "dos"),
        (but(vials=["400 mg"]), "vials"),
    ],
)
def test_bad_input_is_refused(batch: Batch, asked: dict[str, object], field: str) -> None:
    (answer,) = batch("ndc", [asked])
    assert (answer["error"]["kind"], answer["error"]["field"]) == ("invalid_input", field)
    assert answer["error"]["message"]


def test_the_options_say_what_the_json_says(run: Run, batch: Batch) -> None:
    _, out, _ = run(
        *("ndc", "--json", "--code", "J9035", "--billing-unit", "10 mg", "--dose", "400 mg"),
        *("--form", "liquid", "--concentration", "400 mg/16 mL", "--ndc", "50242-061-01"),
    )
    assert [json.loads(out)] == batch("ndc", [AVASTIN])


def test_people_get_the_strings(run: Run) -> None:
    asked = ("--dose", "40 mg", "--form", "liquid", "--concentration", "30 mg/mL")
    status, out, _ = run("ndc", *asked, "--ndc", "0002-7597-01")
    assert status == 0
    assert "HCPCS units   not known\nNDC quantity  ML 1.333\n" in out
    assert "CMS-1500      N400002759701   ML1.333\n" in out
    assert "Note: The quantity is rounded" in out


def test_people_get_the_digits_or_the_reason(run: Run) -> None:
    assert run("ndc", "--ndc", "0002-7597-01")[1].startswith("00002759701  00002-7597-01\n")
    assert "  50242-0061-01\n" in run("ndc", "--ndc", "5024206101")[1]
    assert "is valid" in run("ndc", "--unit", "ML", "--quantity", "3")[1]


def test_no_question_is_wrong_usage(run: Run) -> None:
    assert run("ndc")[0] == 2


def test_the_crosswalk_names_the_products_of_an_ndc(run: Run, tmp_path: Path) -> None:
    crosswalk = tmp_path / "crosswalk.csv"
    crosswalk.write_text(CROSSWALK, encoding="utf-8")
    library = tmp_path / "drugs.db"
    build_file(library, paths.seeds(), [Asked(crosswalk)], lambda *_: None)
    status, out, _ = run("ndc", "--ndc", "50242-061-01", "--json", library=library)
    (product,) = json.loads(out)["products"]
    assert (status, product["code"], product["billing_units_package"]) == (0, "J9035", "40")
    status, out, _ = run("ndc", "--ndc", "5024206101", "--json", library=library)
    assert json.loads(out)["suggested"] == "50242006101"
