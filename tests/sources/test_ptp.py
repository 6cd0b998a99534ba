"""CMS's tables of pairs: layouts, names, what is kept and what is only counted."""

import gc
import tracemalloc
from datetime import date

import pytest

from hcpcs_desktop.domain.edits import PtpPair
from hcpcs_desktop.domain.packed_pairs import unpacked
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import edit_names, ptp
from hcpcs_desktop.sources.reading import Reading
from tests.sources.edit_files import PAIRS, PTP_HEADINGS, file, ptp_text, ptp_workbook

NAME = "ccipra-v313r0-f1.TXT"
KEPT = [
    PtpPair("96413", "J9043", date(2024, 1, 1), None, "1"),
    PtpPair("G0008", "Q0081", date(2025, 4, 1), None, "9"),
    PtpPair("J9043", "96374", date(1996, 1, 1), date(2024, 9, 30), "0"),
]


def pairs(read: Reading) -> list[PtpPair]:
    """The pairs of a reading, each once, by their first code."""
    found = [
        pair
        for part in read.ptp_parts
        for code, partners in part.partners.items()
        for pair in unpacked(code, partners)
    ]
    return sorted(dict.fromkeys(found), key=lambda pair: pair.column1)


def table(read: Reading) -> str:
    """The table of which a reading holds a part."""
    (part,) = read.ptp_parts
    return part.table


@pytest.mark.parametrize(
    ("content", "name"), [(ptp_text(), NAME), (ptp_workbook(), "ccipra-v313r0-f1.xlsx")]
)
def test_pairs_with_a_level_two_code_are_kept_and_others_counted(content: bytes, name: str) -> None:
    read = ptp.read(file(content), name)
    assert pairs(read) == KEPT
    assert (table(read), read.release) == ("practitioner", "2025-10")
    assert (read.rows_read, read.rows_stored, read.skipped) == (5, 3, 2)
    assert read.warnings == (
        "2 pairs of Level I codes alone were left out: they belong to the AMA",
    )


@pytest.mark.parametrize(
    ("name", "table", "release"),
    [
        ("ccipra-v313r0-f1.TXT", "practitioner", "2025-10"),
        ("ccioph-v320r0-f4.txt", "outpatient_hospital", "2026-01"),
        ("medicare-ncci-2026q3-hospital-ptp-edits.zip", "outpatient_hospital", "2026-07"),
        ("2026-Q2 practitioner pairs.txt", "practitioner", "2026-04"),
    ],
)
def test_the_name_tells_table_and_quarter(name: str, table: str, release: str) -> None:
    read = ptp.read(file(ptp_text()), name)
    assert (read.ptp_parts[0].table, read.release) == (table, release)


def test_the_name_of_the_archive_tells_where_that_of_the_file_does_not() -> None:
    read = ptp.read(file(ptp_text()), "f1.txt", "medicare-ncci-2026q1-hospital-ptp-edits.zip")
    assert (table(read), read.release) == ("outpatient_hospital", "2026-01")


@pytest.mark.parametrize(
    ("name", "kind"), [("pairs-2025q4.txt", "table_needed"), ("practitioner.txt", "release_needed")]
)
def test_what_no_name_tells_is_asked_for(name: str, kind: str) -> None:
    with pytest.raises(UserError) as refused:
        ptp.read(file(ptp_text()), name)
    assert refused.value.kind == kind


def test_a_quarter_may_be_stated() -> None:
    read = ptp.read(file(ptp_text()), "practitioner.txt", asked="2026-04")
    assert read.release == "2026-04"


def test_medicaids_edits_are_refused() -> None:
    with pytest.raises(UserError, match="Medicaid"):
        ptp.read(file(ptp_text()), "medicaid-ncci-2026-q3-practitioner.txt")


@pytest.mark.parametrize(
    "row",
    [
        ("J9043", "96374", "", "2024010", "*", "1", ""),
        ("J9043", "96374", "", "20241301", "*", "1", ""),
        ("J9043", "96374", "", "18991231", "*", "1", ""),
        ("J9043", "96374", "", "20240101", "soon", "1", ""),
        ("J9043", "96374", "", "20240101", "*", "7", ""),
        ("J9043", "96A74", "", "20240101", "*", "1", ""),
        ("JX043", "96374", "", "20240101", "*", "1", ""),
    ],
)
def test_a_row_that_is_no_pair_is_counted_and_left_out(row: tuple[str, ...]) -> None:
    read = ptp.read(file(ptp_text([*PAIRS, row])), NAME)
    assert pairs(read) == KEPT
    assert read.skipped == 3
    assert any("could not be read" in each for each in read.warnings)


def test_codes_that_lost_their_zeros_are_found_again() -> None:
    pair = ("100", "J9043", "", "20240101", "*", "1", "")
    read = ptp.read(file(ptp_workbook([pair])), "ccipra-v313r0-f1.xlsx")
    assert [each.column1 for each in pairs(read)] == ["00100"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Column 2\tColumn 1\r\n",
        b"\r\n".join(line.encode() for line in PTP_HEADINGS),
        b"PK\x03\x04 half a workbook",
        ptp_workbook()[:-200],
    ],
)
def test_a_file_without_pairs_is_refused(content: bytes) -> None:
    with pytest.raises(UserError):
        ptp.read(file(content), NAME)


def test_a_table_is_known_by_its_headings() -> None:
    assert ptp.is_table(ptp_text()[:500])
    assert not ptp.is_table(b"HCPCS/CPT Code\tMUE Values")
    assert ptp.is_sheet([["x"], PTP_HEADINGS[1].split("\t")])
    assert not ptp.is_sheet([["HCPC", "LONG DESCRIPTION"]])


def test_pairs_are_read_one_after_the_other() -> None:
    many = [("96413", "96374", "", "20240101", "*", "1", "")] * 50_000
    content = ptp_text([*many, *PAIRS])
    opened = file(content)
    gc.collect()
    tracemalloc.start()
    read = ptp.read(opened, NAME)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (read.rows_stored, read.rows_read) == (3, 50_005)
    assert peak < 500_000


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("MCR_MUE_PractitionerServices_Eff_10-01-2025.csv", "2025-10"),
        ("ccipra-v300r1-f2.txt", "2024-01"),
        ("medicare-ncci-2026-q3-dme-supplier.zip", "2026-07"),
        ("something.txt", ""),
    ],
)
def test_quarters_in_names(name: str, release: str) -> None:
    assert edit_names.release_in(name) == release


@pytest.mark.parametrize("day", ["20240101", "45292", "1/1/2024"])
def test_a_workbook_may_keep_days_in_other_ways(day: str) -> None:
    content = ptp_workbook([("96413", "J9043", "", day, "*", "1", "")])
    (pair,) = pairs(ptp.read(file(content), "ccipra-v313r0-f1.xlsx"))
    assert pair.effective == date(2024, 1, 1)


def test_commas_may_part_the_cells() -> None:
    lines = [line.replace("\t", ",") for line in PTP_HEADINGS]
    content = "\r\n".join([*lines, *(",".join(pair) for pair in PAIRS)]).encode()
    assert pairs(ptp.read(file(content), "ccipra-v313r0-f1.csv")) == KEPT


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (ptp_text() + b"J9043\t96374\t\t2024", "its last row is cut off"),
        (ptp_text() + b"J9043\t963\x0074\t\t20240101\t*\t1\t\r\n", "it holds NUL bytes"),
        (ptp_text([("J9043", "96374", "", "soon", "*", "1", "")]), "there are no pairs in it"),
    ],
)
def test_a_damaged_table_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message):
        ptp.read(file(content), NAME)


@pytest.mark.parametrize("name", ["MCD_MUE_2025q4.txt", "ccimcd-v313r0-f1-practitioner.txt"])
def test_medicaids_edits_are_known_by_their_short_names(name: str) -> None:
    with pytest.raises(UserError, match="Medicaid"):
        ptp.read(file(ptp_text()), name)


def test_a_table_that_is_refused_half_way_leaves_nothing_behind() -> None:
    content = file(ptp_text() + b"J9043\t963\x0074\t\t20240101\t*\t1\t\r\n" * 2)
    with pytest.raises(UserError), content:
        ptp.read(content, NAME)
    gc.collect()
