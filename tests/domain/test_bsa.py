"""Body surface area and the dose that follows from it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.bsa import BsaRequest, Formula, compute
from hcpcs_desktop.domain.inputs import InputError


@pytest.mark.parametrize(
    ("formula", "expected"),
    [("mosteller", "1.8181"), ("dubois", "1.8097"), ("haycock", "1.8257")],
)
def test_each_formula_gives_its_own_surface(formula: Formula, expected: str) -> None:
    surface = compute(BsaRequest("170 cm", "70 kg", formula)).bsa
    assert round(surface, 4) == Decimal(expected)


@pytest.mark.parametrize(
    "height",
    [
        "170.18 cm",
        "1.7018 m",
        "67 in",
        '67"',
        "5 ft 7 in",
        "5'7\"",
        "5'7",
        "5 ft 7",
        "5 feet 7",
        "5\N{RIGHT SINGLE QUOTATION MARK}7\N{RIGHT DOUBLE QUOTATION MARK}",
    ],
)
@pytest.mark.parametrize("weight", ["69.85322498 kg", "69853.22498 g", "154 lb", "154 lbs"])
def test_the_units_are_converted_before_the_formula(height: str, weight: str) -> None:
    surface = compute(BsaRequest(height, weight, "mosteller")).bsa
    assert surface == compute(BsaRequest("67 in", "154 lb", "mosteller")).bsa


def test_the_dose_comes_from_the_surface_before_rounding() -> None:
    result = compute(BsaRequest("170 cm", "70 kg", "mosteller", "20 mg/m2"))
    assert result.dose_mg is not None
    assert round(result.dose_mg, 6) == Decimal("36.362374")


def test_an_exact_surface_gives_an_exact_dose() -> None:
    assert compute(BsaRequest("180 cm", "80 kg", "mosteller", "20 mg/m²")).dose_mg == 40
    assert compute(BsaRequest("40 cm", "10 kg", "mosteller", "3 mg/m2")).dose_mg == 1


def test_the_cap_limits_the_dose_and_not_the_surface() -> None:
    result = compute(BsaRequest("190 cm", "130 kg", "mosteller", "40 mg/m2", Decimal("2.2")))
    assert round(result.bsa, 3) == Decimal("2.619")
    assert result.bsa_used == Decimal("2.2")
    assert result.dose_mg == 88
    below = compute(BsaRequest("170 cm", "70 kg", "mosteller", None, Decimal("2.2")))
    assert below.bsa_used == below.bsa


def test_a_dose_by_weight_leaves_surface_and_cap_alone() -> None:
    result = compute(BsaRequest("190 cm", "130 kg", "mosteller", "6 mg/kg", Decimal("2.2")))
    assert result.dose_mg == 780


def test_a_dose_in_units_is_no_mass() -> None:
    result = compute(BsaRequest("180 cm", "80 kg", "mosteller", "1,000 units per m2"))
    assert str(result.dose) == "2,000 units"
    assert result.dose_mg is None
    assert compute(BsaRequest("180 cm", "80 kg", "mosteller", "2 g/m2")).dose_mg == 4000
    assert compute(BsaRequest("180 cm", "80 kg", "mosteller")).dose is None


def test_the_answer_names_the_formula_and_its_source() -> None:
    result = compute(BsaRequest("170 cm", "70 kg", "dubois", "20 mg/m2", Decimal("1.5")))
    assert result.steps[0].text == "DuBois: 1.81 m²."
    assert "1916" in result.steps[0].source
    assert [step.text for step in result.steps[1:]] == [
        "Capped at 1.5 m².",
        "20 mg/m² × 1.5 m² = 30 mg; nothing rounded.",
    ]


def test_a_dose_of_many_decimals_is_shown_as_rounded_for_reading_alone() -> None:
    result = compute(BsaRequest("170 cm", "70 kg", "mosteller", "20 mg/m2"))
    assert result.steps[-1].text.endswith("= 36.362 mg; rounded only as shown here.")
    assert result.dose_mg is not None
    assert result.dose_mg.quantize(Decimal("0.0001")) == Decimal("36.3624")


@pytest.mark.parametrize(
    ("height", "weight", "field"),
    [
        ("17 cm", "70 kg", "height"),
        ("170 m", "70 kg", "height"),
        ("170 cm", "700 kg", "weight"),
        ("170 cm", "70 g", "weight"),
        ("170 cm", "7 kg", "weight"),
        ("70 cm", "170 kg", "weight"),
    ],
)
def test_what_can_hardly_be_meant_is_asked_about(height: str, weight: str, field: str) -> None:
    with pytest.raises(InputError, match="really") as question:
        compute(BsaRequest(height, weight, "mosteller"))
    assert question.value.field == field
    assert "?" in question.value.reason


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (BsaRequest("", "70 kg", "mosteller"), "height"),
        (BsaRequest("170", "70 kg", "mosteller"), "height"),
        (BsaRequest("-170 cm", "70 kg", "mosteller"), "height"),
        (BsaRequest("5'13\"", "70 kg", "mosteller"), "height"),
        (BsaRequest("5.5 ft 7 in", "70 kg", "mosteller"), "height"),
        (BsaRequest("7 in 5 ft", "70 kg", "mosteller"), "height"),
        (BsaRequest("5 7", "70 kg", "mosteller"), "height"),
        (BsaRequest("170 kg", "70 kg", "mosteller"), "height"),
        (BsaRequest("1,70 m", "70 kg", "mosteller"), "height"),
        (BsaRequest("170 cm 170 cm", "70 kg", "mosteller"), "height"),
        (BsaRequest("170 cm", "NaN kg", "mosteller"), "weight"),
        (BsaRequest("170 cm", "1e400 kg", "mosteller"), "weight"),
        (BsaRequest("170 cm", "0 kg", "mosteller"), "weight"),
        (BsaRequest("170 cm", "70 kg", "mosteller", "20"), "dose_per_m2"),
        (BsaRequest("170 cm", "70 kg", "mosteller", "20 mg/day"), "dose_per_m2"),
        (BsaRequest("170 cm", "70 kg", "mosteller", "0 mg/m2"), "dose_per_m2"),
        (BsaRequest("170 cm", "70 kg", "mosteller", None, Decimal("NaN")), "bsa_cap"),
        (BsaRequest("170 cm", "70 kg", "mosteller", None, Decimal(0)), "bsa_cap"),
        (BsaRequest("170 cm", "70 kg", "mosteller", None, Decimal(220)), "bsa_cap"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(request_: BsaRequest, field: str) -> None:
    with pytest.raises(InputError) as refusal:
        compute(request_)
    assert refusal.value.field == field


def test_an_unknown_formula_is_refused() -> None:
    formula: Formula = "boyd"  # type: ignore[assignment]
    with pytest.raises(InputError, match="use mosteller, dubois or haycock"):
        compute(BsaRequest("170 cm", "70 kg", formula))


@given(st.integers(140, 200), st.integers(40, 150), st.sampled_from(["dubois", "haycock"]))
def test_the_formulas_lie_close_together(height: int, weight: int, formula: Formula) -> None:
    mosteller = compute(BsaRequest(f"{height} cm", f"{weight} kg", "mosteller")).bsa
    other = compute(BsaRequest(f"{height} cm", f"{weight} kg", formula)).bsa
    assert abs(mosteller / other - 1) < Decimal("0.15")
