"""Worksheets in the notebook: kept at once, put away, brought up to date, and gone when deleted."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from hcpcs_desktop.domain.checklist import Checklist, Item
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.worksheet import Progress, Worksheet, begin, brought_up_to_date
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook import backup, schema
from hcpcs_desktop.notebook.access import Access
from hcpcs_desktop.notebook.store import Notebook
from tests.conftest import Logged

ITEMS = tuple(Item(name, f"text of {name}", "why", "source", ("16",)) for name in "abc")
CHECKLIST = Checklist("J9043", "Drug", "commercial", "practitioner", ITEMS, "Blue Plan")
DAY = date(2026, 11, 26)
SECRET = "Zanzibar 4711"
NOTE = "Quagmire in the left margin"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(Notebook.open(path)) as opened:
        yield opened


def _begun(notebook: Notebook, label: str = "Visit 1") -> Worksheet:
    made = begin(label, "Cabazitaxel", CHECKLIST, "CMS release of July 2020", DAY, {"a"})
    return notebook.worksheets.begin(made)


def _holding(folder: Path, text: str) -> list[str]:
    """The files of a folder, journals and all, whose bytes hold a text."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert files
    return [each.name for each in files if text.encode() in each.read_bytes()]


def test_a_worksheet_is_kept_as_it_was_made(notebook: Notebook, path: Path) -> None:
    made = _begun(notebook, "  Visit   1 ")
    assert made.label == "Visit 1"
    assert made.id
    with closing(Notebook.open(path)) as again:
        assert again.worksheets.get(made.id) == made


def test_ticks_and_notes_are_on_disk_at_once(notebook: Notebook, path: Path) -> None:
    made = _begun(notebook)
    notebook.worksheets.set_state(made.id, "a", "open")
    notebook.worksheets.set_state(made.id, "b", "not_applicable")
    notebook.worksheets.set_note(made.id, "c", " see page 2\n")
    with closing(Notebook.open(path)) as again:
        found = again.worksheets.get(made.id)
    assert [entry.state for entry in found.entries] == ["open", "not_applicable", "open"]
    assert [entry.note for entry in found.entries] == ["", "", "see page 2"]


def test_several_run_side_by_side_and_finished_ones_are_put_away(notebook: Notebook) -> None:
    first, second = _begun(notebook, "First"), _begun(notebook, "Second")
    notebook.worksheets.set_state(first.id, "b", "not_applicable")
    listed = {each.label: each for each in notebook.worksheets.listed(archived=False)}
    assert listed["First"].progress == Progress(1, 2, 1)
    assert listed["Second"].progress == Progress(1, 3, 0)
    assert listed["Second"].setting == "practitioner"
    notebook.worksheets.archive(first.id, away=True)
    assert [each.id for each in notebook.worksheets.listed(archived=False)] == [second.id]
    assert [each.id for each in notebook.worksheets.listed(archived=True)] == [first.id]
    assert notebook.worksheets.get(first.id).archived
    notebook.worksheets.archive(first.id, away=False)
    assert len(notebook.worksheets.listed(archived=False)) == 2


def test_it_gets_another_label(notebook: Notebook) -> None:
    made = _begun(notebook)
    assert notebook.worksheets.rename(made.id, " Visit 2 ") == "Visit 2"
    assert notebook.worksheets.get(made.id).label == "Visit 2"
    for wrong in ("", " ", "x" * 121):
        with pytest.raises(UserError, match="label of 1 to 120"):
            notebook.worksheets.rename(made.id, wrong)


def test_a_note_has_an_end(notebook: Notebook) -> None:
    made = _begun(notebook)
    with pytest.raises(UserError, match="at most 4,000"):
        notebook.worksheets.set_note(made.id, "a", "x" * 4_001)


def test_it_is_brought_up_to_date(notebook: Notebook) -> None:
    made = _begun(notebook)
    notebook.worksheets.set_note(made.id, "b", "kept")
    now = replace(CHECKLIST, items=(Item("new", "new", "why", "source"), ITEMS[2]))
    found = brought_up_to_date(notebook.worksheets.get(made.id), now, "CMS release of April 2026")
    notebook.worksheets.bring_up_to_date(found)
    assert notebook.worksheets.get(made.id) == found
    assert [entry.item.id for entry in found.entries] == ["new", "c", "a", "b"]


def test_a_deleted_one_is_told_to_be_gone(notebook: Notebook) -> None:
    made = _begun(notebook)
    assert notebook.worksheets.delete(made.id) == ()
    with pytest.raises(UserError, match="deleted"):
        notebook.worksheets.get(made.id)


def _with_copies(notebook: Notebook, path: Path) -> Worksheet:
    """A worksheet that grew notes, with backups of several stages and an older kind of backup."""
    kept = _begun(notebook, "Stays")
    made = _begun(notebook, SECRET)
    with closing(sqlite3.connect(path)) as connection:
        for day in range(1, 4):
            notebook.worksheets.set_note(made.id, "b", f"{NOTE} {day} " * (40 * day))
            for other in range(20 * day):
                notebook.worksheets.set_note(kept.id, "c", f"other {other} " * other)
            backup.daily(connection, path, datetime(2026, 11, day, 8))
    notebook.worksheets.set_note(made.id, "b", NOTE)
    shutil.copyfile(path, path.with_name("notebook-damaged-20261101-080000.db"))
    (backup.folder_of(path) / "20261102-080000.77.partial").write_bytes(SECRET.encode())
    return made


def test_a_deleted_worksheet_is_in_no_byte_of_any_file(notebook: Notebook, path: Path) -> None:
    made = _with_copies(notebook, path)
    held = _holding(path.parent, SECRET)
    assert {path.name, "20261101-080000.db", "20261102-080000.77.partial"} <= set(held)
    assert _holding(path.parent, NOTE)
    assert notebook.worksheets.delete(made.id) == ()
    for text in (SECRET, NOTE, "Quagmire"):
        assert _holding(path.parent, text) == []
    assert [each.label for each in notebook.worksheets.listed(archived=False)] == ["Stays"]


def test_what_else_the_backups_hold_stays(notebook: Notebook, path: Path) -> None:
    notebook.set_note("J9043", "Ask for the lot number.")
    made = _with_copies(notebook, path)
    notebook.worksheets.delete(made.id)
    copies = [each for each in backup.all_of(path) if each.name.startswith("2026110")]
    assert len(copies) == 3
    for copy in copies:
        assert backup.newest(path) is not None
        with closing(sqlite3.connect(copy)) as connection:
            assert schema.standing(connection) == "ours"
            assert connection.execute("SELECT text FROM note").fetchall() == [
                ("Ask for the lot number.",)
            ]
            assert connection.execute("SELECT label FROM worksheet").fetchall() == [("Stays",)]


def test_a_note_that_is_taken_back_is_overwritten(notebook: Notebook, path: Path) -> None:
    made = _begun(notebook)
    notebook.worksheets.set_note(made.id, "b", NOTE * 140)
    notebook.worksheets.set_note(made.id, "b", "")
    assert _holding(path.parent, "Quagmire") == []


def test_a_backup_of_an_older_version_needs_nothing(notebook: Notebook, path: Path) -> None:
    made = _begun(notebook, SECRET)
    backup.folder_of(path).mkdir(exist_ok=True)
    with closing(sqlite3.connect(backup.folder_of(path) / "20250101-080000.db")) as connection:
        connection.execute("CREATE TABLE tick (code TEXT)")
    assert notebook.worksheets.delete(made.id) == ()


def test_a_copy_that_cannot_be_cleared_is_told_and_tried_again(
    notebook: Notebook, path: Path, logged: Logged
) -> None:
    made = _with_copies(notebook, path)
    (copy, *_) = backup.all_of(path)
    with closing(sqlite3.connect(copy, isolation_level=None)) as busy:
        busy.execute("BEGIN EXCLUSIVE")
        assert notebook.worksheets.delete(made.id) == (copy,)
    assert any("locked" in line for line in logged.take())
    assert _holding(path.parent, SECRET) == [copy.name]
    Notebook.open(path).close()
    assert _holding(path.parent, SECRET) == []


def test_a_process_killed_while_deleting_goes_on_at_the_next_start(
    notebook: Notebook, path: Path, dying: Callable[[str, Path], None]
) -> None:
    made = _with_copies(notebook, path)
    dying(
        "from hcpcs_desktop.notebook import forgetting, store\n"
        "opened = store.Notebook.open(path)\n"
        "forgetting.clear = die\n"
        f"opened.worksheets.delete('{made.id}')\n",
        path,
    )
    assert SECRET not in [each.label for each in notebook.worksheets.listed(archived=False)]
    assert _holding(path.parent, SECRET)
    Notebook.open(path).close()
    assert _holding(path.parent, SECRET) == []


def test_without_a_file_there_is_nothing_to_clear() -> None:
    kept = Notebook(Access.in_memory())
    assert kept.worksheets.delete(_begun(kept).id) == ()


def test_nothing_of_a_deleted_one_comes_back_from_another_window(
    notebook: Notebook, path: Path
) -> None:
    made = _begun(notebook, SECRET)
    with closing(Notebook.open(path)) as other:
        shown = other.worksheets.get(made.id)
        notebook.worksheets.delete(made.id)
        now = brought_up_to_date(shown, CHECKLIST, "later")
        for change in (
            lambda: other.worksheets.set_note(made.id, "a", NOTE),
            lambda: other.worksheets.set_state(made.id, "a", "done"),
            lambda: other.worksheets.rename(made.id, SECRET),
            lambda: other.worksheets.archive(made.id, away=True),
            lambda: other.worksheets.bring_up_to_date(now),
        ):
            with pytest.raises(UserError, match="deleted in another window"):
                change()
    for text in (SECRET, NOTE):
        assert _holding(path.parent, text) == []


def test_a_payer_that_is_renamed_keeps_its_worksheets(notebook: Notebook) -> None:
    notebook.profiles.save(PayerProfile("Blue Plan"))
    made = _begun(notebook)
    notebook.profiles.save(PayerProfile("Red Plan"), "Blue Plan")
    assert notebook.worksheets.get(made.id).profile == "Red Plan"
    notebook.profiles.save(PayerProfile("Green Plan"))
    assert notebook.worksheets.get(made.id).profile == "Red Plan"
