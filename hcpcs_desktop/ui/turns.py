"""Work in steps: one in each turn of the event loop, so that keys need not wait for all of it."""

from collections.abc import Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal


class Turns(QObject):
    """Does the steps of some work one by one; emits ``ended`` after the last."""

    ended = Signal()

    def __init__(self, parent: QObject, pause: int = 0) -> None:
        """Do nothing yet; between two steps ``pause`` ms go by at least."""
        super().__init__(parent)
        self._work: Iterator[None] = iter(())
        self._pause = pause
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)

    def begin(self, work: Iterator[None]) -> None:
        """Do this work from the next turn on; what is left of other work stays undone."""
        self._work = work
        self._timer.start(self._pause)

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
