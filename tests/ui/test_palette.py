"""The command palette: any command by a few letters of its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from hcpcs_desktop.ui.actions import COMMANDS
from hcpcs_desktop.ui.dialogs.palette import CommandPalette
from hcpcs_desktop.ui.main_window import MainWindow

from .keys import CONTROL, SHIFT, Keyboard
from .reading import focus, shown_text


def opened(window: MainWindow, keys: Keyboard) -> CommandPalette:
    """The palette, opened by its key."""
    keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
    return window.findChildren(CommandPalette)[0]


def listed(palette: CommandPalette) -> list[str]:
    """The commands that it lists."""
    model = palette.findChildren(QListView)[0].model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_palette_lists_every_command_that_can_be_run(window: MainWindow) -> None:
    window.show_code("J9043")
    names = listed(opened(window, Keyboard()))
    able = [each for each in COMMANDS if window.actions_by_name[each.name].isEnabled()]
    assert len(names) == len(able) - 1
    assert "View: Larger text" in names


def test_the_palette_leaves_out_what_cannot_be_done_now(window: MainWindow) -> None:
    assert "Edit: Copy code" not in listed(opened(window, Keyboard()))


def test_the_palette_filters_by_all_words_in_any_order(window: MainWindow) -> None:
    keys = Keyboard()
    palette = opened(window, keys)
    keys.type("text larger")
    assert listed(palette) == ["View: Larger text"]
    keys.type("zzz")
    assert "No command has these letters." in shown_text(palette)
    keys.press(Qt.Key.Key_Return)
    assert palette.isVisible()


@pytest.mark.parametrize("typed", ["whats new", "what's new"])
def test_an_apostrophe_in_a_command_need_not_be_typed(window: MainWindow, typed: str) -> None:
    palette = opened(window, Keyboard())
    QTest.keyClicks(focus(), typed)
    assert "Tools: What's new" in [name.replace("’", "'") for name in listed(palette)]


def test_the_palette_runs_what_the_arrows_choose(window: MainWindow) -> None:
    keys = Keyboard()
    palette = opened(window, keys)
    keys.type("view:")
    second = listed(palette)[1]
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    assert second == "View: Dark"
    assert window.actions_by_name["theme_dark"].isChecked()


def test_esc_closes_the_palette_and_runs_nothing(window: MainWindow) -> None:
    keys = Keyboard()
    palette = opened(window, keys)
    closed: list[int] = []
    palette.finished.connect(closed.append)
    keys.press(Qt.Key.Key_Escape)
    assert closed == [0]
