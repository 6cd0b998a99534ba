"""The drug tools held against cases that were worked out by hand, rule by rule.

A line of ``cases`` has what is asked and what is answered: of lists of lines the modifiers and
units, ``near`` for numbers to three decimals, ``sums`` for given and discarded units over all
lines, ``ndcs`` for the number of NDCs on the lines; or that the question is refused.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from .conftest import Answer, Batch, Run

CASES = Path(__file__).with_name("cases")
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    text = (CASES / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def differing(case: Case, answer: Answer) -> object:
    """What is not as worked out; nothing where all is."""
    if "refused" in case:
        return None if set(answer) == {"error"} else answer
    if "error" in answer:
        return answer
    return [
        (name, wanted, answer.get(name))
        for name, wanted in case["answered"].items()
        if not agrees(name, wanted, answer)
    ]


def agrees(name: str, wanted: Any, answer: Answer) -> bool:  # noqa: ANN401 - any JSON value
    lines = answer.get("lines", [])
    match name:
        case "near":
            return all(abs(answer[key] - number) < 0.0006 for key, number in wanted.items())
        case "lines":
            found = [{"modifiers": line["modifiers"], "units": line["units"]} for line in lines]
            return bool(found == wanted)
        case "sums":
            return bool(wanted == [units(lines, jw=False), units(lines, jw=True)])
        case "ndcs":
            return bool(len({line["ndc"] for line in lines if "ndc" in line}) == wanted)
        case "code":
            return {line["code"] for line in lines} == {wanted}
        case "absent":
            return not set(wanted) & set(answer)
    return name in answer and bool(answer[name] == wanted)


def units(lines: Sequence[Answer], *, jw: bool) -> int:
    return sum(line["units"] for line in lines if ("JW" in line["modifiers"]) is jw)


def failures(asked: Sequence[Case], answers: Sequence[Answer]) -> dict[str, object]:
    found = {
        case["name"]: differing(case, answer) for case, answer in zip(asked, answers, strict=True)
    }
    return {name: different for name, different in found.items() if different}


@pytest.mark.parametrize(("tool", "number"), [("units", 207), ("ndc", 97), ("bsa", 38)])
def test_worked_cases(batch: Batch, tool: str, number: int) -> None:
    asked = cases(tool)
    assert len(asked) == number
    assert failures(asked, batch(tool, [case["asked"] for case in asked])) == {}


def test_units_of_descriptions(run: Run, file_of_five: Path, tmp_path: Path) -> None:
    asked = cases("described")
    file = tmp_path / "batch.jsonl"
    file.write_text("".join(f"{json.dumps(case['asked'])}\n" for case in asked), encoding="utf-8")
    status, out, _ = run("units", "--json", "--batch", str(file), library=file_of_five)
    assert status == 0
    assert failures(asked, [json.loads(line) for line in out.splitlines()]) == {}
