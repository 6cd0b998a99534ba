"""The documentation checklist: ticks, who they are for, and that they are kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QProgressBar

from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.clinic_template import ClinicTemplate, checked
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.notebook.store import Notebook
from hcpcs_desktop.ui.checklist.item_row import ItemRow
from hcpcs_desktop.ui.linked_text import LinkedText
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.notify import Banner
from hcpcs_desktop.ui.topics.topic_view import TopicView

from .conftest import Open
from .fakes import FakeNotebook, FakeSession
from .reading import button, click_on, focus, links, shown_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_checklist(window: MainWindow, code: str = "J9043") -> None:
    """As a user does: type the code, open it, choose the tab."""
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)


def box(window: MainWindow, text: str) -> QCheckBox:
    found = button(window, text)
    assert isinstance(found, QCheckBox)
    return found


def choice(window: MainWindow, name: str) -> QComboBox:
    return next(each for each in window.findChildren(QComboBox) if each.accessibleName() == name)


def test_an_item_shows_text_reason_and_adjustment_codes(window: MainWindow) -> None:
    open_checklist(window)
    text = shown_text(window)
    for expected in ("Infused drug", "Amount discarded, or none", "JW or JZ.", "CARC 16 / N822"):
        assert expected in text
    assert "0 of 4" in text


def test_a_tick_is_saved_at_once_and_said_to_be(window: MainWindow, session: FakeSession) -> None:
    open_checklist(window)
    box(window, "Signed and dated order").setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert session.notebook.ticks("J9043") == {"order"}
    assert "1 of 4" in shown_text(window)
    assert "Saved" in shown_text(window.statusBar())
    assert window.findChildren(QProgressBar)[0].value() == 1
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert session.notebook.ticks("J9043") == frozenset()


def test_arrows_move_from_item_to_item(window: MainWindow) -> None:
    open_checklist(window)
    box(window, "Signed and dated order").setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert focus() is box(window, "Diagnosis that supports it")
    QTest.keyClick(focus(), Qt.Key.Key_Up)
    assert focus() is box(window, "Signed and dated order")


def test_a_click_anywhere_on_the_row_ticks(window: MainWindow, session: FakeSession) -> None:
    open_checklist(window)
    QTest.mouseClick(window.findChildren(ItemRow)[1], Qt.MouseButton.LeftButton)
    assert session.notebook.ticks("J9043") == {"diagnosis"}


def test_the_source_of_an_item_unfolds(window: MainWindow) -> None:
    open_checklist(window)
    button(window, "Help on the source of: Amount discarded, or none").click()
    assert "Source: CMS. Prevents: CARC 16 / N822." in shown_text(window)


def test_ticks_come_back_after_a_restart(open_window: Open, tmp_path: Path) -> None:
    for ticked in (frozenset[str](), frozenset({"diagnosis"})):
        notebook = Notebook.open(tmp_path / "notebook.db")
        session = FakeSession(notebook=notebook)  # type: ignore[arg-type]
        window = open_window(session)
        open_checklist(window)
        assert box(window, "Diagnosis that supports it").isChecked() == bool(ticked)
        if not ticked:
            box(window, "Diagnosis that supports it").click()
        window.close()
        notebook.close()


def test_payer_and_setting_choose_the_items_and_are_kept(
    window: MainWindow, session: FakeSession, open_window: Open
) -> None:
    open_checklist(window)
    payer, setting = choice(window, "Payer"), choice(window, "Setting")
    payer.setFocus()
    QTest.keyClicks(focus(), "Commercial")
    assert "Amount discarded" not in shown_text(window)
    setting.setCurrentText("Practitioner")
    assert "Place of service" in shown_text(window)
    setting.setCurrentText("Home infusion")
    assert "Place of service" not in shown_text(window)
    assert "0 of 2" in shown_text(window)
    again = open_window(session)
    again.show_code("J9043")
    QTest.keyClick(again, Qt.Key.Key_3, CONTROL)
    assert choice(again, "Payer").currentText() == "Commercial"
    assert choice(again, "Setting").currentText() == "Home infusion"


def test_cleared_ticks_can_be_brought_back(window: MainWindow, session: FakeSession) -> None:
    open_checklist(window)
    assert not button(window, "Clear ticks").isEnabled()
    box(window, "Signed and dated order").click()
    button(window, "Clear ticks").click()
    assert session.notebook.ticks("J9043") == frozenset()
    assert "0 of 4" in shown_text(window)
    button(window, "Undo").click()
    assert session.notebook.ticks("J9043") == {"order"}
    assert "1 of 4" in shown_text(window)


def test_a_read_only_notebook_says_why_nothing_can_be_ticked(open_window: Open) -> None:
    problem = "Ticks are not saved: the folder cannot be written."
    notebook = FakeNotebook(read_only=True, ticked={"J9043": {"order"}})
    window = open_window(FakeSession(notebook=notebook, notebook_problem=problem))
    assert window.findChildren(Banner)[0].text == problem
    open_checklist(window)
    assert shown_text(window).count(problem) == 2
    order = box(window, "Signed and dated order")
    assert order.isChecked()
    assert not order.isEnabled()
    assert not button(window, "Clear ticks").isEnabled()
    assert "Not saved" in shown_text(window.statusBar())


def test_a_tick_that_could_not_be_saved_is_taken_back(
    window: MainWindow, session: FakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_checklist(window)
    session.notebook.broken = True

    def not_read(code: str) -> frozenset[str]:
        raise UserError("Another program is using the notebook.", "notebook_busy")

    monkeypatch.setattr(session.notebook, "ticks", not_read)
    box(window, "Signed and dated order").click()
    assert window.findChildren(Banner)[0].text == "The disk is full. Nothing was saved."
    assert not box(window, "Signed and dated order").isChecked()
    assert "0 of 4" in shown_text(window)
    assert "Not saved" in shown_text(window.statusBar())
    session.notebook.broken = False


@pytest.mark.parametrize("code", ["J9043", "S9327"])
def test_each_code_has_ticks_of_its_own(
    window: MainWindow, session: FakeSession, code: str
) -> None:
    session.notebook.set_tick("J9043", "order", True)
    open_checklist(window, code)
    assert box(window, "Signed and dated order").isChecked() == (code == "J9043")


def test_rows_keep_their_height_while_a_long_list_is_filled(
    window: MainWindow, session: FakeSession
) -> None:
    items = tuple(
        Item(f"own-{number}", f"Point {number} of our list", "Ours.", "") for number in range(30)
    )
    template = Template("ours", 1_000, "Ours", (), ("drug",), items)
    session.notebook.templates.take_in(checked(ClinicTemplate(template)))
    window.actions_by_name["tab_3"].trigger()
    window.show_code("J9043")
    for _ in range(10):
        QApplication.processEvents()
        shown = [row for row in window.findChildren(ItemRow) if row.isVisible()]
        assert all(row.height() >= row.heightForWidth(row.width()) for row in shown)
    assert len(shown) == 34


def test_what_an_item_prevents_leads_to_its_page(window: MainWindow) -> None:
    open_checklist(window)
    button(window, "Help on the source of: Amount discarded, or none").click()
    text = next(e for e in window.findChildren(LinkedText) if "Prevents" in e.text)
    assert links(text) == ["16", "N822"]
    click_on(text, "N822")
    assert "N822\n" in shown_text(window.findChildren(TopicView)[0])
