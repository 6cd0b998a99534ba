"""Fills inputs as a user does who has only a keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget


def line(window: QWidget, name: str) -> QLineEdit:
    """The visible line that a screen reader calls by this name."""
    QApplication.processEvents()
    for each in window.findChildren(QLineEdit):
        if each.accessibleName() == name and each.isVisibleTo(window):
            return each
    raise AssertionError(f"no line {name}")


def box(window: QWidget, name: str) -> QComboBox:
    """The visible choice of that name."""
    QApplication.processEvents()
    for each in window.findChildren(QComboBox):
        if each.accessibleName() == name and each.isVisibleTo(window):
            return each
    raise AssertionError(f"no choice {name}")


def fill(window: QWidget, name: str, text: str) -> None:
    """Type a text in the place of what a line held."""
    target = line(window, name)
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(target, Qt.Key.Key_Delete)
    QTest.keyClicks(target, text)


def pick(window: QWidget, name: str, text: str) -> None:
    """Choose the entry that begins with a text, by typing it."""
    target = box(window, name)
    target.setFocus()
    QTest.keyClicks(target, text)
