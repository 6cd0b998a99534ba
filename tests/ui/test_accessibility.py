"""Every part can be reached by keyboard and has a name for a screen reader."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QScrollArea,
    QTextBrowser,
    QWidget,
)

from hcpcs_desktop.ui.actions import COMMANDS
from hcpcs_desktop.ui.checklist.item_row import ItemBox
from hcpcs_desktop.ui.dialogs.about import AboutDialog
from hcpcs_desktop.ui.dialogs.bug import BugDialog
from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.tasks import Outcome

from .reading import focus, shown_text, tab_to

CONTROL = Qt.KeyboardModifier.ControlModifier
TAB_KEYS = tuple(Qt.Key(Qt.Key.Key_1 + number) for number in range(9))


def nameless(window: QWidget) -> list[str]:
    """The widgets that the Tab key reaches and a screen reader cannot name."""
    return [
        repr(widget)
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QMenu)
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]


def test_every_widget_of_the_window_has_a_name(window: MainWindow) -> None:
    window.show_code("G0556")
    for key in TAB_KEYS:
        window.show_code("J9027")
        QTest.keyClick(window, key, CONTROL)
    window.notifier.tell("A sentence.", action="Undo")
    QApplication.processEvents()
    assert nameless(window) == []


def failed_import() -> QDialog:
    dialog = ImportDialog(["a.zip"])
    dialog.show_outcome(Outcome(error="a.zip is no CMS file."))
    return dialog


@pytest.mark.parametrize(
    "make",
    [
        lambda: AboutDialog(Holdings(5, 0)),
        lambda: BugDialog("Traceback"),
        lambda: ImportDialog(["a.zip"]),
        failed_import,
        ShortcutsDialog,
    ],
    ids=["about", "bug", "running import", "failed import", "shortcuts"],
)
def test_every_widget_of_a_dialog_has_a_name(make: Callable[[], QDialog]) -> None:
    dialog = make()
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.windowTitle()
    dialog.close()


def test_tab_reaches_search_box_tabs_and_record_in_the_order_of_reading(
    window: MainWindow,
) -> None:
    window.show_code("J9043")
    QApplication.processEvents()
    reached: list[str] = [focus().accessibleName()]
    for _ in range(13):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        reached.append(focus().accessibleName())
    assert list(dict.fromkeys(reached)) == [
        "Search",
        "Codes at hand",
        "Results",
        "Browse J codes",
        "Browse J9000-J9999 Chemotherapy drugs",
        "Add to favourites",
        "Note on J9043",
        "Date of service",
        "Parts of the code",
        "Record of J9043",
        "Help on Pricing",
        "Help on Multiple pricing",
    ]


def test_a_checklist_is_ticked_by_keyboard_alone(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    QTest.keyClicks(focus(), "J9043")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert isinstance(focus(), ItemBox)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert "1 of 4" in shown_text(window)


def test_the_list_of_shortcuts_names_every_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    text = shown_text(window.findChildren(ShortcutsDialog)[0])
    for command in COMMANDS:
        assert not command.keys or command.text in text
    assert "Ctrl+K, /" in text


def test_the_about_box_says_whose_codes_these_are(window: MainWindow) -> None:
    next(
        action for action in window.actions_by_name.values() if action.objectName() == "about"
    ).trigger()
    text = shown_text(window.findChildren(AboutDialog)[0])
    assert "Centers for Medicare & Medicaid Services" in text
    assert "CMS July 2020 release, 6,440 codes" in text


@pytest.mark.parametrize("code", ["J9043", "J9027", "J9310", "G0556", "Q5160"])
@pytest.mark.parametrize("key", TAB_KEYS)
def test_nothing_needs_sideways_scrolling_at_1024_by_700(
    window: MainWindow, code: str, key: Qt.Key
) -> None:
    window.resize(1024, 700)
    window.search_for("cabazitaxel")
    window.show_code(code)
    QTest.keyClick(window, key, CONTROL)
    for _ in range(2):  # a pane that is made now is laid out in two turns
        QApplication.processEvents()
    assert window.width() == 1024
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None:
            assert content.minimumSizeHint().width() <= area.viewport().width()
    for label in window.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


def test_tab_goes_through_record_and_checklist_as_one_reads(window: MainWindow) -> None:
    window.show_code("J9064")
    tab_to("Help on Xref")
    reached = []
    for _ in range(3):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        widget = focus()
        reached.append(
            widget.textCursor().selectedText()
            if isinstance(widget, QTextBrowser)
            else widget.accessibleName()
        )
    assert reached == ["J9043", "JW", "Show all: empty fields"]
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    window.show_code("J9043")
    tab_to("Amount discarded, or none")
    tab_to("Help on the source of: Amount discarded, or none", most=1)
    tab_to("JW", most=1)
