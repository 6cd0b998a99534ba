"""``show`` on a day, over five releases of CMS, held against the workbooks as CMS published them.

The workbooks are read by hand here, and the rules of a day told once more, so that the app and
this test agree only where both are right.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from hcpcs_desktop.domain.dictionary import DESCRIPTIONS, FIELD_NAMES, SEVERAL_PLACES
from tests.sources.anweb_file import record, save, text
from tests.sources.published import Cells, release_cells

from .commands import Command, Json, LinesFile

DAYS = (
    "2003-01-01", "2017-12-31", "2018-01-01", "2018-12-31", "2019-01-01", "2019-11-20",
    "2020-03-31", "2020-04-01", "2020-06-30", "2020-07-01", "2025-06-30", "2025-07-01",
    "2026-11-22",
)  # fmt: skip
EVERY = 150
OF_INTEREST = (
    "A9589", "C9058", "C9488", "DA", "E0210", "G0503", "G9868", "G9890", "G9976", "J0175", "J9043",
    "J9064", "J9310", "JW", "K0903", "Q2041", "Q9993", "QQ", "S9325",
)  # fmt: skip
"""Codes that came, went, were corrected, or that only one of the releases lists."""


@cache
def cells(cms: Path) -> dict[str, Cells]:
    return release_cells(cms)


def month(day: str) -> str:
    return day[:7]


def listing(cms: Path, code: str) -> list[str]:
    """The releases that list a code."""
    return [each for each, found in cells(cms).items() if (code, "long_description") in found]


def expected_field(cms: Path, code: str, name: str, day: str) -> tuple[tuple[str, ...], str | None]:
    """What a field says on a day, and of which release that is."""
    printing = [each for each, found in cells(cms).items() if (code, name) in found]
    if name in ("added", "termination"):
        told = [each for each in printing if name == "termination" or cells(cms)[each][code, name]]
        printing = told[-1:] or printing[-1:]
    past = [each for each in printing if each <= month(day)]
    release = past[-1] if past else next(iter(printing), None)
    return (cells(cms)[release][code, name] if release else ()), release


def expected_state(cms: Path, code: str, day: str) -> str:
    (added, _), (ended, _) = (
        expected_field(cms, code, name, day) for name in ("added", "termination")
    )
    if not added:
        return "unknown"
    if day < added[0]:
        return "not_yet_effective"
    if ended:
        return "valid" if day <= ended[0] else "discontinued"
    later = [each for each in cells(cms) if each > listing(cms, code)[-1]]
    return "unknown" if later and later[0] <= month(day) else "valid"


def sample(cms: Path) -> list[str]:
    """Codes and modifiers from the whole range, and those of interest."""
    codes = sorted({code for found in cells(cms).values() for code, _ in found})
    return sorted({*codes[::EVERY], *OF_INTEREST})


@pytest.mark.parametrize("day", DAYS)
def test_a_code_on_a_day_is_what_cms_published_for_it(
    command: Command, lines_file: LinesFile, shared_cms: Path, file_of_five: Path, day: str
) -> None:
    codes = sample(shared_cms)
    asked = ["show", "--batch", lines_file(*codes), "--on", day, "--json"]
    answers = command("--library", file_of_five, *asked).lines
    assert [answer["code"] for answer in answers] == codes
    for answer in answers:
        check(shared_cms, answer, day)


def check(cms: Path, answer: Json, day: str) -> None:
    code = answer["code"]
    fields = {field["name"]: field for field in answer["fields"]}
    assert fields.keys() == set(FIELD_NAMES)
    for name in FIELD_NAMES:
        values, release = expected_field(cms, code, name, day)
        printed = list(values) if name in SEVERAL_PLACES else "".join(values)
        shown = printed if release else None
        assert (fields[name]["value"], fields[name]["release"]) == (shown, release), (code, name)
    for name, key in zip(DESCRIPTIONS, ("long", "short"), strict=True):
        assert answer[key] == "".join(expected_field(cms, code, name, day)[0]), code
    assert answer["state"] == expected_state(cms, code, day), code
    for name, key in (("added", "added"), ("termination", "terminated")):
        assert (answer[key] or "") == "".join(expected_field(cms, code, name, day)[0]), code
    past = [each for each in listing(cms, code) if each <= month(day)]
    assert answer["release"] == (past[-1] if past else listing(cms, code)[0])
    told = any(f"No release at or before {day} lists it" in each for each in answer["provenance"])
    assert told == (not past), code


def test_a_sample_has_every_state_and_kind(shared_cms: Path) -> None:
    codes = sample(shared_cms)
    assert {expected_state(shared_cms, code, day) for code in codes for day in DAYS} == {
        "valid",
        "not_yet_effective",
        "discontinued",
        "unknown",
    }
    assert {len(code) for code in codes} == {2, 5}


@pytest.mark.parametrize("day", ["2020-07-01", "2025-07-01"])
def test_dates_are_stated_even_where_the_newest_release_has_none(
    command: Command, file_of_five: Path, day: str
) -> None:
    found = command("--library", file_of_five, "show", "J9310", "--on", day, "--json").json
    assert (found["state"], found["terminated"]) == ("discontinued", "2018-12-31")
    assert date.fromisoformat(found["added"]) < date(2018, 12, 31)


@pytest.fixture
def came_back(command: Command, tmp_path: Path) -> Path:
    """A library in which one code comes back in silence, and one on a day that CMS states."""
    ended = {"added": "20100101", "termination": "20181231"}
    silent = record("J9310", "Injection, rituximab, 100 mg", added="20100101")
    stated = record(
        "J9044", "Bortezomib", added="20100101", action="R", action_effective="20190701"
    )
    old = [*record("J9310", "Rituximab", **ended), *record("J9044", "Bortezomib", **ended)]
    files = [
        save(tmp_path, text(old), "HCPC2019_JAN_ANWEB.txt"),
        save(tmp_path, text([*silent, *stated]), "HCPC2020_JAN_ANWEB.txt"),
    ]
    assert command("build", "--out", tmp_path / "library.db", *files).status == 0
    return tmp_path / "library.db"


@pytest.mark.parametrize(
    ("code", "day", "state"),
    [
        ("J9310", "2018-12-31", "valid"),
        ("J9310", "2019-01-01", "unknown"),
        ("J9310", "2019-12-31", "unknown"),
        ("J9310", "2020-01-01", "valid"),
        ("J9044", "2019-01-01", "discontinued"),
        ("J9044", "2019-06-30", "discontinued"),
        ("J9044", "2019-07-01", "valid"),
    ],
)
def test_the_gap_of_a_code_that_came_back(
    command: Command, came_back: Path, code: str, day: str, state: str
) -> None:
    found = command("--library", came_back, "show", code, "--on", day, "--json").json
    assert found["state"] == state


def test_both_ends_of_an_unsure_gap_are_said(command: Command, came_back: Path) -> None:
    found = command("--library", came_back, "show", "J9310", "--on", "2019-05-01", "--json").json
    assert any("2018-12-31" in each and "2020-01-01" in each for each in found["provenance"])
    assert found["long"] == "Rituximab"


@pytest.mark.parametrize(
    ("code", "day", "said"),
    [
        ("J7001", "2021-03-01", "Discontinued; last valid day 2020-12-31; usable again from 2021-"),
        ("J7001", "2022-03-01", "Discontinued; last valid day 2021-12-31"),
        ("J7002", "2020-06-01", "Valid since 2010-01-01; last valid day 2020-12-31"),
        ("J7002", "2021-08-01", "Valid since 2021-07-01"),
    ],
)
def test_a_day_is_answered_by_the_time_that_it_lies_in(
    command: Command, file_of_returns: Path, code: str, day: str, said: str
) -> None:
    assert said in command("--library", file_of_returns, "show", code, "--on", day).out


def test_a_claim_names_the_end_before_its_date(command: Command, file_of_returns: Path) -> None:
    asked = ("claim", "--code", "J7001", "--units", "1", "--dos", "2021-03-01", "--json")
    findings = command("--library", file_of_returns, *asked).json["findings"]
    (found,) = [each for each in findings if each["rule"] == "code_discontinued"]
    assert "ended on 2020-12-31, before the date of service 2021-03-01" in found["message"]


def test_a_claim_does_not_take_a_list_without_dates_for_valid(
    command: Command, file_of_five: Path
) -> None:
    """J1040 ended in 2024; the list of July 2025 still holds it and prints no dates."""
    asked = ("claim", "--code", "J1040", "--units", "1", "--json", "--dos")
    not_checked = {
        day: command("--library", file_of_five, *asked, day).json["not_checked"]
        for day in ("2020-08-01", "2025-08-01")
    }
    shown = command("--library", file_of_five, "show", "J1040", "--on", "2025-08-01").out
    assert "Valid since 1982-01-01, as of July 2020" in shown
    said = "whether J1040 has ended since July 2020"
    assert not any(said in each for each in not_checked["2020-08-01"])
    assert any(said in each for each in not_checked["2025-08-01"])
