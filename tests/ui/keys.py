"""A keyboard, and nothing else: drives a window and notes what holds the event loop up."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, Qt, QThread
from PySide6.QtTest import QTest

from .reading import focus, tab_to

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
_PATIENCE_MS = 5000
_MOST_STOPS = 400
"""Presses of Tab that lead round a window with a long list."""


class Keyboard:
    """Presses keys where the focus is.

    ``holds`` are the turns of the event loop, in ms of this thread's own time, so that other
    programs of the machine do not count.
    """

    def __init__(self) -> None:
        """Nothing was pressed yet."""
        self.holds: list[tuple[float, str]] = []

    @property
    def longest(self) -> tuple[float, str]:
        """The longest time that something held the event loop, and after what."""
        return max(self.holds, default=(0.0, ""))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key, and let the window answer."""
        for _ in range(times):
            self._timed(lambda: QTest.keyClick(focus(), key, modifiers), key.name)
            self._turn(key.name)

    def type(self, text: str) -> None:
        """Type a text."""
        for letter in text:
            self._timed(partial(QTest.keyClicks, focus(), letter), letter)
            self._turn(letter)

    def tab_to(self, words: str) -> None:
        """Press Tab until the link, the button or the input of these words has the focus."""
        tab_to(words, _MOST_STOPS)

    def tab_back_to(self, words: str) -> None:
        """The same with Shift and Tab."""
        tab_to(words, _MOST_STOPS, back=True)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for something that the window does after a pause."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not condition():
            assert not deadline.hasExpired(), f"in vain: {what}"
            self._turn(what)
            QThread.msleep(2)

    def _turn(self, what: str) -> None:
        self._timed(QCoreApplication.processEvents, what)

    def _timed(self, action: Callable[[], object], what: str) -> None:
        begin = time.thread_time()
        action()
        self.holds.append(((time.thread_time() - begin) * 1000, what))
