"""What is made ready while nobody asks for anything."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui import ahead
from hcpcs_desktop.ui.code.field_row import FieldRow
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.search_box import SearchBox
from hcpcs_desktop.ui.turns import Turns

from .fakes import FakeSession
from .reading import shown_text


def test_what_is_entered_before_the_window_can_answer_is_opened(
    qtbot: QtBot, session: FakeSession
) -> None:
    session.notebook.opened("J9027")
    window = MainWindow(session)
    box = window.findChildren(SearchBox)[0]
    QTest.keyClicks(box, "J9043")
    QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.furnished):
        window.show()
    assert window.shown_code == "J9043"
    window.close()


def test_what_is_typed_on_is_not_opened(qtbot: QtBot, session: FakeSession) -> None:
    session.notebook.opened("J9027")
    window = MainWindow(session)
    box = window.findChildren(SearchBox)[0]
    QTest.keyClicks(box, "J9")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "043")
    with qtbot.waitSignal(window.furnished):
        window.show()
    assert window.shown_code == "J9027"
    assert box.text() == "J9043"
    window.close()


def test_what_is_made_ahead_is_there_and_not_seen(window: MainWindow, session: FakeSession) -> None:
    before = shown_text(window)
    for _ in ahead.steps(window.workings):
        pass
    assert window.shown_code == ""
    assert shown_text(window) == before
    made = window.findChildren(FieldRow)
    assert made
    window.show_code("J9043")
    assert window.findChildren(FieldRow) == made
    assert "Coverage" in shown_text(window)


def test_an_open_code_stays_while_more_is_made(window: MainWindow, session: FakeSession) -> None:
    window.show_code("J9027")
    before = shown_text(window)
    for _ in ahead.steps(window.workings):
        pass
    assert window.shown_code == "J9027"
    assert shown_text(window) == before


def test_nothing_is_found_where_there_is_no_library(
    window: MainWindow, session: FakeSession
) -> None:
    session.held = session.held.__class__(problem="The library is missing.")
    for _ in ahead.steps(window.workings):
        pass
    assert window.shown_code == ""


def test_work_waits_while_the_user_types(qtbot: QtBot, qapp: QObject) -> None:
    steps = count()

    def work() -> Iterator[None]:
        for _ in steps:
            yield

    turns = Turns(qapp, 1)
    turns.begin(work())
    for _ in range(10):
        turns.put_off(200)
        QTest.qWait(10)
    assert next(steps) == 0
    qtbot.waitUntil(lambda: next(steps) > 9)
    turns.stop()
    turns.put_off(1)
    before = next(steps)
    QTest.qWait(10)
    assert next(steps) == before + 1


def test_work_that_fails_has_not_ended(qtbot: QtBot, qapp: QObject) -> None:
    def work() -> Iterator[None]:
        yield
        raise UserError("The disk is full.")

    turns = Turns(qapp)
    turns.begin(work())
    ends: list[str] = []
    turns.ended.connect(lambda: ends.append("ended"))
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: bool(raised))
        QTest.qWait(20)
    assert [str(error) for _, error, _ in raised] == ["The disk is full."]
    assert not ends


def test_the_last_code_does_not_come_over_one_that_was_opened(
    window: MainWindow, session: FakeSession
) -> None:
    session.notebook.opened("J9027")
    coming_back = window.workings.code.restore()
    next(coming_back)
    window.show_code("J9043")
    for _ in coming_back:
        pass
    assert window.shown_code == "J9043"


def test_codes_that_are_opened_leave_nothing_behind(window: MainWindow) -> None:
    window.actions_by_name["tab_3"].trigger()
    codes = ("J9043", "J9027") * 3
    counts = []
    for code in codes:
        window.show_code(code)
        shown_text(window)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(window.findChildren(QObject)))
    assert counts[2:4] == counts[4:]
