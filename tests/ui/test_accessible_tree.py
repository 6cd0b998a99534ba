"""What a screen reader is given: the tree of QAccessible, and what is said without being asked."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from hcpcs_desktop.ui.dialogs.about import AboutDialog
from hcpcs_desktop.ui.dialogs.bug import BugDialog
from hcpcs_desktop.ui.dialogs.import_dialog import ImportDialog
from hcpcs_desktop.ui.dialogs.palette import CommandPalette
from hcpcs_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.tasks import Outcome, Progress

from .keys import CONTROL, SHIFT, Keyboard
from .reading import focus
from .test_contrast import TABS

MOST = 20_000


def tree(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Every visible part that a screen reader meets in a window, deepest first."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    for _ in range(MOST):
        if not waiting:
            return
        part = waiting.pop()
        if part is None or not part.isValid() or part.state().invisible:
            continue
        waiting.extend(part.child(number) for number in range(part.childCount()))
        yield part
    raise AssertionError("the tree does not end")


def nameless(window: QWidget) -> list[str]:
    """The parts that take the focus and have no name."""
    QApplication.processEvents()
    return [
        repr(part.object())
        for part in tree(window)
        if part.state().focusable
        and not part.text(QAccessible.Text.Name)
        and not isinstance(part.object(), QMenu)
    ]


@pytest.mark.parametrize("code", ["J9043", "J9027", "S9327", "Q5160"])
def test_accessible_names_in_every_pane(window: MainWindow, code: str) -> None:
    window.show_code(code)
    window.notifier.tell("A sentence.", action="Undo")
    for key in TABS:
        QTest.keyClick(window, key, CONTROL)
        assert nameless(window) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda window: AboutDialog(Holdings(5, 0), window),
        lambda window: BugDialog("Traceback", window),
        lambda window: ImportDialog(["a.zip"], window),
        lambda window: ShortcutsDialog(window),
        lambda window: CommandPalette(window.actions_by_name.values(), window),
    ],
    ids=["about", "bug", "import", "shortcuts", "palette"],
)
def test_accessible_names_in_every_dialog(
    window: MainWindow, make: Callable[[MainWindow], QDialog]
) -> None:
    dialog = make(window)
    dialog.show()
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_F11,
        Qt.Key.Key_F12,
        Qt.Key.Key_F5,
        Qt.Key.Key_F6,
        Qt.Key.Key_F7,
        Qt.Key.Key_F8,
        Qt.Key.Key_F9,
    ],
)
def test_accessible_names_in_every_tool(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key)
    for dialog in window.findChildren(QDialog):
        assert nameless(dialog) == []


def test_accessible_rows_are_read_with_their_reason(window: MainWindow) -> None:
    window.search_for("cabazitaxel")
    QApplication.processEvents()
    names = [part.text(QAccessible.Text.Name) for part in tree(window)]
    assert any("J9043, Cabazitaxel injection, Drug" in name for name in names)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


def test_accessible_announcement_of_results(window: MainWindow, spoken: list[str]) -> None:
    QTest.keyClicks(focus(), "J9064")
    assert spoken[-1] == "1 code"
    QTest.keyClicks(focus(), "x")
    assert spoken[-1].startswith("No code answers to this")


def test_accessible_announcement_of_messages_and_of_what_was_done(
    window: MainWindow, spoken: list[str]
) -> None:
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_C, CONTROL | SHIFT)
    assert spoken[-1] == "Copied J9043"
    window.notifier.tell("The disk is full.", "bad")
    assert spoken[-1] == "The disk is full."


def test_accessible_announcement_of_an_import(window: MainWindow, spoken: list[str]) -> None:
    dialog = ImportDialog(["a.zip"], window)
    dialog.show_progress(Progress("reading a.zip", 1, 2))
    dialog.show_progress(Progress("reading a.zip", 2, 2))
    dialog.show_outcome(Outcome(error="a.zip is no CMS file."))
    assert spoken == ["Reading a.zip", "The file was not added. a.zip is no CMS file."]


def test_accessible_announcement_in_the_palette(window: MainWindow, spoken: list[str]) -> None:
    keys = Keyboard()
    keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
    keys.type("zzz")
    assert spoken[-1] == "0 commands"
