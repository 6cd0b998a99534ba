"""A window over a session without files."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.dialogs.quitting import QuitDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.session import Session

from .fakes import FakeSession

Open = Callable[[Session], MainWindow]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The application as it is dressed for the user."""
    theme.apply(qapp, "light")


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """A clipboard that is empty afterwards: without a screen, Qt falls over a full one at exit."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def session() -> FakeSession:
    """A session without files."""
    return FakeSession()


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    """Opens windows, as a start of the program does, and closes them at the end."""
    windows: list[MainWindow] = []

    def open_(session: Session) -> MainWindow:
        window = MainWindow(session)
        windows.append(window)
        with qtbot.waitSignal(window.furnished), qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield open_
    for window in windows:
        window.close()
        for asked in window.findChildren(QuitDialog):
            asked.quit_requested.emit()


@pytest.fixture
def window(open_window: Open, session: FakeSession) -> MainWindow:
    """An open window over the session."""
    return open_window(session)
