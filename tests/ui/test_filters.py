"""Narrowing what was found, reading how a query was read, and going on where nothing is found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.hit import Answer, Filters, Hit, Why
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.chips import FilterChips
from hcpcs_desktop.ui.search.delegate import lines_of
from hcpcs_desktop.ui.search.excerpt import excerpt
from hcpcs_desktop.ui.search.offers import NOC_WORDS, Offers
from hcpcs_desktop.ui.search.reading_note import reading
from hcpcs_desktop.ui.search.results_view import ResultsView

from .fakes import ON, FakeSession
from .reading import button, focus, shown_text

LONG = "Power wheelchair, group 2 standard, with a seat that tilts, and a tray of aluminum"


def rows(window: MainWindow) -> int:
    return window.findChildren(ResultsView)[0].model().rowCount()


def pick_section(window: MainWindow, words: str) -> None:
    menu = window.findChildren(FilterChips)[0].findChildren(QMenu)[0]
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text() == words).trigger()


def test_chips_count_all_hits_and_narrow_them(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "in")
    everything = rows(window)
    drugs = next(line for line in shown_text(window).splitlines() if line.startswith("Drugs "))
    button(window, drugs).click()
    assert rows(window) == int(drugs.split()[1]) < everything
    button(window, "All").click()
    assert rows(window) == everything


def test_a_section_is_chosen_from_its_chip(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "in")
    everything = rows(window)
    pick_section(window, "S codes, 1")
    assert rows(window) == 1
    assert "S 1" in shown_text(window)
    pick_section(window, "All sections")
    assert rows(window) == everything


def test_filters_stay_while_typing_and_go_with_the_search(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "in")
    pick_section(window, "S codes, 1")
    window.search_for("infusion")
    assert rows(window) == 1
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not window.findChildren(FilterChips)[0].filters


def test_filters_that_leave_nothing_can_be_taken_away(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "in")
    pick_section(window, "S codes, 1")
    window.search_for("cabazitaxel")
    assert "left by the filters" in shown_text(window)
    button(window, "Take the filters away").click()
    assert rows(window) == 2


def test_without_hits_and_filters_there_are_no_chips(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "xyzzy")
    assert not window.findChildren(FilterChips)[0].isVisibleTo(window)


def test_a_correction_is_shown_and_can_be_undone(window: MainWindow, session: FakeSession) -> None:
    QTest.keyClicks(focus(), "cabazitaxal")
    assert "cabazitaxal read as cabazitaxel" in shown_text(window)
    assert rows(window) == 2
    button(window, "Search for cabazitaxal as typed").click()
    assert rows(window) == 0
    QTest.keyClick(focus(), Qt.Key.Key_Backspace)
    QTest.keyClicks(focus(), "l")
    assert rows(window) == 2


def test_a_fruitless_code_offers_its_section_noc_codes_and_a_file(
    window: MainWindow, session: FakeSession
) -> None:
    QTest.keyClicks(focus(), "j8888")
    for offer in ("Browse J codes", "Add a fuller CMS file…"):
        assert button(window, offer).isVisibleTo(window)
    noc = button(window, "J codes not otherwise classified")
    assert noc.width() >= noc.sizeHint().width()
    noc.click()
    assert session.asked[-1] == NOC_WORDS
    assert window.findChildren(FilterChips)[0].filters == Filters("J")


def test_a_fruitless_word_offers_all_sections(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "xyzzy")
    button(window, "Browse the sections").click()
    assert "No code answers" not in shown_text(window)


def test_a_cpt_code_offers_nothing(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "96413")
    assert "Browse" not in shown_text(window).replace("Browse\n", "")


def test_the_offer_of_a_file_is_passed_on(qtbot: QtBot) -> None:
    offers = Offers()
    qtbot.addWidget(offers)
    answer = Answer("00000-0000-00", ON, "ndc", (), (), 0, (), "Add that.")
    for has_codes, words in ((True, "Add a fuller CMS file…"), (False, "Add CMS file…")):
        offers.show_nothing(answer, Filters(), has_codes=has_codes)
        with qtbot.waitSignal(offers.add_requested):
            button(offers, words).click()
        assert offers.sentence == "Add that."


def test_without_a_library_nothing_of_it_is_offered(qtbot: QtBot) -> None:
    offers = Offers()
    qtbot.addWidget(offers)
    offers.show_nothing(
        Answer("pump", ON, "text", (), (), 0, (), "None."), Filters(), has_codes=False
    )
    shown = [each.text() for each in offers.findChildren(QPushButton) if not each.isHidden()]
    assert shown == ["Add CMS file…"]


def test_an_excerpt_shows_where_the_long_description_matched() -> None:
    found = Hit(
        "K0820", "code", "Pwc gp 2", LONG, "valid", False, Why("description", ""), ("tray",)
    )
    assert lines_of(found) == ("… seat that tilts, and a tray of aluminum",)
    assert excerpt("Tray", LONG, ("tray",)) == ""
    assert excerpt("Pwc gp 2", LONG, ("power",)) == LONG
    assert excerpt("Pwc gp 2", LONG, ("unicorn",)) == excerpt("", LONG, ("tray",)) == ""


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("J1-J2", ON, "range", (), (), 0, ()), "Read as a range of codes"),
        (
            Answer("d5w", ON, "text", (), (("d5w", "dextrose"),), 0, ()),
            "Also searched for dextrose",
        ),
        (Answer("shoes", ON, "text", (), (("shoes", "shoe"),), 0, ()), ""),
        (Answer("hemin", ON, "text", (), (), 0, ()), ""),
    ],
)
def test_the_reading_of_a_query_is_told(answer: Answer, words: str) -> None:
    assert reading(answer) == words
