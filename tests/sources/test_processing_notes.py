"""Processing notes: numbers and texts."""

import csv
from pathlib import Path

import pytest

from hcpcs_desktop.domain.note import ProcessingNote
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import processing_notes

from .cms_files import text_in

SMALL = """                      PROCESSING NOTES
 ____________________________

          0001--THIS PROCESSING NOTE DELETED 1/1/97.      *
                                                          *
\t  0002--SEE PUB 100-4,\t
\t\tCH 17.\t\t   *
"""


def test_notes_go_on_over_lines() -> None:
    reading = processing_notes.read_text(SMALL, "proc_notes.txt")
    assert reading.notes == (
        ProcessingNote("0001", "THIS PROCESSING NOTE DELETED 1/1/97."),
        ProcessingNote("0002", "SEE PUB 100-4, CH 17."),
    )
    assert [note.deleted for note in reading.notes] == [True, False]
    assert reading.warnings == ()


def test_the_notes_of_2019_are_whole(shared_cms: Path, shared_domain: Path) -> None:
    archive, name = "2019/2019-Alpha-Numeric-HCPCS-File.zip", "proc_notes_2019.txt"
    reading = processing_notes.read_text(text_in(shared_cms, archive, name), name)
    with (shared_domain / "processing_notes_2019.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [(note.number, note.text, note.deleted) for note in reading.notes] == [
        (row["note"], " ".join(row["text"].split()), row["deleted"] == "1") for row in rows
    ]
    assert len(reading.notes) == 218


def test_a_number_that_stands_twice_is_reported() -> None:
    reading = processing_notes.read_text("0001--FIRST\n0001--SECOND\n", "proc_notes.txt")
    assert [note.text for note in reading.notes] == ["SECOND"]
    assert reading.warnings == ("note 0001 stands in it twice; the second counts",)


def test_a_text_without_notes_is_refused() -> None:
    with pytest.raises(UserError, match="no processing note"):
        processing_notes.read_text("PROCESSING NOTES\n", "proc_notes.txt")
