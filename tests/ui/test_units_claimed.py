"""A unit calculation taken into the claim check: with dose and containers where they tell all."""

from dataclasses import replace

import pytest

from hcpcs_desktop.ui.units.claimed import claim_lines
from hcpcs_desktop.ui.units.entries import Container, Entries, Facts
from hcpcs_desktop.ui.units.working import work_out

TYPED = Entries(
    code="J9035",
    billing_unit="10 mg",
    dose="380 mg",
    containers=(Container("100 mg/4 mL", "4", "50242-0060-01"),),
    vial_type="single-dose",
    dos="2025-11-10",
)


def told(entries: Entries) -> list[tuple[str, str, str, str, str]]:
    result = work_out(entries, Facts()).result
    assert result
    return [
        (each.modifiers, each.units, each.dose, each.opened, each.ndc)
        for each in claim_lines(result, entries)
    ]


def test_the_first_line_tells_the_dose_and_what_was_opened() -> None:
    assert told(TYPED) == [
        ("", "38", "380 mg", "4 x 100 mg", "50242006001"),
        ("JW", "2", "", "", "50242006001"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"shared": "last patient", "given_to_others": "15 mg"},
        {"shared": "another patient follows"},
        {"dose": "402 mg", "overfill": "1 mg"},
    ],
)
def test_what_the_claim_alone_would_read_wrongly_stays_behind(changes: dict[str, str]) -> None:
    lines = told(replace(TYPED, **changes))  # type: ignore[arg-type]
    assert all((dose, opened) == ("", "") for _, _, dose, opened, _ in lines)
