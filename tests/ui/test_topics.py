"""Pages of guidance in the window: found by what is typed, read, and left by their links."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.ui.badge import BadgeLabel
from hcpcs_desktop.ui.claim.rules_window import RulesWindow
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.topics.topic_text import TopicText
from hcpcs_desktop.ui.topics.topic_view import TopicView

from .fakes import FakeSession
from .reading import button, click_on, focus, links, shown_text
from .test_accessibility import nameless


def open_topic(window: MainWindow, typed: str) -> TopicView:
    """Type what stands on a remittance and press Enter."""
    window.search_for(typed)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    return window.findChildren(TopicView)[0]


def text_of(view: TopicView) -> TopicText:
    """Its text."""
    return view.findChildren(TopicText)[0]


def verdict(view: TopicView) -> str:
    """What its badge says."""
    return next(e.badge.text for e in view.findChildren(BadgeLabel) if e.isVisibleTo(view))


def test_a_denial_is_listed_and_read(window: MainWindow) -> None:
    view = open_topic(window, "CO-197")
    model = window.findChildren(QListView)[0].model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith("CO-197, Authorization missing")
    assert "1 page of guidance" in shown_text(window)
    assert view.isVisible()
    assert verdict(view) == "Denial"
    assert "What to do, and by when" in text_of(view).toPlainText()
    assert nameless(view) == []
    assert focus() is text_of(view)


def test_it_is_shown_after_a_pause_while_the_caret_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.search_for("PR-1")
    qtbot.waitUntil(lambda: bool(window.findChildren(TopicView)))
    view = window.findChildren(TopicView)[0]
    assert verdict(view) == "No denial: it settles the line"
    QTest.keyClicks(focus(), "5")
    assert focus().property("text") == "PR-15"


def test_its_links_lead_to_pages_rules_and_checklists(window: MainWindow) -> None:
    view = open_topic(window, "CO-16")
    assert "N822: " in links(text_of(view))
    click_on(text_of(view), "N822: ")
    assert "N822\n" in shown_text(view)
    button(view, "Back to CO-16").click()
    assert "CO-16\n" in shown_text(view)
    assert "Back to" not in shown_text(view)
    click_on(text_of(view), "N822: ")
    click_on(text_of(view), "Missing JW JZ")
    window.findChildren(RulesWindow)[0].close()
    window.activateWindow()
    click_on(text_of(view), "Infused drug, such as J9043")
    assert window.shown_code == "J9043"
    assert not view.isVisible()
    assert "Start worksheet" in shown_text(window)
    assert focus().accessibleName() == "Amount discarded, or none"


def test_the_open_code_comes_back_when_it_is_chosen_again(window: MainWindow) -> None:
    window.show_code("J9043")
    view = open_topic(window, "POS 19")
    assert "Services that fit" in text_of(view).toPlainText() or view.isVisible()
    window.search_for("J9043")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert not view.isVisible()
    assert "Injection, cabazitaxel, 1 mg" in shown_text(window)


def test_the_deadlines_of_the_clinics_payers_are_told(
    window: MainWindow, session: FakeSession
) -> None:
    session.notebook.profiles.save(PayerProfile("Blue Plan", appeal_within="180 days"))
    view = open_topic(window, "CO-50")
    assert "Blue Plan: appeal within 180 days" in text_of(view).toPlainText()


def test_a_page_is_copied(window: MainWindow) -> None:
    view = open_topic(window, "N822")
    button(view, "Copy page").click()
    assert QGuiApplication.clipboard().text().startswith("N822 ")
    assert "Copied N822" in shown_text(window)
