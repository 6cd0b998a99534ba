"""What every test gets: a home of its own, strictness, clean widgets, the shared CMS files."""

import logging
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pytest
from hypothesis import settings
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

NO_SCREEN = "This plugin does not support propagateSizeHints"
"""What Qt's platform without a screen says of every window whose size has limits."""

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Logged(logging.Handler):
    """Collects the warnings and errors that are logged; one that no test takes fails its test."""

    def __init__(self) -> None:
        """Collect from WARNING upwards."""
        super().__init__(logging.WARNING)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record as a line of text."""
        self._lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def take(self) -> list[str]:
        """The lines logged so far, which the test expected."""
        lines, self._lines = self._lines, []
        return lines


@pytest.fixture(autouse=True)
def logged() -> Iterator[Logged]:
    """What the test logs; lines that it expects it must ``take``."""
    handler = Logged()
    root = logging.getLogger()
    root.addHandler(handler)
    yield handler
    root.removeHandler(handler)
    stray = handler.take()
    if stray:
        pytest.fail("logged and not expected:\n" + "\n".join(stray), pytrace=False)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own library, notebook and settings out of the tests."""
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, home)


@contextmanager
def _qt_complaints() -> Iterator[list[str]]:
    """Collect what Qt complains of, and what is raised in code that Qt calls."""
    complaints: list[str] = []

    def handle(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not harmless and not message.startswith(NO_SCREEN):
            complaints.append(message)

    def keep(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        complaints.append(f"{kind.__name__}: {error}")

    handler_before, hook_before = qInstallMessageHandler(handle), sys.excepthook
    sys.excepthook = keep
    try:
        yield complaints
    finally:
        qInstallMessageHandler(handler_before)
        sys.excepthook = hook_before


def _remove_widgets() -> None:
    """Close and delete every window that a test left, within the test that made it."""
    if not isinstance(QApplication.instance(), QApplication):
        return
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Clean up after a test; what Qt complains of meanwhile is the test's own failure."""
    with _qt_complaints() as complaints:
        yield
        _remove_widgets()
    if complaints:
        pytest.fail("at the end of the test:\n" + "\n".join(complaints), pytrace=False)


def _shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip("the folder shared is not here")
    return folder


@pytest.fixture(scope="session")
def shared_cms() -> Path:
    """The CMS files as published, in folders by release."""
    return _shared("cms")


@pytest.fixture(scope="session")
def shared_domain() -> Path:
    """The reference facts about HCPCS."""
    return _shared("domain")


@pytest.fixture(scope="session")
def shared_seeds() -> Path:
    """The documents that the seeds cover."""
    return _shared("seeds")
