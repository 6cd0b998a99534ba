"""Codes that a text mentions lead to their pages; no text is taken for markup."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.mentions import Piece
from hcpcs_desktop.ui.checklist.item_row import ItemRow
from hcpcs_desktop.ui.code.conflict_banner import ConflictBanner
from hcpcs_desktop.ui.code.field_row import FieldRow
from hcpcs_desktop.ui.code.long_text import LongText
from hcpcs_desktop.ui.linked_text import LinkedText
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.prose import Prose
from hcpcs_desktop.ui.tones import DARK, LIGHT

from .fakes import FakeSession
from .reading import click_on, focus, links, shown_text, tab_to

CONTROL = Qt.KeyboardModifier.ControlModifier
SENTENCE = (
    "The source guide filed cabazitaxel under J9027. CMS: injection, clofarabine, 1 mg. "
    "Cabazitaxel is J9043; the Sandoz product is J9064."
)


def shown(widgets: list[LinkedText]) -> list[LinkedText]:
    QApplication.processEvents()
    return [each for each in widgets if each.isVisible()]


def test_a_code_that_a_guide_is_wrong_about_says_so_at_its_top(window: MainWindow) -> None:
    window.show_code("J9027")
    banner = window.findChildren(ConflictBanner)[0]
    assert banner.text == SENTENCE
    assert banner.accessibleName() == f"Guide conflict: {SENTENCE}"
    assert "Guide conflict" in shown_text(window).splitlines()
    window.show_code("J9043")
    assert not banner.isVisible()
    assert "Guide conflict" not in shown_text(window)


def test_a_link_of_the_banner_is_followed_by_mouse(window: MainWindow) -> None:
    window.show_code("J9027")
    sentence = window.findChildren(ConflictBanner)[0].findChildren(LinkedText)[0]
    assert links(sentence) == ["J9043", "J9064"]
    click_on(sentence, "J9064")
    assert window.shown_code == "J9064"


@pytest.mark.parametrize("code", ["J9043", "J9064"])
def test_a_link_of_the_banner_is_followed_by_keyboard(window: MainWindow, code: str) -> None:
    window.show_code("J9027")
    tab_to(code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.shown_code == code


def test_coming_back_with_shift_and_tab_begins_at_the_last_link(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_code("J9027")
    sentence = window.findChildren(ConflictBanner)[0].findChildren(LinkedText)[0]
    sentence.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert sentence.textCursor().selectedText() == "J9064"
    QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    assert sentence.textCursor().selectedText() == "J9043"


def test_a_code_in_the_long_description_is_a_link(window: MainWindow) -> None:
    window.show_code("J9064")
    long = window.findChildren(LongText)[0]
    assert links(long) == ["j9043"]
    click_on(long, "j9043")
    assert window.shown_code == "J9043"
    assert links(long) == []


def test_codes_of_the_cross_reference_are_links(window: MainWindow) -> None:
    window.show_code("J9064")
    row = next(each for each in window.findChildren(FieldRow) if "JW" in shown_text(each))
    (value,) = shown(row.findChildren(LinkedText))
    assert links(value) == ["J9043", "JW"]
    click_on(value, "JW")
    assert window.shown_code == "JW"


def test_an_item_of_the_checklist_leads_to_the_modifier_and_is_ticked_beside_it(
    window: MainWindow, session: FakeSession
) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    row = next(each for each in window.findChildren(ItemRow) if "JW or JZ." in shown_text(each))
    (why,) = shown(row.findChildren(LinkedText))
    assert links(why) == ["JW"]
    click_on(why, " or JZ.")
    assert session.notebook.ticks("J9043") == {"waste"}
    click_on(why, "JW")
    assert window.shown_code == "JW"
    assert session.notebook.ticks("J9043") == {"waste"}


def test_a_read_only_checklist_is_not_ticked_by_a_click_on_its_text(
    open_window: Callable[[FakeSession], MainWindow],
) -> None:
    session = FakeSession(notebook_problem="The disk is full.")
    window = open_window(session)
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    QTest.mouseClick(window.findChildren(ItemRow)[0], Qt.MouseButton.LeftButton)
    assert session.notebook.ticks("J9043") == frozenset()


def test_text_with_and_without_links_takes_turns(qtbot: QtBot) -> None:
    prose = Prose("muted")
    qtbot.addWidget(prose)
    prose.show()
    for text, known in (("no code", {"J9043"}), ("J9043 <b>", {"J9043"}), ("J9043", set[str]())):
        prose.set_text(text, known)
        assert shown_text(prose) == text
        assert prose.text() == text


def test_text_with_links_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    text = LinkedText()
    qtbot.addWidget(text)
    text.set_pieces([Piece("words and more of them " * 20), Piece("J9043", "J9043")])
    text.resize(300, text.heightForWidth(300))
    text.show()
    assert text.verticalScrollBar().maximum() == 0
    assert text.heightForWidth(300) > text.heightForWidth(600) > text.minimumSizeHint().height()


def test_the_colour_of_links_follows_the_palette(window: MainWindow) -> None:
    window.show_code("J9027")
    sentence = window.findChildren(ConflictBanner)[0].findChildren(LinkedText)[0]

    def colour() -> str:
        found = sentence.document().find("J9064")
        return found.charFormat().foreground().color().name()

    assert colour() == LIGHT.accent
    window.actions_by_name["theme_dark"].trigger()
    assert colour() == DARK.accent


def test_a_text_loads_nothing_and_obeys_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"not looked at")
    markup = f'<img src="{picture}"><a href="J9043">x</a> J9043'
    text = LinkedText()
    qtbot.addWidget(text)
    text.set_pieces([Piece(markup)])
    text.show()
    assert text.toPlainText() == markup
    assert links(text) == []
    image = text.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(os.fspath(picture))
    )
    assert (image.width(), image.height()) == (1, 1)
