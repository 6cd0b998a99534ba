"""What the files beside the list of codes add to a library."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.note import Correction
from hcpcs_desktop.library import codes, corrections
from hcpcs_desktop.library.connection import Library
from hcpcs_desktop.library.importing import Asked, build_file
from tests.sources.anweb_file import record, save, text, workbook

ON = date(2020, 7, 1)
LIST = "HCPC2020_JUL_ANWEB.txt"
CODES = text(
    [
        *record("A0130", "Non-emergency transportation", pricing="51", processing_note="0088"),
        *record("E0100", "Cane", pricing="40", betos="M3"),
    ]
)
LAYOUT = """HCPCS Contractor Record - {year}
  9.   HCPCS Pricing Indicator Code
                 2    120    121    CHAR
                    How it is priced in {year}.
                    SAS      ALIAS : PRCNGCD
                    CODES         :
                       51 = Drugs of {year}
"""
Build = Callable[..., Library]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """Builds a library of the list of codes and further files, and opens it."""
    with ExitStack() as stack:

        def build_(**files: bytes) -> Library:
            named = {LIST: CODES} | {name.replace("__", "."): b for name, b in files.items()}
            asked = [Asked(save(tmp_path, content, name)) for name, content in named.items()]
            build_file(tmp_path / "library.db", paths.seeds(), asked, lambda *_: None)
            return stack.enter_context(closing(Library.open(tmp_path / "library.db")))

        yield build_


def test_the_newest_layout_replaces_the_words_of_the_seeds(build: Build) -> None:
    library = build(
        new__txt=LAYOUT.format(year=2024).encode(), old__txt=LAYOUT.format(year=2019).encode()
    )
    pricing = codes.page(library, "A0130", ON).field("pricing")
    assert pricing.help == "How it is priced in 2024."
    assert pricing.source == "CMS HCPCS record layout, 2024"
    assert pricing.meanings == ("Drugs of 2024",)
    assert pricing.label == "Pricing indicator"


def test_what_a_layout_lacks_keeps_the_words_of_the_seeds(build: Build) -> None:
    library = build(layout__txt=LAYOUT.format(year=2019).encode())
    page = codes.page(library, "E0100", ON)
    assert page.field("pricing").meanings[0].startswith("Lymphedema")
    assert page.field("betos").meanings == ("Emergency room visit",)
    assert "2019" not in page.field("betos").source


def test_processing_notes_replace_those_of_the_seeds(build: Build) -> None:
    library = build(proc_notes_JUL2020__txt=b"0088--SAID ANEW.\r\n")
    assert codes.page(library, "A0130", ON).field("processing_note").meanings == ("SAID ANEW.",)


def test_cms_decides_which_codes_are_unclassified(build: Build) -> None:
    rows = [["HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"], ["E0100", "Cane", "", ""]]
    library = build(NOC_codes_JUL2020__xlsx=workbook({"A": rows}))
    assert codes.page(library, "E0100", ON).is_noc
    assert not codes.page(library, "A0130", ON).is_noc


def test_corrections_are_told_of_their_code(build: Build) -> None:
    rows = [["CODE", "ACTION", "EFF DATE", "LONG DESC"], ["E0100", "Revise", "20200701", "A cane"]]
    library = build(Corrections_JUL2020__xlsx=workbook({"A": rows}))
    mended = Correction("E0100", "Revise", "2020-07-01", {"long_description": ("A cane",)})
    assert corrections.of_code(library.connection, "E0100") == (("2020-07", mended),)
    assert corrections.of_code(library.connection, "A0130") == ()
    assert codes.page(library, "E0100", ON).long == "A cane"


def test_copies_of_corrections_count_once(build: Build) -> None:
    head = ["CODE", "ACTION", "EFF DATE", "LONG DESC"]
    rows = [head, ["E0100", "Add lab cert code 220", "20200701", ""]]
    library = build(
        Corrections_JUL2020__xlsx=workbook({"A": rows}),
        Corrections_JUL2020_copy__xlsx=workbook({"B": rows}),
    )
    assert len(corrections.of_code(library.connection, "E0100")) == 1
    assert codes.page(library, "E0100", ON).field("lab_certification").values == ("220",)


def test_a_list_without_action_codes_has_those_of_the_transaction_report(build: Build) -> None:
    listed = workbook({"A": [["HCPCS", "LONG DESCRIPTION"], ["E0100", "Cane"], ["E0105", "Cane"]]})
    changes = b"HCPCS/MOD  TYPE OF CHANGE\r\n E0100  ADD\r\n"
    library = build(HCPC2025_JUL_ANWEB__xlsx=listed, Transreport_JUL2025__prn=changes)
    action = codes.page(library, "E0100", date(2025, 7, 1)).field("action")
    assert (action.values, action.release) == (("A",), "2025-07")
    assert not codes.page(library, "E0105", date(2025, 7, 1)).field("action").printed
    assert codes.page(library, "E0100", ON).field("action").values == ("N",)


def test_sources_name_their_family_and_what_they_gave(build: Build) -> None:
    library = build(proc_notes_JUL2020__txt=b"0088--SAID ANEW.\r\n")
    assert [(row.family, row.release, row.rows_stored) for row in library.about.sources[1:]] == [
        ("anweb", "2020-07", 2),
        ("processing_notes", "2020-07", 1),
    ]
    assert library.about.releases == ("2020-07",)
