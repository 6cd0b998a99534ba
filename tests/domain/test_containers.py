"""The choice of containers is exact: held against every combination there is."""

from fractions import Fraction
from itertools import product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.containers import ChoiceTooLargeError, choose


def chosen(sizes: list[str], dose: str) -> dict[str, int]:
    thousandths = [int(Fraction(amount) * 1000) for amount in (*sizes, dose)]
    counts = choose(thousandths[:-1], thousandths[-1])
    return {size: count for size, count in zip(sizes, counts, strict=True) if count}


@pytest.mark.parametrize(
    ("sizes", "dose", "expected"),
    [
        (["60"], "45", {"60": 1}),
        (["60"], "60", {"60": 1}),
        (["60"], "60.01", {"60": 2}),
        (["100", "400"], "680", {"400": 1, "100": 3}),
        (["100", "400"], "300", {"100": 3}),
        (["50", "100"], "153", {"100": 2}),
        (["10", "30", "60"], "50.4", {"60": 1}),
        (["20", "80", "160"], "135", {"80": 1, "20": 3}),
        (["0.1", "0.25"], "0.3", {"0.1": 3}),
        (["2.5", "10"], "0.001", {"2.5": 1}),
    ],
)
def test_least_is_opened_then_the_fewest_containers(
    sizes: list[str], dose: str, expected: dict[str, int]
) -> None:
    assert chosen(sizes, dose) == expected


def test_of_equal_choices_the_one_with_the_larger_container_wins() -> None:
    assert chosen(["10", "20", "30"], "40") == {"30": 1, "10": 1}


def every_combination(sizes: list[int], dose: int) -> tuple[int, int]:
    """The least total and the fewest containers for it, by trying all."""
    most = [ceil(dose / size) for size in sizes]
    return min(
        (sum(n * size for n, size in zip(counts, sizes, strict=True)), sum(counts))
        for counts in product(*(range(n + 1) for n in most))
        if sum(n * size for n, size in zip(counts, sizes, strict=True)) >= dose
    )


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=4, unique=True),
    st.integers(1, 60),
)
def test_no_combination_is_better(sizes: list[int], dose: int) -> None:
    counts = choose(sizes, dose)
    total = sum(n * size for n, size in zip(counts, sizes, strict=True))
    assert (total, sum(counts)) == every_combination(sizes, dose)


def reached_step_by_step(sizes: list[int], dose: int) -> tuple[int, int]:
    """The same over all totals, for doses that are large beside their containers."""
    fewest = {0: 0}
    for total in range(1, dose + max(sizes)):
        before = [fewest[total - size] for size in sizes if total - size in fewest]
        if before:
            fewest[total] = min(before) + 1
    total = min(n for n in fewest if n >= dose)
    return total, fewest[total]


@given(
    st.lists(st.integers(2, 25), min_size=2, max_size=6, unique=True),
    st.integers(1, 3000),
)
def test_what_is_set_aside_before_the_search_changes_nothing(sizes: list[int], dose: int) -> None:
    counts = choose(sizes, dose)
    total = sum(n * size for n, size in zip(counts, sizes, strict=True))
    assert (total, sum(counts)) == reached_step_by_step(sizes, dose)


@given(
    st.integers(2, 40),
    st.lists(st.integers(1, 40), min_size=2, max_size=5, unique=True),
    st.integers(1, 400),
    st.integers(1, 9000),
)
def test_a_size_that_fits_with_no_other_changes_nothing(
    step: int, multiples: list[int], odd: int, dose: int
) -> None:
    sizes = sorted({step * each for each in multiples} | {odd})
    counts = choose(sizes, dose)
    total = sum(n * size for n, size in zip(counts, sizes, strict=True))
    assert (total, sum(counts)) == reached_step_by_step(sizes, dose)


@pytest.mark.parametrize(
    ("sizes", "dose"),
    [
        ([1426, 2484, 1288, 1242, 552, 267], 461_204),
        ([960, 720, 540, 82, 1740, 1020], 45_855),
        ([1344, 560, 2800, 1456, 199, 1736], 55_770),
    ],
)
def test_many_containers_beside_an_odd_size(sizes: list[int], dose: int) -> None:
    counts = choose(sizes, dose)
    total = sum(n * size for n, size in zip(counts, sizes, strict=True))
    assert (total, sum(counts)) == reached_step_by_step(sizes, dose)


def test_sizes_that_share_no_measure_are_compared_where_few_are_needed() -> None:
    sizes, dose = [1_000_000_007, 2_718_281_829, 3_141_592_654], 20_000_000_001
    counts = choose(sizes, dose)
    total = sum(n * size for n, size in zip(counts, sizes, strict=True))
    assert (total, sum(counts)) == every_combination(sizes, dose)


def test_what_would_take_too_long_is_refused() -> None:
    sizes = [1_000_000_007 + 998_244_353 * n // 7 for n in range(6)]
    with pytest.raises(ChoiceTooLargeError):
        choose(sizes, 1000 * sizes[0])
