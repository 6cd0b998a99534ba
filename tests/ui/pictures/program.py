"""Poses of what is about the program itself."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from hcpcs_desktop.ui.dialogs.bug import BugDialog
from hcpcs_desktop.ui.main_window import MainWindow

from .posing import newest, shown, type_text


def bug(window: MainWindow) -> QDialog:
    trace = 'Traceback (most recent call last):\n  File "pane.py", line 12\nKeyError: 0'
    return shown(BugDialog(trace, window))


def shortcuts(window: MainWindow) -> QDialog:
    window.actions_by_name["shortcuts"].trigger()
    return newest(window)


def commands(window: MainWindow) -> QDialog:
    """The command palette over an open code."""
    type_text(window, "J9043")
    window.actions_by_name["palette"].trigger()
    QApplication.processEvents()
    QTest.keyClicks(newest(window).findChildren(QLineEdit)[0], "copy")
    return newest(window)


def about(window: MainWindow) -> QDialog:
    window.actions_by_name["about"].trigger()
    return newest(window)
