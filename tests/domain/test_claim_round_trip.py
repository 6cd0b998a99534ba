"""What the unit calculation bills, the claim check finds right."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.claim import ClaimReport
from hcpcs_desktop.domain.units_request import UnitsRequest
from tests.domain.claim_cases import check, line
from tests.domain.units_of_today import compute

RULES = {"units_dose_mismatch", "missing_jw_jz", "jz_but_waste", "jw_jz_same_drug"}


def _billed(request: UnitsRequest) -> ClaimReport:
    """The check of the lines that the calculation makes, as a coder would copy them."""
    result = compute(request)
    opened = tuple(size for size, count in result.vials_used.items() for _ in range(count))
    first, *others = result.lines
    lines = [
        line(
            "J9043",
            first.units,
            *first.modifiers,
            dos=request.dos,
            dose=str(request.dose),
            billing_unit=str(request.billing_unit),
            vial_type=request.vial_type,
            vials_opened=opened,
        ),
        *(
            line("J9043", each.units, *each.modifiers, dos=request.dos, vial_type=request.vial_type)
            for each in others
        ),
    ]
    return check(*lines)


def _objections(report: ClaimReport) -> list[str]:
    return [each.message for each in report.findings if each.rule in RULES]


def test_the_worked_cases_are_right_as_billed(shared_domain: Path) -> None:
    cases = json.loads((shared_domain / "units_examples.json").read_text(encoding="utf-8"))
    for case in cases:
        asked = case["input"]
        if asked.get("opps_status") or asked.get("product_class") or asked.get("overfill"):
            continue
        request = UnitsRequest(
            billing_unit=asked["billing_unit"],
            dose=asked["dose"],
            vial_type=asked["vial_type"],
            dos=date.fromisoformat(asked["dos"]),
            code="J9043",
            vials=tuple(asked.get("vials", ())),
            opened=tuple(asked.get("opened", ())),
            is_drug=True,
        )
        assert _objections(_billed(request)) == [], case


@given(
    dose=st.integers(1, 900),
    unit=st.sampled_from([1, 3, 10, 25, 100]),
    vials=st.lists(st.sampled_from([5, 20, 45, 60, 100, 400]), min_size=1, max_size=3),
)
def test_any_dose_is_right_as_billed(dose: int, unit: int, vials: list[int]) -> None:
    request = UnitsRequest(
        billing_unit=f"{unit} mg",
        dose=f"{dose} mg",
        vial_type="single-dose",
        dos=date(2025, 3, 3),
        code="J9043",
        vials=tuple(f"{size} mg" for size in vials),
        is_drug=True,
    )
    assert _objections(_billed(request)) == []
