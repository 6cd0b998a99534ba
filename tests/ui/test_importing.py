"""Adding CMS files: dropped or chosen, in a process of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.dialogs.preview_dialog import PreviewDialog
from hcpcs_desktop.ui.dialogs.quitting import QuitDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.notify import Banner
from hcpcs_desktop.ui.search.search_box import SearchBox
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.tasks import ImportTask, Outcome, Progress

from .conftest import Open
from .fakes import FakeSession
from .library_facts import not_seen, seen
from .reading import Logged, button, shown_text

READING = {"event": "progress", "text": "reading HCPC2020_OCT_ANWEB.txt", "done": 1, "total": 3}
DONE = {
    "event": "done",
    "answer": {
        "sources": [
            {
                "id": "anweb-2020-10",
                "release": "2020-10",
                "file": "HCPC2020_OCT_ANWEB.txt",
                "rows_stored": 6800,
                "skipped": 2,
                "warnings": ["line 7: half a record, left out"],
            }
        ],
        "library": {"codes": 6500, "modifiers": 361},
    },
}
REFUSED = {"event": "error", "kind": "refused", "message": "notes.txt is no CMS file."}


@pytest.fixture
def cms_file(tmp_path: Path) -> Path:
    """A file with a name as CMS gives it."""
    path = tmp_path / "HCPC2020_OCT_ANWEB.txt"
    path.write_text("")
    return path


def drop(window: MainWindow, path: Path, at: QWidget | None = None) -> None:
    """Drag a file from outside over a widget of the window and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    middle = (at or window).mapTo(window, (at or window).rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    receiver = at if at is not None and at.acceptDrops() else window
    entered = QDragEnterEvent(QPoint(middle), copy, data, buttons, keys)
    QApplication.sendEvent(receiver, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(receiver, QDropEvent(QPointF(middle), copy, data, buttons, keys))


def preview(window: MainWindow) -> PreviewDialog:
    return window.findChildren(PreviewDialog)[-1]


def add(qtbot: QtBot, window: MainWindow, path: Path, at: QWidget | None = None) -> None:
    """Drop a file, look at what is in it, and take it."""
    with qtbot.waitSignal(window.importer.looked):
        drop(window, path, at)
    button(preview(window), "Add 1 file").click()


def dialog(window: MainWindow) -> ImportDialog:
    return window.findChildren(ImportDialog)[0]


def test_a_dropped_file_is_imported_and_reported(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.events = [READING, DONE]
    session.after_import = Holdings(6500, 361, ("2020-07", "2020-10"))
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file)
    assert session.imported == [str(cms_file)]
    text = shown_text(dialog(window))
    assert "CMS October 2020: 6,800 records from HCPC2020_OCT_ANWEB.txt, 2 skipped." in text
    assert "The library now holds 6,500 codes, 361 modifiers." in text
    assert "line 7: half a record, left out" in text
    assert "CMS October 2020 release, 6,500 codes" in shown_text(window.statusBar())


def test_a_file_can_be_dropped_on_the_search_box(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.events = [DONE]
    box = window.findChildren(SearchBox)[0]
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file, box)
    assert box.text() == ""


def test_a_file_is_chosen_in_the_menu(
    qtbot: QtBot,
    window: MainWindow,
    session: FakeSession,
    cms_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.events = [DONE]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(cms_file)], "CMS files"))
    with qtbot.waitSignal(window.importer.looked):
        QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.importer.ended):
        button(preview(window), "Add 1 file").click()
    assert session.imported == [str(cms_file)]


def test_after_an_import_search_and_code_are_shown_anew(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    window.search_for("cabazitaxel")
    window.show_code("J9043")
    session.events = [DONE]
    session.asked.clear()
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file)
    assert session.asked == ["cabazitaxel"]
    assert window.shown_code == "J9043"


def test_progress_is_shown_and_cancel_leaves_all_as_it_was(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.events, session.never_ends = [READING], True
    add(qtbot, window, cms_file)
    running = dialog(window)
    qtbot.waitUntil(lambda: "Reading HCPC2020_OCT_ANWEB.txt" in shown_text(running))
    bar = running.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.maximum()) == (1, 3)
    with qtbot.waitSignal(window.importer.ended) as ended:
        QTest.keyClick(running, Qt.Key.Key_Escape)
    assert ended.args == [Outcome(cancelled=True)]
    assert "Nothing was added. The library is as it was." in shown_text(running)
    assert "6,440 codes" in shown_text(window.statusBar())
    with qtbot.waitSignal(running.finished):
        button(running, "Close").click()


def test_the_window_can_be_used_while_an_import_runs(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.never_ends = True
    add(qtbot, window, cms_file)
    assert not dialog(window).isModal()
    assert window.isEnabled()
    with qtbot.waitActive(window):
        window.activateWindow()
    box = window.findChildren(SearchBox)[0]
    box.setFocus()
    QTest.keyClicks(box, "J9027")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.shown_code == "J9027"
    with qtbot.waitSignal(window.importer.ended):
        button(dialog(window), "Cancel").click()


def test_a_second_file_waits_for_the_first(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.never_ends = True
    add(qtbot, window, cms_file)
    drop(window, cms_file)
    assert len(window.findChildren(PreviewDialog)) <= 1
    assert len(window.findChildren(ImportDialog)) == 1
    assert "Files are being added already." in shown_text(window)
    with qtbot.waitSignal(window.importer.ended):
        button(dialog(window), "Cancel").click()


def test_a_refused_file_is_told_by_its_sentence(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.events = [READING, REFUSED]
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file)
    assert "notes.txt is no CMS file." in shown_text(dialog(window))
    assert "6,440 codes" in shown_text(window.statusBar())


def test_an_import_that_dies_is_told_and_logged(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path, logged: Logged
) -> None:
    session.events = [READING]
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file)
    assert "The import stopped before it was finished." in shown_text(dialog(window))
    assert "without a report" in logged.take()[0]


def test_no_folder_for_temporary_files_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    task = ImportTask()
    with qtbot.waitSignal(task.finished) as finished:
        task.start(["/no/such/program"])
    assert "There is no folder for temporary files" in finished.args[0].error
    assert "TMPDIR" in finished.args[0].error


def test_a_program_that_does_not_start_is_told(qtbot: QtBot, logged: Logged) -> None:
    task = ImportTask()
    with qtbot.waitSignal(task.finished) as finished:
        task.start(["/no/such/program"])
    assert "The library is as it was." in finished.args[0].error
    assert "did not start" in logged.take()[0]


def test_another_kind_of_file_is_not_imported(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    drop(window, tmp_path / "photo.png")
    assert session.imported == []
    assert "photo.png is no CMS file" in window.findChildren(Banner)[0].text


def test_closing_the_window_asks_before_it_ends_the_import(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.never_ends = True
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file)
        window.close()
        asked = window.findChildren(QuitDialog)[0]
        assert "the library stays as it is" in shown_text(asked)
        QTest.keyClick(asked, Qt.Key.Key_Escape)
        assert [window.isVisible(), window.importer.is_running] == [True, True]
        window.close()
        button(window.findChildren(QuitDialog)[-1], "Quit").click()
    assert [window.isVisible(), window.importer.is_running] == [False, False]


def test_the_question_goes_when_the_import_has_ended(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.events = [DONE]
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file)
        window.close()
        asked = window.findChildren(QuitDialog)[0]
        assert asked.isVisible()
    assert not asked.isVisible()
    assert window.isVisible()


def test_a_library_of_another_version_is_made_anew_at_the_start(
    qtbot: QtBot, open_window: Open, session: FakeSession
) -> None:
    session.held = Holdings(problem="Made by another version.", outdated=True)
    session.after_import = Holdings(6440, 360, ("2020-07",))
    session.events = [DONE]
    window = open_window(session)
    with qtbot.waitSignal(window.importer.ended):
        assert "Made by another version." in shown_text(window)
    assert session.imported == []
    assert "CMS July 2020 release, 6,440 codes" in shown_text(window.statusBar())


def test_a_new_library_that_cannot_be_opened_is_in_use_all_the_same(
    window: MainWindow, session: FakeSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Iterator[None]:
        yield
        raise UserError("The library is damaged.")

    session.events = [DONE]
    session.after_import = Holdings(6500, 361, ("2020-10",))
    monkeypatch.setattr(session, "reopening", broken)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(window.importer.ended):
        window.importer.start(["list.txt"])
    assert [str(error) for _, error, _ in raised] == ["The library is damaged."]
    assert session.held == session.after_import
    assert not window.importer.is_running


def test_more_files_than_one_step_can_take_are_told(window: MainWindow) -> None:
    window.importer.take([f"/folder/{number:0100}.txt" for number in range(300)])
    assert "too many files for one step" in window.findChildren(Banner)[0].text
    assert not window.importer.is_running


def test_a_dialog_shows_progress_without_a_total_as_busy(qtbot: QtBot) -> None:
    shown = ImportDialog(["a.zip", "b.zip"])
    qtbot.addWidget(shown)
    shown.show_progress(Progress("reading", 0, 0))
    assert shown.findChildren(QProgressBar)[0].maximum() == 0
    assert "Adding a.zip, b.zip" in shown_text(shown)


def test_a_folder_is_dropped_with_all_that_could_be_of_cms(
    qtbot: QtBot, window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    for name in ("b.zip", "a.csv", "photo.png"):
        (tmp_path / name).write_text("")
    with qtbot.waitSignal(window.importer.looked):
        drop(window, tmp_path)
    assert "a.csv" in shown_text(preview(window))
    assert "photo.png" not in shown_text(preview(window))
    session.events = [DONE]
    with qtbot.waitSignal(window.importer.ended):
        button(preview(window), "Add 2 files").click()
    assert session.imported == [str(tmp_path / "a.csv"), str(tmp_path / "b.zip")]


def test_the_other_files_of_a_folder_are_told_in_one_line(
    qtbot: QtBot, window: MainWindow, session: FakeSession, tmp_path: Path, cms_file: Path
) -> None:
    session.looks = looked(seen(str(cms_file)), others=243)
    with qtbot.waitSignal(window.importer.looked):
        drop(window, tmp_path)
    assert "243 other files hold nothing of CMS." in shown_text(preview(window))
    assert button(preview(window), "Add 1 file").isEnabled()


@pytest.mark.parametrize(
    ("others", "sentence"),
    [(0, "No file in the folder has a form in which CMS publishes."),
     (1, "1 file holds nothing of CMS.")],
)  # fmt: skip
def test_a_folder_without_anything_of_cms_is_told(
    qtbot: QtBot,
    window: MainWindow,
    session: FakeSession,
    tmp_path: Path,
    others: int,
    sentence: str,
) -> None:
    session.looks = looked(others=others)
    with qtbot.waitSignal(window.importer.looked):
        drop(window, tmp_path)
    assert sentence in shown_text(preview(window))
    with qtbot.waitSignal(preview(window).finished):
        button(preview(window), "Close").click()
    assert session.imported == []


def test_a_folder_beside_another_kind_of_file_is_not_imported(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    window.importer.take([str(tmp_path), str(tmp_path / "photo.png")])
    assert "photo.png is no CMS file" in window.findChildren(Banner)[0].text
    assert not window.importer.is_running


def test_what_would_be_taken_is_shown_before_it_is(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    with qtbot.waitSignal(window.importer.looked):
        drop(window, cms_file)
    assert "List of codes, October 2020: 6,800 records" in shown_text(preview(window))
    button(preview(window), "Cancel").click()
    assert session.imported == []
    assert not window.importer.is_running


def caution_in(dialog: PreviewDialog) -> bool:
    """Whether anything in it is said in amber."""
    labels = dialog.findChildren(QLabel)
    return any(each.property("type") == "caution" for each in labels if each.isVisible())


def test_the_release_is_asked_for_where_a_file_does_not_tell_it(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    needed = "anweb.xlsx does not tell which release it is. Say so as YYYY-MM=anweb.xlsx."
    session.looks = looked(not_seen(str(cms_file), "release_needed", needed))
    with qtbot.waitSignal(window.importer.looked):
        drop(window, cms_file)
    asked = preview(window)
    assert "does not tell which release it is." in shown_text(asked)
    assert "YYYY-MM" not in shown_text(asked)
    assert not button(asked, "Add 1 file").isEnabled()
    for name, choice in (("Month", "July"), ("Year", "2020")):
        box = next(
            each for each in asked.findChildren(QComboBox) if each.accessibleName().startswith(name)
        )
        assert caution_in(asked)
        box.setCurrentText(choice)
    assert not caution_in(asked)
    session.events = [DONE]
    with qtbot.waitSignal(window.importer.ended):
        button(asked, "Add 1 file").click()
    assert session.imported == [f"2020-07={cms_file}"]


def test_a_file_that_would_be_refused_does_not_keep_the_others_back(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.looks = looked(
        seen(str(cms_file)), not_seen("letter.zip", "refused", "letter.zip is a <b>letter</b>.")
    )
    with qtbot.waitSignal(window.importer.looked):
        drop(window, cms_file)
    assert "letter.zip is a <b>letter</b>." in shown_text(preview(window))
    box = next(
        each
        for each in preview(window).findChildren(QCheckBox)
        if each.accessibleName() == "Add letter.zip"
    )
    assert not box.isEnabled()
    assert button(preview(window), "Add 1 file").isEnabled()


def test_a_file_can_be_left_out(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    with qtbot.waitSignal(window.importer.looked):
        drop(window, cms_file)
    button(preview(window), f"Add {cms_file.name}").click()
    assert not button(preview(window), "Add").isEnabled()


def test_a_look_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path
) -> None:
    session.never_looks = True
    drop(window, cms_file)
    with qtbot.waitSignal(window.importer.looked):
        QTest.keyClick(preview(window), Qt.Key.Key_Escape)
    assert not window.importer.is_running
    assert session.imported == []


def test_a_look_that_dies_is_told(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path, logged: Logged
) -> None:
    session.looks = [READING]
    with qtbot.waitSignal(window.importer.looked):
        drop(window, cms_file)
    assert "stopped before it was finished" in shown_text(preview(window))
    assert logged.take()


def test_the_report_can_be_saved(
    qtbot: QtBot, window: MainWindow, session: FakeSession, cms_file: Path, tmp_path: Path
) -> None:
    session.events = [DONE]
    with qtbot.waitSignal(window.importer.ended):
        add(qtbot, window, cms_file)
    button(dialog(window), "Save report…").click()
    chooser = dialog(window).findChildren(QFileDialog)[0]
    chooser.fileSelected.emit(str(tmp_path / "report.txt"))
    chooser.close()
    text = (tmp_path / "report.txt").read_text()
    assert "6,800 records from HCPC2020_OCT_ANWEB.txt" in text
    assert "line 7: half a record, left out" in text
    with pytest.raises(UserError, match="cannot be written"):
        dialog(window).save_report(tmp_path / "no folder" / "report.txt")


def looked(*files: dict[str, Any], others: int = 0) -> list[dict[str, Any]]:
    return [{"event": "done", "answer": {"files": [*files], "others": others}}]
