"""The claim check, as a coder uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.claim.finding_row import FindingRow
from hcpcs_desktop.ui.claim.findings_view import MOST
from hcpcs_desktop.ui.claim.window import ClaimWindow
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.session import Holdings

from .conftest import Open
from .fakes import FakeSession
from .filling import box, fill, pick
from .keys import CONTROL, SHIFT, Keyboard
from .reading import button, focus, shown_text
from .test_accessibility import nameless
from .test_accessible_tree import nameless as without_a_name
from .test_contrast import faint

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def claim(window: MainWindow, qtbot: QtBot) -> ClaimWindow:
    """The window, opened with its key."""
    QTest.keyClick(window, Qt.Key.Key_F5)
    found = window.findChildren(ClaimWindow)[0]
    qtbot.waitActive(found)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTableView))
    return found


def lines(claim: ClaimWindow) -> QAbstractItemModel:
    return claim.findChildren(QTableView)[0].model()


def type_line(*cells: str) -> None:
    """Type into cell after cell, with Tab between them."""
    keys = Keyboard()
    for number, text in enumerate(cells):
        if number:
            keys.press(Qt.Key.Key_Tab)
        keys.type(text)
    keys.press(Qt.Key.Key_Return)


def findings(claim: ClaimWindow) -> list[FindingRow]:
    QApplication.processEvents()
    return [each for each in claim.findChildren(FindingRow) if each.isVisibleTo(claim)]


def paste(claim: ClaimWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    table = claim.findChildren(QTableView)[0]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)


def test_it_begins_with_the_date_payer_and_setting_that_are_set(
    session: FakeSession, claim: ClaimWindow
) -> None:
    assert claim.entries.dos == session.on.isoformat()
    assert claim.entries.payer == "medicare"
    assert "Enter the lines of the claim" in shown_text(claim)


def test_findings_come_with_each_keystroke(claim: ClaimWindow) -> None:
    type_line("J9043", "JZ JW", "38", "11", "C61")
    assert "JW" in shown_text(claim)
    assert findings(claim)[0].accessibleName().startswith("Error, Line 1 J9043")
    assert lines(claim).rowCount() == 2


def test_a_finding_goes_to_its_field_by_click_and_by_key(claim: ClaimWindow, qtbot: QtBot) -> None:
    type_line("J9043", "JZ JW", "38", "11", "C61")
    QTest.mouseClick(findings(claim)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: focus().accessibleName() == "Modifiers, line 1")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    row = findings(claim)[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focus().accessibleName() == "Modifiers, line 1")
    QTest.keyClick(focus(), Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(focus(), "JZ")
    assert all("JW" not in each.accessibleName() for each in findings(claim))


def test_a_reason_is_explained_in_its_row(claim: ClaimWindow) -> None:
    type_line("J9043", "JZ JW", "38")
    button(claim, "Look up N823").click()
    assert "What N823 means." in shown_text(claim)
    assert "Open the page of N823" in shown_text(claim)
    button(claim, "Look up N823").click()
    assert "What N823 means." not in shown_text(claim)
    assert "Open the page of N823" not in shown_text(claim)


def test_the_page_of_a_reason_is_looked_up_in_the_main_window(
    session: FakeSession, claim: ClaimWindow
) -> None:
    type_line("J9043", "JZ JW", "38")
    button(claim, "Look up N823").click()
    button(claim, "Open the page of N823").click()
    assert session.asked[-1] == "N823"


def test_a_source_unfolds(claim: ClaimWindow) -> None:
    type_line("J9043", "JZ JW", "38")
    row = findings(claim)[0]
    help_ = button(row, f"Help on the source of: {row.accessibleName().split(': ', 1)[1]}")
    help_.click()
    assert "Source: " in shown_text(claim)


def test_lines_are_pasted_with_headings_and_a_column_of_names_stays_out(
    claim: ClaimWindow,
) -> None:
    paste(claim, "Units\tHCPCS\tMember\n38\tJ9043\tJane Roe\n1\t96413\tJane Roe\n")
    assert [each.code for each in claim.entries.lines] == ["J9043", "96413"]
    assert "Member" in shown_text(claim)
    assert "Jane" not in shown_text(claim)
    assert "Jane" not in str(claim.entries)


def test_one_word_is_pasted_into_its_cell(claim: ClaimWindow) -> None:
    paste(claim, "J9043")
    assert claim.entries.lines[0].code == "J9043"


def test_cleared_lines_can_be_brought_back(claim: ClaimWindow) -> None:
    type_line("J9043", "", "38")
    button(claim, "Clear lines").click()
    assert not claim.entries.lines
    button(claim, "Bring the lines back").click()
    assert [each.code for each in claim.entries.lines] == ["J9043"]


def test_a_line_is_taken_out_by_key(claim: ClaimWindow) -> None:
    paste(claim, "J9043\t\t1\nJ9027\t\t2\n")
    table = claim.findChildren(QTableView)[0]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete, CONTROL)
    assert [each.code for each in claim.entries.lines] == ["J9027"]


def test_changes_are_taken_back_one_by_one(claim: ClaimWindow) -> None:
    type_line("J9043", "JZ")
    paste(claim, "HCPCS\tUnits\nJ9027\t2\nJ9035\t3\n")
    table = claim.findChildren(QTableView)[0]
    QTest.keyClick(table, Qt.Key.Key_Delete, CONTROL)

    def codes() -> list[str]:
        return [each.code for each in claim.entries.lines]

    for wanted in (["J9027", "J9035", "J9043"], ["J9043"]):
        QTest.keyClick(table, Qt.Key.Key_Z, CONTROL)
        assert codes() == wanted
    QTest.keyClick(table, Qt.Key.Key_Z, CONTROL)
    assert claim.entries.lines[0].modifiers == ""
    QTest.keyClick(table, Qt.Key.Key_Z, CONTROL)
    assert codes() == []


def test_what_is_not_checked_is_said(claim: ClaimWindow) -> None:
    pick(claim, "Setting", "Practitioner")
    paste(claim, "J9043\tJZ\t38\t11\tC61\n")
    text = shown_text(claim)
    assert "Not checked" in text
    assert "MUE" in text


def test_a_text_that_cannot_be_read_is_told_beside_its_field(claim: ClaimWindow) -> None:
    paste(claim, "J9043\tJZ\t38\t11\tC61\n")
    fill(claim, "Date of service", "soon")
    assert '"soon" is no date' in shown_text(claim)
    QTest.mouseClick(findings(claim)[0], Qt.MouseButton.LeftButton)
    assert focus().accessibleName() == "Date of service"


def test_an_authorization_is_asked_for_only_where_one_is_needed(claim: ClaimWindow) -> None:
    paste(claim, "J9314\tJZ\t10\t11\tC34.90\n")
    assert "Authorization number" not in shown_text(claim)
    pick(claim, "Authorization", "Needed")
    assert any("authoriz" in each.accessibleName() for each in findings(claim))
    fill(claim, "Authorization number", "A1")
    fill(claim, "Codes", "J9305")
    assert any("J9305" in each.accessibleName() for each in findings(claim))


def test_the_clinics_payers_are_offered_and_their_rules_hold(
    session: FakeSession, window: MainWindow, claim: ClaimWindow
) -> None:
    session.notebook.profiles.save(PayerProfile("Acme Health", "commercial", takes_s_codes=False))
    window.actions_by_name["claim_check"].trigger()
    paste(claim, "S9327\t\t1\t12\tC61\n")
    pick(claim, "Payer", "Acme")
    assert claim.entries.payer == "commercial"
    assert "Acme Health takes no S codes" in shown_text(claim)
    window.actions_by_name["claim_check"].trigger()
    assert "Acme Health takes no S codes" in shown_text(claim)
    box(claim, "Payer").setCurrentText("Medicaid")
    assert "Acme Health takes no S codes" not in shown_text(claim)


def test_the_report_is_copied_and_the_lines_are_saved(claim: ClaimWindow, tmp_path: Path) -> None:
    paste(claim, "J9043\tJZ JW\t38\t11\t=1+1\n")
    button(claim, "Copy report").click()
    report = QGuiApplication.clipboard().text()
    assert "ERROR, Line 1 J9043" in report
    assert "Not checked" in report
    claim.save_lines(tmp_path / "lines.csv")
    saved = (tmp_path / "lines.csv").read_text("utf-8-sig")
    assert saved.startswith("Code,Modifiers,Units")
    assert "'=1+1" in saved


def test_many_lines_show_the_worst_and_the_rest_on_demand(claim: ClaimWindow) -> None:
    paste(claim, "J9043\tJZ JW\t38\t11\n" * 60)
    assert len(findings(claim)) == MOST
    link = next(
        each
        for each in claim.findChildren(type(button(claim, "Copy report")))
        if each.text().startswith("Show ") and each.isVisibleTo(claim)
    )
    link.click()
    assert len(findings(claim)) > MOST


def test_what_was_typed_stays_when_the_window_is_closed(
    window: MainWindow, claim: ClaimWindow
) -> None:
    paste(claim, "J9043\tJZ\t38\t11\tC61\n")
    QTest.keyClick(claim, Qt.Key.Key_Escape)
    assert not claim.isVisible()
    window.actions_by_name["claim_check"].trigger()
    assert claim.isVisible()
    assert len(claim.entries.lines) == 1


def test_the_lines_are_a_sound_model_and_every_cell_has_a_name(claim: ClaimWindow) -> None:
    tester = QAbstractItemModelTester(lines(claim), FAIL)
    paste(claim, "J9043\tJZ\t38\t11\tC61\n")
    type_line("x")
    assert tester.model() is lines(claim)
    said = lines(claim).index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Units, line 1: 38")
    assert nameless(claim) == []


def test_nothing_of_a_patient_can_be_entered(claim: ClaimWindow) -> None:
    names = {each.accessibleName().lower() for each in claim.findChildren(QLineEdit)}
    assert not any(word in name for name in names for word in ("patient", "member", "birth"))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_contrast_of_the_claim_check(
    qapp: QApplication, claim: ClaimWindow, mode: theme.Mode
) -> None:
    theme.apply(qapp, mode)
    assert faint(claim) == []
    paste(claim, "J9043\tJZ JW\t38\t11\nS9327\t\tx\t22\tC61\n")
    button(claim, "Look up N823").click()
    assert faint(claim) == []
    assert without_a_name(claim) == []


def test_nothing_is_cut_off_at_1024_by_700(claim: ClaimWindow) -> None:
    claim.resize(1000, 660)
    pick(claim, "Authorization", "Needed")
    paste(claim, "J9043\tJZ JW\t38\t11\n")
    QApplication.processEvents()
    assert claim.width() == 1000
    for label in claim.findChildren(QLabel):
        if label.isVisibleTo(claim) and not label.wordWrap():
            assert label.width() >= label.sizeHint().width()


def test_the_open_code_is_put_on_a_line(window: MainWindow) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_F5, SHIFT)
    claim = window.findChildren(ClaimWindow)[0]
    assert [each.code for each in claim.entries.lines] == ["J9043"]
    window.show_code("JW")
    window.actions_by_name["claim_add"].trigger()
    assert len(claim.entries.lines) == 1


def test_more_lines_than_a_claim_has_are_not_passed_over(claim: ClaimWindow) -> None:
    paste(claim, "J9043\tJZ\n" * 1003)
    assert "3 more lines were left out" in shown_text(claim)
    assert len(claim.entries.lines) == 1000


def test_units_that_were_worked_out_go_into_the_claim_check(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    window.show_code("J9035")
    fill(window, "Dose given", "680 mg")
    fill(window, "Size 1 of a container", "400 mg")
    fill(window, "How many were opened, size 1", "2")
    pick(window, "Vial type", "Single")
    button(window, "Take into claim check").click()
    claim = window.findChildren(ClaimWindow)[0]
    first, second = claim.entries.lines
    assert (first.code, first.units, first.dose, first.opened) == (
        "J9035",
        "68",
        "680 mg",
        "2 x 400 mg",
    )
    assert second.units == "12"
    assert not any("400 mg" in each.accessibleName() for each in findings(claim))


def test_without_a_library_the_user_is_told(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(FakeSession(held=Holdings(problem="There is no library.")))
    with qtbot.captureExceptions() as caught:
        window.actions_by_name["claim_check"].trigger()
    assert isinstance(caught[0][1], UserError)
    assert not window.findChildren(ClaimWindow)
