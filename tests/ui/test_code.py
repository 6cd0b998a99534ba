"""A code: header, badges, record."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hcpcs_desktop.ui.code.badges import badges_of
from hcpcs_desktop.ui.code.field_row import FieldRow
from hcpcs_desktop.ui.code.header import CodeHeader
from hcpcs_desktop.ui.code.long_text import LongText
from hcpcs_desktop.ui.code.record_pane import RecordPane
from hcpcs_desktop.ui.main_window import MainWindow

from .fakes import PAGES, code_page, page_field
from .reading import button, focus, shown_text, tab_to

CONTROL = Qt.KeyboardModifier.ControlModifier


def badge_texts(code: str) -> list[str]:
    return [badge.text for badge in badges_of(next(page for page in PAGES if page.code == code))]


def test_another_tab_takes_the_focus_of_the_one_that_had_it(window: MainWindow) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    search = focus()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert focus() is search
    tab_to("Signed and dated order")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert focus().accessibleName() == "Record of J9043"
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert focus().accessibleName() == "Signed and dated order"


def test_the_header_says_what_the_code_is(window: MainWindow) -> None:
    window.show_code("J9043")
    text = shown_text(window.findChildren(CodeHeader)[0])
    assert text.splitlines() == [
        "J codes",
        "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}  J9000-J9999 Chemotherapy drugs",
        "J9043",
        "on date of service",
        "2020-08-03",
        "Injection, cabazitaxel, 1 mg",
        "Valid since 2012-01-01",
        "Drug",
        "Carrier judgment",
        "ASC approved",
    ]


def test_badges_tell_what_costs_a_denial() -> None:
    assert badge_texts("J9310")[0] == "Discontinued; last valid day 2018-12-31"
    assert badge_texts("S9327") == ["Valid since 2012-01-01", "Not payable by Medicare"]
    assert badge_texts("Q5160")[0] == "In the July 2020 list; dates not known"
    tones = {badge.text: badge.tone for page in PAGES for badge in badges_of(page)}
    assert tones["Not payable by Medicare"] == "bad"
    assert tones["Discontinued; last valid day 2018-12-31"] == "bad"
    assert tones["In the July 2020 list; dates not known"] == "caution"
    assert tones["Valid since 2012-01-01"] == "good"


def test_a_code_that_is_not_yet_effective_says_from_when() -> None:
    page = code_page(state="not_yet_effective", added=date(2021, 1, 1), is_noc=True)
    texts = [badge.text for badge in badges_of(page)]
    assert texts[0] == "Not yet effective; valid from 2021-01-01"
    assert "Not otherwise classified" in texts


def test_the_record_shows_value_and_meaning_and_hides_what_is_empty(window: MainWindow) -> None:
    window.show_code("J9043")
    text = shown_text(window.findChildren(RecordPane)[0])
    assert "Medical care; Lump-sum purchase of DME, prosthetics, orthotics" in text
    assert "1, P" in text
    assert "12 empty fields hidden." in text
    assert "Statute" not in text
    assert "From CMS July 2020, HCPC2020_JUL_ANWEB.txt." in text


def test_all_fields_are_shown_on_demand(window: MainWindow) -> None:
    window.show_code("J9043")
    pane = window.findChildren(RecordPane)[0]
    button(pane, "Show all: empty fields").click()
    assert "Statute" in shown_text(pane)
    assert "12 empty fields shown." in shown_text(pane)
    button(pane, "Hide them: empty fields").click()
    assert "Statute" not in shown_text(pane)


def test_help_unfolds_in_place_by_keyboard(window: MainWindow) -> None:
    window.show_code("J9043")
    pane = window.findChildren(RecordPane)[0]
    help_ = button(pane, "Help on Coverage")
    help_.setFocus()
    assert "What Coverage says." not in shown_text(pane)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert "What Coverage says. Source: CMS HCPCS record layout." in shown_text(pane)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert "What Coverage says." not in shown_text(pane)


def test_what_no_file_prints_is_unknown_not_blank(window: MainWindow) -> None:
    window.show_code("Q5160")
    pane = window.findChildren(RecordPane)[0]
    assert "21 fields hidden that no added CMS file prints." in shown_text(pane)
    button(pane, "Show all: empty fields").click()
    assert "Not known: no CMS file that was added prints it" in shown_text(pane)
    assert "Blank" not in shown_text(pane)


def test_a_value_of_an_older_release_says_so(qtbot: QtBot) -> None:
    pane = RecordPane()
    qtbot.addWidget(pane)
    fields = [page_field("pricing", ("51",)), page_field("betos", ("O1D",))]
    older = page_field("coverage", ("C",), release="2019-01")
    pane.show_page(code_page(fields=(*fields, older)))
    assert "Carrier judgment (as of January 2019)" in shown_text(pane)
    assert "(as of July 2020)" not in shown_text(pane)


def test_values_that_all_are_older_say_so_once(qtbot: QtBot) -> None:
    pane = RecordPane()
    qtbot.addWidget(pane)
    pane.show_page(code_page(release="2025-07"))
    expected = "Values as of July 2020; the list of July 2025 prints descriptions only."
    assert shown_text(pane).count("Values as of") == 1
    assert "(as of July 2020)" not in shown_text(pane)
    assert expected in shown_text(pane)


def test_text_that_looks_like_markup_is_shown_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    header = CodeHeader()
    qtbot.addWidget(header)
    header.show_page(code_page(long='<img src="//host/x"><b>bold</b>'))
    assert '<img src="//host/x"><b>bold</b>' in shown_text(header)
    for label in [*header.findChildren(QLabel), *window.findChildren(QLabel)]:
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_very_long_description_leaves_room_for_the_record(window: MainWindow) -> None:
    window.show_code("G0556")
    long = window.findChildren(LongText)[0]
    assert len(long.text) > 4000
    assert long.height() < 200
    assert long.verticalScrollBar().maximum() > 0
    assert long.focusPolicy() == Qt.FocusPolicy.StrongFocus
    window.show_code("J9043")
    assert not long.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_ctrl_and_a_figure_choose_the_tab(window: MainWindow) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert "Signed and dated order" in shown_text(window)
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert "Signed and dated order" not in shown_text(window)
    assert "Carrier judgment" in shown_text(window)


def test_the_next_code_keeps_the_tab_and_begins_at_its_top(window: MainWindow) -> None:
    window.resize(1024, 600)
    window.show_code("J9043")
    pane = window.findChildren(RecordPane)[0]
    QApplication.processEvents()
    pane.verticalScrollBar().setValue(50)
    window.show_code("J9064")
    assert pane.verticalScrollBar().value() == 0


def test_the_foot_of_the_record_says_status_and_whom_to_ask(window: MainWindow) -> None:
    window.show_code("J9043")
    pane = window.findChildren(RecordPane)[0]
    assert (
        "Status on 2020-08-03: valid. Last update: July 2020, the newest release that lists it."
        in shown_text(pane)
    )
    assert "hcpcs@cms.hhs.gov" not in shown_text(pane)
    button(pane, "Who to ask").click()
    assert "Codes: CMS, hcpcs@cms.hhs.gov." in shown_text(pane)
    button(pane, "Who to ask").click()
    assert "hcpcs@cms.hhs.gov" not in shown_text(pane)


def test_a_wide_window_shows_the_record_in_two_columns(window: MainWindow) -> None:
    window.show_code("J9043")
    QApplication.processEvents()
    places = {row.x() for row in window.findChildren(FieldRow) if row.isVisible()}
    assert len(places) == 1
    window.resize(1920, 1080)
    for _ in range(3):
        QApplication.processEvents()
    places = {row.x() for row in window.findChildren(FieldRow) if row.isVisible()}
    assert len(places) == 2
