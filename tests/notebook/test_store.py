"""What the notebook keeps, and that it keeps it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook.store import RECENT_KEPT, Notebook


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(Notebook.open(path)) as opened:
        yield opened


def test_ticks_belong_to_their_code(notebook: Notebook) -> None:
    notebook.set_tick("J9043", "order", True)
    notebook.set_tick("J9043", "waste", True)
    notebook.set_tick("S9327", "plan", True)
    assert notebook.ticks("J9043") == {"order", "waste"}
    assert notebook.ticks("S9327") == {"plan"}
    assert notebook.ticks("J1640") == frozenset()


def test_a_tick_is_set_and_taken_away_any_number_of_times(notebook: Notebook) -> None:
    for ticked in (True, True, False, False):
        notebook.set_tick("J9043", "order", ticked)
    assert notebook.ticks("J9043") == frozenset()


def test_clearing_a_code_leaves_the_others(notebook: Notebook) -> None:
    notebook.set_tick("J9043", "order", True)
    notebook.set_tick("S9327", "plan", True)
    notebook.clear_ticks("J9043")
    assert notebook.ticks("J9043") == frozenset()
    assert notebook.ticks("S9327") == {"plan"}


def test_recent_codes_come_latest_first_and_once_each(notebook: Notebook) -> None:
    for code in ("J9043", "S9327", "JW", "J9043"):
        notebook.opened(code)
    assert notebook.recent(10) == ["J9043", "JW", "S9327"]
    assert notebook.recent(1) == ["J9043"]


def test_old_recent_codes_are_forgotten(notebook: Notebook) -> None:
    for number in range(RECENT_KEPT + 5):
        notebook.opened(f"A{number:04}")
    recent = notebook.recent(1000)
    assert len(recent) == RECENT_KEPT
    assert recent[-1] == "A0005"


def test_favourites_come_latest_first_until_they_are_taken_out(notebook: Notebook) -> None:
    for code in ("J9043", "S9327", "J9043"):
        notebook.set_favourite(code, True)
    assert notebook.favourites() == ["S9327", "J9043"]
    notebook.set_favourite("S9327", False)
    notebook.set_favourite("A4215", False)
    assert notebook.favourites() == ["J9043"]


def test_a_note_belongs_to_its_code_and_is_replaced(notebook: Notebook) -> None:
    assert notebook.note("J9043") == ""
    notebook.set_note("J9043", "first")
    notebook.set_note("J9043", " the second\nhas two lines ")
    notebook.set_note("S9327", "another")
    assert notebook.note("J9043") == " the second\nhas two lines "
    assert notebook.noted() == {"J9043", "S9327"}


@pytest.mark.parametrize("blank", ["", " \n "])
def test_a_blank_note_is_none(notebook: Notebook, blank: str) -> None:
    notebook.set_note("J9043", "first")
    notebook.set_note("J9043", blank)
    assert notebook.note("J9043") == ""
    assert notebook.noted() == frozenset()


def test_a_setting_is_none_until_set_and_then_the_last_value(notebook: Notebook) -> None:
    assert notebook.setting("theme") is None
    notebook.set_setting("theme", "light")
    notebook.set_setting("theme", "dark")
    assert notebook.setting("theme") == "dark"


@given(name=st.text(), value=st.text())
def test_any_text_comes_back_as_it_was(name: str, value: str) -> None:
    with closing(Notebook.open(Path(":memory:"))) as notebook:
        notebook.set_setting(name, value)
        assert notebook.setting(name) == value
        notebook.set_note(name, value)
        assert notebook.note(name) == (value if value.strip() else "")


def test_everything_is_there_after_a_restart(path: Path) -> None:
    with closing(Notebook.open(path)) as notebook:
        notebook.set_tick("J9043", "order", True)
        notebook.opened("J9043")
        notebook.set_setting("theme", "dark")
    with closing(Notebook.open(path)) as notebook:
        assert notebook.ticks("J9043") == {"order"}
        assert notebook.recent(5) == ["J9043"]
        assert notebook.setting("theme") == "dark"


def test_a_change_is_on_the_disk_when_the_call_returns(path: Path) -> None:
    with closing(Notebook.open(path)) as one, closing(Notebook.open(path)) as other:
        one.set_tick("J9043", "order", True)
        assert other.ticks("J9043") == {"order"}
        other.set_tick("J9043", "waste", True)
        assert one.ticks("J9043") == {"order", "waste"}


def test_the_folder_is_made_and_only_the_file_stays_in_it(tmp_path: Path) -> None:
    path = tmp_path / "some" / "where" / "notebook.db"
    with closing(Notebook.open(path)) as notebook:
        notebook.set_tick("J9043", "order", True)
        assert not notebook.read_only
        assert notebook.why_read_only == ""
    assert [each.name for each in path.parent.iterdir()] == ["notebook.db"]


def test_what_is_deleted_is_gone_from_the_file(path: Path) -> None:
    with closing(Notebook.open(path)) as notebook:
        notebook.set_tick("J9043", "a-very-private-item", True)
        notebook.set_note("J9043", "a-very-private-note")
        assert b"a-very-private-item" in path.read_bytes()
        assert b"a-very-private-note" in path.read_bytes()
        notebook.clear_ticks("J9043")
        notebook.set_note("J9043", "")
    assert b"a-very-private" not in path.read_bytes()


def test_a_notebook_taken_away_while_open_says_so(path: Path) -> None:
    with closing(Notebook.open(path)) as notebook:
        path.rename(path.with_name("elsewhere.db"))
        with pytest.raises(UserError, match="moved or replaced while it was open"):
            notebook.set_tick("J9043", "order", True)


def test_the_window_starts_without_the_slow_library() -> None:
    program = "import sys, hcpcs_desktop.notebook.store; sys.exit('sqlite_utils' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
