"""Does one of the everyday tasks in a process of its own, right after a start.

Usage: ``python -m tests.benchmarks.everyday_task TASK LIBRARY FOLDER``; prints how long the event
loop was held at most, in ms of the window's own time, and after what.
"""

import os
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from hcpcs_desktop.app.library_session import LibrarySession
from hcpcs_desktop.ui import ahead, application
from hcpcs_desktop.ui.main_window import MainWindow
from tests.ui.everyday import TASKS, Desk
from tests.ui.keys import Keyboard

_PATIENCE_MS = 20_000


class July(LibrarySession):
    """A session on a day of the July 2020 release."""

    @property
    def on(self) -> date:
        """The date of service."""
        return date(2020, 8, 3)


def main(name: str, library: Path, folder: Path) -> None:
    """Start, look at the window until it is ready, do the task."""
    qInstallMessageHandler(lambda *_: None)  # what a platform without a screen says
    task = next(each for each in TASKS if each.__name__ == name)
    with closing(July(folder, library)) as session:
        application.make(session)
        window = MainWindow(session)
        furnished: list[bool] = []
        window.furnished.connect(lambda: furnished.append(True))
        window.show()
        window.activateWindow()
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not (furnished and QApplication.focusWidget()):
            assert not deadline.hasExpired(), "the window does not stand"
            QCoreApplication.processEvents()
        for _ in (*session.prepare(), *ahead.steps(window.workings)):
            pass
        keys = Keyboard()
        task(Desk(window, session, keys, folder))
        print(*keys.longest, flush=True)
    os._exit(0)  # without a screen, Qt falls over a full clipboard at exit


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
