"""What the right side says while no code is open: what is here, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.release import name_of
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.session import Holdings
from hcpcs_desktop.ui.text import label

EXAMPLES = ("J9043", "hemin", "home infusion")
_WIDTH = 70 * GRID
_WHERE = (
    "CMS publishes the whole list every quarter on cms.gov, under HCPCS Quarterly Update. "
    "Save the zip as it is and drop it on this window, or choose it here."
)


class Welcome(QWidget):
    """Emits ``add_requested`` and ``example_chosen`` (a text to search for)."""

    add_requested = Signal()
    example_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it; ``show_holdings`` fills it."""
        super().__init__(parent)
        self._title = label(type_="title", wrap=True)
        self._held = label(type_="muted", wrap=True)
        self._add_title = label(type_="strong", wrap=True)
        self._add = QPushButton("Add CMS file…")
        self._add.clicked.connect(self.add_requested)
        self._example_buttons = [self._example(text) for text in EXAMPLES]
        self._lay_out()

    def show_holdings(self, holdings: Holdings) -> None:
        """Say what the library holds."""
        self._title.setText(_title(holdings))
        self._held.setText(_held(holdings))
        self._add_title.setText("Add another CMS file" if holdings.releases else "Add the CMS file")
        self._try.setHidden(bool(holdings.problem))
        self._add.setDefault(not holdings.releases)

    def _example(self, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("type", "link")
        made.setAccessibleName(f"Search for {text}")
        made.clicked.connect(self._on_example)
        return made

    def _on_example(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.example_chosen.emit(button.text())

    def _lay_out(self) -> None:
        examples = QHBoxLayout()
        examples.setSpacing(2 * GRID)
        for each in self._example_buttons:
            examples.addWidget(each)
        examples.addStretch(1)
        add = QVBoxLayout()
        add.setSpacing(GRID)
        add.addWidget(label(_WHERE, "muted", wrap=True))
        add.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 6 * GRID, 0, GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(self._title)
        column.addLayout(_step(1, label("What is here", "strong"), _column(self._held)))
        column.addLayout(_step(2, self._add_title, add))
        self._try = QWidget()
        search = _step(3, label("Try a search", "strong"), examples)
        search.setContentsMargins(0, 0, 0, 0)
        self._try.setLayout(search)
        column.addWidget(self._try)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(content, 8)
        row.addStretch(1)
        area = PaneArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _step(number: int, title: QLabel, below: QVBoxLayout | QHBoxLayout) -> QHBoxLayout:
    mark = label(str(number), "step")
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words = QVBoxLayout()
    words.setSpacing(GRID // 2)
    words.addWidget(title)
    words.addLayout(below)
    row = QHBoxLayout()
    row.setSpacing(2 * GRID)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout()
    made.addWidget(widget)
    return made


def _title(holdings: Holdings) -> str:
    if holdings.problem:
        return "There is no library to search in"
    return "Welcome to HCPCS Desktop" if holdings.is_starter else "Find a HCPCS Level II code"


def _held(holdings: Holdings) -> str:
    if holdings.problem:
        return holdings.problem
    if holdings.is_starter and not holdings.codes:
        return "The library is empty. The full list of codes comes with the CMS file."
    if holdings.is_starter:
        return (
            f"A starter library with {count(holdings.codes, 'code')} to look around. "
            "The full list of codes comes with the CMS file."
        )
    releases = ", ".join(name_of(release) for release in sorted(holdings.releases, reverse=True))
    codes = f"{count(holdings.codes, 'code')} and {count(holdings.modifiers, 'modifier')}"
    return f"{codes}, from the CMS files of {releases}."
