"""Everyday work without a mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hcpcs_desktop.ui.frame import MENUS
from hcpcs_desktop.ui.main_window import MainWindow

from .everyday import TASKS, Desk
from .fakes import FakeSession
from .keys import Keyboard


@pytest.mark.qt_log_ignore("^This plugin does not support")  # said of the dialog for files
@pytest.mark.parametrize("task", TASKS, ids=[task.__name__ for task in TASKS])
def test_keyboard_alone_is_enough(
    task: Callable[[Desk], None], window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    keys = Keyboard()
    task(Desk(window, session, keys, tmp_path))
    assert keys.holds


@pytest.mark.qt_log_ignore("^This plugin does not support")
@pytest.mark.parametrize("title", MENUS)
def test_alt_and_its_letter_open_a_menu(window: MainWindow, title: str) -> None:
    QTest.keySequence(window, QKeySequence(f"Alt+{title[0]}"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == f"&{title}"
    menu.close()
