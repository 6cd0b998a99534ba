"""The program itself, as it is started without arguments; it ends as soon as it answers."""

from hcpcs_desktop.__main__ import main


def _watch() -> None:
    """Put a stopwatch in the place of the event loop, which is the last thing that a start calls."""
    import hcpcs_desktop.app

    run = hcpcs_desktop.app.run

    def watched(*arguments: object) -> int:
        from PySide6.QtWidgets import QApplication

        from tests.benchmarks.start_marks import mark_when_it_stands

        QApplication.exec = staticmethod(mark_when_it_stands)  # type: ignore[method-assign]
        return run(*arguments)  # type: ignore[arg-type]

    hcpcs_desktop.app.run = watched


_watch()
main([])
