"""The window Sources: what is in the library, taken out, and brought back."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.sources.window import SourcesWindow

from .fakes import FakeSession
from .reading import button, shown_text
from .test_accessibility import nameless
from .test_importing import DONE

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def sources(window: MainWindow, qtbot: QtBot) -> SourcesWindow:
    """The window, opened with its keys."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_O, keys)
    found = window.findChildren(SourcesWindow)[0]
    qtbot.waitUntil(found.isVisible)
    return found


def test_what_the_library_is_made_from_is_listed_newest_first(sources: SourcesWindow) -> None:
    model = sources.findChildren(QTableView)[0].model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows == [
        ["July 2020", "Payment limits", "1,234", "asp-2020-07.zip"],
        ["April 2020", "List of codes", "1,234", "anweb-2020-04.zip"],
    ]


def test_a_source_is_taken_out_after_a_question(
    sources: SourcesWindow, session: FakeSession, window: MainWindow, qtbot: QtBot
) -> None:
    session.events = [DONE]
    session.after_import = Holdings(5000, 300, ("2020-04",))
    button(sources, "Take out…").click()
    assert "Take out: Payment limits of July 2020?" in shown_text(sources)
    with qtbot.waitSignal(window.importer.ended):
        button(sources, "Take it out").click()
    assert session.removed == ["asp-2020-07"]
    assert "5,000 codes" in shown_text(window.statusBar())
    assert "The new library is in use" in shown_text(window.findChildren(ImportDialog)[0])


def test_a_question_can_be_answered_with_no(sources: SourcesWindow, session: FakeSession) -> None:
    button(sources, "Take out…").click()
    button(sources, "Keep it").click()
    assert session.removed == []
    assert "Take out:" not in shown_text(sources)


def test_enter_keeps_what_the_focus_is_on_keeping(
    sources: SourcesWindow, session: FakeSession, window: MainWindow
) -> None:
    """It brought back an earlier library: a dialog presses the first button that it may."""
    before = shown_text(window.statusBar())
    button(sources, "Take out…").click()
    assert "Take out:" in shown_text(sources)
    QTest.keyClick(button(sources, "Keep it"), Qt.Key.Key_Return)
    assert "Take out:" not in shown_text(sources)
    QTest.keyClick(sources.findChildren(QTableView)[0], Qt.Key.Key_Return)
    assert session.removed == []
    assert shown_text(window.statusBar()) == before


def test_enter_presses_the_button_that_has_the_focus(
    sources: SourcesWindow, session: FakeSession
) -> None:
    button(sources, "Take out…").setFocus()
    QTest.keyClick(button(sources, "Take out…"), Qt.Key.Key_Return)
    assert "Take out:" in shown_text(sources)


def test_an_earlier_library_is_used_again(sources: SourcesWindow, window: MainWindow) -> None:
    assert "5,000 codes, April 2020" in shown_text(sources)
    button(sources, "Use again").click()
    assert "CMS April 2020 release, 5,000 codes" in shown_text(window.statusBar())


def test_its_models_keep_the_rules_of_qt_and_its_widgets_have_names(
    sources: SourcesWindow,
) -> None:
    for model in sources.findChildren(QAbstractItemModel):
        QAbstractItemModelTester(model, FAIL)
        assert model.data(QModelIndex()) is None
        assert model.rowCount(model.index(0, 0)) == 0
    assert nameless(sources) == []


def test_closed_and_opened_again_it_is_one_window(
    sources: SourcesWindow, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(sources.destroyed):
        sources.close()
    window.actions_by_name["sources"].trigger()
    assert len(window.findChildren(SourcesWindow)) == 1
