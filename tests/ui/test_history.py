"""The tab History, as a coder uses it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hcpcs_desktop.ui.history.event_row import EventRow
from hcpcs_desktop.ui.history.pane import HistoryPane
from hcpcs_desktop.ui.linked_text import LinkedText
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.marked_text import MarkedText

from .reading import click_on, focus, shown_text


def open_history(window: MainWindow, code: str = "J9043") -> HistoryPane:
    """As a user does: type the code, choose the tab."""
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return window.findChildren(HistoryPane)[0]


def test_the_life_of_a_code_stands_in_the_order_of_its_days(window: MainWindow) -> None:
    pane = open_history(window)
    rows = [row.accessibleName() for row in pane.findChildren(EventRow)]
    assert [row[:10] for row in rows] == ["2012-01-01", "2020-07-01", "2020-12-31"]
    text = shown_text(pane)
    assert "Between the CMS releases of January 2019 and July 2020" in text
    assert "Discontinued; last valid day" in text


def test_what_changed_is_shown_before_and_after_as_plain_text(window: MainWindow) -> None:
    text = shown_text(open_history(window))
    assert "Injection, cabazitaxel, 2 mg" in text
    assert "Injection, <b>, 1 mg" in text
    assert "Coverage" in text
    assert "Action" not in text


def test_the_words_that_changed_are_marked(window: MainWindow) -> None:
    before, after = open_history(window).findChildren(MarkedText)[:2]
    struck, bold = before.document().find("cabazitaxel"), after.document().find("<b>")
    assert struck.charFormat().fontStrikeOut()
    assert bold.charFormat().fontWeight() > after.document().find("mg").charFormat().fontWeight()


def test_a_screen_reader_hears_every_event(window: MainWindow) -> None:
    pane = open_history(window)
    assert pane.accessibleName() == "History of J9043"
    assert "Coverage: before D, after C" in pane.accessibleDescription()
    assert "releases of January 2019 and July 2020" in pane.accessibleDescription()
    assert "CMS refers to J9064" in pane.accessibleDescription()


def test_what_took_its_place_is_a_link(window: MainWindow) -> None:
    pane = open_history(window)
    link = next(each for each in pane.findChildren(LinkedText) if "J9064" in each.text)
    click_on(link, "J9064")
    assert window.shown_code == "J9064"


def test_a_code_without_events_says_what_would_be_here(window: MainWindow) -> None:
    assert "Nothing is known of the life of this code yet" in shown_text(
        open_history(window, "J9064")
    )
