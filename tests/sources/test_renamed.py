"""Real content of CMS under the names and in the forms that its files have had since 2017."""

from functools import cache
from pathlib import Path

import pytest

from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

from . import cms_files, published
from .anweb_file import save, zipped
from .published import TEXT

WIDTH = 293
NAMES = {
    "HCPC17_CONTR_ANWEB.txt": "2017-01",
    "HCPC2018_CONTR_ANWEB_disc.txt": "2018-01",
    "HCPC2019_CONTR_ANWEB.txt": "2019-01",
    "HCPC2020_APR_ANWEB.txt": "2020-04",
    "HCPC2024_JAN_ANWEB_v4.txt": "2024-01",
    "HCPC2025_OCT_ANWEB_v3.txt": "2025-10",
    "HCPC2026_JUL_ANWEB_06172026.txt": "2026-07",
    "HCPC2026_OCT_ANWEB_v2.txt": "2026-10",
    "HCPC2026_OCT_ANWEB_09232026.txt": "2026-10",
    "hcpc2026_oct_anweb_v2 (1).TXT": "2026-10",
    "HCPCS 2026 October ANWEB.txt": "2026-10",
}
WORKBOOKS = {
    "HCPC17_CONTR_ANWEB.xlsx": "2017-01",
    "HCPC2020_JUL_ANWEB.xlsx": "2020-07",
    "HCPC2025_JUL_ANWEB_v3.xlsx": "2025-07",
    "HCPC2026_OCT_ANWEB_09232026.xlsx": "2026-10",
}


def as_of_2026(text: bytes) -> bytes:
    """The text as CMS writes it since July 2026: UTF-8, no filler, continuations right-trimmed."""
    lines = text.decode("cp1252").split("\r\n")
    cut = (line[:WIDTH] if line[10:11] in ("3", "7") else line.rstrip(" ") for line in lines)
    return "\r\n".join(cut).encode()


@cache
def text_of_2019(cms: Path) -> bytes:
    return published.member(cms, TEXT)


def one(path: Path, release: str = "") -> Reading:
    (reading,) = registry.read(path, release)
    return reading


def test_the_form_of_2026_differs_in_bytes(shared_cms: Path) -> None:
    text = as_of_2026(text_of_2019(shared_cms))
    lengths = {len(line) for line in text.decode().split("\r\n") if line[10:11] in ("3", "7")}
    assert lengths == {WIDTH}
    assert "\N{NO-BREAK SPACE}".encode() in text
    assert min(len(line) for line in text.split(b"\r\n") if line[10:11] in (b"4", b"8")) < 40


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_any_name_and_form_gives_the_same_records(
    shared_cms: Path, tmp_path: Path, name: str
) -> None:
    text = text_of_2019(shared_cms)
    whole = one(save(tmp_path, text, TEXT))
    found = one(save(tmp_path, as_of_2026(text), name))
    assert (found.release, found.warnings, found.skipped) == (NAMES[name], (), 0)
    assert found.records == whole.records
    assert found.rows_read == whole.rows_read == 11_622


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_the_ends_of_lines_make_no_difference(shared_cms: Path, tmp_path: Path, end: str) -> None:
    text = as_of_2026(text_of_2019(shared_cms))
    whole = one(save(tmp_path, text, "HCPC2026_OCT_ANWEB.txt"))
    other = one(save(tmp_path, text.replace(b"\r\n", end.encode()), "HCPC2026_OCT_ANWEB.txt"))
    assert other.records == whole.records


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_workbook_of_any_name_gives_the_same_records(
    shared_cms: Path, tmp_path: Path, name: str
) -> None:
    path = shared_cms / "2020-07" / "anweb.xlsx"
    whole = cms_files.readings(path, "2020-07")["anweb"]
    found = one(save(tmp_path, path.read_bytes(), name))
    assert (found.release, found.warnings) == (WORKBOOKS[name], ())
    assert found.records == whole.records


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("october-2026-alpha-numeric-hcpcs-file.zip", "2026-10"),
        ("HCPC2026_OCT.zip", "2026-10"),
        ("download.zip", "2026-10"),
    ],
)
def test_a_zip_of_all_families_gives_each_of_them(
    shared_cms: Path, tmp_path: Path, name: str, release: str
) -> None:
    layout = cms_files.in_zip(
        shared_cms, "2019/2019-HCPCS-Record-Layout.zip", "HCPCS2019_recordlayout.txt"
    )
    members = {
        "HCPC2026_OCT_ANWEB_v2.txt": as_of_2026(text_of_2019(shared_cms)),
        "HCPC2026_OCT_ANWEB_v2.xlsx": published.member(shared_cms, published.WORKBOOK),
        "HCPC2026_recordlayout.txt": layout.replace(b"Record - 2019", b"Record - 2026"),
        "proc_notes_OCT2026.txt": published.member(shared_cms, "proc_notes_2019.txt"),
        "NOC codes_OCT2026.xlsx": (shared_cms / "2025-07" / "NOC codes_JUL2025.xlsx").read_bytes(),
        "HCPC2026_OCT_Transreport.xlsx": (shared_cms / "2020-07" / "trans_alpha.xlsx").read_bytes(),
        "HCPC2026_OCT_Corrections.xlsx": cms_files.in_zip(
            shared_cms,
            "2019/2019-HCPCS-Alpha-Numeric-Corrections.zip",
            "HCPC2019_Corrections_ALPHA.xlsx",
        ),
        "October 2026 ASP Pricing.csv": in_october_2026(shared_cms / "2025-10" / "asp_pricing.csv"),
        "October 2026 ASP NDC-HCPCS Crosswalk.csv": in_october_2026(
            shared_cms / "2025-10" / "asp_ndc_hcpcs_crosswalk.csv"
        ),
        "README.txt": b"Nothing to read here.",
    }
    found = registry.read(save(tmp_path, zipped(members), name))
    assert {reading.family: (reading.release, reading.rows_stored) for reading in found} == {
        "anweb": (release, 6_800),
        "record_layout": (release, 347),
        "processing_notes": (release, 218),
        "noc": (release, 165),
        "transaction_report": (release, 7_158),
        "corrections": (release, 11),
        "asp": (release, 1_012),
        "ndc_crosswalk": (release, 8_245),
    }
    assert not [text for reading in found for text in reading.warnings if "inside it" in text]


def in_october_2026(path: Path) -> bytes:
    """The drug file with another year."""
    return path.read_bytes().replace(b", 2025", b", 2026").replace(b"_2025_CODE", b"_2026_CODE")


def test_two_releases_in_one_zip_stay_two(shared_cms: Path, tmp_path: Path) -> None:
    members = {
        "HCPC2020_APR_ANWEB.xlsx": (shared_cms / "2020-04" / "anweb.xlsx").read_bytes(),
        "HCPC2020_APR_Trans_Alpha.xlsx": (shared_cms / "2020-04" / "trans_alpha.xlsx").read_bytes(),
        "HCPC2020_JUL_ANWEB.xlsx": (shared_cms / "2020-07" / "anweb.xlsx").read_bytes(),
        "HCPC2020_JUL_Trans_Alpha.xlsx": (shared_cms / "2020-07" / "trans_alpha.xlsx").read_bytes(),
    }
    found = registry.read(save(tmp_path, zipped(members), "both.zip"))
    assert {(each.family, each.release): each.rows_stored for each in found} == {
        ("anweb", "2020-04"): 7_097,
        ("anweb", "2020-07"): 7_158,
        ("transaction_report", "2020-04"): 7_097,
        ("transaction_report", "2020-07"): 7_158,
    }
