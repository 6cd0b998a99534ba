"""The payers of the clinic: kept, offered where a payer is chosen, shared as files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.ui.claim.window import ClaimWindow
from hcpcs_desktop.ui.dialogs.quitting import QuitDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.payers.window import PayersWindow
from hcpcs_desktop.ui.units.stand_alone import StandAlone

from .fakes import FakeSession
from .reading import button, shown_text
from .test_accessibility import nameless

BLUE = PayerProfile("Blue Plan", jw_jz="refused", notes="Ask for Ann.")
STATE = PayerProfile("State plan", "medicaid")


def payers(window: MainWindow) -> PayersWindow:
    """The window, opened as a user does."""
    window.actions_by_name["payers"].trigger()
    return window.findChildren(PayersWindow)[0]


def field(window: QWidget, name: str) -> QWidget:
    """The input of that name."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    return next(
        each for each in window.findChildren(QWidget)
        if isinstance(each, kinds) and each.accessibleName() == name
    )  # fmt: skip


def pick(window: QWidget, name: str, text: str) -> None:
    """Choose an entry of a box."""
    box = field(window, name)
    assert isinstance(box, QComboBox)
    assert box.findText(text) >= 0
    box.setCurrentText(text)


def choose_file(window: QWidget, name: str, path: Path) -> None:
    """Press a button that asks for a file, and answer."""
    button(window, name).click()
    dialog = window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def entries(window: QWidget, name: str = "Payer") -> list[str]:
    """What a box offers."""
    box = field(window, name)
    assert isinstance(box, QComboBox)
    return [box.itemText(row) for row in range(box.count())]


def test_a_profile_is_typed_and_kept(window: MainWindow, session: FakeSession) -> None:
    shown = payers(window)
    assert nameless(shown) == []
    button(shown, "New").click()
    QTest.keyClicks(field(shown, "Name"), "Blue Plan")
    pick(shown, "JW and JZ on single-dose drugs", "Refused")
    pick(shown, "NDC on the line", "Wanted with drugs")
    button(shown, "ML, milliliter").click()
    pick(shown, "Several NDCs of one drug", "One line for all")
    pick(shown, "S codes", "Not taken")
    QTest.keyClicks(field(shown, "Codes that need authorization"), "j9000 - j9999; J1745 S9325")
    QTest.keyClicks(field(shown, "Reauthorization every"), "6 months")
    QTest.keyClicks(field(shown, "Appeal within"), "180 days")
    button(shown, "Save").click()
    (kept,) = session.notebook.profiles.all()
    assert kept == PayerProfile(
        "Blue Plan",
        jw_jz="refused",
        ndc_required=True,
        ndc_qualifiers=("ML",),
        one_line_per_ndc=False,
        takes_s_codes=False,
        authorization_codes=("J9000-J9999", "J1745", "S9325"),
        reauthorization_every="6 months",
        appeal_within="180 days",
    )
    assert not button(shown, "Save").isEnabled()


def _is_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("Codes that need authorization", "J90", '"J90" is no code'),
        ("Appeal within", "soon", "write a number of days"),
        ("Name", " ", "give the payer a name"),
    ],
)
def test_what_makes_no_sense_is_said_beside_its_field_and_stays_typed(
    window: MainWindow, session: FakeSession, qtbot: QtBot, name: str, typed: str, told: str
) -> None:
    session.notebook.profiles.save(BLUE)
    shown = payers(window)
    widget = field(shown, name)
    if isinstance(widget, QLineEdit):
        widget.selectAll()
    QTest.keyClicks(widget, typed)
    button(shown, "Save").click()
    assert told.lower() in shown_text(shown).lower()
    assert widget.accessibleDescription().lower().startswith(told.lower()[:10])
    assert shown.focusWidget() is widget
    said = next(each for each in shown.findChildren(QLabel) if told.lower() in each.text().lower())
    qtbot.waitUntil(lambda: _is_seen(said))
    assert session.notebook.profiles.all() == (BLUE,)


def test_what_is_typed_is_saved_or_undone_before_anything_else(
    window: MainWindow, session: FakeSession
) -> None:
    for each in (BLUE, STATE):
        session.notebook.profiles.save(each)
    shown = payers(window)
    table = shown.findChildren(QTableView)[0]
    QAbstractItemModelTester(table.model())
    QTest.keyClicks(field(shown, "Appeal within"), "180 days")
    for name in ("New", "Take in file"):
        assert not button(shown, name).isEnabled()
    assert not table.isEnabled()
    button(shown, "Undo changes").click()
    assert table.isEnabled()
    line = field(shown, "Appeal within")
    assert isinstance(line, QLineEdit)
    assert line.text() == ""
    table.setCurrentIndex(table.model().index(1, 0))
    assert field(shown, "Name").property("text") == "State plan"


def test_a_renamed_payer_stays_chosen(window: MainWindow, session: FakeSession) -> None:
    session.notebook.profiles.save(BLUE)
    session.notebook.set_setting("profile", "Blue Plan")
    shown = payers(window)
    line = field(shown, "Name")
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "Red Plan")
    button(shown, "Save").click()
    assert [each.name for each in session.notebook.profiles.all()] == ["Red Plan"]
    assert session.notebook.setting("profile") == "Red Plan"


def test_a_removed_one_comes_back_by_undo(window: MainWindow, session: FakeSession) -> None:
    session.notebook.profiles.save(BLUE)
    shown = payers(window)
    button(shown, "Remove").click()
    assert session.notebook.profiles.all() == ()
    assert "No payer yet" in shown_text(shown)
    button(shown, "Undo").click()
    assert session.notebook.profiles.all() == (BLUE,)


def test_profiles_go_out_as_a_file_and_come_back(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    for each in (BLUE, STATE):
        session.notebook.profiles.save(each)
    shown = payers(window)
    file = tmp_path / "payers.json"
    choose_file(shown, "Save as file", file)
    session.notebook.profiles.remove("State plan")
    session.notebook.profiles.save(PayerProfile("Blue Plan"), "Blue Plan")
    choose_file(shown, "Take in file", file)
    assert "Already there: Blue Plan." in shown_text(shown)
    assert session.notebook.profiles.all() == (PayerProfile("Blue Plan"),)
    button(shown, "Replace").click()
    assert session.notebook.profiles.all() == (BLUE, STATE)


def test_a_file_that_is_none_is_refused_with_the_place(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    file = tmp_path / "payers.toml"
    file.write_text('kind = "hcpcs-desktop payer profiles"\nversion = 1\n[[profile]]\nnam = "x"\n')
    shown = payers(window)
    choose_file(shown, "Take in file", file)
    assert 'unknown field "nam"' in shown_text(shown)
    assert session.notebook.profiles.all() == ()


def test_the_checklist_offers_the_payers_and_follows_the_profile(
    window: MainWindow, session: FakeSession
) -> None:
    session.notebook.profiles.save(BLUE)
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert entries(window)[-1] == "Blue Plan"
    pick(window, "Payer", "Blue Plan")
    text = shown_text(window)
    assert "No JW and no JZ on the line" in text
    assert "Blue Plan refuses them. (From your payer profile Blue Plan.)" in text
    assert session.notebook.setting("profile") == "Blue Plan"
    pick(window, "Payer", "Medicaid")
    assert "No JW and no JZ" not in shown_text(window)
    assert session.notebook.setting("profile") == ""


def test_a_changed_profile_changes_the_checklist_that_is_open(
    window: MainWindow, session: FakeSession
) -> None:
    session.notebook.profiles.save(BLUE)
    session.notebook.set_setting("profile", "Blue Plan")
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    shown = payers(window)
    pick(shown, "JW and JZ on single-dose drugs", "Wanted")
    button(shown, "Save").click()
    assert "JW or JZ on every line" in shown_text(window)


def test_the_unit_calculation_offers_and_follows_them(
    window: MainWindow, session: FakeSession
) -> None:
    session.notebook.profiles.save(BLUE)
    window.actions_by_name["tool_units"].trigger()
    tool = window.findChildren(StandAlone)[0]
    pick(tool, "Payer", "Blue Plan")
    for name, typed in (("Dose given", "38 mg"), ("One billing unit is", "1 mg")):
        QTest.keyClicks(field(tool, name), typed)
    pick(tool, "Vial type", "Single-dose")
    assert "Blue Plan: refuses JW and JZ" in shown_text(tool)


def test_the_claim_check_offers_and_follows_them(window: MainWindow, session: FakeSession) -> None:
    session.notebook.profiles.save(BLUE)
    window.actions_by_name["claim_check"].trigger()
    claim = window.findChildren(ClaimWindow)[0]
    pick(claim, "Payer", "Blue Plan")
    table = claim.findChildren(QTableView)[0]
    for column, text in ((0, "J9305"), (1, "JZ"), (2, "6")):
        table.model().setData(table.model().index(0, column), text)
    assert "Blue Plan refuses JW and JZ." in shown_text(claim)


def quit_while_typing(window: MainWindow, typed: str) -> QuitDialog:
    """The question that comes where a profile is typed and not saved."""
    shown = payers(window)
    button(shown, "New").click()
    QTest.keyClicks(field(shown, "Appeal within"), "90 days")
    QTest.keyClicks(field(shown, "Name"), typed)
    window.actions_by_name["quit"].trigger()
    asked = window.findChildren(QuitDialog)[0]
    assert window.isVisible()
    assert "has changes that are not saved" in shown_text(asked)
    assert nameless(asked) == []
    return asked


def test_quitting_asks_about_a_profile_that_is_not_saved_and_may_stay(window: MainWindow) -> None:
    asked = quit_while_typing(window, "Blue Plan")
    assert "Blue Plan" in shown_text(asked)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert window.isVisible()
    line = field(payers(window), "Name")
    assert isinstance(line, QLineEdit)
    assert line.text() == "Blue Plan"


@pytest.mark.parametrize(("answer", "kept"), [("Save and quit", 1), ("Quit without saving", 0)])
def test_quitting_saves_or_drops_a_profile_as_it_is_answered(
    window: MainWindow, session: FakeSession, answer: str, kept: int
) -> None:
    button(quit_while_typing(window, "Blue Plan"), answer).click()
    assert not window.isVisible()
    assert len(session.notebook.profiles.all()) == kept


def test_a_profile_that_cannot_be_saved_keeps_the_window_open(
    window: MainWindow, session: FakeSession
) -> None:
    button(quit_while_typing(window, ""), "Save and quit").click()
    assert window.isVisible()
    assert payers(window).unsaved
    assert "name" in shown_text(payers(window)).lower()
    assert session.notebook.profiles.all() == ()


def test_nothing_is_asked_where_nothing_is_typed(window: MainWindow) -> None:
    payers(window)
    window.close()
    assert not window.isVisible()
