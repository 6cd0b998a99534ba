"""The line of time beside an event, with its dot."""

from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tones import tones_of

Mark = Literal["begins", "changes", "ends"]
_WIDTH = 3 * GRID
_RADIUS = 5.0
_LINE = 2.0


class Rail(QWidget):
    """A dot on a line that goes on to the events above and below."""

    def __init__(
        self, mark: Mark, *, first: bool, last: bool, middle: float, parent: QWidget | None = None
    ) -> None:
        """Draw this mark ``middle`` pixels from the top; the line stops at first and last."""
        super().__init__(parent)
        self._mark = mark
        self._first, self._last = first, last
        self._middle = middle
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then the dot: full where usable days begin, hollow where they end."""
        tones = tones_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self._middle)
        painter.setPen(QPen(QColor(tones.field), _LINE))
        top = middle.y() if self._first else 0
        bottom = middle.y() if self._last else self.height()
        painter.drawLine(QPointF(middle.x(), top), QPointF(middle.x(), bottom))
        colour = {"begins": tones.good, "changes": tones.accent, "ends": tones.bad}[self._mark]
        ground = tones.base if self._mark == "ends" else colour
        painter.setPen(QPen(QColor(colour), _LINE))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
