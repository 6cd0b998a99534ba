"""Filters of the hits as chips with counts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from hcpcs_desktop.domain.hit import FILTER_NAMES, Facets, FilterName, Filters
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.scale import GRID

_WORDS: dict[FilterName, str] = {
    "drug": "Drugs",
    "dme": "DME",
    "valid": "Valid",
    "payable": "Payable by Medicare",
    "favourite": "Favourites",
}
_HELP: dict[FilterName, str] = {
    "drug": "Drugs only",
    "dme": "Durable medical equipment only",
    "valid": "Valid on the date of service only",
    "payable": "Payable by Medicare only, as the coverage code has it: C or D",
    "favourite": "Favourites only",
}


class FilterChips(QWidget):
    """Emits ``changed`` when the user chose other ``filters``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build them without counts."""
        super().__init__(parent)
        self.filters = Filters()
        self._letters: tuple[tuple[str, int], ...] = ()
        self._all = _chip("All", "All codes that were found")
        self._section = _chip("Section", "Codes of one section only")
        self._menu = QMenu(self)
        self._section.setMenu(self._menu)
        self._by_name = {name: _chip(_WORDS[name], _HELP[name]) for name in FILTER_NAMES}
        self._flow = FlowLayout(GRID // 2)
        self.setLayout(self._flow)
        for each in (self._all, self._section, *self._by_name.values()):
            self._flow.addWidget(each)
        self._all.clicked.connect(self.choose_all)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._on_section)
        for each in self._by_name.values():
            each.clicked.connect(self._on_clicked)

    def show_facets(self, facets: Facets) -> None:
        """Show the counts; a chip without hits is left out unless it is chosen."""
        self._letters = facets.letters
        counts = dict(facets.traits)
        for name, chip in self._by_name.items():
            _say(chip, _WORDS[name], counts.get(name, 0))
            chip.setChecked(name in self.filters.traits)
            chip.setVisible(bool(counts.get(name)) or chip.isChecked())
        letter = self.filters.letter
        _say(self._section, letter or "Section", dict(facets.letters).get(letter, 0))
        self._section.setChecked(bool(letter))
        self._section.setVisible(len(facets.letters) > 1 or bool(letter))
        self._all.setChecked(not self.filters)
        self.setVisible(bool(self.filters or facets.letters or facets.traits))
        self._flow.invalidate()

    def choose(self, filters: Filters) -> None:
        """Choose filters without telling the listeners."""
        self.filters = filters

    def choose_all(self) -> None:
        """Take all filters away."""
        self.filters = Filters()
        self._all.setChecked(True)
        self.changed.emit()

    def _on_clicked(self) -> None:
        chosen = frozenset(name for name, chip in self._by_name.items() if chip.isChecked())
        self.filters = Filters(self.filters.letter, chosen)
        self.changed.emit()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for letter, many in (("", 0), *self._letters):
            text = f"{letter} codes, {many:,}" if letter else "All sections"
            action = QAction(text, self._menu)
            action.setData(letter)
            action.setCheckable(True)
            action.setChecked(letter == self.filters.letter)
            self._menu.addAction(action)

    def _on_section(self, action: QAction) -> None:
        self.filters = Filters(str(action.data()), self.filters.traits)
        self.changed.emit()


def _chip(text: str, help_text: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("type", "chip")
    made.setCheckable(True)
    made.setToolTip(help_text)
    made.setAccessibleName(text)
    made.setAccessibleDescription(help_text)
    return made


def _say(chip: QPushButton, words: str, many: int) -> None:
    text = f"{words} {many:,}" if many else words
    if chip.text() != text:
        chip.setText(text)
        chip.setAccessibleName(text)
