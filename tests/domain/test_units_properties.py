"""What holds for every dose, container and date."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

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

tenths = st.integers(1, 5000).map(lambda tenth: f"{tenth / 10:.1f} mg")
cases = st.builds(
    UnitsRequest,
    code=st.just("J9043"),
    billing_unit=st.sampled_from(["0.1 mg", "1 mg", "2.5 mg", "7.5 mg", "10 mg", "250 mg"]),
    dose=tenths,
    vials=st.lists(tenths, min_size=1, max_size=3).map(tuple),
    vial_type=st.sampled_from(["single-dose", "multi-dose"]),
    dos=st.integers(0, 12_000).map(lambda days: date(2000, 1, 1) + timedelta(days)),
    opps_status=st.sampled_from([None, "K", "N"]),
)


def worked(request: UnitsRequest) -> UnitsResult | None:
    """The answer, or None for a dose that is refused for its containers."""
    try:
        return compute(request)
    except InputError:
        return None


def milligrams(typed: str) -> Fraction:
    return Fraction(typed.removesuffix(" mg"))


@given(cases)
def test_no_more_than_the_label_is_ever_billed(request: UnitsRequest) -> None:
    result = worked(request)
    if result is None:
        return
    assert result.discarded_units is not None
    opened = sum(milligrams(size) * count for size, count in result.vials_used.items())
    unit = milligrams(str(request.billing_unit))
    assert opened >= milligrams(str(request.dose))
    assert result.administered_units + result.discarded_units <= ceil(opened / unit)
    assert sum(line.units for line in result.lines) <= ceil(opened / unit)


@given(cases)
def test_lines_are_whole_and_jw_and_jz_never_meet(request: UnitsRequest) -> None:
    result = worked(request)
    if result is None:
        return
    modifiers = [modifier for line in result.lines for modifier in line.modifiers]
    assert not {"JW", "JZ"} <= set(modifiers)
    assert all(type(line.units) is int and line.units > 0 for line in result.lines)
    assert all(len(line.modifiers) <= 1 for line in result.lines)
    assert result.jw_jz_applies or not modifiers
    given_units = [line.units for line in result.lines if line.modifiers != ("JW",)]
    assert sum(given_units) == result.administered_units


@given(cases, st.lists(tenths, min_size=1, max_size=4))
def test_lines_apart_by_ndc_add_up_to_the_same(request: UnitsRequest, opened: list[str]) -> None:
    ndcs = {size: f"{n:05d}-0001-01" for n, size in enumerate(opened)}
    together = worked(replace(request, opened=tuple(opened)))
    apart = worked(replace(request, opened=tuple(opened), ndcs=ndcs, one_line_per_ndc=True))
    if together is None or apart is None:
        return

    def totals(result: UnitsResult) -> dict[tuple[str, ...], int]:
        sums: dict[tuple[str, ...], int] = {}
        for line in result.lines:
            sums[line.modifiers] = sums.get(line.modifiers, 0) + line.units
        return sums

    assert totals(apart) == totals(together)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_answered_or_refused(dose: str, size: str) -> None:
    result = worked(replace(JEVTANA, dose=dose, vials=(size,)))
    assert result is None or result.administered_units > 0
