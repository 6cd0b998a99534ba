"""Drives the window without a screen, to see that a frozen program is complete."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt, QThread
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hcpcs_desktop.ui import application
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.tasks import Outcome

CODE = "J9043"
_SECONDS = 60


class _SelfTestError(Exception):
    """What does not work, in a sentence."""


def run(session: Session, cms_file: Path) -> int:
    """Type a code, read its record, import a CMS file; 0, or 1 with a sentence."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    errors: list[BaseException] = []
    sys.excepthook = lambda _kind, error, _trace: errors.append(error)
    application.make(session)
    window = MainWindow(session)
    try:
        _drive(window, cms_file)
        if errors:
            raise _SelfTestError(f"an error was raised: {errors[0]!r}")
    except _SelfTestError as failure:
        print(f"error: self-test: {failure}", file=sys.stderr)
        return 1
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0


def _drive(window: MainWindow, cms_file: Path) -> None:
    window.show()
    window.activateWindow()
    window.search_for("")
    _wait(lambda: QApplication.focusWidget() is not None, "the search box has no focus")
    box = QApplication.focusWidget()
    if box is not None:
        _type(box, CODE)
    _wait(lambda: window.shown_code == CODE, f"{CODE} was typed and its record is not shown")
    outcomes: list[Outcome] = []
    window.importer.ended.connect(outcomes.append)
    window.importer.start([str(cms_file)])
    _wait(lambda: bool(outcomes), "the import did not end")
    if not outcomes[0].answer:
        raise _SelfTestError(f"the import failed: {outcomes[0].error}")


def _type(widget: QWidget, text: str) -> None:
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(widget, event)


def _wait(condition: Callable[[], bool], complaint: str) -> None:
    deadline = QDeadlineTimer(_SECONDS * 1000)
    while not condition():
        if deadline.hasExpired():
            raise _SelfTestError(complaint)
        QCoreApplication.processEvents()
        QThread.msleep(5)
