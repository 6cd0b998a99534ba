"""Starts the window: paths, then library and notebook, then Qt and the main window."""

from __future__ import annotations

import gc
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from hcpcs_desktop.app.library_session import LibrarySession

if TYPE_CHECKING:
    from pathlib import Path

LOG = "hcpcs-desktop.log"
_LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def run(data_dir: Path, library: Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit code of the program.

    ``library`` is a library file to use instead of the one in use. Raises UserError where there
    is no screen to open a window on.
    """
    gc.disable()  # next to nothing that a start makes is garbage; the window turns it on again
    _log_to(data_dir / LOG)
    session = LibrarySession(data_dir, library)
    # Qt comes last: the modules above are read while nothing of it is in memory yet.
    from hcpcs_desktop.ui import application

    try:
        return application.run(session)
    finally:
        session.close()


def self_test(data_dir: Path, cms_file: Path) -> int:
    """Drive the window without a screen: type a code, read its record, import a CMS file.

    Exit code 0 where all of it works; else a sentence on standard error and 1.
    """
    session = LibrarySession(data_dir)
    from hcpcs_desktop.ui import self_test

    try:
        return self_test.run(session, cms_file)
    finally:
        session.close()


class _LogFile(logging.FileHandler):
    """Comes into being with the first line; where it cannot, the program goes on without."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, or leave it unwritten: a full disk or no folder is told elsewhere."""
        with suppress(OSError):
            super().emit(record)


def _log_to(path: Path) -> None:
    """Write warnings and errors to a file."""
    handler = _LogFile(path, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(_LOG_FORMAT))
    logging.getLogger().addHandler(handler)
