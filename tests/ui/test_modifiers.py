"""The tab Modifiers, as a coder uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from hcpcs_desktop.ui.claim.finding_row import FindingRow
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.modifiers.pane import ModifiersPane
from hcpcs_desktop.ui.searchable import SearchableTable

from .filling import box, fill
from .keys import CONTROL, Keyboard
from .reading import button, focus, shown_text


@pytest.fixture
def pane(window: MainWindow) -> ModifiersPane:
    """The tab of J9043, a drug."""
    QTest.keyClick(window, Qt.Key.Key_6, CONTROL)
    window.show_code("J9043")
    QApplication.processEvents()
    return window.findChildren(ModifiersPane)[0]


def findings(pane: ModifiersPane) -> list[FindingRow]:
    return [each for each in pane.findChildren(FindingRow) if each.isVisibleTo(pane)]


def test_the_modifiers_that_matter_come_with_use_meaning_and_conflicts(
    pane: ModifiersPane,
) -> None:
    text = shown_text(pane)
    assert "For J9043" in text
    assert "Drug amount discarded/not administered to any patient" in text
    assert "Not with JZ" in text
    assert "The item is rented" not in text


def test_a_modifier_that_had_no_days_yet_is_told(window: MainWindow, pane: ModifiersPane) -> None:
    assert "On the date of service: JZ not yet effective" in shown_text(pane)
    assert window.shown_code == "J9043"


def test_findings_come_with_each_keystroke_and_go_with_the_cause(pane: ModifiersPane) -> None:
    fill(pane, "Modifiers on the line", "rrjw")
    assert any("RR" in each.accessibleName() for each in findings(pane))
    fill(pane, "Modifiers on the line", "JW")
    assert not findings(pane)
    assert "JW: Nothing is wrong" in shown_text(pane)
    box(pane, "Vial type").setCurrentText("Multi-dose")
    assert "multi-dose" in findings(pane)[0].accessibleName()


def test_a_reason_is_explained(pane: ModifiersPane) -> None:
    fill(pane, "Modifiers on the line", "RR")
    button(pane, "Look up N823").click()
    assert "What N823 means." in shown_text(pane)


def test_a_link_opens_the_modifier_with_its_use_and_its_conflicts(
    window: MainWindow, pane: ModifiersPane
) -> None:
    button(pane, "JW").click()
    assert window.shown_code == "JW"
    text = shown_text(pane)
    assert "When JW is used" in text
    assert "Conflicts and edits" in text
    assert "Modifiers on the line" not in text
    assert "Source: Medicare Claims Processing Manual" in text


def test_all_modifiers_can_be_searched_and_opened_by_keyboard(
    window: MainWindow, pane: ModifiersPane
) -> None:
    table = pane.findChildren(SearchableTable)[0]
    assert table.model.total == 383
    fill(pane, "Search: All modifiers", "amount discarded not")
    assert [table.model.row(row)[0] for row in range(table.model.rowCount())] == ["JW", "JZ"]
    keys = Keyboard()
    keys.press(Qt.Key.Key_Tab)
    assert isinstance(focus(), QTableView)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Home)
    pane.findChildren(QTableView)[0].setCurrentIndex(table.model.index(0, 0))
    assert "JW: Drug amount discarded" in shown_text(pane)
    assert "Required from 2017-01-01" in shown_text(pane)
    keys.press(Qt.Key.Key_Return)
    assert window.shown_code == "JW"
