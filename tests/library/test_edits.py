"""MUE tables and pairs in the library: quarters side by side, parts, revisions, pages of pairs."""

import sqlite3
import zipfile
import zlib
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from hcpcs_desktop.domain.edits import ListedMue, MueLimit, PtpPair
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import edits
from hcpcs_desktop.library.claims import reference
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.importing import Asked, remove
from hcpcs_desktop.library.preview import look
from hcpcs_desktop.library.tables import content_id
from tests.sources.edit_files import PAIRS, mue_csv, mue_workbook, ptp_text, ptp_workbook

from .conftest import Import

JANUARY, APRIL, JULY = date(2026, 1, 1), date(2026, 4, 1), date(2026, 9, 30)
IN_JANUARY = ("J9043", "96374", "", "20260101", "*", "0", "")
IN_APRIL = ("J9043", "96374", "", "20260101", "20260331", "0", "")


def save(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def opened(home: Home) -> closing[Library]:
    return closing(Library.open(home.current()))


def test_three_tables_and_two_quarters_stand_side_by_side(
    tmp_path: Path, import_: Import, home: Home
) -> None:
    january = [("J9043", "60", "3 Date of Service Edit: Clinical", "")]
    april = [("J9043", "61", "2 Date of Service Edit: Policy", "")]
    import_(
        save(tmp_path, "MUE_Eff_01-01-2026.csv", mue_csv("Practitioner", january)),
        save(tmp_path, "MUE_Eff_04-01-2026.csv", mue_csv("Practitioner", april)),
        save(tmp_path, "MUE_DME_Eff_01-01-2026.csv", mue_csv("DME Supplier")),
        save(tmp_path, "MUE_OPH_Eff_01-01-2026.xlsx", mue_workbook("Outpatient Hospital")),
    )
    with opened(home) as library:
        asked = reference(library)
        assert asked.mue("J9043", "practitioner", date(2026, 3, 31)) == MueLimit("J9043", 60, 3)
        assert asked.mue("J9043", "practitioner", APRIL) == MueLimit("J9043", 61, 2)
        assert asked.mue("96413", "dme_supplier", JANUARY) == MueLimit("96413", 1, 2)
        assert asked.mue("96413", "dme_supplier", APRIL) is None
        assert asked.has_mue("dme_supplier", JANUARY)
        assert not asked.has_mue("dme_supplier", APRIL)
        assert not asked.has_mue("practitioner", JULY)
        assert edits.limits(library.connection, "J9043") == (
            ListedMue("practitioner", "2026-Q2", MueLimit("J9043", 61, 2)),
            ListedMue("dme_supplier", "2026-Q1", MueLimit("J9043", 60, 3)),
            ListedMue("outpatient_hospital", "2026-Q1", MueLimit("J9043", 60, 3)),
            ListedMue("practitioner", "2026-Q1", MueLimit("J9043", 60, 3)),
        )


def test_pairs_are_those_of_the_quarter_or_else_of_the_next_later_one(
    tmp_path: Path, import_: Import, home: Home
) -> None:
    import_(
        save(tmp_path, "ccipra-v320r0-f1.txt", ptp_text([IN_JANUARY])),
        save(tmp_path, "ccipra-v321r0-f1.txt", ptp_text([IN_APRIL])),
    )
    with opened(home) as library:
        asked = reference(library)
        assert asked.ptp_quarter("practitioner", date(2025, 7, 1)) == "2026-Q1"
        assert asked.ptp_quarter("practitioner", APRIL) == "2026-Q2"
        assert asked.ptp_quarter("practitioner", JULY) == ""
        assert asked.ptp_quarter("outpatient_hospital", APRIL) == ""
        codes = ("96374", "J9043")
        assert [pair.deletion for pair in asked.ptp(codes, "practitioner", JANUARY)] == [None]
        assert asked.ptp(codes, "practitioner", APRIL) == ()


def test_parts_of_a_table_are_one_and_of_two_revisions_the_last_counts(
    tmp_path: Path, import_: Import, home: Home
) -> None:
    other = ("96413", "J9043", "", "20240101", "*", "1", "")
    import_(
        save(tmp_path, "ccipra-v320r0-f1.txt", ptp_text(PAIRS)),
        save(tmp_path, "ccipra-v320r1-f1.txt", ptp_text([IN_JANUARY])),
        save(tmp_path, "ccipra-v320r0-f2.xlsx", ptp_workbook([other])),
        save(tmp_path, "ccioph-v320r0-f1.txt", ptp_text([other])),
    )
    with opened(home) as library:
        found = edits.pairs_of(library.connection, "J9043", "practitioner", JANUARY)
        assert found == edits.PairPage(
            "2026-Q1",
            2,
            (
                PtpPair("J9043", "96374", JANUARY, None, "0"),
                PtpPair("96413", "J9043", date(2024, 1, 1), None, "1"),
            ),
        )
        assert edits.pairs_of(library.connection, "Q0081", "practitioner", JANUARY).total == 0


def test_a_page_of_pairs(tmp_path: Path, import_: Import, home: Home) -> None:
    pairs = [
        (f"963{number:02}", "J9043", "", "20200101", "20251231" if number % 2 else "*", "1", "")
        for number in range(20)
    ]
    import_(save(tmp_path, "ccipra-v320r0-f1.txt", ptp_text(pairs)))
    with opened(home) as library:
        pairs_of = partial(edits.pairs_of, library.connection, "J9043", "practitioner", JANUARY)
        page = pairs_of(start=5, most=3)
        assert page.total == 20
        assert [pair.column1 for pair in page.pairs] == ["96305", "96306", "96307"]
        assert pairs_of(in_force=True).total == 10
        assert pairs_of(other="9631").total == 10


def test_a_zip_has_text_and_workbook_of_the_same_part(
    tmp_path: Path, import_: Import, home: Home
) -> None:
    path = tmp_path / "medicare-ncci-2026q1-practitioner-ptp-edits-ccipra-v320r0-f1.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ccipra-v320r0-f1.xlsx", ptp_workbook())
        archive.writestr("ccipra-v320r0-f1.TXT", ptp_text())
    (source,) = import_(path).sources
    assert (source.family, source.release, source.file) == (
        "ptp", "2026-01", "ccipra-v320r0-f1.TXT",
    )  # fmt: skip
    assert (source.rows_read, source.rows_stored, source.skipped) == (5, 3, 2)
    assert any("2 pairs of Level I codes alone" in text for text in source.warnings)


def test_a_zip_of_folders_with_something_else_beside(tmp_path: Path, import_: Import) -> None:
    path = tmp_path / "2026-Q1 tables.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("practitioner/f1.txt", ptp_text())
        archive.writestr("hospital/f1.txt", ptp_text())
        archive.writestr("mue/mue.csv", mue_csv())
        archive.writestr("notes.txt", b"What else there is")
        archive.writestr("readme.txt", b"Nothing of interest")
    pairs, limits = import_(path).sources
    assert (pairs.family, pairs.release, pairs.rows_stored) == ("ptp", "2026-01", 6)
    assert (limits.family, limits.rows_stored) == ("mue", 3)
    assert [text for text in pairs.warnings if "left out: it is" in text] == [
        "notes.txt inside it was left out: it is no NCCI table"
    ]


def test_edits_survive_further_imports_and_go_when_they_are_removed(
    tmp_path: Path, import_: Import, home: Home, few_seeds: Path
) -> None:
    first = save(tmp_path, "ccipra-v320r0-f1.txt", ptp_text())
    (source,) = import_(first).sources
    import_(save(tmp_path, "MUE_Eff_01-01-2026.csv", mue_csv()))
    with opened(home) as library:
        assert edits.pairs_of(library.connection, "J9043", "practitioner", JANUARY).total == 2
    remove(home, few_seeds, source.id, lambda *_: None)
    with opened(home) as library:
        assert edits.pairs_of(library.connection, "J9043", "practitioner", JANUARY).total == 0
        assert len(edits.limits(library.connection, "J9043")) == 1


def test_a_stated_quarter_counts(tmp_path: Path, import_: Import) -> None:
    path = save(tmp_path, "MUE practitioner.csv", mue_csv())
    with pytest.raises(UserError, match="YYYY-MM="):
        import_(path)
    (source,) = import_(("2026-07", path)).sources
    assert (source.family, source.release, source.rows_stored) == ("mue", "2026-07", 3)


def test_a_preview_says_what_would_be_kept(tmp_path: Path) -> None:
    path = save(tmp_path, "ccipra-v320r0-f1.txt", ptp_text())
    (found,) = look([Asked(path)], lambda *_: None)
    (reading,) = found.readings
    assert (reading.family, reading.rows_read, reading.rows_stored) == ("ptp", 5, 3)


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ccipra-v320r0-f1.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ccipra-v320r0-f1.TXT", ptp_text() * 100)
    data = bytearray(path.read_bytes())
    data[3000] ^= 1
    (found,) = look([Asked(save(tmp_path, "damaged-" + path.name, bytes(data)))], lambda *_: None)
    assert found.error is not None
    assert "damaged" in str(found.error)


def test_the_id_of_a_library_does_not_depend_on_how_dates_were_compressed(
    tmp_path: Path, import_: Import, home: Home
) -> None:
    import_(save(tmp_path, "ccipra-v320r0-f1.txt", ptp_text()))
    with opened(home) as library:
        written = library.about.id
    with closing(sqlite3.connect(home.current())) as connection:
        rows = connection.execute("SELECT dates, id FROM ptp").fetchall()
        assert rows
        for change, same in ((_stored, True), (_a_day_later, False), (_damaged, False)):
            changed = [(change(dates), number) for dates, number in rows]
            assert changed != rows
            connection.executemany("UPDATE ptp SET dates = ? WHERE id = ?", changed)
            assert (content_id(connection) == written) is same


@pytest.mark.parametrize("spoilt", ["dates", "partners"])
def test_damaged_pairs_break_as_any_damaged_library_does(
    tmp_path: Path, import_: Import, home: Home, spoilt: str
) -> None:
    import_(save(tmp_path, "ccipra-v320r0-f1.txt", ptp_text([IN_JANUARY])))
    with closing(sqlite3.connect(home.current())) as connection:
        connection.execute(f"UPDATE ptp SET {spoilt} = substr({spoilt}, 1, length({spoilt}) - 1)")
        with pytest.raises(sqlite3.DatabaseError, match="cannot be unpacked"):
            edits.pairs_of(connection, "J9043", "practitioner", JANUARY)
        with pytest.raises(sqlite3.DatabaseError, match="cannot be unpacked"):
            edits.pairs_among(connection, ["J9043", "96374"], "practitioner", JANUARY)


def _stored(dates: bytes) -> bytes:
    return zlib.compress(zlib.decompress(dates), 0)


def _a_day_later(dates: bytes) -> bytes:
    first, *rest = zlib.decompress(dates)
    return zlib.compress(bytes([first ^ 1, *rest]))


def _damaged(dates: bytes) -> bytes:
    return dates[:-1]
