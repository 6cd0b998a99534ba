"""The program itself, as it is started without arguments; it ends as soon as it answers."""

from collections.abc import Callable
from pathlib import Path

from hcpcs_desktop.__main__ import main
from hcpcs_desktop.app import start

Run = Callable[[Path, Path | None], int]


def _watched(run: Run) -> Run:
    """The start with a stopwatch in the place of the event loop, which it comes to last."""

    def begin(data_dir: Path, library: Path | None = None) -> int:
        from PySide6.QtWidgets import QApplication

        from tests.benchmarks.start_marks import mark_when_it_stands

        QApplication.exec = staticmethod(mark_when_it_stands)  # type: ignore[method-assign]
        return run(data_dir, library)

    return begin


start.run = _watched(start.run)  # type: ignore[assignment]
main([])
