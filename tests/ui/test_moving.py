"""Back and forward, recent codes, favourites, notes, and the date of service."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from hcpcs_desktop.notebook.store import Notebook
from hcpcs_desktop.ui.code.conflict_banner import ConflictBanner
from hcpcs_desktop.ui.code.note_editor import NoteEditor
from hcpcs_desktop.ui.linked_text import LinkedText
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.notify import Banner
from hcpcs_desktop.ui.search.results_model import ICONS_ROLE
from hcpcs_desktop.ui.search.results_view import ResultsView
from hcpcs_desktop.ui.search.search_box import SearchBox

from .conftest import Open
from .fakes import ON, FakeNotebook, FakeSession
from .reading import button, click_on, focus, shown_text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def results(window: MainWindow) -> ResultsView:
    return window.findChildren(ResultsView)[0]


def listed(window: MainWindow) -> list[str]:
    view = results(window)
    model = view.model()
    if not view.isVisible():
        return []
    return [str(model.index(row, 0).data()).split()[0] for row in range(model.rowCount())]


def type_and_open(window: MainWindow, code: str) -> None:
    QTest.keyClick(window, Key.Key_K, CONTROL)
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Key.Key_Return)


def lists(window: MainWindow) -> QTabBar:
    bars = window.findChildren(QTabBar)
    return next(bar for bar in bars if bar.accessibleName() == "Codes at hand")


def date_field(window: MainWindow) -> QDateEdit:
    return window.findChildren(QDateEdit)[0]


# back and forward


def test_alt_and_arrows_go_back_and_forward(window: MainWindow) -> None:
    for code in ("J9043", "S9327", "JW"):
        type_and_open(window, code)
    visited = []
    for key in (Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Right):
        QTest.keyClick(focus(), key, ALT)
        visited.append(window.shown_code)
    assert visited == ["S9327", "J9043", "J9043", "S9327"]


def test_the_mouse_buttons_go_back_and_forward(window: MainWindow) -> None:
    for code in ("J9043", "S9327"):
        type_and_open(window, code)
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.BackButton)
    assert window.shown_code == "J9043"
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton)
    assert window.shown_code == "S9327"


def test_a_link_can_be_come_back_from(window: MainWindow) -> None:
    type_and_open(window, "J9027")
    sentence = window.findChildren(ConflictBanner)[0].findChildren(LinkedText)[0]
    click_on(sentence, "J9064")
    button(window, "Back").click()
    assert window.shown_code == "J9027"
    button(window, "Forward").click()
    assert window.shown_code == "J9064"


def test_without_a_way_nothing_is_offered(window: MainWindow) -> None:
    assert not button(window, "Back").isEnabled()
    window.show_code("J9043")
    assert not button(window, "Back").isEnabled()
    window.show_code("S9327")
    assert button(window, "Back").isEnabled()
    assert not button(window, "Forward").isEnabled()


def test_codes_that_were_only_passed_are_not_come_back_to(qtbot: QtBot, window: MainWindow) -> None:
    type_and_open(window, "S9327")
    QTest.keyClick(window, Key.Key_K, CONTROL)
    QTest.keyClicks(focus(), "J90")
    for code in ("J9043", "J9064", "J9027"):
        qtbot.waitUntil(lambda code=code: window.shown_code == code)  # type: ignore[misc]
        QTest.keyClick(focus(), Key.Key_Down)
    QTest.keyClick(focus(), Key.Key_Return)
    QTest.keyClick(focus(), Key.Key_Left, ALT)
    assert window.shown_code == "S9327"


# recent codes


def test_recent_codes_stand_under_the_empty_search_box(window: MainWindow) -> None:
    for code in ("J9043", "S9327", "J9043"):
        type_and_open(window, code)
    QTest.keyClick(window, Key.Key_Escape)
    assert listed(window) == ["J9043", "S9327"]
    assert lists(window).tabText(lists(window).currentIndex()) == "Recent"


def test_a_recent_code_is_opened_by_keyboard_and_none_by_itself(
    qtbot: QtBot, window: MainWindow
) -> None:
    for code in ("J9043", "S9327"):
        type_and_open(window, code)
    QTest.keyClick(window, Key.Key_H, CONTROL)
    assert isinstance(focus(), SearchBox)
    assert window.shown_code == "S9327"
    QTest.keyClick(focus(), Key.Key_Down)
    qtbot.waitUntil(lambda: window.shown_code == "J9043")


def test_typing_leaves_the_lists(window: MainWindow) -> None:
    type_and_open(window, "J9043")
    QTest.keyClick(window, Key.Key_Escape)
    assert lists(window).isVisible()
    QTest.keyClicks(focus(), "S9327")
    assert not lists(window).isVisible()
    assert listed(window) == ["S9327"]


def test_a_code_counts_as_opened_when_one_stays(
    qtbot: QtBot, window: MainWindow, session: FakeSession
) -> None:
    QTest.keyClicks(focus(), "J9043")
    qtbot.waitUntil(lambda: window.shown_code == "J9043")
    assert session.notebook.recent(5) == []
    qtbot.waitUntil(lambda: session.notebook.recent(5) == ["J9043"])


def test_the_code_that_is_looked_at_comes_back_after_a_restart(
    qtbot: QtBot, window: MainWindow, session: FakeSession, open_window: Open
) -> None:
    QTest.keyClicks(focus(), "J9043")
    qtbot.waitUntil(lambda: window.shown_code == "J9043")
    window.close()
    assert open_window(session).shown_code == "J9043"


# favourites


def test_ctrl_d_and_the_star_make_and_undo_a_favourite(
    window: MainWindow, session: FakeSession
) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_D, CONTROL)
    assert session.notebook.favourites() == ["J9043"]
    assert button(window, "No longer a favourite").isChecked()
    assert "Saved" in shown_text(window.statusBar())
    button(window, "No longer a favourite").click()
    assert session.notebook.favourites() == []
    assert not button(window, "Add to favourites").isChecked()


def test_favourites_are_a_list(window: MainWindow) -> None:
    for code in ("J9043", "S9327"):
        window.show_code(code)
        QTest.keyClick(window, Key.Key_D, CONTROL)
    window.show_code("JW")
    QTest.keyClick(window, Key.Key_B, CONTROL)
    assert listed(window) == ["S9327", "J9043"]
    QTest.keyClick(focus(), Key.Key_Down)
    QTest.keyClick(focus(), Key.Key_Down)
    QTest.keyClick(focus(), Key.Key_Return)
    assert window.shown_code == "J9043"


def test_no_favourites_say_how_to_get_some(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_B, CONTROL)
    assert "No favourites yet. The star beside a code puts it here." in shown_text(window)
    lists(window).setFocus()
    QTest.keyClick(focus(), Key.Key_Left)
    assert "a range such as J9000-J9999" in shown_text(window)


def test_a_favourite_and_a_note_are_marks_in_the_list(window: MainWindow) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_D, CONTROL)
    QTest.keyClick(window, Key.Key_N, CONTROL)
    QTest.keyClicks(focus(), "lot")
    QTest.keyClick(window, Key.Key_K, CONTROL)
    QTest.keyClicks(focus(), "cabazitaxel")
    rows = results(window).model()
    assert rows.index(0, 0).data(ICONS_ROLE) == ("note-on", "star-on")
    assert rows.index(1, 0).data(ICONS_ROLE) == ()
    spoken = str(rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith("favourite, has a note")


# notes


def test_a_note_is_saved_while_it_is_typed(
    qtbot: QtBot, window: MainWindow, session: FakeSession
) -> None:
    window.show_code("J9043")
    note = window.findChildren(NoteEditor)[0]
    assert not note.isVisible()
    QTest.keyClick(window, Key.Key_N, CONTROL)
    assert focus() is note
    QTest.keyClicks(focus(), "Ask for the <b>lot</b>")
    qtbot.waitUntil(lambda: session.notebook.note("J9043") == "Ask for the <b>lot</b>")
    assert focus() is note
    assert "Saved" in shown_text(window.statusBar())


def test_a_note_is_saved_when_it_is_left(window: MainWindow, session: FakeSession) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_N, CONTROL)
    QTest.keyClicks(focus(), "first")
    window.show_code("S9327")
    assert session.notebook.notes == {"J9043": "first"}
    assert not window.findChildren(NoteEditor)[0].isVisible()
    QTest.keyClick(window, Key.Key_N, CONTROL)
    QTest.keyClicks(focus(), "second")
    window.close()
    assert session.notebook.notes == {"J9043": "first", "S9327": "second"}


def test_a_code_with_a_note_shows_it(window: MainWindow, session: FakeSession) -> None:
    session.notebook.notes["J9043"] = "Ask for the lot."
    window.show_code("J9043")
    note = window.findChildren(NoteEditor)[0]
    assert note.isVisible()
    assert note.toPlainText() == "Ask for the lot."
    button(window, "Note on J9043").click()
    assert not note.isVisible()


def test_what_is_being_typed_survives_a_change_of_the_date(
    window: MainWindow, session: FakeSession
) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_N, CONTROL)
    QTest.keyClicks(focus(), "half a sen")
    date_field(window).dateChanged.emit(date_field(window).date().addDays(1))
    assert window.findChildren(NoteEditor)[0].toPlainText() == "half a sen"


def test_a_note_that_is_emptied_is_none(window: MainWindow, session: FakeSession) -> None:
    session.notebook.notes["J9043"] = "x"
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_N, CONTROL)
    QTest.keyClick(focus(), Key.Key_A, CONTROL)
    QTest.keyClick(focus(), Key.Key_Delete)
    window.show_code("S9327")
    assert session.notebook.noted() == frozenset()


def test_a_note_that_cannot_be_saved_says_so(window: MainWindow, session: FakeSession) -> None:
    window.show_code("J9043")
    session.notebook.broken = True
    QTest.keyClick(window, Key.Key_N, CONTROL)
    QTest.keyClicks(focus(), "x")
    QTest.keyClick(window, Key.Key_K, CONTROL)
    assert window.findChildren(Banner)[0].text == "The disk is full. Nothing was saved."
    assert "Not saved" in shown_text(window.statusBar())
    assert window.findChildren(NoteEditor)[0].toPlainText() == "x"
    session.notebook.broken = False


def test_a_read_only_notebook_offers_neither_star_nor_note(open_window: Open) -> None:
    problem = "Nothing is saved: the folder cannot be written."
    notebook = FakeNotebook(read_only=True, wanted=["J9043"], notes={"J9043": "kept"})
    window = open_window(FakeSession(notebook=notebook, notebook_problem=problem))
    window.show_code("J9043")
    assert not button(window, "No longer a favourite").isEnabled()
    note = window.findChildren(NoteEditor)[0]
    assert note.toPlainText() == "kept"
    assert note.isReadOnly()
    assert note.accessibleDescription() == problem
    QTest.keyClick(window, Key.Key_D, CONTROL)
    assert notebook.favourites() == ["J9043"]


def test_favourites_and_notes_come_back_after_a_restart(open_window: Open, tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path / "notebook.db")
    window = open_window(FakeSession(notebook=notebook))  # type: ignore[arg-type]
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_D, CONTROL)
    QTest.keyClick(window, Key.Key_N, CONTROL)
    QTest.keyClicks(focus(), "lot")
    window.close()
    notebook.close()
    notebook = Notebook.open(tmp_path / "notebook.db")
    again = open_window(FakeSession(notebook=notebook))  # type: ignore[arg-type]
    assert again.shown_code == "J9043"
    assert button(again, "No longer a favourite").isChecked()
    assert again.findChildren(NoteEditor)[0].toPlainText() == "lot"
    again.close()
    notebook.close()


# the date of service


def test_a_typed_date_is_that_of_the_whole_window(window: MainWindow, session: FakeSession) -> None:
    type_and_open(window, "J9043")
    session.asked.clear()
    QTest.keyClick(window, Key.Key_T, CONTROL)
    assert focus() is date_field(window)
    QTest.keyClicks(focus(), "2019")
    assert session.on == ON
    QTest.keyClick(focus(), Key.Key_Return)
    assert session.on == date(2019, 8, 3)
    assert session.asked == ["J9043"]
    assert "Status on 2019-08-03" in shown_text(window)
    assert window.shown_code == "J9043"


def test_today_is_one_step_away(window: MainWindow, session: FakeSession) -> None:
    window.show_code("J9043")
    assert "Today" not in shown_text(window)
    QTest.keyClick(window, Key.Key_T, CONTROL)
    QTest.keyClick(focus(), Key.Key_Down)
    assert session.on == date(2019, 8, 3)
    button(window, "Date of service: today").click()
    assert session.on == ON
    assert "Today" not in shown_text(window)
    assert date_field(window).date().toString(Qt.DateFormat.ISODate) == "2020-08-03"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2018-06-01", date(2018, 6, 1)),
        ("20180601", date(2018, 6, 1)),
        ("2018-12-31", date(2018, 12, 31)),
        ("2018-6-1", date(2018, 6, 1)),
        ("06/01/2018", date(2018, 6, 1)),
        ("6/1/2018", date(2018, 6, 1)),
        ("06-01-2018", date(2018, 6, 1)),
        ("2018/06/01", date(2018, 6, 1)),
    ],
)
@pytest.mark.parametrize("anew", [False, True])
def test_a_date_that_is_typed_whole_is_that_date(
    window: MainWindow, session: FakeSession, typed: str, day: date, *, anew: bool
) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_T, CONTROL)
    if anew:
        QTest.keyClick(focus(), Key.Key_A, CONTROL)
    QTest.keyClicks(focus(), typed)
    QTest.keyClick(focus(), Key.Key_Return)
    assert session.on == day


@pytest.mark.parametrize(
    "typed",
    ["2018-02-30", "20180230", "2018-13-45", "02/30/2018", "02-30-2018", "1850-01-01"],
)
@pytest.mark.parametrize("leave", ["Return", "Ctrl+K"])
def test_a_day_that_does_not_exist_leaves_the_day_as_it_was_and_says_so(
    window: MainWindow, session: FakeSession, typed: str, leave: str
) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_T, CONTROL)
    field = date_field(window)
    QTest.keyClicks(field, typed)
    QTest.keySequence(focus(), QKeySequence(leave))
    assert session.on == ON
    assert field.date().toString(Qt.DateFormat.ISODate) == "2020-08-03"
    assert f"{typed} is no date" in shown_text(window)
    QTest.keyClick(window, Key.Key_T, CONTROL)
    QTest.keyClicks(field, "2018-06-01")
    QTest.keyClick(field, Key.Key_Return)
    assert session.on == date(2018, 6, 1)
    assert "is no date" not in shown_text(window)


def test_a_date_is_pasted_and_what_is_none_changes_nothing(
    window: MainWindow, session: FakeSession
) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Key.Key_T, CONTROL)
    for text, day in (("2018-06-01", date(2018, 6, 1)), ("tomorrow", date(2018, 6, 1))):
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(focus(), Key.Key_V, CONTROL)
        assert session.on == day
    QTest.keyClicks(focus(), "13/01/2018")
    assert session.on == date(2018, 6, 1)


def test_another_date_opens_no_other_code(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClicks(focus(), "cabazitaxel")
    QTest.keyClick(focus(), Key.Key_Down)
    QTest.keyClick(focus(), Key.Key_Return)
    assert window.shown_code == "J9064"
    QTest.keyClick(window, Key.Key_T, CONTROL)
    QTest.keyClick(focus(), Key.Key_Up)
    assert str(results(window).currentIndex().data()).startswith("J9064")
    assert window.shown_code == "J9064"


def test_every_part_of_the_calendar_has_a_name(window: MainWindow) -> None:
    window.show_code("J9043")
    field = date_field(window)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().center())
    parts = field.calendarWidget().findChildren(QWidget)
    stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops
    assert [part for part in stops if not (part.accessibleName() or part.focusProxy())] == []


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_D, Key.Key_T])
def test_without_a_code_nothing_happens(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key, CONTROL)
    assert isinstance(focus(), SearchBox)
