"""What is offered where a search finds nothing."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.hit import Answer, Filters
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

NOC_WORDS = "not otherwise classified"
"""What finds the codes for what has no code of its own."""

_NOTHING = "No code answers to this. Try fewer or other words, or the first letters of a code."
_FILTERED = "None of the codes that were found is left by the filters."
_LETTER = re.compile(r"\s*([A-Za-z])[\s-]*\d")
_EXPLAINED = frozenset({"code", "denial"})
"""Readings whose advice says it all: the code is of another list, or is a reason for denial."""


class Offers(QWidget):
    """A sentence and what can be done next.

    Emits ``browse_requested`` and ``noc_requested`` (a letter or nothing), ``add_requested`` and
    ``all_requested`` (without filters).
    """

    browse_requested = Signal(str)
    noc_requested = Signal(str)
    add_requested = Signal()
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it with a sentence alone."""
        super().__init__(parent)
        self._letter = ""
        self._message = label(type_="muted", wrap=True)
        self._all = _link("Take the filters away")
        self._browse = _link("")
        self._noc = _link("")
        self._add = _link("Add CMS file…")
        self._offer_browsing("")
        self._all.clicked.connect(self.all_requested)
        self._browse.clicked.connect(self._on_browse)
        self._noc.clicked.connect(self._on_noc)
        self._add.clicked.connect(self.add_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._message)
        for each in (self._all, self._browse, self._noc, self._add):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.show_sentence("")

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._message.text()

    def show_sentence(self, sentence: str) -> None:
        """Say something without offering anything."""
        self._message.setText(sentence)
        for each in (self._all, self._browse, self._noc, self._add):
            each.hide()

    def show_nothing(self, answer: Answer, filters: Filters, *, has_codes: bool) -> None:
        """Say that nothing was found, and offer what fits the query and what there is."""
        self.show_sentence(answer.advice or (_FILTERED if filters else _NOTHING))
        self._all.setVisible(bool(filters))
        if answer.advice and answer.read_as in _EXPLAINED:
            return
        match = _LETTER.match(answer.query)
        self._letter = match[1].upper() if match else ""
        self._offer_browsing(self._letter)
        for each in (self._browse, self._noc):
            each.setVisible(has_codes and answer.read_as != "ndc")
        self._add.setText("Add a fuller CMS file…" if has_codes else "Add CMS file…")
        self._add.show()

    def _offer_browsing(self, letter: str) -> None:
        self._browse.setText(f"Browse {letter} codes" if letter else "Browse the sections")
        family = f"{letter} codes" if letter else "Codes"
        self._noc.setText(f"{family} not otherwise classified")

    def _on_browse(self) -> None:
        self.browse_requested.emit(self._letter)

    def _on_noc(self) -> None:
        self.noc_requested.emit(self._letter)


def _link(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("type", "link")
    return made
