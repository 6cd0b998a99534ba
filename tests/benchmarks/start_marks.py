"""Says when a window stands: a line each with the time of day and the memory in use, in KiB.

``painted``: the first picture is there. ``typed``: a letter that was pressed right then is seen.
``answered``: so is the list of what was found for it, where there is a list.
"""

import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

_STATUS = Path("/proc/self/status")
_PATIENCE_MS = 20_000


class _Paints(QObject):
    """Notes which widgets were painted."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__()
        self.seen: set[QObject] = set()
        app.installEventFilter(self)

    def eventFilter(  # noqa: N802 (Qt names it)
        self, watched: QObject, event: QEvent
    ) -> bool:
        """Note a paint."""
        if event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False


def mark_when_it_stands() -> int:
    """Drive the window of this process; returns 0, as an event loop does."""
    app = QCoreApplication.instance()
    assert app is not None
    paints = _Paints(app)
    box = next(each for each in QApplication.allWidgets() if type(each).__name__ in _BOXES)
    _until(lambda: box in paints.seen)
    _mark("painted")
    paints.seen.clear()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j")
    QCoreApplication.sendEvent(box, press)
    _until(lambda: box in paints.seen)
    _mark("typed")
    if type(box) is not QLineEdit:
        views = box.window().findChildren
        _until(lambda: any(_is_filled(each) for each in views(QAbstractItemView)))
    _mark("answered")
    return 0


_BOXES = ("SearchBox", "QLineEdit")


def _is_filled(view: QWidget) -> bool:
    """Whether a list shows something."""
    if not isinstance(view, QAbstractItemView) or not view.isVisible():
        return False
    return view.model() is not None and view.model().rowCount() > 1


def _until(condition: object) -> None:
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while not condition():  # type: ignore[operator]
        assert not deadline.hasExpired(), "the window does not stand"
        QCoreApplication.processEvents()


def _mark(name: str) -> None:
    print(name, time.time(), _memory(), flush=True)


def _memory() -> int:
    """The memory in use in KiB; 0 where the system does not tell."""
    if not _STATUS.is_file():
        return 0
    line = next(each for each in _STATUS.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1])
