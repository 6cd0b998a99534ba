"""Questions to ``modifiers`` and ``claim`` with what must and must not be found, from ``cases``.

They were written from the documents of the domain before the rules were read: each rule where it
fires and right beside it, on the days before, at and after each date, for each payer and setting.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.library.importing import Asked, build_file
from tests.sources import published

from .conftest import Answer, Run

CASES = Path(__file__).parent / "cases"
RANKS = ("error", "warning", "info")
Case = dict[str, Any]


@pytest.fixture(scope="module")
def whole(shared_cms: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All releases at hand, with the crosswalk."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    lists = [Asked(file, release) for release, file in published.lists(shared_cms).items()]
    crosswalk = Asked(shared_cms / "2025-10" / "asp_ndc_hcpcs_crosswalk.csv")
    build_file(path, paths.seeds(), [*lists, crosswalk], lambda *_: None)
    return path


def cases(tool: str) -> list[Case]:
    """The cases of a tool."""
    lines = (CASES / f"{tool}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def answers(
    run: Run, tool: str, found: Sequence[Case], library: Path, folder: Path
) -> list[Answer]:
    """The answers to the questions of cases."""
    file = folder / "questions.jsonl"
    file.write_text("".join(json.dumps(case["ask"]) + "\n" for case in found), encoding="utf-8")
    status, out, _ = run(tool, "--json", "--batch", str(file), library=library)
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


def test_modifiers(run: Run, whole: Path, tmp_path: Path) -> None:
    found = cases("modifiers")
    wrong = [
        (case, answer["rule"], [each["rule"] for each in answer["findings"]])
        for case, answer in zip(
            found, answers(run, "modifiers", found, whole, tmp_path), strict=True
        )
        if not _is_right_of_modifiers(case, answer)
    ]
    assert wrong == []
    assert len(found) > 200


def test_claims(run: Run, whole: Path, tmp_path: Path) -> None:
    found = cases("claims")
    wrong = [
        (case, _told(answer), answer["not_checked"])
        for case, answer in zip(found, answers(run, "claim", found, whole, tmp_path), strict=True)
        if not _is_right_of_claim(case, answer)
    ]
    assert wrong == []
    assert len(found) > 400


def _is_right_of_modifiers(case: Case, answer: Answer) -> bool:
    rules = {each["rule"] for each in answer["findings"]}
    return (
        case.get("result", answer["result"]) == answer["result"]
        and case.get("rule", answer["rule"]) == answer["rule"]
        and rules.issuperset(case.get("has", ()))
        and rules.isdisjoint(case.get("lacks", ()))
    )


def _is_right_of_claim(case: Case, answer: Answer) -> bool:
    told, skipped = _told(answer), " ".join(answer["not_checked"])
    return (
        told == sorted(told, key=lambda each: RANKS.index(each[1]))
        and case.get("exactly", told) == told
        and all(any(_matches(wanted, each) for each in told) for wanted in case.get("has", ()))
        and {rule for rule, *_ in told}.isdisjoint(case.get("lacks", ()))
        and all(text in skipped for text in case.get("not_checked", ()))
        and not any(text in skipped for text in case.get("checked", ()))
    )


def _told(answer: Answer) -> list[list[Any]]:
    return [[each["rule"], each["severity"], each["line"]] for each in answer["findings"]]


def _matches(wanted: list[Any], told: list[Any]) -> bool:
    """Whether a finding is the one that is wanted; what is null may be anything."""
    return all(one in (None, other) for one, other in zip(wanted, told, strict=True))
