"""Every command of the window with its shortcut, in one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

MENUS = ("File", "Edit", "View", "Go", "Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its menu, its text, its shortcuts; ``group`` makes one choice out of several."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    group: str = ""
    separated: bool = False


COMMANDS = (
    Command("add_file", "File", "Add CMS file…", ("Ctrl+O",)),
    Command("quit", "File", "Quit", ("Ctrl+Q",), separated=True),
    Command("copy_code", "Edit", "Copy code", ("Ctrl+Shift+C",)),
    Command("copy_description", "Edit", "Copy code and description", ("Ctrl+Shift+D",)),
    Command("clear_search", "Edit", "Clear search", ("Esc",), separated=True),
    Command("theme_light", "View", "Light", group="theme"),
    Command("theme_dark", "View", "Dark", group="theme"),
    Command("theme_system", "View", "As the system", group="theme"),
    Command("search", "Go", "Search", ("Ctrl+K", "/")),
    Command("tab_1", "Go", "Record", ("Ctrl+1",), separated=True),
    Command("tab_2", "Go", "Billing guide", ("Ctrl+2",)),
    Command("tab_3", "Go", "Checklist", ("Ctrl+3",)),
    Command("tab_4", "Go", "Similar codes", ("Ctrl+4",)),
    Command("shortcuts", "Help", "Keyboard shortcuts", ("F1",)),
    Command("about", "Help", "About HCPCS Desktop", separated=True),
)

KEYS_IN_PLACE = (
    ("Move through the results", "Up, Down, Page Up, Page Down"),
    ("Open the code", "Enter"),
    ("Tick an item of the checklist", "Space"),
    ("Go from link to link, follow one", "Tab, Enter"),
)
"""Keys that belong to one widget and are no commands, for the list of shortcuts."""


def add_menus(window: QMainWindow, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Fill the menu bar from the table; each command calls the slot of its name."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    menus = {name: window.menuBar().addMenu(name) for name in MENUS}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        if command.group:
            action.setCheckable(True)
            group = groups.setdefault(command.group, QActionGroup(window))
            group.addAction(action)
        if command.separated:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(action)
        action.triggered.connect(slots[command.name])
        actions[command.name] = action
    return actions


def shortcut_text(command: Command) -> str:
    """The shortcuts of a command as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in command.keys)
