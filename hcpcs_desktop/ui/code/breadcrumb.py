"""The sections that a code stands in, from the letter down; each leads to browsing there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hcpcs_desktop.domain.section import address_of
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class Breadcrumb(QWidget):
    """Emits ``section_requested`` (a letter or a range)."""

    section_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self._flow = FlowLayout(GRID // 2)
        self.setLayout(self._flow)
        self.hide()

    def show_sections(self, headings: tuple[str, ...]) -> None:
        """Show the headings of a code, from the letter down."""
        self.setVisible(bool(headings))
        if headings == self._shown:
            return
        self._shown = headings
        self._flow.clear()
        for place, heading in enumerate(headings):
            if place:
                self._flow.addWidget(label("/", "muted"))
            self._flow.addWidget(self._step(heading))

    def _step(self, heading: str) -> QWidget:
        address = address_of(heading)
        if not address:
            return label(heading, "muted")
        made = QPushButton(heading)
        made.setProperty("type", "crumb")
        made.setProperty("address", address)
        made.setAccessibleName(f"Browse {heading}")
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.section_requested.emit(str(button.property("address")))
