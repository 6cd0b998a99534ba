"""Which of several lists of one release counts, and what the report says of the others."""

import pytest

from hcpcs_desktop.domain.record import Record, Values
from hcpcs_desktop.library.gather import Source
from hcpcs_desktop.library.release_lists import release_lists
from hcpcs_desktop.sources.reading import Reading

OLD, NEW = "HCPC2026_OCT_ANWEB_v1", "HCPC2026_OCT_ANWEB_v2"


def listed(file: str, release: str = "2026-10", *codes: str, **fields: Values) -> Source:
    """A list with a code or some, all with these fields."""
    values = {"long_description": ("A thing",), **fields}
    records = tuple(Record(code, "code", values) for code in codes or ("J1000",))
    return Source(Reading("anweb", release, file, records), file, file, "")


def short(sources: list[Source], release: str = "2026-10") -> str:
    """The short description of the one code."""
    (record,) = release_lists(sources).readings[release].records
    return record.first("short_description")


def test_text_and_workbook_are_one_and_their_differences_are_told() -> None:
    text = listed(f"{OLD}.txt", tos=("1",), added=())
    sheet = listed(f"{OLD}.xlsx", tos=("1", "R"), added=("2020-01-01",))
    for sources in ([text, sheet], [sheet, text]):
        found = release_lists(sources)
        (record,) = found.readings["2026-10"].records
        assert (record.values["tos"], record.first("added")) == (("1", "R"), "2020-01-01")
        assert found.remarks[sheet.id] == [
            "text and workbook differ in added of 1: J1000",
            "text and workbook differ in tos of 1: J1000",
        ]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (f"{OLD}.txt + {OLD}.xlsx", f"{NEW}.txt"),
        (f"{OLD}.xlsx", f"{NEW}.txt"),
        (f"{NEW}.txt", "HCPC2026_OCT_ANWEB_v10.txt"),
        ("HCPC2026_OCT_ANWEB.txt", f"{NEW}.xlsx"),
        ("HCPC2026_OCT_ANWEB.txt", "HCPC2026_OCT_ANWEB_09232026.txt"),
        ("HCPC2026_OCT_ANWEB_10012025.txt", "HCPC2026_OCT_ANWEB_09232026.txt"),
        (f"{NEW}.txt", f"{NEW}_10082026.txt"),
        ("HCPC2026_OCT_ANWEB.txt", f"{NEW} (1).txt"),
        (f"{OLD}.txt", f"{NEW}_w_disclaimer.txt"),
    ],
)
def test_the_newest_version_counts_whenever_it_was_added(older: str, newer: str) -> None:
    before = listed(older, short_description=("old",), termination=("2026-09-30",))
    after = listed(newer, short_description=("new",), termination=())
    for sources in ([before, after], [after, before]):
        found = release_lists(sources)
        (record,) = found.readings["2026-10"].records
        assert (record.first("short_description"), record.first("termination")) == ("new", "")
        assert found.remarks == {
            before.id: [f"not used: {newer} is a newer version of it"],
        }


def test_of_two_files_of_a_kind_the_last_one_counts() -> None:
    one = listed("a.txt", short_description=("one",))
    two = listed("b.txt", short_description=("two",))
    assert (short([one, two]), short([two, one])) == ("two", "one")
    assert release_lists([one, two]).remarks == {
        one.id: ["not used, for b.txt of the same release"]
    }


def test_a_workbook_beside_its_zip_takes_nothing_away() -> None:
    whole = listed(f"{OLD}.txt + {OLD}.xlsx", added=("1982-01-01",))
    sheet = listed(f"{OLD}.xlsx", added=())
    for sources in ([whole, sheet], [sheet, whole]):
        reading = release_lists(sources).readings["2026-10"]
        assert reading.records[0].first("added") == "1982-01-01"
        assert reading.file == whole.reading.file


def test_a_text_beside_its_zip_has_its_gaps_filled_from_it() -> None:
    whole = listed(f"{OLD}.txt + {OLD}.xlsx", tos=("1", "R"))
    text = listed(f"{OLD}.txt", tos=("1",))
    reading = release_lists([whole, text]).readings["2026-10"]
    assert reading.records[0].values["tos"] == ("1", "R")
    assert reading.file == whole.reading.file


def test_a_list_that_is_much_shorter_than_its_neighbour_is_told() -> None:
    codes = [f"J{number:04}" for number in range(1, 601)]
    whole = listed("july.txt", "2026-07", *codes)
    half = listed("half.txt", "2026-10", *codes[:299])
    enough = listed("enough.txt", "2027-01", *codes[:300])
    assert release_lists([whole, half]).remarks == {
        half.id: [
            "it lists 299 codes where July 2026 lists 600, so it may not be whole; of the codes "
            "that it lacks it is not known whether they are valid"
        ]
    }
    assert release_lists([whole, enough]).remarks == {}
