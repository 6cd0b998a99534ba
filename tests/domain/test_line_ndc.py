"""How much of a product a claim line is for, beside its NDC."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.units_request import UnitsRequest
from tests.domain.units_of_today import compute

AVASTIN = UnitsRequest(
    code="J9035",
    billing_unit="10 mg",
    dose="680 mg",
    opened=("400 mg/16 mL", *["100 mg/4 mL"] * 3),
    ndcs={"400 mg": "50242-061-01", "100 mg": "50242-060-01"},
    vial_type="single-dose",
    dos=date(2025, 11, 10),
    payer="medicaid",
    form="liquid",
)


def counted(line: ClaimLine) -> str:
    found = line.ndc_quantity
    return f"{found.unit}{found.number}" if found else ""


def quantities(request: UnitsRequest) -> list[tuple[str, str, str]]:
    return [
        ("".join(line.modifiers), line.ndc or "", counted(line)) for line in compute(request).lines
    ]


def test_a_liquid_is_counted_by_volume_line_by_line() -> None:
    assert quantities(AVASTIN) == [
        ("", "50242006101", "ML16"),
        ("", "50242006001", "ML11.2"),
        ("JW", "50242006001", "ML0.8"),
    ]


def test_the_volume_of_a_size_may_be_told_apart() -> None:
    request = replace(
        AVASTIN,
        dose="380 mg",
        opened=("400 mg",),
        ndcs={"400 mg": "50242-061-01"},
        volumes={"400 mg": "16 mL"},
    )
    assert quantities(request) == [("", "50242006101", "ML15.2"), ("JW", "50242006101", "ML0.8")]
    assert quantities(replace(request, volumes={})) == [
        ("", "50242006101", ""),
        ("JW", "50242006101", ""),
    ]


def test_what_is_billed_by_volume_needs_no_strength() -> None:
    request = replace(
        AVASTIN,
        billing_unit="1 mL",
        dose="12 mL",
        opened=("15 mL",),
        ndcs={"15 mL": "50242-061-01"},
    )
    assert [quantity for *_, quantity in quantities(request)] == ["ML12", "ML3"]


def test_a_powder_is_counted_by_the_containers_opened() -> None:
    request = replace(
        AVASTIN,
        form="powder",
        dose="400 mg",
        opened=("150 mg",) * 3,
        ndcs={"150 mg": "50242-132-01"},
    )
    assert quantities(request) == [("", "50242013201", "UN3"), ("JW", "50242013201", "")]
    assert any("JW line" in note for note in compute(request).notes)


def test_a_cream_is_counted_by_its_mass() -> None:
    request = replace(
        AVASTIN,
        form="topical",
        billing_unit="1 g",
        dose="12 g",
        opened=("15 g",),
        ndcs={"15 g": "50242-061-01"},
    )
    assert [quantity for *_, quantity in quantities(request)] == ["GR12", "GR3"]


def test_without_a_form_the_note_asks_for_it_where_payers_want_ndcs() -> None:
    asked = compute(replace(AVASTIN, form=None))
    assert any("follows from its form" in note for note in asked.notes)
    medicare = compute(replace(AVASTIN, form=None, payer="medicare"))
    assert not any("follows from its form" in note for note in medicare.notes)


def test_two_amounts_of_the_same_measure_are_no_size() -> None:
    with pytest.raises(InputError) as refusal:
        compute(replace(AVASTIN, opened=("2 g/0.5 g",), ndcs={}))
    assert refusal.value.field == "opened"


@given(st.integers(1, 7000))
def test_volumes_of_given_and_discarded_make_up_the_containers(tenths: int) -> None:
    dose = f"{Decimal(tenths).scaleb(-1):f} mg"
    opened = ("100 mg/8 mL",) * 7
    result = compute(
        replace(AVASTIN, dose=dose, opened=opened, ndcs={"100 mg": "50242-060-01"}, form="liquid")
    )
    told = [each.ndc_quantity.quantity for each in result.lines if each.ndc_quantity]
    billed_waste = any("JW" in line.modifiers for line in result.lines)
    assert sum(told, Decimal(0)) <= 56 + Decimal("0.002")
    assert not billed_waste or abs(sum(told, Decimal(0)) - 56) <= Decimal("0.002")
