"""The record layout: its field texts and code tables."""

import json
from pathlib import Path

import pytest

from hcpcs_desktop.domain.dictionary import DESCRIPTIONS, FIELD_NAMES
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import record_layout

from .cms_files import text_in

ARCHIVE, NAME = "2019/2019-HCPCS-Record-Layout.zip", "HCPCS2019_recordlayout.txt"
SMALL = """
  ***  HCPCS Contractor Record - 2024

  9.   HCPCS Pricing Indicator Code
                                 2    120    121    CHAR

                                     Says how a price
                                     comes about.

                                     SAS      ALIAS : PRCNGCD
                                     LENGTH         : 2

                                     CODES         :
                                        Some Heading
                                        ------------
                                        00 = Not priced (as when
                                             bundled)
                                        Another Heading
                                        40 = Something new

                                     OCCURS MIN: 1 OCCURS MAX: 4

  24.  FILLER                                       CHAR
                                 1    260    260

  TABLE OF CODES APPENDIX
 BETOS_TB             BETOS Table

   M3  = Emergency room visit
   I4A = Imaging/procedure -
             heart
"""
UNDATED = """ HCPCS Contractor Record
  30.  HCPCS Action Code
                    What changed.
                    SAS      ALIAS : ACTN_CD
"""


def test_prose_codes_and_appendix_of_a_small_layout() -> None:
    reading = record_layout.read_text(SMALL, "layout.txt")
    assert reading.release == "2024-01"
    assert [(each.name, each.title, each.text) for each in reading.field_texts] == [
        ("pricing", "Pricing Indicator Code", "Says how a price comes about.")
    ]
    assert {table.name: dict(table.meanings) for table in reading.tables} == {
        "pricing": {"00": "Not priced (as when bundled)", "40": "Something new"},
        "betos": {"M3": "Emergency room visit", "I4A": "Imaging/procedure - heart"},
    }
    assert reading.rows_stored == 5


def test_every_field_of_the_record_is_explained(shared_cms: Path) -> None:
    reading = record_layout.read_text(text_in(shared_cms, ARCHIVE, NAME), NAME)
    texts = {each.name: each.text for each in reading.field_texts}
    assert set(texts) == {*DESCRIPTIONS, *FIELD_NAMES}
    assert all(len(text) > 20 for text in texts.values())
    assert reading.release == "2019-01"


def test_the_tables_have_the_values_that_cms_prints(shared_cms: Path, shared_domain: Path) -> None:
    reading = record_layout.read_text(text_in(shared_cms, ARCHIVE, NAME), NAME)
    known = json.loads((shared_domain / "code_tables.json").read_text(encoding="utf-8"))
    names = {"lab_certification": "lab", "mog_indicator": "mog_policy"}
    for table in reading.tables:
        theirs = set(known[names.get(table.name, table.name)])
        assert set(table.meanings) == theirs - {"40", "O1L"}, table.name
        assert table.source == "CMS HCPCS record layout, 2019"
    betos = next(table for table in reading.tables if table.name == "betos").meanings
    assert betos["I4A"] == "Imaging/procedure - heart including cardiac catheterization"


def test_the_layouts_of_2018_and_2019_say_the_same(shared_cms: Path) -> None:
    old = text_in(shared_cms, "2018/2018-HCPCS-Record-Layout-.zip", "HCPCS18_recordlayout.txt")
    first, second = (
        record_layout.read_text(text, "layout.txt")
        for text in (old, text_in(shared_cms, ARCHIVE, NAME))
    )
    assert (first.release, second.release) == ("2018-01", "2019-01")
    assert first.field_texts == second.field_texts
    assert [table.meanings for table in first.tables] == [t.meanings for t in second.tables]


def test_a_layout_without_fields_is_refused() -> None:
    with pytest.raises(UserError, match="without a field"):
        record_layout.read_text("HCPCS Contractor Record - 2019\n1. Nothing\n", "layout.txt")


def test_a_layout_may_not_state_its_year() -> None:
    found = record_layout.read_text(UNDATED, "HCPC2025 recordlayout.txt")
    assert record_layout.is_text(UNDATED)
    assert (found.release, found.field_texts[0].name) == ("", "action")
