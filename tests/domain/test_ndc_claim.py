"""The NDC quantity of a dose and the strings of the claim forms."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.ndc_claim import Form, NdcClaim, NdcClaimRequest, compute
from hcpcs_desktop.domain.ndc_unit import check


def claimed(claim: NdcClaim) -> tuple[str, Decimal, int | None]:
    return claim.ndc_unit, claim.ndc_quantity, claim.hcpcs_units


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            NdcClaimRequest("6 mg", "liquid", "0.5 mg", concentration="6 mg/0.6 mL"),
            ("ML", Decimal("0.6"), 12),
        ),
        (NdcClaimRequest("100 g", "liquid", "500 mg", concentration="10%"), ("ML", 1000, 200)),
        (NdcClaimRequest("440 mg", "powder", "10 mg", vial="440 mg"), ("UN", 1, 44)),
        (NdcClaimRequest("400 mcg", "liquid", "100 mcg", concentration="200 mcg/mL"), ("ML", 2, 4)),
        (NdcClaimRequest("30 mg", "liquid", "15 mg", concentration="30 mg per mL"), ("ML", 1, 2)),
        (NdcClaimRequest("40 mg", "liquid", "per 10 mg", concentration="40 mg/mL"), ("ML", 1, 4)),
        (NdcClaimRequest("400 mg", "liquid", "10 mg", vial="400 mg/16 mL"), ("ML", 16, 40)),
        (NdcClaimRequest("2 mL", "liquid", "100 mcg", concentration="200 mcg/mL"), ("ML", 2, 4)),
        (NdcClaimRequest("0.5 mL", "liquid"), ("ML", Decimal("0.5"), None)),
        (NdcClaimRequest("441 mg", "powder", "10 mg", vial="440 mg"), ("UN", 2, 45)),
        (NdcClaimRequest("3 vials", "powder"), ("UN", 3, None)),
        (NdcClaimRequest("30 g", "topical"), ("GR", 30, None)),
        (NdcClaimRequest("50 mg", "topical", concentration="1%"), ("GR", 5, None)),
    ],
)
def test_the_form_of_the_product_decides_the_unit(
    request_: NdcClaimRequest, expected: tuple[str, Decimal, int | None]
) -> None:
    assert claimed(compute(request_)) == expected


def test_the_strings_are_ready_to_copy() -> None:
    claim = compute(NdcClaimRequest("400 mg", "liquid", "10 mg", "25 mg/mL", ndc="50242-061-01"))
    assert claim.ndc11 == "50242006101"
    assert claim.cms1500 == "N450242006101   ML16"
    assert claim.ub04 == "N450242006101ML16"
    assert claim.edi is not None
    assert (claim.edi.lin02, claim.edi.lin03) == ("N4", "50242006101")
    assert (claim.edi.ctp04, claim.edi.ctp05_1) == ("16", "ML")


def test_large_and_small_quantities_keep_their_digits() -> None:
    large = compute(NdcClaimRequest("100 g", "liquid", None, "10%", ndc="50242006101"))
    assert large.ub04 == "N450242006101ML1000"
    small = compute(NdcClaimRequest("6 mg", "liquid", None, "6 mg/0.6 mL", ndc="50242006101"))
    assert small.ub04 == "N450242006101ML0.6"


def test_a_quantity_is_rounded_to_three_decimals_and_says_so() -> None:
    claim = compute(NdcClaimRequest("100 mg", "liquid", None, "30 mg/mL"))
    assert claim.ndc_quantity == Decimal("3.333")
    assert claim.notes == ("The quantity is rounded to three decimals: 3.333.",)


def test_a_quantity_too_long_for_the_paper_form_says_so() -> None:
    claim = compute(NdcClaimRequest("1234.567 mL", "liquid"))
    assert "longer than the 6 places" in claim.notes[0]


def test_an_unusable_ndc_leaves_out_the_strings_and_says_why() -> None:
    claim = compute(NdcClaimRequest("1 mL", "liquid", ndc="5024206101"))
    assert (claim.ndc11, claim.cms1500, claim.ub04, claim.edi) == (None, None, None, None)
    assert "three ways" in claim.notes[0]


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (NdcClaimRequest("400 mg", "liquid", "10 mg"), "concentration"),
        (NdcClaimRequest("400 mg", "liquid", "10 mg", "25"), "concentration"),
        (NdcClaimRequest("400 mg", "liquid", "10 mg", "25 mg/0 mL"), "concentration"),
        (NdcClaimRequest("400 units", "liquid", "10 mg", "25 mg/mL"), "concentration"),
        (NdcClaimRequest("400 mg", "powder", "10 mg"), "vial"),
        (NdcClaimRequest("400 mg", "powder", "10 mg", vial="0 mg"), "vial"),
        (NdcClaimRequest("400 mg", "powder", "10 units", vial="400 mg"), "billing_unit"),
        (NdcClaimRequest("4,5 mg", "powder", vial="400 mg"), "dose"),
        (NdcClaimRequest("400 units", "topical"), "dose"),
        (NdcClaimRequest("1000 g", "liquid", None, "1 mcg/L"), "dose"),
    ],
)
def test_what_is_missing_or_wrong_is_named(request_: NdcClaimRequest, field: str) -> None:
    with pytest.raises(InputError) as refusal:
        compute(request_)
    assert refusal.value.field == field


def test_an_unknown_form_is_refused() -> None:
    form: Form = "gas"  # type: ignore[assignment]
    with pytest.raises(InputError, match="use liquid, powder or topical"):
        compute(NdcClaimRequest("1 mg", form))


@given(st.integers(1, 10**7), st.integers(1, 10**6))
def test_a_quantity_is_always_one_that_a_claim_takes(micrograms: int, per_ml: int) -> None:
    claim = compute(NdcClaimRequest(f"{micrograms} mcg", "liquid", None, f"{per_ml} mcg/mL"))
    assert check(claim.ndc_unit, f"{claim.ndc_quantity:f}").valid


@pytest.mark.parametrize(
    ("unit", "quantity", "valid", "warning"),
    [
        ("ML", "16", True, False),
        ("ml", " 0.6 ", True, False),
        ("UN", "1", True, False),
        ("GR", ".5", True, False),
        ("F2", "1000", True, False),
        ("ME", "45", True, True),
        ("UN", "0.5", True, True),
        ("ML", "1234.567", True, True),
        ("MG", "45", False, False),
        ("EA", "1", False, False),
        ("VL", "1", False, False),
        ("", "1", False, False),
        ("ML", "0", False, False),
        ("ML", "0.000", False, False),
        ("ML", "-1", False, False),
        ("ML", "1.2345", False, False),
        ("ML", "1,000", False, False),
        ("ML", "1e3", False, False),
        ("ML", "NaN", False, False),
        ("ML", "", False, False),
        ("ML", "123456789", False, False),
    ],
)
def test_a_unit_and_a_quantity_are_checked(
    unit: str, quantity: str, valid: bool, warning: bool
) -> None:
    answer = check(unit, quantity)
    assert (answer.valid, answer.warning) == (valid, warning)
    assert answer.message
