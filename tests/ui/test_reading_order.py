"""The Tab key goes through every tab and every window as one reads them, and leaves nothing out."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from hcpcs_desktop.ui.dialogs.bug import BugDialog
from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.dialogs.preview_dialog import PreviewDialog
from hcpcs_desktop.ui.dialogs.quitting import QuitDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.tasks import Outcome

from .filling import fill
from .keys import CONTROL
from .library_facts import not_seen, seen
from .pictures import guidance
from .reading import button, focus
from .test_contrast import TABS
from .test_every_window import NAMES, opened

MOST = 600
"""Presses of Tab that lead round the longest tab."""
PARTS = 3
"""Presses of Tab that lead through a date."""


def walked(window: QWidget) -> list[QWidget]:
    """What the Tab key comes to, round the window."""
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    first = focus()
    found = [first]
    for presses in range(MOST):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        if focus() is first and (len(found) > 1 or presses > PARTS):
            break
        if focus() is found[-1]:  # a text with several links, the parts of a date
            continue
        found.append(focus())
    else:
        raise AssertionError(f"the Tab key does not come round: {[*map(_name, found[-9:])]}")
    return found


def _is_read_before(one: QWidget, other: QWidget) -> bool:
    """Whether one stands above the other, and not at its right, or on its line to the left.

    What scrolls is read before what is in it.
    """
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return one.isAncestorOf(other)
    a, b = _place(one, other), _place(other, one)
    above = a.bottom() < b.top() and a.left() <= b.right()
    beside = a.right() < b.left() and a.top() <= b.bottom() and b.top() <= a.bottom()
    return above or beside


def _place(widget: QWidget, other: QWidget) -> QRect:
    """Where a widget stands in its window; within what scrolls, where the other is not."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea) and not around.isAncestorOf(other):
            widget = around
        around = around.parentWidget()
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def unread(window: QWidget) -> list[str]:
    """What the Tab key comes to too early, or never."""
    found = walked(window)
    heads = [
        each
        for each in found
        if not any(_is_read_before(other, each) for other in found if other is not each)
    ]
    beginnings = [found.index(each) for each in heads]
    early = min((_early(found[at:] + found[:at]) for at in beginnings), key=len)
    never = [
        f"{_name(each)} never"
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.window() is window
        and each.focusProxy() is None
        and each not in found
    ]
    return early + never


def _early(found: list[QWidget]) -> list[str]:
    return [
        f"{_name(first)} before {_name(then)}"
        for first, then in combinations(found, 2)
        if _is_read_before(then, first)
    ]


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", str)() or repr(widget)


@pytest.mark.parametrize("code", ["J9043", "J9027", "JW", "S9327", "Q5160"])
def test_tab_goes_through_every_tab_as_one_reads(window: MainWindow, code: str) -> None:
    window.search_for("cabazitaxel")
    for key in TABS:
        QTest.keyClick(window, key, CONTROL)
        window.show_code("J9064")
        window.show_code(code)
        assert unread(window) == [], key


def test_tab_goes_through_a_window_at_its_start_as_one_reads(window: MainWindow) -> None:
    assert unread(window) == []


def test_tab_goes_through_what_was_unfolded_as_one_reads(window: MainWindow) -> None:
    window.notifier.tell("A sentence.", action="Undo")
    window.show_code("J9043")
    button(window, "Note on J9043").click()
    for name in ("Help on Pricing", "Help on Coverage", "Who to ask"):
        button(window, name).click()
    assert unread(window) == []


def test_tab_goes_through_the_findings_about_modifiers_as_one_reads(window: MainWindow) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_6, CONTROL)
    fill(window, "Modifiers on the line", "JW JZ RT")
    assert unread(window) == []


def test_tab_goes_through_sizes_that_were_added_as_one_reads(window: MainWindow) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    fill(window, "Dose given", "38 mg")
    fill(window, "Size 1 of a container", "60 mg")
    button(window, "Add a size").click()
    assert unread(window) == []


@pytest.mark.parametrize("name", NAMES)
def test_tab_goes_through_whatever_a_command_opens_as_one_reads(
    window: MainWindow, name: str
) -> None:
    for each in opened(window, name)[1:]:
        assert unread(each) == []


@pytest.mark.parametrize(
    "pose",
    [guidance.worksheet_with_a_hint, guidance.payers, guidance.templates],
)
def test_tab_goes_through_the_rooms_of_a_clinic_as_one_reads(
    window: MainWindow, pose: Callable[[MainWindow], QDialog]
) -> None:
    assert unread(pose(window)) == []


def _running(window: MainWindow) -> ImportDialog:
    return ImportDialog(["a.zip"], window)


def _refused(window: MainWindow) -> QDialog:
    dialog = _running(window)
    dialog.show_outcome(Outcome(error="a.zip is no CMS file."))
    return dialog


def _looked_at(window: MainWindow) -> QDialog:
    files = [seen("a.zip"), not_seen("b.xlsx", "release_needed", "It tells no release."), seen("c")]
    dialog = PreviewDialog(2026, window)
    dialog.show_outcome(Outcome(answer={"files": files, "others": 0}))
    return dialog


def _bug(window: MainWindow) -> QDialog:
    return BugDialog("Traceback", window)


def _unsaved(window: MainWindow) -> QDialog:
    return QuitDialog("Not saved yet", "It is not saved.", window, can_save=True)


@pytest.mark.parametrize("make", [_running, _refused, _looked_at, _bug, _unsaved])
def test_tab_goes_through_every_dialog_as_one_reads(
    window: MainWindow, make: Callable[[MainWindow], QDialog]
) -> None:
    dialog = make(window)
    dialog.show()
    assert unread(dialog) == []
    dialog.close()
