"""The sections that a code stands in, from the letter down; each leads to browsing there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hcpcs_desktop.domain.section import address_of
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_MOST = 4


class Breadcrumb(QWidget):
    """Emits ``section_requested`` (a letter or a range)."""

    section_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._flow = FlowLayout(GRID // 2)
        self.setLayout(self._flow)
        self._steps: list[tuple[QLabel, QPushButton]] = []
        for _ in range(_MOST):
            self._add_step()
        self.hide()

    def show_sections(self, headings: tuple[str, ...]) -> None:
        """Show the headings of a code, from the letter down; at most a few have room."""
        self.setVisible(bool(headings))
        for place, (between, step) in enumerate(self._steps):
            heading = headings[place] if place < len(headings) else ""
            address = address_of(heading)
            between.setVisible(bool(heading) and place > 0)
            step.setVisible(bool(heading))
            step.setText(heading.replace("&", "&&"))
            step.setEnabled(bool(address))
            step.setProperty("address", address)
            step.setAccessibleName(
                f"Browse {heading}".rstrip() if address or not heading else heading
            )
        self._flow.invalidate()

    def _add_step(self) -> None:
        """Add a step, once for all: what is made later comes last for the Tab key."""
        between, step = label("/", "muted"), QPushButton()
        step.setProperty("type", "crumb")
        step.clicked.connect(self._on_clicked)
        self._flow.addWidget(between)
        self._flow.addWidget(step)
        self._steps.append((between, step))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.section_requested.emit(str(button.property("address")))
