"""The sections that a code stands in, from the letter down; each leads to browsing there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from hcpcs_desktop.domain.section import address_of
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.scale import GRID

_MOST = 4
_AROUND = 4
_LEAST = 15 * GRID


class Step(QPushButton):
    """One heading; painted with an ellipsis where there is no room for all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setProperty("type", "crumb")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the code or the range at its beginning."""
        return self.sizeHint().boundedTo(QSize(_LEAST, self.sizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the heading as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        mode = Qt.TextElideMode.ElideRight
        room = self.width() - _AROUND
        if self.sizeHint().width() > self.width():
            option.text = option.fontMetrics.elidedText(option.text, mode, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Breadcrumb(QWidget):
    """Emits ``section_requested`` (a letter or a range)."""

    section_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._flow = FlowLayout(GRID // 2)
        self.setLayout(self._flow)
        self._steps = [Step() for _ in range(_MOST)]
        for step in self._steps:
            self._flow.addWidget(step)
            step.clicked.connect(self._on_clicked)
        self._has_steps = False
        self._is_wanted = True
        self.hide()

    def show_sections(self, headings: tuple[str, ...]) -> None:
        """Show the headings of a code, from the letter down; at most a few have room."""
        self._has_steps = bool(headings)
        self._show()
        for place, step in enumerate(self._steps):
            heading = headings[place] if place < len(headings) else ""
            address = address_of(heading)
            step.setVisible(bool(heading))
            shown = (
                f"\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}  {heading}" if place else heading
            )
            step.setText(shown.replace("&", "&&"))
            step.setToolTip(heading)
            step.setEnabled(bool(address))
            step.setProperty("address", address)
            step.setAccessibleName(
                f"Browse {heading}".rstrip() if address or not heading else heading
            )
        self._flow.invalidate()

    def set_wanted(self, wanted: bool) -> None:
        """Show the headings, or leave their room to others."""
        self._is_wanted = wanted
        self._show()

    def _show(self) -> None:
        self.setVisible(self._has_steps and self._is_wanted)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.section_requested.emit(str(button.property("address")))
