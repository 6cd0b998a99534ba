"""All records of a release, from the library or straight from a file."""

from pathlib import Path

import pytest

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import file_records, release_records
from hcpcs_desktop.library.connection import Library
from tests.sources.anweb_file import record, save, text, zipped

from .libraries import JULY, OCTOBER, SMALL, small_text


def test_the_library_gives_what_the_file_gave(small: Library, tmp_path: Path) -> None:
    release, records = file_records.of_file(save(tmp_path, small_text(), JULY), "")
    stored = release_records.of_release(small, "2020-07")
    assert release == "2020-07"
    assert stored == tuple(sorted(records, key=lambda each: each.code))
    assert {each.code for each in stored} == SMALL.keys()


def test_a_release_that_is_not_there_says_which_are(small: Library) -> None:
    with pytest.raises(UserError, match=r"October 2020 release is not .* holds 2020-07") as refused:
        release_records.of_release(small, "2020-10")
    assert refused.value.kind == "not_found"


def test_a_file_needs_one_list_of_codes(tmp_path: Path) -> None:
    two = zipped({JULY: small_text(), OCTOBER: text(record("J9043"))})
    with pytest.raises(UserError, match=r"holds several releases \(2020-07, 2020-10\)"):
        file_records.of_file(save(tmp_path, two, "two.zip"), "")
    with pytest.raises(UserError, match="holds no list of codes"):
        file_records.of_file(save(tmp_path, b"0001--A NOTE", "proc_notes_2019.txt"), "")
