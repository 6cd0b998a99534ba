"""Units and the choice of containers, worked out with every keystroke.

Measured in the time of this process, so that a busy machine does not count.
"""

import json
import random
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest

from hcpcs_desktop.domain.containers import choose
from tests.domain.test_units_examples import request_of
from tests.domain.units_of_today import compute

pytestmark = pytest.mark.bench

CALCULATIONS, MOST_SECONDS = 10_000, 2.0
CHOICES, MOST_MS = 500, 100.0
SIZES, UNITS = 6, 10_000
FINENESS = (1, 10, 100, 1000)
"""Into how many parts a unit is divided by the sizes: 4, 2.5, 0.25 and 0.125 mg."""


def test_ten_thousand_calculations(shared_domain: Path) -> None:
    cases = json.loads((shared_domain / "units_examples.json").read_text(encoding="utf-8"))
    requests = [request_of(case["input"]) for case in cases]
    many = [
        replace(request, dose=f"{1 + number % 997} {str(request.dose).split()[-1]}")
        for number, request in enumerate(islice(cycle(requests), CALCULATIONS))
    ]
    taken = _seconds(lambda: [compute(request) for request in many])
    print(f"\n{CALCULATIONS:,} unit calculations: {taken:.2f} s")
    assert taken < MOST_SECONDS


def test_the_choice_of_containers() -> None:
    made = random.Random(5)
    taken = []
    for number in range(CHOICES):
        fine = FINENESS[number % len(FINENESS)]
        sizes = made.sample(range(1, UNITS * fine), SIZES)
        begin = time.process_time()
        choose(sizes, UNITS * fine)
        taken.append(1000 * (time.process_time() - begin))
    print(f"\nchoice of {SIZES} sizes, {CHOICES} drawn: at most {max(taken):.0f} ms")
    assert max(taken) < MOST_MS


def _seconds(task: Callable[[], object]) -> float:
    begin = time.process_time()
    task()
    return time.process_time() - begin
