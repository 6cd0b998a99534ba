"""The window as a whole: what it remembers, how it tells, when it starts."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui.dialogs.bug import BugDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.no_notebook import NoNotebook
from hcpcs_desktop.ui.notify import Banner
from hcpcs_desktop.ui.search.search_box import SearchBox
from hcpcs_desktop.ui.session import Holdings

from .conftest import Open
from .fakes import FakeNotebook, FakeSession
from .reading import Logged, button, shown_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_code_and_sizes_come_back(
    window: MainWindow, session: FakeSession, open_window: Open
) -> None:
    window.resize(800, 600)
    window.findChildren(QSplitter)[0].setSizes([330, 470])
    window.show_code("S9327")
    sizes = window.findChildren(QSplitter)[0].sizes()
    window.close()
    again = open_window(session)
    assert (again.width(), again.height()) == (800, 600)
    assert again.findChildren(QSplitter)[0].sizes() == sizes
    assert again.shown_code == "S9327"


def test_the_tab_comes_back(window: MainWindow, session: FakeSession, open_window: Open) -> None:
    window.show_code("S9327")
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert "Signed and dated order" in shown_text(open_window(session))


def test_a_last_code_that_is_gone_does_not_matter(open_window: Open) -> None:
    window = open_window(FakeSession(notebook=FakeNotebook(codes=["X0000"])))
    assert window.shown_code == ""


@pytest.mark.parametrize("name", ["theme", "geometry", "splitter", "last_tab", "payer", "setting"])
def test_a_setting_that_makes_no_sense_does_not_matter(open_window: Open, name: str) -> None:
    window = open_window(FakeSession(notebook=FakeNotebook(settings={name: "-7 \N{SNOWMAN}"})))
    window.show_code("J9043")
    assert window.shown_code == "J9043"


def test_a_full_disk_does_not_keep_the_window_open(
    window: MainWindow, session: FakeSession
) -> None:
    session.notebook.broken = True
    assert window.close()


def test_a_window_without_a_notebook_works(open_window: Open) -> None:
    session = FakeSession(notebook_problem="The notebook is damaged.")
    session.notebook = NoNotebook("It is damaged.")  # type: ignore[assignment]
    window = open_window(session)
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert shown_text(window).count("The notebook is damaged.") == 2
    assert window.close()


def test_the_first_start_says_what_is_here_and_what_to_do(open_window: Open) -> None:
    text = shown_text(open_window(FakeSession(held=Holdings(20, 16))))
    assert "A starter library with 20 codes" in text
    assert "drop it on this window" in text
    assert "Starter library, 20 codes" in text


def test_a_full_library_says_what_it_holds(window: MainWindow) -> None:
    text = shown_text(window)
    assert "6,440 codes and 360 modifiers, from the CMS files of July 2020." in text
    assert "CMS July 2020 release, 6,440 codes" in text


def test_a_user_error_is_told_in_the_banner(window: MainWindow) -> None:
    window.notifier.caught(UserError, UserError("The <b>disk</b> is full."), None)
    assert window.findChildren(Banner)[0].text == "The <b>disk</b> is full."
    button(window, "Close the message").click()
    assert "disk" not in shown_text(window)


def test_a_bug_is_logged_and_shown_to_be_copied(
    qtbot: QtBot, window: MainWindow, logged: Logged
) -> None:
    try:
        raise ZeroDivisionError("seven by nothing")
    except ZeroDivisionError as error:
        window.notifier.caught(type(error), error, error.__traceback__)
    dialog = window.findChildren(BugDialog)[0]
    assert "ZeroDivisionError: seven by nothing" in shown_text(dialog)
    button(dialog, "Copy").click()
    assert "test_main_window.py" in QGuiApplication.clipboard().text()
    assert logged.take() == ["CRITICAL hcpcs_desktop.ui.notify: A bug"]
    with qtbot.waitSignal(dialog.finished):
        button(dialog, "Close").click()


def test_errors_that_slots_let_through_reach_the_user(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window.notifier.install()
    assert sys.excepthook == window.notifier.caught
    assert logging.getLogger("hcpcs_desktop.ui.notify").name


def test_what_is_typed_before_the_window_is_furnished_is_looked_for(
    qtbot: QtBot, session: FakeSession
) -> None:
    window = MainWindow(session)
    with qtbot.waitSignal(window.furnished):
        window.show()
        QTest.keyClicks(window.findChildren(SearchBox)[0], "j9064")
    text = shown_text(window)
    assert "1 code" in text
    window.close()


def test_a_window_that_is_closed_at_once_ends_well(session: FakeSession) -> None:
    window = MainWindow(session)
    window.show()
    assert window.close()
    assert session.notebook.setting("geometry")
