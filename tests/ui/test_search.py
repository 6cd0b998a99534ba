"""Searching by keyboard and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hcpcs_desktop.ui.code.record_pane import RecordPane
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.results_view import ResultsView
from hcpcs_desktop.ui.search.search_box import SearchBox
from hcpcs_desktop.ui.session import Session

from .fakes import CPT_ADVICE, FakeSession
from .reading import focus, shown_text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def box(window: MainWindow) -> SearchBox:
    return window.findChildren(SearchBox)[0]


def results(window: MainWindow) -> ResultsView:
    return window.findChildren(ResultsView)[0]


def selected(window: MainWindow) -> str:
    return str(results(window).currentIndex().data()).split()[0]


def test_the_caret_waits_in_the_search_box(window: MainWindow) -> None:
    assert focus() is box(window)


def test_typing_a_code_shows_its_record_after_a_pause(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClicks(focus(), "J9043")
    qtbot.waitUntil(lambda: window.shown_code == "J9043")
    assert "Injection, cabazitaxel, 1 mg" in shown_text(window)
    assert focus() is box(window)


def test_typing_words_lists_codes_with_their_number_and_reason(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "cabazitaxel")
    assert results(window).model().rowCount() == 2
    assert "2 codes" in shown_text(window)


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ([Key.Key_Down], "J9064"),
        ([Key.Key_Down, Key.Key_Up], "J9043"),
        ([Key.Key_Up], "J9043"),
        ([Key.Key_PageDown], "JW"),
        ([Key.Key_PageDown, Key.Key_PageUp], "J9043"),
    ],
)
def test_arrows_move_through_the_results_while_the_caret_stays(
    qtbot: QtBot, window: MainWindow, keys: list[Qt.Key], code: str
) -> None:
    QTest.keyClicks(focus(), "j")
    for key in keys:
        QTest.keyClick(focus(), key)
    assert selected(window) == code
    assert focus() is box(window)
    qtbot.waitUntil(lambda: window.shown_code == code)


def test_enter_opens_the_code_at_once_and_moves_the_focus_to_it(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "j9064")
    QTest.keyClick(focus(), Key.Key_Return)
    assert window.shown_code == "J9064"
    assert isinstance(focus(), RecordPane)


def test_enter_in_the_list_opens_the_code(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "cabazitaxel")
    results(window).setFocus()
    QTest.keyClick(focus(), Key.Key_Down)
    QTest.keyClick(focus(), Key.Key_Return)
    assert window.shown_code == "J9064"


def test_a_click_on_a_result_opens_it(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "cabazitaxel")
    view = results(window)
    middle = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.shown_code == "J9064"


@pytest.mark.parametrize("with_control", [True, False])
def test_ctrl_k_and_slash_lead_back_to_the_search_box(
    window: MainWindow, with_control: bool
) -> None:
    QTest.keyClicks(focus(), "J9043")
    QTest.keyClick(focus(), Key.Key_Return)
    if with_control:
        QTest.keyClick(focus(), Key.Key_K, CONTROL)
    else:
        QTest.keyClick(focus(), Key.Key_Slash)
    assert focus() is box(window)
    assert box(window).selectedText() == "J9043"


def test_ctrl_k_in_the_search_box_selects_what_is_there(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "J9043")
    QTest.keyClick(focus(), Key.Key_Home)
    QTest.keyClick(focus(), Key.Key_K, CONTROL)
    assert box(window).selectedText() == "J9043"


def test_a_slash_can_be_typed(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "1/2")
    assert box(window).text() == "1/2"


def test_escape_clears_the_search(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "J9043")
    QTest.keyClick(focus(), Key.Key_Return)
    QTest.keyClick(focus(), Key.Key_Escape)
    assert box(window).text() == ""
    assert focus() is box(window)
    assert window.shown_code == "J9043"


def test_a_search_without_result_says_what_to_do(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "xyzzy")
    assert "No code answers to this" in shown_text(window)
    QTest.keyClick(focus(), Key.Key_Return)
    assert window.shown_code == ""


def test_a_cpt_code_is_explained(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "96413")
    assert CPT_ADVICE in shown_text(window)


def test_the_empty_search_says_what_can_be_typed(window: MainWindow) -> None:
    assert "a range such as J9000-J9999" in shown_text(window)


def test_an_example_of_the_welcome_is_searched_for(window: MainWindow) -> None:
    for label in window.findChildren(QWidget):
        if label.accessibleName() == "Search for J9043":
            QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert box(window).text() == "J9043"


def test_a_code_is_copied(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "J9043")
    QTest.keyClick(focus(), Key.Key_Return)
    QTest.keyClick(window, Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "J9043"
    QTest.keyClick(window, Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "J9043 Injection, cabazitaxel, 1 mg"


def test_a_library_without_codes_is_explained(
    open_window: Callable[[Session], MainWindow], session: FakeSession
) -> None:
    from hcpcs_desktop.ui.session import Holdings

    session.held = Holdings(problem="The library is damaged. Add the CMS file again.")
    window = open_window(session)
    assert "The library is damaged. Add the CMS file again." in shown_text(window)
    assert "No library" in shown_text(window)
    assert not [each for each in window.findChildren(QLabel) if "<" in each.text()]
