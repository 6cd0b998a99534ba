"""The window of the worksheets: at work, put away, up to date, deleted for good."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
)
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from hcpcs_desktop.domain.checklist import Item, Template
from hcpcs_desktop.domain.clinic_template import ClinicTemplate, checked
from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.worksheet import Worksheet
from hcpcs_desktop.ui import printing
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.worksheets.window import WorksheetsWindow

from .fakes import FakeSession
from .reading import button, shown_text
from .test_accessibility import nameless


def start(window: MainWindow, code: str = "J9043") -> WorksheetsWindow:
    """Begin a worksheet of a code, as the button of its checklist does."""
    window.show_code(code)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    button(window, "Start worksheet").click()
    return window.findChildren(WorksheetsWindow)[0]


def name(sheets: WorksheetsWindow, text: str) -> None:
    """Type another label."""
    line = next(e for e in sheets.findChildren(QLineEdit) if e.accessibleName() == "Label")
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def kept(session: FakeSession, *, archived: bool = False) -> Worksheet:
    """The one worksheet that is kept."""
    worksheets = session.notebook.worksheets
    (listed,) = worksheets.listed(archived=archived)
    return worksheets.get(listed.id)


def add_item(session: FakeSession) -> None:
    """Have the checklist change: one item more, one less."""
    item = Item("our-suite", "Chair of the suite", "Ours.", "", ("252",))
    template = Template("ours", 1_000, "Suite", (), ("drug",), (item,))
    session.notebook.templates.take_in(checked(ClinicTemplate(template, ("order",))))


def test_a_worksheet_begins_with_the_ticks_of_the_checklist_which_stay(
    window: MainWindow, session: FakeSession
) -> None:
    session.notebook.set_tick("J9043", "order", True)
    sheets = start(window)
    made = kept(session)
    assert made.label == "J9043 of 2020-08-03"
    assert made.entries[0].state == "done"
    assert "1 of 4" in shown_text(sheets)
    assert session.notebook.ticks("J9043") == {"order"}
    assert nameless(sheets) == []
    assert sheets.focusWidget().accessibleName() == "Label"


def test_the_banner_says_that_no_patient_data_belongs_there(window: MainWindow) -> None:
    assert "No patient data belongs here" in shown_text(start(window))


def test_ticks_notes_and_what_is_not_applicable_are_saved_at_once(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    button(sheets, "Signed and dated order").click()
    button(sheets, "Not applicable: Diagnosis that supports it").click()
    button(sheets, "Note on: Amount discarded, or none").click()
    note = sheets.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    QTest.keyClicks(note, "see page 2")
    sheets.close()
    found = {entry.item.id: entry for entry in kept(session).entries}
    assert found["order"].state == "done"
    assert found["diagnosis"].state == "not_applicable"
    assert found["waste"].note == "see page 2"
    assert "1 of 3, 1 not applicable" in shown_text(sheets)


def test_done_and_not_applicable_exclude_each_other(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    box, out = button(sheets, "Signed and dated order"), "Not applicable: Signed and dated order"
    box.click()
    button(sheets, out).click()
    assert not box.isChecked()
    assert kept(session).entries[0].state == "not_applicable"
    box.click()
    assert not button(sheets, out).isChecked()
    assert kept(session).entries[0].state == "done"
    box.click()
    assert kept(session).entries[0].state == "open"


def test_several_stand_side_by_side_with_their_progress(window: MainWindow) -> None:
    name(start(window), "First")
    name(start(window), "Second")
    sheets = start(window, "S9327")
    button(sheets, kept_first_item(sheets)).click()
    table = sheets.findChildren(QTableView)[0]
    model = table.model()
    QAbstractItemModelTester(model)
    rows = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    assert model.index(rows["First"], 2).data() == "0 of 4"
    assert str(model.index(rows["S9327 of 2020-08-03"], 2).data()).startswith("1 of")
    table.setCurrentIndex(model.index(rows["First"], 0))
    assert "J9043" in shown_text(sheets)


def kept_first_item(sheets: WorksheetsWindow) -> str:
    """The text of the first item that is shown."""
    return "Signed and dated order" if "Signed and dated order" in shown_text(sheets) else ""


def test_labels_of_one_day_get_numbers(window: MainWindow, session: FakeSession) -> None:
    start(window)
    start(window)
    labels = {each.label for each in session.notebook.worksheets.listed(archived=False)}
    assert labels == {"J9043 of 2020-08-03", "J9043 of 2020-08-03 (2)"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [("123-45-6789", "Social Security"), ("1EG4-TE5-MK73", "Medicare number"), ("Visit 3", "")],
)
def test_what_looks_like_patient_data_gets_a_hint_and_no_wall(
    window: MainWindow, session: FakeSession, typed: str, told: str
) -> None:
    sheets = start(window)
    name(sheets, typed)
    assert ("This looks like" in shown_text(sheets)) is bool(told)
    assert told in shown_text(sheets)
    assert kept(session).label == typed


def test_a_note_gets_the_same_hint(window: MainWindow) -> None:
    sheets = start(window)
    button(sheets, "Note on: Signed and dated order").click()
    QTest.keyClicks(sheets.focusWidget(), "born 1/2/1948")
    assert "a date of birth" in shown_text(sheets)


def test_an_empty_label_is_not_saved(window: MainWindow, session: FakeSession) -> None:
    sheets = start(window)
    line = next(e for e in sheets.findChildren(QLineEdit) if e.accessibleName() == "Label")
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.accessibleDescription() == "A worksheet needs a label."
    assert kept(session).label == "J9043 of 2020-08-03"


def test_a_finished_one_is_put_away_and_taken_out_again(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    for entry in kept(session).entries:
        button(sheets, entry.item.text).click()
    assert "Every item is settled." in shown_text(sheets)
    button(sheets, "Put it away").click()
    assert kept(session, archived=True).archived
    assert "No worksheet is at work" in shown_text(sheets)
    sheets.findChildren(QTabBar)[0].setCurrentIndex(1)
    assert "J9043 of 2020-08-03" in sheets.findChildren(QTableView)[0].model().index(0, 0).data()
    button(sheets, "Take out again").click()
    assert not kept(session).archived


def test_a_changed_checklist_is_told_and_brought_in_without_losing_anything(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    button(sheets, "Signed and dated order").click()
    add_item(session)
    window.importer.library_replaced.emit()
    text = shown_text(sheets)
    assert "The checklist has changed since: 1 item new, 1 item no longer there." in text
    button(sheets, "Bring up to date").click()
    found = {entry.item.id: entry for entry in kept(session).entries}
    assert found["order"].dropped
    assert found["order"].state == "done"
    assert found["our-suite"].state == "open"
    assert "changed since" not in shown_text(sheets)
    assert "From your clinic's template Suite." in shown_text(sheets)
    assert "No longer in the checklist" in shown_text(sheets)


def test_deleting_asks_and_is_for_good(window: MainWindow, session: FakeSession) -> None:
    sheets = start(window)
    button(sheets, "Delete").click()
    assert "gone for good, out of the backups too" in shown_text(sheets)
    button(sheets, "Keep it").click()
    assert kept(session)
    button(sheets, "Delete").click()
    button(sheets, "Delete for good").click()
    assert session.notebook.worksheets.listed(archived=False) == ()
    assert "No worksheet is at work" in shown_text(sheets)


def test_it_is_saved_as_text_and_as_a_workbook(
    window: MainWindow, session: FakeSession, tmp_path: Path
) -> None:
    sheets = start(window)
    for suffix in ("txt", "xlsx"):
        button(sheets, "Text or Excel").click()
        dialog = sheets.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / f"sheet.{suffix}"))
        dialog.close()
    assert "[ ] Signed and dated order" in (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    book = CalamineWorkbook.from_path(str(tmp_path / "sheet.xlsx"))
    assert book.sheet_names == ["Worksheet"]


def test_it_is_printed_and_saved_as_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(printing, "print_html", lambda html, *_: printed.append(html))
    sheets = start(window)
    button(sheets, "Print").click()
    assert "Signed and dated order" in printed[0]
    button(sheets, "PDF").click()
    dialog = window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: "Saved sheet.pdf" in shown_text(window))
    assert (tmp_path / "sheet.pdf").read_bytes().count(b"/Type /Page\n") == 1


def test_its_code_is_opened(window: MainWindow) -> None:
    sheets = start(window)
    window.show_code("S9327")
    button(sheets, "Open J9043").click()
    assert window.shown_code == "J9043"


def test_what_cannot_be_saved_is_told_and_taken_back(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    session.notebook.access._obstacle = "the disk is full"
    button(sheets, "Signed and dated order").click()
    assert "not saved: the disk is full" in shown_text(sheets)
    assert not button(sheets, "Signed and dated order").isChecked()


def test_without_a_code_it_says_what_to_do(window: MainWindow) -> None:
    window.actions_by_name["start_worksheet"].trigger()
    assert "Open a code first" in shown_text(window)


def test_a_notebook_that_cannot_be_written_shows_and_changes_nothing(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    sheets.close()
    session.notebook_problem = "Nothing is saved: the folder is read-only."
    window.actions_by_name["worksheets"].trigger()
    assert "the folder is read-only" in shown_text(sheets)
    assert not button(sheets, "Signed and dated order").isEnabled()
    assert not button(sheets, "Delete").isEnabled()


def test_a_profile_stays_with_the_worksheet(window: MainWindow, session: FakeSession) -> None:
    session.notebook.profiles.save(PayerProfile("Blue Plan", jw_jz="refused"))
    session.notebook.set_setting("profile", "Blue Plan")
    sheets = start(window)
    assert kept(session).profile == "Blue Plan"
    assert "Blue Plan (Commercial)" in shown_text(sheets)


def test_a_label_that_is_being_typed_survives_quitting(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    QTest.keyClicks(sheets.focusWidget(), "Visit 9")
    window.close()
    assert kept(session).label == "Visit 9"


def test_a_note_that_is_being_typed_survives_quitting(
    window: MainWindow, session: FakeSession
) -> None:
    sheets = start(window)
    button(sheets, "Note on: Signed and dated order").click()
    QTest.keyClicks(sheets.focusWidget(), "last words")
    window.close()
    assert kept(session).entries[0].note == "last words"


def test_a_label_that_is_being_typed_stays_with_its_worksheet(
    window: MainWindow, session: FakeSession
) -> None:
    name(start(window), "First")
    sheets = start(window)
    QTest.keyClicks(sheets.focusWidget(), "Second")
    table = sheets.findChildren(QTableView)[0]
    rows = {table.model().index(row, 0).data(): row for row in range(2)}
    table.setCurrentIndex(table.model().index(rows["First"], 0))
    labels = {each.label for each in session.notebook.worksheets.listed(archived=False)}
    assert labels == {"First", "Second"}
    line = next(e for e in sheets.findChildren(QLineEdit) if e.accessibleName() == "Label")
    assert line.text() == "First"
