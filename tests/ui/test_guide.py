"""The billing guides of a code, and the codes that are similar to it."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.guide import Guide
from hcpcs_desktop.ui.guide.contents_model import ContentsModel, entries
from hcpcs_desktop.ui.guide.contents_view import ContentsView
from hcpcs_desktop.ui.guide.guide_text import GuideText
from hcpcs_desktop.ui.guide.similar_pane import SimilarPane
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.results_view import ResultsView

from .fakes import CABAZITAXEL, CHEMOTHERAPY
from .reading import click_on, focus, links, shown_text, tab_to

CONTROL = Qt.KeyboardModifier.ControlModifier
FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal
CORRECTED = "Source: CMS. As of 2026-11. Corrected: It was filed."


def open_guide(window: MainWindow, code: str = "J9043") -> GuideText:
    """As a user does: type the code, choose the tab."""
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    QApplication.processEvents()
    return window.findChildren(GuideText)[0]


def contents(window: MainWindow) -> ContentsView:
    return window.findChildren(ContentsView)[0]


def rows(view: ContentsView) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def current(window: MainWindow) -> str:
    return str(contents(window).currentIndex().data())


def test_the_codes_own_guide_comes_first_each_under_its_title(window: MainWindow) -> None:
    text = open_guide(window).toPlainText()
    assert text.startswith(
        "Cabazitaxel\nFrom the billing guide for J9027, checked against CMS. As of 2026-11.\n"
        "Definition\n"
    )
    assert text.index("Common modifiers") < text.index("Infused chemotherapy")
    assert text.index("Infused chemotherapy") < text.index("Common denial reasons")
    assert "Source: Manual ch. 17. As of 2026-11." in text


def test_text_of_a_guide_is_shown_as_it_is(window: MainWindow) -> None:
    assert "J9064 is for the <b>Sandoz</b> product alone." in open_guide(window).toPlainText()


def test_the_contents_name_every_section(window: MainWindow) -> None:
    open_guide(window)
    assert rows(contents(window)) == [
        "Cabazitaxel",
        "Definition",
        "Common modifiers",
        "Infused chemotherapy",
        "Denial reasons",
    ]
    window.show_code("J9027")
    assert rows(contents(window)) == ["Denial reasons"]


def test_the_text_follows_the_contents_by_keyboard(window: MainWindow) -> None:
    text = open_guide(window)
    contents(window).setFocus()
    assert current(window) == "Definition"
    places = [text.verticalScrollBar().value()]
    for title in ("Common modifiers", "Denial reasons"):
        QTest.keyClick(focus(), Qt.Key.Key_Down)
        assert current(window) == title
        places.append(text.verticalScrollBar().value())
    assert places == sorted(set(places))
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    assert text.verticalScrollBar().value() == 0


def test_the_text_follows_a_click_on_the_contents(window: MainWindow) -> None:
    text = open_guide(window)
    view = contents(window)
    middle = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert text.verticalScrollBar().value() > 0
    assert current(window) == "Common modifiers"


def test_the_contents_mark_what_is_read(window: MainWindow) -> None:
    text = open_guide(window)
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    assert current(window) == "Denial reasons"
    text.verticalScrollBar().setValue(0)
    assert current(window) == "Definition"


def test_the_source_of_a_statement_unfolds_by_mouse(window: MainWindow) -> None:
    text = open_guide(window)
    assert CORRECTED not in text.toPlainText()
    click_on(text, "corrected")
    assert CORRECTED in text.toPlainText()
    click_on(text, "corrected")
    assert CORRECTED not in text.toPlainText()


def test_the_source_of_a_statement_unfolds_by_keyboard_and_the_focus_stays(
    window: MainWindow,
) -> None:
    text = open_guide(window)
    before = text.toPlainText()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    tab_to("corrected")
    for expected in (True, False):
        QTest.keyClick(focus(), Qt.Key.Key_Return)
        assert (CORRECTED in text.toPlainText()) == expected
        assert text.textCursor().selectedText() == "corrected"
    assert text.toPlainText() == before


def test_codes_and_modifiers_in_a_guide_are_links(window: MainWindow) -> None:
    text = open_guide(window)
    assert links(text)[:6] == ["J9027", "J9064", "corrected", "?", "JW", "?"]
    click_on(text, "JW")
    assert window.shown_code == "JW"
    assert focus() is text


def test_a_code_without_a_guide_says_what_would_be_here(window: MainWindow) -> None:
    open_guide(window, "S9327")
    assert "There is no billing guide for this code yet." in shown_text(window)


def test_the_next_guide_begins_at_its_top(window: MainWindow) -> None:
    text = open_guide(window)
    text.go_to(2)
    window.show_code("J9027")
    assert text.verticalScrollBar().value() == 0
    assert current(window) == "Denial reasons"


@pytest.mark.parametrize("guides", [(), (CHEMOTHERAPY,), (CABAZITAXEL, CHEMOTHERAPY)])
def test_the_contents_keep_the_rules_of_qt(guides: Sequence[Guide]) -> None:
    model = ContentsModel()
    tester = QAbstractItemModelTester(model, FAIL)
    for each in (guides, (), guides):
        model.set_rows(entries(each))
    assert tester.model() is model
    assert model.data(QModelIndex()) is None
    assert model.row_of(7) == -1


def test_similar_codes_are_listed_with_description_and_reason(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_guide(window)
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    view = window.findChildren(SimilarPane)[0].findChildren(ResultsView)[0]
    assert view.model().rowCount() == 2
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "J9064, Injection, cabazitaxel (sandoz), 1 mg, Dates not known, same drug, other product"
    )


def test_enter_opens_a_similar_code(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "J9043")
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert window.shown_code == "J9043"
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.shown_code == "J9027"
    assert "No similar codes." in shown_text(window)


def test_a_click_opens_a_similar_code(window: MainWindow) -> None:
    open_guide(window)
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    view = window.findChildren(SimilarPane)[0].findChildren(ResultsView)[0]
    middle = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.shown_code == "J9064"
