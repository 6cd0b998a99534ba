"""Two codes side by side: from the similar codes, and with any other."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from hcpcs_desktop.ui.compare.grid import CompareGrid
from hcpcs_desktop.ui.compare.window import CompareWindow
from hcpcs_desktop.ui.main_window import MainWindow

from .keys import CONTROL
from .reading import button, focus, shown_text


def compared(window: MainWindow) -> CompareWindow:
    return window.findChildren(CompareWindow)[-1]


def open_(window: MainWindow, code: str = "J9043") -> None:
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)


def test_a_similar_code_is_shown_beside_the_open_one(window: MainWindow) -> None:
    open_(window)
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    button(window, "Compare side by side").click()
    text = shown_text(compared(window))
    assert "J9043" in text
    assert "J9027" in text
    assert "Injection, clofarabine, 1 mg" in text
    assert "≠ Long description" in text
    assert "Date of service 2020-08-03" in text
    spoken = compared(window).findChildren(CompareGrid)[0].accessibleDescription()
    assert "Injection, clofarabine, 1 mg, they differ" in spoken


def test_only_what_differs_can_be_shown(window: MainWindow) -> None:
    open_(window)
    window.actions_by_name["compare"].trigger()
    compared(window).compare_with("J9027")
    assert "Coverage" in shown_text(compared(window))
    compared(window).findChildren(QCheckBox)[0].click()
    text = shown_text(compared(window))
    assert "≠ Long description" in text
    assert "Coverage" not in text


def test_any_code_can_be_compared(window: MainWindow) -> None:
    open_(window)
    window.actions_by_name["compare"].trigger()
    box = compared(window).findChildren(QComboBox)[0]
    box.setEditText(" j-9310 ")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "Injection, rituximab, 100 mg" in shown_text(compared(window))
    assert "Discontinued; last valid day 2018-12-31" in shown_text(compared(window))


def test_what_is_typed_takes_the_place_of_the_code_that_is_offered(window: MainWindow) -> None:
    open_(window)
    QTest.keyClick(window, Qt.Key.Key_F3)
    box = compared(window).findChildren(QComboBox)[0]
    assert box.currentText()
    QTest.keyClicks(compared(window).focusWidget(), "J9310")
    assert box.currentText() == "J9310"
    QTest.keyClick(compared(window).focusWidget(), Qt.Key.Key_Return)
    assert "Injection, rituximab, 100 mg" in shown_text(compared(window))


def test_a_code_that_is_not_there_is_said_to_be_so(window: MainWindow) -> None:
    open_(window)
    window.actions_by_name["compare"].trigger()
    box = compared(window).findChildren(QComboBox)[0]
    box.setEditText("A0000")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "A0000" in compared(window).said
    assert not button(compared(window), "Open the other code").isEnabled()


def test_what_no_release_prints_is_no_difference(window: MainWindow) -> None:
    open_(window)
    window.actions_by_name["compare"].trigger()
    compared(window).compare_with("Q5160")
    text = shown_text(compared(window))
    assert "not printed" in text
    assert "≠ Coverage" not in text


def test_the_other_code_can_be_opened(window: MainWindow, qtbot: QtBot) -> None:
    open_(window)
    window.actions_by_name["compare"].trigger()
    dialog = compared(window)
    button(dialog, "Open the other code").click()
    assert window.shown_code == "J9064"
    assert not dialog.isVisible()


def test_without_an_open_code_it_says_what_to_do(window: MainWindow) -> None:
    window.actions_by_name["compare"].trigger()
    assert "Open the code that you want to compare first" in shown_text(window)
    assert window.findChildren(CompareWindow) == []
