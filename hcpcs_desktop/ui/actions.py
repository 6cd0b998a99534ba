"""Every command of the window with its shortcut, in one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its menu, its text, its shortcuts.

    ``submenu`` is the menu within the menu that holds it; ``group`` makes one choice out of
    several.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    group: str = ""
    separated: bool = False
    submenu: str = ""


COMMANDS = (
    Command("add_file", "File", "Add CMS file…", ("Ctrl+O",)),
    Command("sources", "File", "Sources…", ("Ctrl+Shift+O",)),
    Command("print_record", "File", "Print record…", ("Ctrl+P",), separated=True),
    Command("print_checklist", "File", "Print checklist…", ("Ctrl+Alt+P",)),
    Command("save_record", "File", "Save record as PDF…", ("Ctrl+S",)),
    Command("save_checklist", "File", "Save checklist as PDF…", ("Ctrl+Shift+S",)),
    Command("quit", "File", "Quit", ("Ctrl+Q",), separated=True),
    Command("copy_code", "Edit", "Copy code", ("Ctrl+Shift+C",), submenu="Copy"),
    Command(
        "copy_description",
        "Edit",
        "Copy code and description",
        ("Ctrl+Shift+D",),
        submenu="Copy",
    ),
    Command("copy_record", "Edit", "Copy record as a table", ("Ctrl+Shift+R",), submenu="Copy"),
    Command("copy_checklist", "Edit", "Copy checklist as text", ("Ctrl+Shift+L",), submenu="Copy"),
    Command("favourite", "Edit", "Favourite", ("Ctrl+D",), separated=True),
    Command("note", "Edit", "Note on the code", ("Ctrl+N",)),
    Command("clear_search", "Edit", "Clear search", ("Esc",), separated=True),
    Command("forget", "Edit", "Forget which codes were opened"),
    Command("theme_light", "View", "Light", group="theme"),
    Command("theme_dark", "View", "Dark", group="theme"),
    Command("theme_system", "View", "As the system", group="theme"),
    Command("zoom_in", "View", "Larger text", ("Ctrl++", "Ctrl+="), separated=True),
    Command("zoom_out", "View", "Smaller text", ("Ctrl+-",)),
    Command("zoom_reset", "View", "Text at 100 %", ("Ctrl+0",)),
    Command("search", "Go", "Search", ("Ctrl+K", "/")),
    Command("back", "Go", "Back", ("Alt+Left",), separated=True),
    Command("forward", "Go", "Forward", ("Alt+Right",)),
    Command("recent", "Go", "Recent codes", ("Ctrl+H",)),
    Command("favourites", "Go", "Favourites", ("Ctrl+B",)),
    Command("browse", "Go", "Browse the sections", ("Ctrl+G",)),
    Command("date", "Go", "Date of service", ("Ctrl+T",)),
    Command("tab_1", "Go", "Record", ("Ctrl+1",), separated=True),
    Command("tab_2", "Go", "Billing guide", ("Ctrl+2",)),
    Command("tab_3", "Go", "Checklist", ("Ctrl+3",)),
    Command("tab_4", "Go", "Units and waste", ("Ctrl+4",)),
    Command("tab_5", "Go", "Products and price", ("Ctrl+5",)),
    Command("tab_6", "Go", "Modifiers", ("Ctrl+6",)),
    Command("tab_7", "Go", "Edits", ("Ctrl+7",)),
    Command("tab_8", "Go", "Similar codes", ("Ctrl+8",)),
    Command("tab_9", "Go", "History", ("Ctrl+9",)),
    Command("compare", "Tools", "Compare with another code…", ("F3",)),
    Command("whats_new", "Tools", "What’s new…", ("F9",)),
    Command("tool_units", "Tools", "Units and waste of any drug…", ("F6",)),
    Command("tool_bsa", "Tools", "Body surface area…", ("F7",)),
    Command("tool_ndc", "Tools", "NDC…", ("F8",)),
    Command("claim_check", "Tools", "Claim check…", ("F5",), separated=True),
    Command("claim_add", "Tools", "Add the code to the claim check", ("Shift+F5",)),
    Command("tool_per_diem", "Tools", "Home-infusion per diem…", ("F11",)),
    Command("tool_rental", "Tools", "Rental…", ("F12",)),
    Command("worksheets", "Tools", "Worksheets…", ("F4",), separated=True),
    Command("start_worksheet", "Tools", "Start worksheet of the checklist", ("Ctrl+Shift+W",)),
    Command("payers", "Tools", "Payers of the clinic…"),
    Command("templates", "Tools", "Checklist templates…"),
    Command("palette", "Help", "Find a command…", ("Ctrl+Shift+P",)),
    Command("claim_rules", "Help", "Rules of the claim check…"),
    Command("shortcuts", "Help", "Keyboard shortcuts", ("F1",)),
    Command("about", "Help", "About HCPCS Desktop", separated=True),
)

KEYS_IN_PLACE = (
    ("Move through the results", "↑, ↓, Page Up, Page Down"),
    ("Open the code", "Enter"),
    ("Tick an item of the checklist", "Space"),
    ("Go from link to link, follow one", "Tab, Enter"),
    ("In a grid: paste, take back, take a row out", "Ctrl+V, Ctrl+Z, Ctrl+Delete"),
    ("Go to the field that a finding is about", "Enter"),
)
"""Keys that belong to one widget and are no commands, for the list of shortcuts."""


def fill_menus(
    menus: Mapping[str, QMenu], window: QWidget, slots: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Fill the menus, which have the names of ``MENUS``; a command calls the slot of its name."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    submenus: dict[str, QMenu] = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setProperty("menu", command.menu)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        if command.group:
            action.setCheckable(True)
            group = groups.setdefault(command.group, QActionGroup(window))
            group.addAction(action)
        if command.separated:
            menus[command.menu].addSeparator()
        menu = menus[command.menu]
        if command.submenu:
            if command.submenu not in submenus:
                submenus[command.submenu] = menu.addMenu(command.submenu)
            menu = submenus[command.submenu]
        menu.addAction(action)
        action.triggered.connect(slots[command.name])
        actions[command.name] = action
    return actions


def shortcut_text(command: Command) -> str:
    """The shortcuts of a command as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in command.keys)
