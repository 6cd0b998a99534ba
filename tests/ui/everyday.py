"""Everyday tasks, each done with the keyboard alone.

They ask only for what every library with the codes J9043, J9027 and S9327 has, so that they run
over a session without files and over a whole release.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QTableView

from hcpcs_desktop.ui.checklist.item_row import ItemBox
from hcpcs_desktop.ui.claim.finding_row import FindingRow
from hcpcs_desktop.ui.claim.window import ClaimWindow
from hcpcs_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.payers.window import PayersWindow
from hcpcs_desktop.ui.session import Session
from hcpcs_desktop.ui.topics.topic_text import TopicText

from .keys import CONTROL, SHIFT, Keyboard
from .reading import focus, shown_text

DESCRIPTION = "J9043 Injection, cabazitaxel, 1 mg"


@dataclass
class Desk:
    """Where somebody works: the window, its session, the keyboard, a folder for files."""

    window: MainWindow
    session: Session
    keys: Keyboard
    folder: Path

    def find(self, code: str) -> None:
        """Look a code up."""
        self.keys.press(Qt.Key.Key_K, CONTROL)
        self.keys.type(code)
        self.keys.press(Qt.Key.Key_Return)
        self.keys.until(lambda: self.window.shown_code == code, f"{code} is shown")

    def run(self, command: str) -> None:
        """Run a command of the palette by some letters of its name."""
        self.keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
        self.keys.type(command)
        self.keys.press(Qt.Key.Key_Return)

    def save_as(self, name: str) -> None:
        """Answer the dialog that asks for a file; the file is there afterwards."""
        path = self.folder / name
        self.keys.until(lambda: _asks_for_file(), "the dialog is open")
        self.keys.press(Qt.Key.Key_A, CONTROL)
        self.keys.type(str(path))
        self.keys.press(Qt.Key.Key_Return)
        self.keys.until(lambda: path.is_file() and path.stat().st_size, f"{name} is there")
        assert path.read_bytes().startswith(b"%PDF")
        self.keys.until(lambda: QApplication.activeModalWidget() is None, "the dialog is closed")


def copy_a_description(desk: Desk) -> None:
    """Find J9043 and copy its description."""
    desk.find("J9043")
    desk.keys.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert _clipboard().text() == DESCRIPTION


def find_by_words(desk: Desk) -> None:
    """Look for words, take the second hit, copy its code."""
    desk.keys.type("injection")
    desk.keys.press(Qt.Key.Key_Down)
    desk.keys.press(Qt.Key.Key_Return)
    desk.keys.until(lambda: desk.window.shown_code, "a code is shown")
    desk.keys.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert _clipboard().text() == desk.window.shown_code


def read_the_help_of_a_field(desk: Desk) -> None:
    """Unfold what Coverage means."""
    desk.keys.press(Qt.Key.Key_1, CONTROL)
    desk.find("J9043")
    desk.keys.tab_to("Help on Coverage")
    desk.keys.press(Qt.Key.Key_Space)
    button = focus()
    assert isinstance(button, QAbstractButton)
    assert button.isChecked()
    assert button.accessibleDescription() in shown_text(desk.window)


def follow_a_link(desk: Desk) -> None:
    """Go from the code that a guide is wrong about to the right one."""
    desk.find("J9027")
    desk.keys.press(Qt.Key.Key_K, CONTROL)
    desk.keys.tab_to("J9043")
    desk.keys.press(Qt.Key.Key_Return)
    desk.keys.until(lambda: desk.window.shown_code == "J9043", "J9043 is shown")


def tick_and_save(desk: Desk) -> None:
    """Tick three items of S9327 and save the PDF."""
    _open_checklist(desk, "S9327")
    for _ in range(3):
        desk.keys.press(Qt.Key.Key_Space)
        desk.keys.press(Qt.Key.Key_Down)
    assert len(desk.session.notebook.ticks("S9327")) == 3
    desk.keys.press(Qt.Key.Key_S, CONTROL | SHIFT)
    desk.save_as("S9327.pdf")


def clear_ticks_and_take_it_back(desk: Desk) -> None:
    """Clear the ticks of J9043, then undo it."""
    _open_checklist(desk, "J9043")
    desk.keys.press(Qt.Key.Key_Space)
    desk.keys.tab_back_to("Clear ticks")
    desk.keys.press(Qt.Key.Key_Space)
    assert not desk.session.notebook.ticks("J9043")
    desk.keys.tab_back_to("Undo")
    desk.keys.press(Qt.Key.Key_Space)
    assert len(desk.session.notebook.ticks("J9043")) == 1


def change_the_payer(desk: Desk) -> None:
    """See the checklist for Medicare Advantage."""
    _open_checklist(desk, "J9043")
    desk.keys.tab_back_to("Payer")
    desk.keys.press(Qt.Key.Key_Down)
    assert desk.session.notebook.setting("payer") == "medicare_advantage"


def copy_the_record(desk: Desk) -> None:
    """Copy the record of J9043 as a table for Excel and Word."""
    desk.find("J9043")
    desk.keys.press(Qt.Key.Key_R, CONTROL | SHIFT)
    data = _clipboard().mimeData()
    assert "\t51\t" in data.text()
    assert ">51</td>" in data.html()


def save_the_record(desk: Desk) -> None:
    """Save the record of J9043 as PDF, by way of the command palette."""
    desk.find("J9043")
    desk.run("record pdf")
    desk.save_as("J9043.pdf")


def read_larger(desk: Desk) -> None:
    """Make text larger, and usual again."""
    for _ in range(3):
        desk.keys.press(Qt.Key.Key_Plus, CONTROL)
    assert desk.session.notebook.setting("zoom") == "150"
    desk.keys.press(Qt.Key.Key_0, CONTROL)
    assert desk.session.notebook.setting("zoom") == "100"


def turn_dark(desk: Desk) -> None:
    """Choose the dark palette by name."""
    desk.run("dark")
    assert desk.session.notebook.setting("theme") == "dark"


def look_up_a_key(desk: Desk) -> None:
    """Read the list of shortcuts and go on where one was."""
    before = focus()
    desk.keys.press(Qt.Key.Key_F1)
    dialog = desk.window.findChildren(ShortcutsDialog)[0]
    assert "Ctrl+Shift+P" in shown_text(dialog)
    desk.keys.press(Qt.Key.Key_Escape)
    desk.keys.until(lambda: QApplication.activeModalWidget() is None, "the list is closed")
    assert desk.window.focusWidget() is before


def check_a_claim(desk: Desk) -> None:
    """Check a line of J9043 with waste, go from the finding to its field, and mend it."""
    desk.keys.press(Qt.Key.Key_F5)
    desk.keys.until(lambda: isinstance(focus(), QTableView), "the lines are there")
    for text in ("J9043", "JZ", "38", "11", "C61", "38 mg", "60 mg"):
        desk.keys.type(text)
        desk.keys.press(Qt.Key.Key_Tab)
    desk.keys.press(Qt.Key.Key_Escape)
    while not isinstance(focus(), FindingRow):
        desk.keys.press(Qt.Key.Key_Tab)
    assert "22 mg" in focus().accessibleName()
    desk.keys.press(Qt.Key.Key_Return)
    desk.keys.until(lambda: focus().accessibleName() == "Modifiers, line 1", "the field is open")
    desk.keys.press(Qt.Key.Key_A, CONTROL)
    desk.keys.press(Qt.Key.Key_Delete)
    desk.keys.press(Qt.Key.Key_Return)
    desk.keys.press(Qt.Key.Key_Down)
    desk.keys.press(Qt.Key.Key_Home)
    for text in ("J9043", "JW", "22", "11", "C61"):
        desk.keys.type(text)
        desk.keys.press(Qt.Key.Key_Tab)
    claim = desk.window.findChildren(ClaimWindow)[0]
    assert "error" not in shown_text(claim)


def paste_lines_and_save(desk: Desk) -> None:
    """Paste three lines of a spreadsheet into the claim check and save the report."""
    _clipboard().setText("HCPCS\tUnits\tMod\nJ9043\t38\tJZ\n96413\t1\t\nJ9027\t5\tJZ\n")
    desk.keys.press(Qt.Key.Key_F5)
    desk.keys.until(lambda: isinstance(focus(), QTableView), "the lines are there")
    desk.keys.press(Qt.Key.Key_V, CONTROL)
    claim = desk.window.findChildren(ClaimWindow)[0]
    assert [each.code for each in claim.entries.lines] == ["J9043", "96413", "J9027"]
    desk.keys.tab_back_to("PDF")
    desk.keys.press(Qt.Key.Key_Space)
    desk.save_as("claim.pdf")


def work_through_a_worksheet(desk: Desk) -> None:
    """Begin a worksheet of J9043, name it, tick, leave out, note, and save it as PDF."""
    _open_checklist(desk, "J9043")
    desk.keys.press(Qt.Key.Key_W, CONTROL | SHIFT)
    desk.keys.until(lambda: focus().accessibleName() == "Label", "the label is open")
    desk.keys.type("Visit 4711")
    desk.keys.press(Qt.Key.Key_Return)
    while not isinstance(focus(), ItemBox):
        desk.keys.press(Qt.Key.Key_Tab)
    desk.keys.press(Qt.Key.Key_Space)
    desk.keys.press(Qt.Key.Key_Down)
    item = focus().accessibleName()
    desk.keys.tab_to(f"Not applicable: {item}")
    desk.keys.press(Qt.Key.Key_Space)
    desk.keys.tab_to(f"Note on: {item}")
    desk.keys.press(Qt.Key.Key_Space)
    desk.keys.type("asked on Tuesday")
    desk.keys.press(Qt.Key.Key_Tab)
    kept = desk.session.notebook.worksheets
    (listed,) = kept.listed(archived=False)
    entries = kept.get(listed.id).entries
    assert [entry.state for entry in entries[:2]] == ["done", "not_applicable"]
    assert entries[1].note == "asked on Tuesday"
    desk.keys.tab_to("PDF")
    desk.keys.press(Qt.Key.Key_Space)
    desk.save_as("worksheet.pdf")


def delete_a_worksheet(desk: Desk) -> None:
    """Begin a worksheet and delete it for good."""
    _open_checklist(desk, "J9043")
    desk.keys.press(Qt.Key.Key_W, CONTROL | SHIFT)
    desk.keys.until(lambda: focus().accessibleName() == "Label", "the label is open")
    desk.keys.tab_back_to("Delete")
    desk.keys.press(Qt.Key.Key_Space)
    desk.keys.tab_back_to("Delete for good")
    desk.keys.press(Qt.Key.Key_Space)
    assert desk.session.notebook.worksheets.listed(archived=False) == ()
    desk.keys.press(Qt.Key.Key_Escape)


def understand_a_denial(desk: Desk) -> None:
    """Type what a remittance says, read the page, and follow a link to a remark."""
    desk.keys.type("CO-16")
    desk.keys.press(Qt.Key.Key_Return)
    desk.keys.until(lambda: isinstance(focus(), TopicText), "the page is there")
    text = focus()
    desk.keys.press(Qt.Key.Key_K, CONTROL)
    desk.keys.tab_to("N822: ")
    desk.keys.press(Qt.Key.Key_Return)
    assert text.accessibleName() == "Guidance on N822"


def keep_a_payer(desk: Desk) -> None:
    """Make a profile of a payer and see the checklist for it."""
    desk.run("payers of the clinic")
    desk.keys.until(lambda: desk.window.findChildren(PayersWindow), "the payers are there")
    desk.keys.tab_to("New")
    desk.keys.press(Qt.Key.Key_Space)
    desk.keys.type("Blue Plan")
    desk.keys.tab_to("JW and JZ on single-dose drugs")
    desk.keys.press(Qt.Key.Key_Down)
    desk.keys.tab_to("Save")
    desk.keys.press(Qt.Key.Key_Space)
    assert [each.jw_jz for each in desk.session.notebook.profiles.all()] == ["wanted"]
    desk.keys.press(Qt.Key.Key_Escape)
    desk.window.activateWindow()  # a window system does that by itself
    desk.keys.until(QApplication.focusWidget, "the main window is in front again")
    _open_checklist(desk, "J9043")
    desk.keys.tab_back_to("Payer")
    desk.keys.press(Qt.Key.Key_End)
    assert desk.session.notebook.setting("profile") == "Blue Plan"
    wanted = "Blue Plan wants them"
    desk.keys.until(lambda: wanted in shown_text(desk.window), "its items are there")


TASKS: tuple[Callable[[Desk], None], ...] = (
    copy_a_description,
    find_by_words,
    read_the_help_of_a_field,
    follow_a_link,
    tick_and_save,
    clear_ticks_and_take_it_back,
    change_the_payer,
    copy_the_record,
    save_the_record,
    read_larger,
    turn_dark,
    look_up_a_key,
    check_a_claim,
    paste_lines_and_save,
    work_through_a_worksheet,
    delete_a_worksheet,
    keep_a_payer,
    understand_a_denial,
)


def _open_checklist(desk: Desk, code: str) -> None:
    desk.keys.press(Qt.Key.Key_3, CONTROL)
    desk.find(code)
    assert isinstance(focus(), ItemBox)


def _asks_for_file() -> bool:
    return isinstance(QApplication.activeModalWidget(), QFileDialog)


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
