"""Everything that is known of a code on a date."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hcpcs_desktop.domain.dictionary import FIELD_NAMES
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library.codes import page
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import Asked, build_file
from tests.sources.anweb_file import HEADER, row, save, workbook

ON = date(2020, 8, 1)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory, few_seeds: Path) -> Iterator[Library]:
    """A library of three releases: with all columns, with others, and with two columns."""
    folder = tmp_path_factory.mktemp("three")
    rows = {
        "HCPC2020_JAN_ANWEB.xlsx": [
            HEADER,
            row("J9043", "Cabazitaxel", coverage="C", pricing="51", statute="1833"),
            row("J9044", "Bortezomib", added="20200101"),
        ],
        "HCPC2020_APR_ANWEB.xlsx": [HEADER, row("J9043", "Cabazitaxel, 1 mg", coverage="Q")],
        "HCPC2020_JUL_ANWEB.xlsx": [
            ["HCPC", "LONG DESCRIPTION"],
            ["J9043", "Injection, cabazitaxel, 1 mg"],
            ["J9064", "Injection, cabazitaxel (sandoz), 1 mg"],
            ["A1234", "Something new"],
        ],
    }
    files = [save(folder, workbook({"A": cells}), name) for name, cells in rows.items()]
    target = folder / "library.db"
    build_file(target, few_seeds, [Asked(file) for file in files], lambda *_: None)
    with closing(Library.open(target)) as library:
        yield library


@pytest.fixture(scope="module")
def of_2023(tmp_path_factory: pytest.TempPathFactory, few_seeds: Path) -> Iterator[Library]:
    """July 2023 with all columns, October without termination dates, January without added ones."""
    folder = tmp_path_factory.mktemp("2023")
    rows = {
        "HCPC2023_JUL_ANWEB.xlsx": [
            HEADER,
            row("J1000", "Depo-estradiol"),
            row("J1040", "Methylprednisolone", termination="20221231"),
        ],
        "HCPC2023_OCT_ANWEB.xlsx": [
            ["HCPC", "SEQNUM", "LONG DESCRIPTION", "ADD DT"],
            ["J1000", "0010", "Depo-estradiol", "20100101"],
            ["J1040", "0010", "Methylprednisolone", "20100101"],
        ],
        "HCPC2024_JAN_ANWEB.xlsx": [
            ["HCPC", "SEQNUM", "LONG DESCRIPTION", "TERM DT"],
            ["J1000", "0010", "Depo-estradiol", "20230930"],
            ["J1040", "0010", "Methylprednisolone", "20221231"],
            ["J1050", "0010", "Medroxyprogesterone", "20230930"],
        ],
    }
    files = [save(folder, workbook({"A": cells}), name) for name, cells in rows.items()]
    target = folder / "library.db"
    build_file(target, few_seeds, [Asked(file) for file in files], lambda *_: None)
    with closing(Library.open(target)) as library:
        yield library


@pytest.mark.parametrize(
    ("code", "on", "state"),
    [
        ("J1040", "2022-12-31", "valid"),
        ("J1040", "2023-11-01", "discontinued"),
        ("J1000", "2023-09-30", "valid"),
        ("J1000", "2024-02-01", "discontinued"),
        ("J1050", "2023-09-30", "unknown"),
        ("J1050", "2023-10-01", "discontinued"),
    ],
)
def test_dates_once_known_stay_where_a_list_lacks_their_column(
    of_2023: Library, code: str, on: str, state: str
) -> None:
    assert page(of_2023, code, date.fromisoformat(on)).state == state


@pytest.mark.parametrize(
    ("code", "on", "added", "since", "terminated", "usable_again"),
    [
        ("J7001", "2020-06-01", "2010-01-01", "2010-01-01", "2020-12-31", "2021-07-01"),
        ("J7001", "2021-03-01", "2010-01-01", "2010-01-01", "2020-12-31", "2021-07-01"),
        ("J7001", "2021-07-01", "2010-01-01", "2021-07-01", "2021-12-31", ""),
        ("J7001", "2022-01-01", "2010-01-01", "2021-07-01", "2021-12-31", ""),
        ("J7002", "2020-06-01", "2010-01-01", "2010-01-01", "2020-12-31", "2021-07-01"),
        ("J7002", "2021-07-01", "2021-07-01", "2021-07-01", "", ""),
    ],
)
def test_the_dates_of_a_code_that_came_back_are_those_of_the_day(
    returns: Library,
    code: str,
    on: str,
    added: str,
    since: str,
    terminated: str,
    usable_again: str,
) -> None:
    found = page(returns, code, date.fromisoformat(on))
    days = found.added, found.since, found.terminated, found.usable_again
    wanted = [added, since, terminated, usable_again]
    assert [day.isoformat() if day else "" for day in days] == wanted


def test_a_code_of_which_only_the_end_is_known_says_so(of_2023: Library) -> None:
    found = page(of_2023, "J1050", date(2023, 10, 1))
    assert (found.added, found.terminated) == (None, date(2023, 9, 30))
    assert any(
        "its last valid day is 2023-09-30, its first is not known" in each
        for each in found.provenance
    )


@pytest.mark.parametrize("typed", ["J9043", " j-9043 "])
def test_a_page_holds_all_fields_of_the_record(small: Library, typed: str) -> None:
    found = page(small, typed, ON)
    assert (found.code, found.kind, found.on, found.state) == ("J9043", "code", ON, "valid")
    assert tuple(field.name for field in found.fields) == FIELD_NAMES
    assert all(field.label and field.help and field.source for field in found.fields)
    assert (found.added, found.terminated) == (date(2010, 1, 1), None)
    assert (found.is_drug, found.is_noc) == (True, False)
    assert found.checklist.items
    assert found.section[0].startswith("J codes")


def test_coded_values_have_meanings_in_their_places(small: Library) -> None:
    tos = page(small, "J9043", ON).field("tos")
    assert tos.values == ("1", "P")
    assert len(tos.meanings) == 2
    assert all(tos.meanings)


def test_a_modifier_has_a_page(small: Library) -> None:
    found = page(small, "rt", ON)
    assert (found.code, found.kind, found.section) == ("RT", "modifier", ("Modifiers",))


@pytest.mark.parametrize(
    ("code", "on", "state"),
    [
        ("J9310", "2018-12-31", "valid"),
        ("J9310", "2019-01-01", "discontinued"),
        ("J0893", "2020-12-31", "not_yet_effective"),
        ("J0893", "2021-01-01", "valid"),
    ],
)
def test_the_state_is_that_of_the_day(small: Library, code: str, on: str, state: str) -> None:
    assert page(small, code, date.fromisoformat(on)).state == state


@pytest.mark.parametrize(
    ("code", "kind", "sentence"),
    [
        ("J9999", "not_found", "J9999 is no code or modifier of this library"),
        ("ZZ", "not_found", "the July 2020 release"),
        ("nonsense", "not_found", "Check the spelling"),
        ("", "not_found", "An empty code"),
        ("99213", "not_level_two", "not in HCPCS Level II"),
        ("0001U", "not_level_two", "American Medical Association"),
        ("D0120", "not_level_two", "American Dental Association"),
    ],
)
def test_what_is_no_code_is_refused(small: Library, code: str, kind: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as refused:
        page(small, code, ON)
    assert refused.value.kind == kind


@pytest.mark.parametrize(
    ("on", "long", "coverage", "release"),
    [
        ("2019-12-31", "Cabazitaxel", "C", "2020-01"),
        ("2020-03-31", "Cabazitaxel", "C", "2020-01"),
        ("2020-04-01", "Cabazitaxel, 1 mg", "Q", "2020-04"),
        ("2026-01-01", "Injection, cabazitaxel, 1 mg", "Q", "2020-04"),
    ],
)
def test_each_field_is_that_of_the_day_and_carries_its_release(
    three: Library, on: str, long: str, coverage: str, release: str
) -> None:
    found = page(three, "J9043", date.fromisoformat(on))
    assert found.long == long
    field = found.field("coverage")
    assert (field.values, field.release, field.printed) == ((coverage,), release, True)


def test_a_blank_is_printed_and_a_missing_column_is_not(three: Library) -> None:
    blank = page(three, "J9043", ON).field("statute")
    assert (blank.values, blank.printed, blank.release) == ((), True, "2020-04")
    missing = page(three, "A1234", ON).field("statute")
    assert (missing.values, missing.printed, missing.release) == ((), False, None)


def test_a_value_that_the_table_of_cms_lacks_says_so(three: Library) -> None:
    assert page(three, "J9043", ON).field("coverage").meanings == ("not in the CMS table",)


def test_before_the_first_release_the_page_says_where_its_text_is_from(three: Library) -> None:
    sentence = "No release at or before 2019-12-31 lists it"
    assert any(sentence in each for each in page(three, "J9043", date(2019, 12, 31)).provenance)
    assert not any("No release" in each for each in page(three, "J9043", ON).provenance)


def test_a_code_that_a_newer_list_lacks_is_unknown_from_then_on(three: Library) -> None:
    assert page(three, "J9044", date(2020, 3, 31)).state == "valid"
    found = page(three, "J9044", date(2020, 4, 1))
    assert found.state == "unknown"
    assert any("that of April 2020 no longer has it" in each for each in found.provenance)


def test_a_code_without_dates_is_unknown_and_says_so(three: Library) -> None:
    found = page(three, "A1234", ON)
    assert (found.state, found.release) == ("unknown", "2020-07")
    assert "In the July 2020 list; dates not known." in found.provenance


def test_the_record_of_a_release_wins_over_that_of_the_seeds(three: Library) -> None:
    in_release, only_in_seeds = page(three, "J9043", ON), page(three, "J9207", ON)
    assert "CMS" in in_release.provenance[0]
    assert only_in_seeds.provenance[0].startswith("From the facts that come with the app")
    assert three.about.codes == 4
