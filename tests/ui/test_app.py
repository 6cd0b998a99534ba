"""The window over the real library and notebook, as the program starts it."""

import logging
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hcpcs_desktop import paths
from hcpcs_desktop.app import start
from hcpcs_desktop.app.library_session import LibrarySession
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.library import importing
from hcpcs_desktop.library.home import Home
from hcpcs_desktop.library.importing import build_bundle
from hcpcs_desktop.notebook import backup
from hcpcs_desktop.notebook.store import Notebook
from hcpcs_desktop.ui import application
from hcpcs_desktop.ui.importing import Importer

from .conftest import Open
from .reading import button, focus, shown_text

CONTROL = Qt.KeyboardModifier.ControlModifier
FILE = "HCPC2026_OCT_ANWEB.txt"
RECORD = {0: "J9043001003Injection, cabazitaxel, 1 mg", 91: "Cabazitaxel injection", 119: "51",
          229: "C", 268: "2012010120120101", 292: "N"}  # fmt: skip
HEAVY = ("sqlite_utils", "click", "python_calamine", "dateutil")


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that the program brings along, built from the seeds."""
    home = tmp_path_factory.mktemp("bundled")
    build_bundle(home, paths.seeds(), [])
    return home


@pytest.fixture
def session(bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LibrarySession:
    """A session of a user who starts for the first time."""
    monkeypatch.setattr(paths, "bundled_library_home", lambda: bundled)
    return LibrarySession(tmp_path / "data")


@pytest.fixture
def cms_file(tmp_path: Path) -> Path:
    """One record in CMS's fixed-width form."""
    line = " " * 293
    for at, text in RECORD.items():
        line = line[:at] + text + line[at + len(text) :]
    path = tmp_path / FILE
    path.write_text(line + "\r\n", encoding="ascii", newline="")
    return path


@pytest.fixture
def home(tmp_path: Path, cms_file: Path) -> Path:
    """The folder of a library to which the file was added."""
    folder = tmp_path / "data" / "library"
    importing.add(Home(folder), paths.seeds(), [importing.Asked(cms_file)], lambda *_: None)
    return folder


def test_the_main_job_from_first_start_to_restart(
    qtbot: QtBot,
    open_window: Open,
    session: LibrarySession,
    cms_file: Path,
    tmp_path: Path,
) -> None:
    window = open_window(session)
    assert "A starter library" in shown_text(window)
    with qtbot.waitSignal(window.importer.ended, timeout=30_000):
        window.importer.start([str(cms_file)])
    assert "CMS October 2026: 1 record from" in shown_text(window)
    with qtbot.waitActive(window):
        button(window, "Close").click()
        window.activateWindow()
    window.search_for("")
    QTest.keyClicks(focus(), "cabazitaxel")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.shown_code == "J9043"
    assert "Injection, cabazitaxel, 1 mg" in shown_text(window)
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    first = session.page("J9043", "medicare", None).checklist.items[0]
    button(window, first.text).click()
    window.close()
    session.close()

    again = LibrarySession(tmp_path / "data")
    window = open_window(again)
    assert "CMS October 2026 release" in shown_text(window)
    assert window.shown_code == "J9043"
    assert again.notebook.ticks("J9043") == {first.id}
    window.close()
    again.close()


def test_a_file_that_is_no_cms_file_changes_nothing(
    qtbot: QtBot, open_window: Open, session: LibrarySession, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam\n")
    held = session.holdings()
    window = open_window(session)
    with qtbot.waitSignal(window.importer.ended, timeout=30_000) as ended:
        window.importer.start([str(letter)])
    assert "letter.txt" in ended.args[0].error
    assert session.holdings() == held
    window.close()
    session.close()


def test_without_a_library_the_window_says_so(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "bundled_library_home", lambda: tmp_path / "nothing")
    session = LibrarySession(tmp_path / "data")
    window = open_window(session)
    assert "There is no library" in shown_text(window)
    assert session.search("J9043").advice.startswith("There is no library")
    assert session.search("").advice == ""
    with pytest.raises(UserError, match="There is no library"):
        session.page("J9043", "medicare", None)
    window.close()
    session.close()


@pytest.mark.parametrize("harm", ["gone", "damaged", "unnamed"])
def test_a_lost_library_is_made_anew_at_the_start(
    qtbot: QtBot,
    open_window: Open,
    session: LibrarySession,
    home: Path,
    harm: str,
) -> None:
    library = next(home.glob("library-*.db"))
    if harm == "gone":
        library.unlink()
    elif harm == "damaged":
        library.write_bytes(library.read_bytes()[:5_000])
    else:
        (home / "current").write_text("{")
    assert session.holdings().problem.endswith("Favourites, notes and ticks are kept.")
    window = open_window(session)
    with qtbot.waitSignal(window.importer.ended, timeout=30_000):
        pass
    assert "CMS October 2026: 1 record from" in shown_text(window)
    assert "CMS October 2026 release" in shown_text(window)
    window.close()
    session.close()


def test_a_library_that_breaks_while_it_is_read_is_made_anew(
    qtbot: QtBot,
    open_window: Open,
    session: LibrarySession,
    home: Path,
) -> None:
    window = open_window(session)
    assert "CMS October 2026 release" in shown_text(window)
    next(home.glob("library-*.db")).write_bytes(bytes(5_000))
    with pytest.raises(sqlite3.DatabaseError) as broken:
        session.page("J9043", "medicare", None)
    with qtbot.waitSignal(window.importer.ended, timeout=30_000):
        window.notifier.caught(type(broken.value), broken.value, None)
        assert "The library is damaged" in shown_text(window)
    assert "The library is damaged" not in shown_text(window)
    assert "CMS October 2026 release" in shown_text(window)
    window.show_code("J9043")
    window.close()
    session.close()


def test_another_error_of_the_database_stays_a_bug(session: LibrarySession) -> None:
    held = session.holdings()
    wrong = sqlite3.OperationalError("no such table")
    wrong.sqlite_errorcode = sqlite3.SQLITE_ERROR
    assert not session.broke(wrong)
    assert not session.broke(KeyError("a bug"))
    assert session.holdings() == held
    session.close()


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    root = logging.getLogger()
    before = list(root.handlers)
    try:
        start._log_to(tmp_path / "file" / "hcpcs-desktop.log")
        (made,) = [each for each in root.handlers if each not in before]
        made.handle(logging.LogRecord("x", logging.ERROR, "", 0, "a line", None, None))
    finally:
        root.handlers[:] = before
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_a_damaged_notebook_does_not_stop_the_start(
    open_window: Open, bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "bundled_library_home", lambda: bundled)
    paths.notebook(tmp_path).write_bytes(b"not a notebook" * 100)
    session = LibrarySession(tmp_path)
    window = open_window(session)
    assert session.notebook_problem in shown_text(window)
    assert session.on == date.today()
    window.show_code("J9043")
    window.close()
    session.close()


def test_the_backup_of_a_damaged_notebook_is_a_click_away(
    open_window: Open, bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "bundled_library_home", lambda: bundled)
    path = paths.notebook(tmp_path)
    with closing(Notebook.open(path)) as notebook:
        notebook.set_favourite("J9043", True)
    for saved in backup.all_of(path):
        saved.unlink()
    Notebook.open(path).close()  # makes the backup of the day anew, with the favourite in it
    path.write_bytes(b"not a notebook" * 100)
    session = LibrarySession(tmp_path)
    window = open_window(session)
    QTest.mouseClick(button(window, "Go back to the backup"), Qt.MouseButton.LeftButton)
    assert "The next start opens it." in shown_text(window)
    QTest.mouseClick(button(window, "Quit now"), Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    session.close()
    with closing(LibrarySession(tmp_path)) as again:
        assert again.notebook_problem == ""
        assert again.notebook.favourites() == ["J9043"]


def test_the_self_test_passes_and_says_what_fails(
    session: LibrarySession,
    cms_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    session.close()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert start.self_test(tmp_path / "data", cms_file) == 0
    assert capsys.readouterr().err == ""
    assert start.self_test(tmp_path / "data", tmp_path / "missing.txt") == 1
    assert "self-test: the import failed" in capsys.readouterr().err


def test_dates_and_figures_are_english_in_every_language(session: LibrarySession) -> None:
    usual = QLocale()
    try:
        QLocale.setDefault(QLocale("ar_EG"))
        application.make(session)
        assert QLocale().toString(QDate(2026, 11, 26), "yyyy-MM-dd") == "2026-11-26"
    finally:
        QLocale.setDefault(usual)
        session.close()


def test_the_import_command_is_this_programs_own(session: LibrarySession, tmp_path: Path) -> None:
    command = session.import_command(["a.zip"], "report")
    data_dir = str(tmp_path / "data")
    arguments = ["--data-dir", data_dir, "import", "a.zip", "--report", "report"]
    assert command == [*paths.console_command(), *arguments]
    session.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
@pytest.mark.parametrize("display", ["", ":98765"])
def test_without_a_screen_the_program_says_so(
    display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(UserError, match="There is no screen"):
        application.require_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    application.require_screen()


def test_the_start_of_the_window_loads_nothing_heavy(bundled: Path, tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from hcpcs_desktop import paths
from hcpcs_desktop.app.library_session import LibrarySession
assert not [name for name in sys.modules if name.startswith("PySide6")], "Qt comes last"
paths.bundled_library_home = lambda: Path({str(bundled)!r})
session = LibrarySession(Path({str(tmp_path)!r}))
from hcpcs_desktop.ui import application
from hcpcs_desktop.ui.main_window import MainWindow
application.make(session)
window = MainWindow(session)
loaded = [name for name in {HEAVY!r} if name in sys.modules]
assert not loaded, loaded
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", script], check=True, env=environment)


def test_an_importer_starts_idle(open_window: Open, session: LibrarySession) -> None:
    window = open_window(session)
    assert isinstance(window.importer, Importer)
    assert not window.importer.is_running
    window.close()
    session.close()
