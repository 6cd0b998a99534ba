"""The banner over a code that a guide is wrong about: what is so, and where the drug really is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcpcs_desktop.domain.mentions import Piece
from hcpcs_desktop.output.wording import CONFLICT_WORDS
from hcpcs_desktop.ui.icon_button import Icons
from hcpcs_desktop.ui.linked_text import LinkedText
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tones import tones_of

_RADIUS = 6
_ICON = QSize(2 * GRID, 2 * GRID)


class ConflictBanner(QWidget):
    """Hidden while all is well; emits ``code_requested`` when a link is followed."""

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it hidden."""
        super().__init__(parent)
        self._icons = Icons()
        self._sentence = LinkedText()
        self._sentence.link_followed.connect(self.code_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID + _ICON.width() + GRID, GRID + 4, 2 * GRID, GRID + 4)
        row.addWidget(self._sentence)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that it says."""
        return self._sentence.text

    def show_sentence(self, pieces: Sequence[Piece]) -> None:
        """Show this sentence; without one, hide."""
        self._sentence.set_pieces(pieces)
        self.setAccessibleName(f"{CONFLICT_WORDS}: {self.text}")
        self.setVisible(bool(pieces))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the warning sign beside the first line."""
        tones = tones_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(tones.bad_soft))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        place = QRectF(2 * GRID, GRID + 5, _ICON.width(), _ICON.height())
        self._icons.icon("warning", tones).paint(painter, place.toRect())
