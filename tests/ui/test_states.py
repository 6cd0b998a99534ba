"""Every state says what is so and what to do about it, without a word of the command line."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hcpcs_desktop.app.library_session import LibrarySession
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.problems import library_problem, nothing_in_starter
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.tasks import Outcome

from .conftest import Open
from .fakes import FakeSession
from .reading import shown_text

KINDS = ("library_missing", "library_damaged", "library_outdated")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("chosen", [None, Path("/data/mine.db")])
def test_a_library_that_cannot_be_opened(kind: str, chosen: Path | None) -> None:
    said = library_problem(UserError("Run `hcpcs-desktop build`.", kind), chosen)
    assert "`" not in said
    assert ("/data/mine.db" in said) == (chosen is not None)
    advice = "name another" if chosen else "are kept"
    assert advice in said


def test_another_problem_keeps_its_own_words() -> None:
    assert library_problem(UserError("The disk is gone.", "odd"), None) == "The disk is gone."


@pytest.fixture
def damaged(tmp_path: Path) -> Iterator[LibrarySession]:
    """A session over a file that is no library."""
    broken = tmp_path / "mine.db"
    broken.write_bytes(b"not a library")
    with closing(LibrarySession(tmp_path, broken)) as session:
        yield session


def test_a_damaged_library_is_told_in_the_window(
    damaged: LibrarySession, open_window: Open
) -> None:
    text = shown_text(open_window(damaged))
    assert "mine.db is damaged and cannot be used. Start the program without" in text


def test_an_empty_library(open_window: Open) -> None:
    text = shown_text(open_window(FakeSession(held=Holdings(0, 0))))
    assert "The library is empty. The full list of codes comes with the CMS file." in text
    assert "Empty library" in text
    assert "Ctrl+O" in nothing_in_starter(0)


def test_nothing_found_in_the_starter_library() -> None:
    assert nothing_in_starter(1234).startswith(
        "Nothing in the starter library, which holds only 1,234 codes. Add the CMS file"
    )


def test_a_code_without_dates_says_how_to_know_them(window: MainWindow) -> None:
    window.show_code("Q5160")
    text = shown_text(window)
    assert "No CMS file that was added prints the dates of this code." in text
    assert "Add a release that does" in text


def test_an_import_that_failed_says_which_it_was(window: MainWindow) -> None:
    for names, title in (
        (["a.zip"], "The file was not added"),
        ([], "The library was not made anew"),
    ):
        dialog = ImportDialog(names, window)
        dialog.show_outcome(Outcome(error="It is damaged. Nothing was changed."))
        assert title in shown_text(dialog)
        assert ("CMS file" in dialog.windowTitle()) is bool(names)
        assert "Nothing was changed." in shown_text(dialog)
