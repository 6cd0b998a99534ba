"""Amounts in a text, and which of several codes they choose."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.amount_text import isotopes, spans
from hcpcs_desktop.domain.amounts import Span, fit_of

DRESSINGS = (
    "Collagen dressing, sterile, size 16 sq. in. or less, each",
    "Collagen dressing, sterile, size more than 16 sq. in. but less than or equal to 48 sq. in., "
    "each",
    "Collagen dressing, sterile, size more than 48 sq. in., each",
)
BANDAGES = (
    "Conforming bandage, non-elastic, knitted/woven, sterile, width less than three inches",
    "Conforming bandage, non-elastic, knitted/woven, sterile, width greater than or equal to three "
    "inches and less than five inches, per yard",
    "Conforming bandage, non-elastic, knitted/woven, sterile, width greater than or equal to five "
    "inches, per yard",
)
SPEECH = (
    "Speech generating device, less than or equal to 8 minutes recording time",
    "Speech generating device, greater than 8 minutes but less than or equal to 20 minutes "
    "recording time",
    "Speech generating device, greater than 20 minutes but less than or equal to 40 minutes "
    "recording time",
    "Speech generating device, greater than 40 minutes recording time",
)
FAMILIES = [(DRESSINGS, "sq in"), (BANDAGES, "inches"), (SPEECH, "minutes")]
"""Descriptors of codes that share out all amounts among themselves, and their unit."""


def chosen(codes: Sequence[str], query: str) -> list[int]:
    return [at for at, each in enumerate(codes) if fits(each, query) == "held"]


def fits(description: str, query: str, *, is_drug: bool = False) -> str:
    """What the amounts of a query say of a code, in a word."""
    fit = fit_of(spans(description), spans(query), is_drug=is_drug)
    assert not (fit.is_held and fit.is_out)
    if fit.is_out:
        return "excluded"
    return "held" if fit.is_held else "open" if fit.unlike else "alike"


def pounds(low: str | None, high: str | None, **more: object) -> Span:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Span("weight", *ends, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weight capacity up to and including 300 pounds", pounds(None, "300", kind="cap")),
        ("weight capacity 301 to 450 pounds", pounds("301", "450")),
        ("weight capacity 601 pounds or more", pounds("601", None)),
        ("weight capacity greater than 350 pounds", pounds("350", None, over=True)),
        ("at least 350 lbs", pounds("350", None)),
        ("≤ 300 lb", pounds(None, "300")),
        ("less than 1,000 pounds", pounds(None, "1000", under=True)),
        ("20 to less than 22 lbs", pounds("20", "22", under=True)),
        ("300lb", pounds("300", "300", kind="exact")),
    ],
)
def test_comparisons_are_read(text: str, expected: Span) -> None:
    assert spans(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    ["", "type 2 diabetes", "1/4 inch", "covid 19", "vitamin b 12", "iodine i-123"],
)
def test_numbers_that_are_no_amounts_are_left_out(text: str) -> None:
    assert spans(text) == ()


@pytest.mark.parametrize(("codes", "unit"), FAMILIES)
@given(number=st.decimals("0.01", "999", places=2))
def test_every_amount_has_one_code_of_a_family(
    codes: Sequence[str], unit: str, number: Decimal
) -> None:
    found = [fits(each, f"{number} {unit}") for each in codes]
    assert found.count("held") == 1
    assert found.count("excluded") == len(codes) - 1


@pytest.mark.parametrize(
    ("query", "right"),
    [("4x4", 0), ("4 x 4 in", 0), ("4 x 8", 1), ("8x6", 1), ('7" x 7"', 2), ("20 x 20 cm", 2)],
)
def test_the_sides_of_a_dressing_give_its_area(query: str, right: int) -> None:
    assert chosen(DRESSINGS, f"collagen dressing {query}") == [right]


def test_other_units_of_the_same_measure_are_converted() -> None:
    dialysate = "fluid volume greater than 1999 cc but less than or equal to 2999 cc"
    assert fits(dialysate, "dialysate 2.5 liters") == "held"
    assert fits(dialysate, "dialysate 3 L") == "excluded"
    assert fits("infusion pump, for infusion less than 8 hours", "pump 90 minutes") == "held"


def test_a_dose_is_held_by_a_bound_but_never_left_out_by_a_billing_unit() -> None:
    bounded = "Injection, buprenorphine extended-release, greater than 100 mg"
    assert fits(bounded, "300 mg", is_drug=True) == "held"
    assert fits(bounded, "300", is_drug=True) == "held"
    assert fits(bounded, "100 mg", is_drug=True) == "excluded"
    assert fits("Injection, furosemide, up to 20 mg", "40 mg", is_drug=True) == "open"
    assert fits("Injection, kanamycin, up to 75 mg", "75 mg", is_drug=True) == "alike"
    assert fits("Injection, testosterone cypionate, 1 mg", "200 mg", is_drug=True) == "open"


@pytest.mark.parametrize("dose", ["8 mg/2 mg", "8/2 mg", "8-2", "8 mg with 2 mg naloxone"])
def test_the_first_of_two_strengths_counts(dose: str) -> None:
    right = "Buprenorphine/naloxone, oral, greater than 6 mg, but less than or equal to 10 mg"
    other = "Buprenorphine/naloxone, oral, less than or equal to 3 mg buprenorphine"
    asked = spans(f"suboxone {dose}")
    fit = fit_of(spans(right), asked, is_drug=True)
    assert fit.is_held
    beside = fit_of(spans(other), asked, is_drug=True)
    assert beside.is_out or beside.unlike > fit.unlike


def test_a_concentration_is_what_a_thing_is() -> None:
    assert fits("Infusion, albumin (human), 5%, 50 ml", "albumin 25%") == "excluded"
    assert fits("Infusion, albumin (human), 25%, 20 ml", "albumin 25%") == "held"


def test_sphere_and_cylinder_of_a_lens_are_held_apart() -> None:
    lens = "trifocal, plus or minus 4.25 to plus or minus 7.00d sphere, 2.12 to 4.00d cylinder"
    assert fits(lens, "5 sphere 3 cylinder") == "held"
    assert fits(lens, "3 sphere 5 cylinder") == "excluded"


def test_a_range_that_is_asked_for_must_not_only_touch_that_of_the_code() -> None:
    asked = "compression stocking 30-40 mmhg"
    assert fits("below knee, 30-40 mmhg, each", asked) == "held"
    assert fits("below knee, 18-30 mmhg, each", asked) == "excluded"
    assert fits("below knee, 40 mmhg or greater, each", asked) == "excluded"


def test_what_is_counted_without_being_told_chooses_nothing() -> None:
    assert fits("Compensator, 2 or more lesions, each", "compensator 1") == "open"
    assert fits("Catheter, diagnostic (19 or fewer electrodes)", "catheter 16 fr") == "open"
    assert fits("Trapeze bar, for patient weight greater than 250 pounds", "over 300") == "held"


def test_a_bound_without_a_unit_is_meant_in_that_of_the_query() -> None:
    assert fits("Sphere, single vision, plano to plus or minus 4.00, per lens", "3.5d") == "held"
    assert fits("Lens, index 1.54 to 1.65 plastic, per lens", "lens 1.67") == "excluded"


@given(st.text())
def test_any_text_can_be_read_and_compared(text: str) -> None:
    for codes, _ in FAMILIES:
        assert all(fits(each, text) for each in codes)
    fit_of(spans(text), spans(text), is_drug=False)


def test_the_number_of_an_isotope_is_no_amount() -> None:
    assert isotopes("Iodine 131, 5 mCi") == ("131",)
    assert [span.measure for span in spans("iodine 131, 5 mci")] == ["radioactivity"]
    assert isotopes("iodine 350 mg/ml") == isotopes("type 2") == ()
