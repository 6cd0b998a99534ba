"""A dose becomes claim lines: rounding, waste, JW and JZ, containers, NDCs, refusals."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import UnitsRequest, UnitsResult
from tests.domain.units_of_today import compute

JEVTANA = UnitsRequest(
    code="J9043",
    billing_unit="1 mg",
    dose="45 mg",
    vials=("60 mg",),
    vial_type="single-dose",
    dos=date(2025, 6, 10),
)
BEVACIZUMAB = replace(
    JEVTANA, code="J9035", billing_unit="10 mg", dose="680 mg", vials=("100 mg", "400 mg")
)
TOO_FINE = tuple(f"1.{10_000_019 * (n + 3):09d} mg" for n in range(6))
BEVACIZUMAB_NDCS = {"100 mg": "50242-060-01", "400 mg": "50242-061-01"}

Line = tuple[str, int]


def lines(result: UnitsResult) -> list[Line]:
    return [("".join(line.modifiers), line.units) for line in result.lines]


def answer(request: UnitsRequest, **changes: Any) -> UnitsResult:  # noqa: ANN401 - any field
    return compute(replace(request, **changes))


def test_waste_goes_on_a_line_of_its_own() -> None:
    result = compute(JEVTANA)
    assert lines(result) == [("", 45), ("JW", 15)]
    assert {line.code for line in result.lines} == {"J9043"}
    assert str(result.discarded_amount) == "15 mg"
    assert result.jw_jz_applies


def test_the_code_is_written_as_on_the_claim() -> None:
    assert answer(JEVTANA, code=" j9043 ").lines[0].code == "J9043"
    assert answer(JEVTANA, code=None).lines[0].code is None


class TestRounding:
    """Given is rounded up, discarded down, exactly."""

    def test_both_add_up_to_the_label_where_it_holds_whole_units(self) -> None:
        result = answer(JEVTANA, billing_unit="0.1 mg", dose="1.75 mg", vials=("3.5 mg",))
        assert lines(result) == [("", 18), ("JW", 17)]

    def test_a_quotient_that_is_whole_stays_whole(self) -> None:
        result = answer(JEVTANA, billing_unit="0.1 mg", dose="2.3 mg", vials=("2.3 mg",))
        assert lines(result) == [("JZ", 23)]

    def test_units_of_one_measure_are_converted(self) -> None:
        result = answer(JEVTANA, billing_unit="250 mg", dose="0.6 g", vials=("1 g",))
        assert lines(result) == [("", 3), ("JW", 1)]
        assert str(result.discarded_amount) == "0.4 g"

    def test_a_dose_from_a_body_surface_is_not_rounded_before(self) -> None:
        dose = Quantity(Decimal("36.36237371545238137167384829"), Quantity.parse("1 mg").unit)
        result = answer(JEVTANA, dose=dose)
        assert lines(result) == [("", 37), ("JW", 23)]
        assert str(result.discarded_amount) == "23.637626285 mg"

    def test_a_billing_unit_may_be_worded_as_in_a_descriptor(self) -> None:
        assert answer(JEVTANA, billing_unit="up to 40 mg").administered_units == 2


class TestWasteBelowOneUnit:
    """Never JW, and JZ once it is required."""

    def test_less_than_a_unit_is_one_line_with_jz(self) -> None:
        result = answer(JEVTANA, billing_unit="10 mg", dose="7 mg", vials=("10 mg",))
        assert lines(result) == [("JZ", 1)]
        assert result.discarded_units == 0
        assert str(result.discarded_amount) == "3 mg"

    def test_a_unit_as_large_as_the_container(self) -> None:
        result = answer(JEVTANA, billing_unit="100 mg", dose="70 mg", vials=("100 mg",))
        assert lines(result) == [("JZ", 1)]

    def test_a_unit_larger_than_the_container(self) -> None:
        result = answer(JEVTANA, billing_unit="100 mg", dose="30 mg", vials=("50 mg",))
        assert lines(result) == [("JZ", 1)]

    def test_before_jz_was_required_the_line_is_bare(self) -> None:
        result = answer(
            JEVTANA, billing_unit="10 mg", dose="7 mg", vials=("10 mg",), dos=date(2023, 6, 30)
        )
        assert lines(result) == [("", 1)]


class TestDates:
    """JW and JZ by date of service."""

    @pytest.mark.parametrize(
        ("dos", "expected"),
        [
            ("2002-12-31", [("", 45)]),
            ("2003-01-01", [("", 45), ("JW", 15)]),
            ("2016-12-31", [("", 45), ("JW", 15)]),
            ("2017-01-01", [("", 45), ("JW", 15)]),
            ("2023-07-01", [("", 45), ("JW", 15)]),
        ],
    )
    def test_jw(self, dos: str, expected: list[Line]) -> None:
        assert lines(answer(JEVTANA, dos=date.fromisoformat(dos))) == expected

    @pytest.mark.parametrize(
        ("dos", "expected"),
        [
            ("2022-12-31", [("", 60)]),
            ("2023-01-01", [("", 60)]),
            ("2023-06-30", [("", 60)]),
            ("2023-07-01", [("JZ", 60)]),
        ],
    )
    def test_jz(self, dos: str, expected: list[Line]) -> None:
        result = answer(JEVTANA, dose="60 mg", dos=date.fromisoformat(dos))
        assert lines(result) == expected

    @pytest.mark.parametrize(
        ("dose", "dos", "words"),
        [
            ("45 mg", "2002-12-31", "JW came on 2003-01-01"),
            ("45 mg", "2016-12-31", "contractor decided"),
            ("60 mg", "2023-01-01", "JZ may be added"),
        ],
    )
    def test_a_date_that_leaves_it_open_is_explained(self, dose: str, dos: str, words: str) -> None:
        result = answer(JEVTANA, dose=dose, dos=date.fromisoformat(dos))
        assert any(words in note for note in result.notes)


class TestWhereJwAndJzDoNotApply:
    """One line of what was given, without modifier."""

    @pytest.mark.parametrize("status", ["N", "n", "L", "S1", "E1", "R"])
    def test_packaged_or_otherwise_not_paid_as_a_drug(self, status: str) -> None:
        result = answer(JEVTANA, opps_status=status)
        assert lines(result) == [("", 45)]
        assert not result.jw_jz_applies
        assert str(result.discarded_amount) == "15 mg"

    @pytest.mark.parametrize("status", ["G", "K", "k", "K1", "K2", "", None])
    def test_a_drug_paid_on_its_own(self, status: str | None) -> None:
        assert answer(JEVTANA, opps_status=status).jw_jz_applies

    def test_a_multi_dose_container_has_no_waste(self) -> None:
        result = answer(JEVTANA, vial_type="multi-dose")
        assert lines(result) == [("", 45)]
        assert (result.discarded_units, str(result.discarded_amount)) == (0, "0 mg")
        assert result.vials_used == {"60 mg": 1}
        assert not result.jw_jz_applies

    @pytest.mark.parametrize(
        ("dos", "product_class", "expected"),
        [
            ("2025-12-31", "skin substitute non-BLA", [("", 44), ("JW", 5)]),
            ("2026-01-01", "skin substitute non-BLA", [("", 44)]),
            ("2026-01-01", "skin substitute BLA", [("", 44), ("JW", 5)]),
        ],
    )
    def test_skin_substitutes(self, dos: str, product_class: str, expected: list[Line]) -> None:
        result = answer(
            JEVTANA,
            code="Q4101",
            billing_unit="1 sq cm",
            dose="44 sq cm",
            vials=("49 sq cm",),
            dos=date.fromisoformat(dos),
            product_class=product_class,
        )
        assert lines(result) == expected

    def test_the_class_of_a_skin_substitute_is_asked_for(self) -> None:
        skin = {"code": "Q4101", "billing_unit": "1 sq cm", "dose": "4 sq cm", "vials": ()}
        late = answer(JEVTANA, **skin, dos=date(2026, 1, 1))
        assert any("choose the class" in note for note in late.notes)
        early = answer(JEVTANA, **skin, dos=date(2025, 12, 31))
        assert not any("choose the class" in note for note in early.notes)

    @pytest.mark.parametrize("code", ["S9327", "E0781", "A4221", "K0455", "T1001"])
    def test_codes_of_services_and_supplies(self, code: str) -> None:
        result = answer(JEVTANA, code=code, billing_unit="1 day", dose="3 days", vials=())
        assert lines(result) == [("", 3)]
        assert not result.jw_jz_applies

    def test_what_the_library_knows_of_the_code_wins(self) -> None:
        assert not answer(JEVTANA, is_drug=False).jw_jz_applies
        assert answer(JEVTANA, code="S9999", is_drug=True).jw_jz_applies


@pytest.mark.parametrize("payer", ["medicare_advantage", "medicaid", "commercial", "other"])
def test_other_payers_get_the_same_lines_and_a_note(payer: str) -> None:
    result = answer(JEVTANA, payer=payer)
    assert lines(result) == lines(compute(JEVTANA))
    assert any("the contract says" in note for note in result.notes)
    assert compute(JEVTANA).notes == ()


class TestWords:
    """The steps with their sources, and the sentence for the record."""

    def test_every_step_has_a_source(self) -> None:
        result = compute(BEVACIZUMAB)
        assert [step.text for step in result.steps[:3]] == [
            "Least to open: 3 × 100 mg + 1 × 400 mg, 700 mg in all.",
            "Given: 680 mg ÷ 10 mg = 68.",
            "Left over: 20 mg ÷ 10 mg = 2.",
        ]
        assert all(step.source for step in result.steps)

    def test_rounding_is_shown(self) -> None:
        result = answer(JEVTANA, billing_unit="10 mg", dose="1234.5 mg", vials=("1239 mg",))
        texts = " ".join(step.text for step in result.steps)
        assert "= 123.45, rounded up to 124" in texts
        assert "= 0.45, rounded down to 0" in texts

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            (
                {},
                "45 mg given of one 60 mg single-dose vial; "
                "15 mg discarded and not given to any patient.",
            ),
            ({"dose": "60 mg"}, "60 mg given of one 60 mg single-dose vial; nothing discarded."),
            ({"vial_type": "multi-dose"}, "45 mg given of one 60 mg multi-dose vial."),
            ({"vials": ()}, "45 mg given."),
            (
                {"dose": "155 units", "vials": ("200 units",), "billing_unit": "1 unit"},
                "155 units given of one 200 unit single-dose vial; "
                "45 units discarded and not given to any patient.",
            ),
            (
                {"dose": "600 mg", "container": "prefilled syringe"},
                "600 mg given of 10 × 60 mg single-dose prefilled syringes; nothing discarded.",
            ),
        ],
    )
    def test_the_sentence_for_the_record(self, changes: Mapping[str, Any], sentence: str) -> None:
        assert answer(JEVTANA, **changes).record_sentence == sentence

    def test_a_dose_that_is_tiny_beside_its_container_is_noted(self) -> None:
        assert any("very little" in note for note in answer(JEVTANA, dose="45 mcg").notes)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"dose": "-45 mg"}, "dose"),
        ({"dose": "0 mg"}, "dose"),
        ({"dose": "NaN mg"}, "dose"),
        ({"dose": "1e400"}, "dose"),
        ({"dose": "1e400 mg"}, "dose"),
        ({"dose": "4,5 mg"}, "dose"),
        ({"dose": "45"}, "dose"),
        ({"dose": ""}, "dose"),
        ({"dose": "45 mL"}, "dose"),
        ({"dose": "60 g"}, "dose"),
        ({"billing_unit": "0 mg"}, "billing_unit"),
        ({"billing_unit": "a lot"}, "billing_unit"),
        ({"vials": ("0 mg",)}, "vials"),
        ({"vials": ("60 mL",)}, "vials"),
        ({"vials": tuple(f"{n} mg" for n in range(1, 10_001))}, "vials"),
        ({"vials": TOO_FINE, "dose": "900 mg"}, "vials"),
        ({"opened": ("0 mg",)}, "opened"),
        ({"opened": ("20 mg", "20 mg")}, "opened"),
        ({"opened": ("60 mg",) * 10_000}, "opened"),
        ({"overfill": "-1 mg"}, "overfill"),
        ({"ndcs": {"sixty": "0024-5824-11"}}, "ndcs"),
        ({"vial_type": "vial"}, "vial_type"),
        ({"payer": "aetna"}, "payer"),
        ({"product_class": "skin"}, "product_class"),
        ({"container": "bag"}, "container"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as refusal:
        answer(JEVTANA, **changes)
    assert refusal.value.field == field
    assert str(refusal.value) == f"{field}: {refusal.value.reason}"


def test_amounts_may_be_written_in_words_and_without_blank() -> None:
    assert lines(answer(JEVTANA, dose="45mg")) == [("", 45), ("JW", 15)]
    assert lines(answer(JEVTANA, dose="45 milligrams")) == [("", 45), ("JW", 15)]


def test_without_containers_the_line_says_what_it_lacks() -> None:
    unknown = answer(JEVTANA, vials=())
    assert unknown.discarded_units is None
    assert any("lacks JW or JZ" in note for note in unknown.notes)
    earlier = answer(JEVTANA, vials=(), dos=date(2023, 6, 30))
    assert not any("lacks JW or JZ" in note for note in earlier.notes)
