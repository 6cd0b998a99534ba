"""The Qt application: made once, dressed, and run until the window is closed."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hcpcs_desktop import __version__, paths
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.memory import Memory

if TYPE_CHECKING:
    from hcpcs_desktop.ui.session import Session

_NO_SCREEN = (
    "There is no screen to open a window on. Start the program in a desktop session, or use one "
    "of its commands; `hcpcs-desktop --help` lists them."
)


def run(session: Session) -> int:
    """Show the window over a session and stay until it is closed; the exit code."""
    require_screen()
    app = make(session)
    window = MainWindow(session)
    window.furnished.connect(window.tell_errors)
    window.settled.connect(collect_again)
    window.show()
    return app.exec()


def collect_again() -> None:
    """Collect garbage from now on; what the start made stays, and no collection looks at it."""
    gc.freeze()
    gc.enable()


def make(session: Session) -> QApplication:
    """The application with its name, its icon and the palette that the user chose."""
    QApplication.setStyle("Fusion")  # before there is an application: it begins with this style
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["hcpcs-desktop"])
    # The window speaks English, so its dates and figures are not those of another language.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    app.setApplicationName("hcpcs-desktop")
    app.setApplicationDisplayName("HCPCS Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hcpcs-desktop")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "hcpcs-desktop.svg")))
    memory = Memory(session.notebook)
    theme.apply(app, memory.mode, memory.zoom)
    return app


def require_screen() -> None:
    """Raise UserError where Qt would end the program for want of a screen."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY") or not _x_server_answers():
        raise UserError(_NO_SCREEN, "no_screen")


def _x_server_answers() -> bool:
    """Whether the X server named by DISPLAY lets us in; Qt would abort where it does not."""
    from ctypes import CDLL, c_char_p, c_int, c_void_p

    try:
        xcb = CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.argtypes = [c_char_p, c_void_p]
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connection_has_error.argtypes = [c_void_p]
    xcb.xcb_connection_has_error.restype = c_int
    xcb.xcb_disconnect.argtypes = [c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
