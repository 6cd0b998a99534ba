"""Work in steps: one in each turn of the event loop, so that keys need not wait for all of it."""

from collections.abc import Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal


class Turns(QObject):
    """Does the steps of some work one by one, from the next turn on; emits ``ended``."""

    ended = Signal()

    def __init__(self, work: Iterator[None], parent: QObject, pause: int = 0) -> None:
        """Begin; each ``yield`` of the work lets the event loop turn, for ``pause`` ms at least."""
        super().__init__(parent)
        self._work = work
        self._pause = pause
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(pause)

    def put_off(self, pause: int) -> None:
        """Wait this long, in ms, before the next step: the user is at work."""
        if self._timer.isActive():
            self._timer.start(pause)

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    def finish(self) -> None:
        """Do the rest at once."""
        while self._timer.isActive():
            self._on_turn()

    def _on_turn(self) -> None:
        self._timer.setInterval(self._pause)
        try:
            next(self._work)
        except StopIteration:
            self.stop()
            self.ended.emit()
        except Exception:  # whatever it is: what failed has not ended
            self.stop()
            raise


def in_steps(modules: Sequence[str]) -> Iterator[None]:
    """Read these modules of the program, one in each step."""
    for name in modules:
        import_module(f"hcpcs_desktop.{name}")
        yield
