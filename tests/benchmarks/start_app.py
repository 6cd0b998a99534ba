"""The program itself, as it is started without arguments; it ends as soon as it answers."""

from collections.abc import Callable
from pathlib import Path

from hcpcs_desktop import app
from hcpcs_desktop.__main__ import main

Run = Callable[[Path, Path | None], int]


def _watched(run: Run) -> Run:
    """The start with a stopwatch in the place of the event loop, which it comes to last."""

    def start(data_dir: Path, library: Path | None = None) -> int:
        from PySide6.QtWidgets import QApplication

        from tests.benchmarks.start_marks import mark_when_it_stands

        QApplication.exec = staticmethod(mark_when_it_stands)  # type: ignore[method-assign]
        return run(data_dir, library)

    return start


app.run = _watched(app.run)  # type: ignore[assignment]
main([])
