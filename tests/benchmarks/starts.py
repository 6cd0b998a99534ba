"""Programs that show a window and say when it can be used: the app, and the least there can be.

``python -m tests.benchmarks.starts bare`` or ``... app LIBRARY DATA``; prints one line when the
first picture is painted and the window takes keys: the memory in use, in KiB.
"""

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def main(arguments: list[str]) -> None:
    """Start what is asked for and end as soon as it stands."""
    if arguments[0] == "bare":
        _bare()
    else:
        _app(Path(arguments[1]), Path(arguments[2]))
    print(_memory(), flush=True)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 820)
    box = QLineEdit()
    window.setCentralWidget(box)
    window.show()
    app.processEvents()


def _app(library: Path, data: Path) -> None:
    """As ``hcpcs_desktop.app.run`` does it, up to the event loop."""
    from hcpcs_desktop.app import LibrarySession

    session = LibrarySession(data, library)
    from hcpcs_desktop.ui import application
    from hcpcs_desktop.ui.main_window import MainWindow

    app = application.make(session)
    window = MainWindow(session)
    window.show()
    app.processEvents()


def _memory() -> int:
    """The memory in use in KiB; 0 where the system does not tell."""
    if not _STATUS.is_file():
        return 0
    line = next(each for each in _STATUS.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1])


if __name__ == "__main__":
    main(sys.argv[1:])
