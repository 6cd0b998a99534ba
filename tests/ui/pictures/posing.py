"""What poses have in common: typing, tabs, larger text, dialogs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from hcpcs_desktop.ui.main_window import MainWindow

from ..keys import Keyboard
from ..reading import focus


def type_text(window: MainWindow, text: str) -> None:
    QTest.keyClicks(focus(), text)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    QTest.qWait(300)


def nothing(window: MainWindow) -> None:
    """The window as it opens."""


def zoomed(
    pose: Callable[[MainWindow], QDialog | None], steps: int = 3
) -> Callable[[MainWindow], QDialog | None]:
    """A pose with larger text: three steps are 150 %, five are 200 %."""

    def zoomed(window: MainWindow) -> QDialog | None:
        for _ in range(steps):
            window.actions_by_name["zoom_in"].trigger()
        return pose(window)

    return zoomed


def newest(window: QWidget) -> QDialog:
    return window.findChildren(QDialog)[-1]


def shown(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog


def tab(code: str, key: Qt.Key) -> Callable[[MainWindow], None]:
    """A code that was typed, with the tab of Ctrl and this key."""

    def pose(window: MainWindow) -> None:
        type_text(window, code)
        Keyboard().until(lambda: window.shown_code == code, f"{code} is shown")
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    return pose
