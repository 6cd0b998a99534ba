"""What was opened, overfill, and the NDCs of several sizes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hcpcs_desktop.domain.inputs import InputError
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
BEVACIZUMAB_NDCS = {"100 mg": "50242-060-01", "400 mg": "50242-061-01"}

Line = tuple[str, int]


def lines(result: UnitsResult) -> list[Line]:
    return [("".join(line.modifiers), line.units) for line in result.lines]


def answer(request: UnitsRequest, **changes: Any) -> UnitsResult:  # noqa: ANN401 - any field
    return compute(replace(request, **changes))


class TestContainers:
    """What was opened governs; sizes at hand give the suggestion."""

    def test_the_least_is_opened_then_the_fewest(self) -> None:
        assert compute(BEVACIZUMAB).vials_used == {"100 mg": 3, "400 mg": 1}
        assert answer(BEVACIZUMAB, dose="300 mg").vials_used == {"100 mg": 3}

    def test_sizes_keep_the_words_in_which_they_were_typed(self) -> None:
        result = answer(BEVACIZUMAB, vials=("0.1 g", " 400 MG", "100 mg"))
        assert result.vials_used == {"0.1 g": 3, " 400 MG": 1}

    def test_what_was_opened_governs_and_less_is_noted(self) -> None:
        result = answer(BEVACIZUMAB, opened=("400 mg", "400 mg"))
        assert lines(result) == [("", 68), ("JW", 12)]
        assert result.vials_used == {"400 mg": 2}
        assert any("3 × 100 mg, 700 mg instead of 800 mg" in note for note in result.notes)

    def test_a_container_that_was_not_needed_is_noted_without_sizes_at_hand(self) -> None:
        result = answer(JEVTANA, vials=(), opened=("60 mg", "60 mg"))
        assert lines(result) == [("", 45), ("JW", 75)]
        assert any("Less would have done: 1 × 60 mg" in note for note in result.notes)

    def test_the_best_choice_is_not_noted(self) -> None:
        assert answer(BEVACIZUMAB, opened=("400 mg", *["100 mg"] * 3)).notes == ()

    def test_without_containers_the_waste_is_unknown(self) -> None:
        result = answer(JEVTANA, vials=())
        assert lines(result) == [("", 45)]
        assert (result.discarded_units, result.discarded_amount) == (None, None)
        assert "enter what was opened" in result.notes[0]

    def test_each_container_tells_its_parts(self) -> None:
        result = compute(BEVACIZUMAB)
        parts = [
            (each.count, str(each.content), str(each.given), str(each.discarded))
            for each in result.containers
        ]
        assert parts == [
            (1, "400 mg", "400 mg", "0 mg"),
            (2, "100 mg", "100 mg", "0 mg"),
            (1, "100 mg", "80 mg", "20 mg"),
        ]

    def test_nothing_of_a_multi_dose_container_is_discarded(self) -> None:
        (container,) = answer(JEVTANA, vial_type="multi-dose").containers
        assert (str(container.given), str(container.discarded)) == ("45 mg", "0 mg")


class TestOverfill:
    """What is in the container beyond its label is never billed."""

    def test_it_is_no_waste(self) -> None:
        assert lines(answer(JEVTANA, overfill="13.2 mg")) == [("", 45), ("JW", 15)]

    def test_a_dose_with_overfill_is_billed_up_to_the_label(self) -> None:
        result = answer(JEVTANA, dose="65 mg", opened=("60 mg",), overfill="13.2 mg")
        assert lines(result) == [("JZ", 60)]
        assert result.record_sentence.startswith("65 mg given, overfill included, of one 60 mg")

    def test_no_further_container_is_suggested_where_it_is_enough(self) -> None:
        result = answer(JEVTANA, dose="65 mg", overfill="13.2 mg")
        assert result.vials_used == {"60 mg": 1}
        assert result.administered_units == 60
        assert answer(JEVTANA, dose="74 mg", overfill="13.2 mg").vials_used == {"60 mg": 2}

    def test_more_than_label_and_overfill_is_refused(self) -> None:
        with pytest.raises(InputError) as refusal:
            answer(JEVTANA, dose="74 mg", opened=("60 mg",), overfill="13.2 mg")
        assert refusal.value.field == "opened"


class TestNdcs:
    """One line for each NDC where the payer wants it; the totals stay."""

    def apart(self, result: UnitsResult) -> list[tuple[str | None, str, int]]:
        return [(line.ndc, "".join(line.modifiers), line.units) for line in result.lines]

    def test_medicare_takes_one_line_of_units(self) -> None:
        result = answer(BEVACIZUMAB, ndcs=BEVACIZUMAB_NDCS)
        assert self.apart(result) == [(None, "", 68), (None, "JW", 2)]
        assert any("several NDCs" in note for note in result.notes)

    @pytest.mark.parametrize("payer", ["medicaid", "medicare_advantage", "commercial", "other"])
    def test_others_take_a_line_for_each_ndc(self, payer: str) -> None:
        result = answer(BEVACIZUMAB, ndcs=BEVACIZUMAB_NDCS, payer=payer)
        assert self.apart(result) == [
            ("50242006101", "", 40),
            ("50242006001", "", 28),
            ("50242006001", "JW", 2),
        ]

    def test_what_is_known_of_the_payer_wins(self) -> None:
        apart = answer(BEVACIZUMAB, ndcs=BEVACIZUMAB_NDCS, one_line_per_ndc=True)
        assert len(apart.lines) == 3
        joined = answer(
            BEVACIZUMAB, ndcs=BEVACIZUMAB_NDCS, payer="medicaid", one_line_per_ndc=False
        )
        assert len(joined.lines) == 2

    def test_the_only_ndc_is_on_every_line(self) -> None:
        result = answer(JEVTANA, ndcs={"60 mg": "0024-5824-11"})
        assert {line.ndc for line in result.lines} == {"00024582411"}
        alone = answer(JEVTANA, vials=(), ndcs={"60 mg": "0024-5824-11"})
        assert alone.lines[0].ndc == "00024582411"

    def test_without_waste_every_line_has_jz(self) -> None:
        result = answer(BEVACIZUMAB, dose="700 mg", ndcs=BEVACIZUMAB_NDCS, payer="medicaid")
        assert lines(result) == [("JZ", 40), ("JZ", 30)]

    def test_waste_below_a_unit_spread_over_sizes_stays_one_unit(self) -> None:
        result = answer(
            JEVTANA,
            billing_unit="10 mg",
            dose="15 mg",
            opened=("20 mg", "5 mg"),
            vials=(),
            ndcs={"20 mg": "11111-1111-11", "5 mg": "22222-2222-22"},
            payer="medicaid",
        )
        assert self.apart(result) == [("11111111111", "", 2), ("22222222222", "JW", 1)]

    def test_a_size_without_ndc_is_named(self) -> None:
        result = answer(BEVACIZUMAB, ndcs={"0.1 g": "50242-060-01"}, payer="medicaid")
        assert [line.ndc for line in result.lines] == [None, "50242006001", "50242006001"]
        assert any("No NDC was given for 400 mg" in note for note in result.notes)

    def test_an_ndc_that_cannot_go_on_a_claim_is_noted(self) -> None:
        result = answer(JEVTANA, ndcs={"60 mg": "0024582411"})
        assert result.lines[0].ndc is None
        assert any("three ways" in note for note in result.notes)
