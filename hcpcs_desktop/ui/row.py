"""A row of a list: a hairline below it keeps it apart from the next."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.ui.tones import tones_of


class Row(QWidget):
    """Paints the hairline at its lower edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline."""
        painter = QPainter(self)
        colour = QColor(tones_of(self.palette()).line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour)
