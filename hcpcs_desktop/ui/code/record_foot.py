"""The foot of the record: what is hidden, where it comes from, its status, and whom to ask."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.page import CodePage
from hcpcs_desktop.output import wording
from hcpcs_desktop.ui.prose import Prose
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class RecordFoot(QWidget):
    """Emits ``code_requested`` when a link is followed, ``toggle_requested`` for empty fields."""

    code_requested = Signal(str)
    toggle_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._hidden = label(type_="muted")
        self._toggle = QPushButton()
        self._toggle.setProperty("type", "link")
        self._toggle.clicked.connect(self.toggle_requested)
        self._provenance = Prose("muted")
        self._provenance.code_requested.connect(self.code_requested)
        self._status = label(type_="muted", wrap=True, selectable=True)
        self._ask = QPushButton("Who to ask")
        self._ask.setProperty("type", "link")
        self._ask.setCheckable(True)
        self._ask.toggled.connect(self._on_asked)
        self._contacts = label(type_="muted", wrap=True, selectable=True)
        self._contacts.hide()
        self._lay_out()

    def show_hidden(self, sentence: str, *, shown: bool) -> None:
        """Say how many fields are empty, and offer to show or hide them."""
        self._hidden.setText(sentence)
        self._hidden.setVisible(bool(sentence))
        self._toggle.setVisible(bool(sentence))
        self._toggle.setText("Hide them" if shown else "Show all")
        self._toggle.setAccessibleName(f"{self._toggle.text()}: empty fields")

    def show_page(self, page: CodePage) -> None:
        """Show what belongs to another code; what was unfolded stays so."""
        self._provenance.set_text("\n".join(page.provenance), page.mentioned)
        self._status.setText(wording.status(page))
        self._contacts.setText("\n".join(wording.contact(each) for each in page.contacts))
        self._ask.setVisible(bool(page.contacts))
        self._contacts.setVisible(bool(page.contacts) and self._ask.isChecked())

    def _on_asked(self, shown: bool) -> None:
        self._contacts.setVisible(shown)

    def _lay_out(self) -> None:
        hidden = QHBoxLayout()
        hidden.setSpacing(GRID)
        hidden.addWidget(self._hidden)
        hidden.addWidget(self._toggle)
        hidden.addStretch(1)
        ask = QHBoxLayout()
        ask.addWidget(self._ask)
        ask.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(hidden)
        column.addSpacing(GRID // 2)
        for each in (self._provenance, self._status):
            column.addWidget(each)
        column.addLayout(ask)
        column.addWidget(self._contacts)
