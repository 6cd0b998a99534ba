"""The worked cases: a dose in, claim lines out."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from tests.domain.units_of_today import compute

CASES = 20


def request_of(given: dict[str, Any]) -> UnitsRequest:
    return UnitsRequest(
        code=given["code"],
        billing_unit=given["billing_unit"],
        dose=given["dose"],
        vials=tuple(given["vials"]),
        vial_type=given["vial_type"],
        dos=date.fromisoformat(given["dos"]),
    )


def answer_of(result: UnitsResult) -> dict[str, Any]:
    return {
        "vials_used": dict(result.vials_used),
        "administered_units": result.administered_units,
        "discarded_units": result.discarded_units,
        "lines": [
            {"code": line.code, "modifiers": list(line.modifiers), "units": line.units}
            for line in result.lines
        ],
    }


@pytest.mark.parametrize("number", range(CASES))
def test_a_worked_case_comes_out_as_worked(shared_domain: Path, number: int) -> None:
    cases = json.loads((shared_domain / "units_examples.json").read_text(encoding="utf-8"))
    assert len(cases) == CASES
    case = cases[number]
    assert answer_of(compute(request_of(case["input"]))) == case["expected"]
