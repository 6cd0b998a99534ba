"""The difference of real releases, held against the action codes that CMS itself prints."""

from pathlib import Path

import pytest

from hcpcs_desktop.domain.release_diff import Change, ChangeKind, Difference, difference
from hcpcs_desktop.sources.reading import Reading

from .cms_files import readings

SAYS: dict[str, set[ChangeKind]] = {
    "A": {"added"},
    "B": {"long_description"},
    "C": {"long_description"},
    "D": {"discontinued"},
    "F": {"coverage", "administrative"},
    "P": {"payment"},
    "R": {"reactivated"},
    "S": {"short_description"},
    "T": {"miscellaneous"},
}
"""What CMS's action code promises; the code that is not listed promises that nothing changed."""

SHIFTED = "the file of 2018 has the ASC columns shifted by two places"
ONLY_IN_WORKBOOK = "rental is printed in the workbook of 2019 alone"
WITHIN_THE_YEAR = "added and discontinued within the year"
AGAIN = "marked A though the file of 2018 has it"
REUSED = "withdrawn in a correction of 2018 and issued anew for something else"
CORRECTED = "corrected in January 2018, after the file was made"
CORRECTED_IN = "added by a correction of January 2018"
TYPING_ERROR = "a typing error was mended without an action code"
CHANGED_AT_ONCE = "added in April 2018 and reworded in January 2019"

DISAGREEMENTS = {
    SHIFTED: "C9488 C9745 C9746 C9747",
    ONLY_IN_WORKBOOK: "E0210 E0776",
    WITHIN_THE_YEAR: (
        "C9030 C9031 C9032 C9033 C9463 C9464 C9465 C9466 C9467 C9468 C9469 C9750 K0903 "
        "Q9993 Q9994 Q9995"
    ),
    AGAIN: "QQ VM",
    REUSED: "G9890 G9891",
    CORRECTED: (
        "G0279 G9367 G9368 G9481 G9482 G9483 G9484 G9485 G9486 G9487 G9488 G9489 G9490 G9637 G9638"
    ),
    CORRECTED_IN: "G9868 G9869 G9870",
    TYPING_ERROR: "G8891 G9801 G9898",
    CHANGED_AT_ONCE: "Q2041",
}


def annual(cms: Path, year: str) -> Reading:
    return readings(cms / year / f"{year}-Alpha-Numeric-HCPCS-File.zip")["anweb"]


def quarterly(cms: Path, month: str) -> Reading:
    return readings(cms / month / "anweb.xlsx", month)["anweb"]


def between(old: Reading, new: Reading) -> Difference:
    return difference(old.release, old.records, new.release, new.records)


def disagreeing(found: Difference, new: Reading) -> set[str]:
    """The codes of the newer release whose action code promises something else."""
    by_code = {change.code: change for change in found.changes}
    return {
        record.code
        for record in new.records
        if not _agrees(record.first("action"), by_code.get(record.code))
    }


def _agrees(action: str, change: Change | None) -> bool:
    if action == "N" or change is None:
        return action == "N" and change is None
    return not SAYS[action].isdisjoint(change.kinds)


def test_from_april_to_july_2020_every_code_agrees_with_cms(shared_cms: Path) -> None:
    old, new = quarterly(shared_cms, "2020-04"), quarterly(shared_cms, "2020-07")
    found = between(old, new)
    assert disagreeing(found, new) == set()
    assert {kind: count for kind, count in found.summary.items() if count} == {
        "added": 61,
        "discontinued": 9,
        "long_description": 4,
        "short_description": 5,
        "administrative": 6,
    }


def test_from_2018_to_2019_every_disagreement_has_its_reason(shared_cms: Path) -> None:
    old, new = annual(shared_cms, "2018"), annual(shared_cms, "2019")
    found = between(old, new)
    expected = {code for codes in DISAGREEMENTS.values() for code in codes.split()}
    assert disagreeing(found, new) == expected
    assert len(expected) == 48
    assert [each.code for each in found.changes if each.kinds == ("removed",)] == [
        "DA",
        "G9976",
        "G9977",
    ]


@pytest.mark.parametrize("reason", [CORRECTED, CORRECTED_IN, REUSED, SHIFTED])
def test_cms_says_so_in_its_corrections(shared_cms: Path, reason: str) -> None:
    path = shared_cms / "2018" / "2018-HCPCS-Alpha-Numeric-Corrections.zip"
    corrected = {each.code for each in readings(path)["corrections"].corrections}
    assert corrected >= set(DISAGREEMENTS[reason].split())


def test_the_other_reasons_show_in_the_records(shared_cms: Path) -> None:
    old, new = annual(shared_cms, "2018"), annual(shared_cms, "2019")
    before = {record.code: record for record in old.records}
    after = {record.code: record for record in new.records}
    for code in DISAGREEMENTS[WITHIN_THE_YEAR].split():
        assert code not in before
        assert after[code].first("added") >= "2018-01-01"
        assert after[code].first("termination") <= "2018-12-31"
    for code in DISAGREEMENTS[AGAIN].split():
        assert before[code].values == after[code].values
    for code in DISAGREEMENTS[REUSED].split():
        assert before[code].first("added") < after[code].first("added")
    for code in DISAGREEMENTS[TYPING_ERROR].split():
        assert before[code].first("action_effective") == after[code].first("action_effective")


def test_columns_that_july_2025_lacks_are_no_changes(shared_cms: Path) -> None:
    new = readings(shared_cms / "2025-07" / "HCPC2025_JUL_ANWEB_v3.xlsx")["anweb"]
    found = between(quarterly(shared_cms, "2020-07"), new)
    assert {kind: count for kind, count in found.summary.items() if count} == {
        "added": 1_612,
        "long_description": 311,
    }
