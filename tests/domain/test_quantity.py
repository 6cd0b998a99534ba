"""Amounts with units: reading, showing, converting, refusing."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.quantity import COUNTED, MEASURED, Quantity, QuantityError, Unit

UNITS = (*MEASURED, *COUNTED)


def unit(name: str) -> Unit:
    return next(unit for unit in UNITS if unit.name == name)


numbers = st.decimals(
    min_value=0, max_value=10**18 - 1, places=9, allow_nan=False, allow_infinity=False
).map(abs)
quantities = st.builds(Quantity, numbers, st.sampled_from(UNITS))
convertible = st.sampled_from(
    [(one, other) for one in MEASURED for other in MEASURED if one.measure == other.measure]
)


@pytest.mark.parametrize(
    ("text", "amount", "name"),
    [
        ("45 mg", "45", "mg"),
        ("45mg", "45", "mg"),
        ("  45   MG ", "45", "mg"),
        ("45\N{NO-BREAK SPACE}mg", "45", "mg"),
        ("45 milligrams", "45", "mg"),
        ("45 mg.", "45", "mg"),
        ("2 g", "2", "g"),
        ("2 gm", "2", "g"),
        ("5 mcg", "5", "mcg"),
        ("5 \N{MICRO SIGN}g", "5", "mcg"),
        ("5 \N{GREEK SMALL LETTER MU}g", "5", "mcg"),
        ("1,000 units", "1000", "unit"),
        ("1,234,567.5 units", "1234567.5", "unit"),
        ("1 million units", "1000000", "unit"),
        ("2.5 Million units", "2500000", "unit"),
        ("one hundred units", "100", "unit"),
        ("1 unit", "1", "unit"),
        ("1 usp unit", "1", "unit"),
        ("1 I.U.", "1", "IU"),
        ("1 international unit", "1", "IU"),
        ("0.5 mL", "0.5", "mL"),
        (".625 GM", "0.625", "g"),
        ("1000 ml", "1000", "mL"),
        ("250 cc", "250", "cc"),
        ("1 L", "1", "L"),
        ("44 sq cm", "44", "sq cm"),
        ("44 sq. cm", "44", "sq cm"),
        ("44 cm²", "44", "sq cm"),
        ("1 square centimeter", "1", "sq cm"),
        ("10 mEq", "10", "mEq"),
        ("3 millicurie", "3", "mCi"),
        ("3 mCi", "3", "mCi"),
        ("100 microcuries", "100", "uCi"),
        ("2 vials", "2", "vial"),
        ("1 EACH", "1", "each"),
        ("0 mg", "0", "mg"),
    ],
)
def test_reads_an_amount_as_people_write_it(text: str, amount: str, name: str) -> None:
    assert Quantity.parse(text) == Quantity(Decimal(amount), unit(name))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        (" \t", "is empty"),
        ("4,5 mg", "can be read in two ways"),
        ("1,00 mg", "can be read in two ways"),
        ("1.000,5 mg", "can be read in two ways"),
        ("1000,000 mg", "can be read in two ways"),
        ("-5 mg", "is negative"),
        ("\N{MINUS SIGN}5 mg", "is negative"),
        ("45", "has no unit"),
        ("45 .", "has no unit"),
        ("1 million", "has no unit"),
        ("45 bananas", "not known here"),
        ("45 mg/kg", "not known here"),
        ("1e400 mg", "not known here"),
        ("5 m\N{LATIN SMALL LETTER DOTLESS I}llion units", "not known here"),
        ("mg", "is not an amount"),
        ("NaN mg", "is not an amount"),
        ("inf mg", "is not an amount"),
        ("five mg", "is not an amount"),
        ("\N{FULLWIDTH DIGIT FIVE} mg", "is not an amount"),
        ("1.2.3 mg", "is not a number"),
        ("5. mg", "is not a number"),
        (". mg", "is not a number"),
        (f"{'9' * 19} mg", "is too long"),
        ("0.0000000001 mg", "is too long"),
    ],
)
def test_refuses_with_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(QuantityError, match=reason) as refusal:
        Quantity.parse(text)
    assert str(refusal.value).endswith(".")


def test_a_refusal_quotes_no_more_than_the_start_of_a_long_text() -> None:
    with pytest.raises(QuantityError) as refusal:
        Quantity.parse("x" * 5000)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-1", "-0", "1e400", "1e-400"])
def test_what_is_no_amount_cannot_be_made(amount: str) -> None:
    with pytest.raises(QuantityError):
        Quantity(Decimal(amount), unit("mg"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1000 units", "1,000 units"),
        ("1 units", "1 unit"),
        ("0.50 mL", "0.5 mL"),
        ("100 mg", "100 mg"),
        ("45.0 MG", "45 mg"),
        ("2 VIAL", "2 vials"),
        ("1 million iu", "1,000,000 IU"),
    ],
)
def test_shows_an_amount_as_people_write_it(text: str, shown: str) -> None:
    assert str(Quantity.parse(text)) == shown


@pytest.mark.parametrize(
    ("text", "name", "converted"),
    [
        ("2 g", "mg", "2000 mg"),
        ("0.5 mg", "mcg", "500 mcg"),
        ("1 mcg", "g", "0.000001 g"),
        ("250 cc", "mL", "250 mL"),
        ("1 L", "cc", "1000 cc"),
        ("10 IU", "unit", "10 units"),
        ("0.5 mCi", "uCi", "500 uCi"),
        ("1 sq cm", "sq mm", "100 sq mm"),
        ("1 cm", "mm", "10 mm"),
        ("3 vials", "each", "3 each"),
        ("3 each", "dose", "3 doses"),
    ],
)
def test_converts_within_a_measure(text: str, name: str, converted: str) -> None:
    assert Quantity.parse(text).to(unit(name)) == Quantity.parse(converted)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("45 mg", "mL"),
        ("45 mg", "unit"),
        ("45 mg", "mEq"),
        ("1 mL", "sq cm"),
        ("1 mCi", "mg"),
        ("1 cm", "sq cm"),
        ("1 vial", "mg"),
        ("1 vial", "dose"),
        ("1 unit", "kiu"),
    ],
)
def test_refuses_to_convert_across_measures(text: str, name: str) -> None:
    with pytest.raises(QuantityError, match=f"{text} cannot be given in "):
        Quantity.parse(text).to(unit(name))


def test_a_refused_conversion_says_what_each_side_measures() -> None:
    with pytest.raises(QuantityError) as refusal:
        Quantity.parse("45 mg") / Quantity.parse("1 mL")
    expected = "45 mg cannot be given in mL: one measures mass, the other volume."
    assert str(refusal.value) == expected


def test_a_ratio_is_exact() -> None:
    assert Quantity.parse("1 g") / Quantity.parse("300 mg") == Fraction(10, 3)


def test_nothing_can_be_divided_by_zero_of_anything() -> None:
    with pytest.raises(QuantityError, match="cannot be divided by 0 mg"):
        Quantity.parse("1 g") / Quantity.parse("0 mg")


@given(quantities)
def test_what_is_shown_is_read_back(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity


@given(numbers, convertible)
def test_a_conversion_there_and_back_loses_nothing(
    number: Decimal, units: tuple[Unit, Unit]
) -> None:
    quantity = Quantity(number, units[0])
    assert quantity.to(units[1]).to(units[0]) == quantity


@given(numbers, numbers.filter(bool), convertible)
def test_a_ratio_is_that_of_the_converted_amounts(
    one: Decimal, other: Decimal, units: tuple[Unit, Unit]
) -> None:
    divisor = Quantity(other, units[1])
    ratio = Quantity(one, units[0]) / divisor
    assert ratio * Fraction(divisor.to(units[0]).amount) == Fraction(one)


words = st.sampled_from(
    [
        *"0159.,-+eE ",
        "one",
        "million",
        "billion",
        "mg",
        "ML",
        "units",
        "i.u.",
        "sq cm",
        "nan",
        "inf",
    ]
)


@given(st.one_of(st.text(), st.lists(words).map("".join), st.lists(words).map(" ".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        quantity = Quantity.parse(text)
    except QuantityError:
        return
    assert Quantity.parse(str(quantity)) == quantity
