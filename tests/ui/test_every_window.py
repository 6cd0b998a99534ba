"""Whatever a command opens can be read: by a screen reader, and in both palettes.

A window that joins the program joins this walk with its command.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.actions import COMMANDS
from hcpcs_desktop.ui.main_window import MainWindow

from .test_accessible_tree import nameless
from .test_contrast import faint

_OF_THE_SYSTEM = {"quit", "add_file", "print_record", "print_checklist"}
"""They end the window, or open a dialog of the system and wait for its answer."""

NAMES = [
    command.name
    for command in COMMANDS
    if command.name not in _OF_THE_SYSTEM
    and (command.text.endswith("…") or command.menu in ("Tools", "Help"))
]
"""The commands that open a window, by the habit that their text ends in an ellipsis."""


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """What a command opened is closed again."""
    yield
    for each in QApplication.topLevelWidgets():
        if each.isVisible() and not isinstance(each, MainWindow):
            each.close()


def opened(window: MainWindow, name: str) -> list[QWidget]:
    """The windows that stand after a command was run, the main window first."""
    window.show_code("J9043")
    window.actions_by_name[name].trigger()
    QApplication.processEvents()
    others = [
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each is not window and not isinstance(each, QFileDialog)
    ]
    return [window, *others]


@pytest.mark.parametrize("name", NAMES)
def test_accessible_names_in_whatever_a_command_opens(window: MainWindow, name: str) -> None:
    for each in opened(window, name):
        assert nameless(each) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_contrast_in_whatever_a_command_opens(
    qapp: QApplication, window: MainWindow, mode: theme.Mode, name: str
) -> None:
    theme.apply(qapp, mode)
    for each in opened(window, name):
        assert faint(each) == []


@pytest.mark.parametrize("code", ["J9043", "J9027", "Q5160"])
def test_no_part_of_the_window_becomes_a_window_of_its_own(window: MainWindow, code: str) -> None:
    shown: set[QWidget] = set()

    def watch() -> None:
        shown.update(each for each in QApplication.topLevelWidgets() if each.isVisible())

    window.show_code(code)
    watch()
    for number in range(1, 10):
        window.actions_by_name[f"tab_{number}"].trigger()
        watch()
    assert shown == {window}


def test_most_commands_of_the_tools_open_a_window(window: MainWindow) -> None:
    tools = [command.name for command in COMMANDS if command.menu == "Tools"]
    assert sum(len(opened(window, name)) > 1 for name in tools) > len(tools) // 2


def test_no_key_means_two_commands() -> None:
    keys = Counter(QKeySequence(key).toString() for each in COMMANDS for key in each.keys)
    assert [key for key, times in keys.items() if times > 1] == []
