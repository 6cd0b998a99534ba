"""Badges: a word on a soft ground; the word says it all, the colour only helps."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcpcs_desktop.ui.tones import Tones, tones_of

BadgeTone = Literal["neutral", "accent", "good", "caution", "bad"]

_PAD_X = 8.0
_PAD_Y = 2.0
_RADIUS = 3.0


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says, and in which tone."""

    text: str
    tone: BadgeTone = "neutral"


def badge_width(badge: Badge, metrics: QFontMetricsF) -> float:
    """How wide a badge is in a font."""
    return metrics.horizontalAdvance(badge.text) + 2 * _PAD_X


def paint_badge(painter: QPainter, middle_left: QPointF, badge: Badge, tones: Tones) -> float:
    """Paint a badge with the painter's font; returns its width."""
    metrics = QFontMetricsF(painter.font())
    width = badge_width(badge, metrics)
    height = metrics.height() + 2 * _PAD_Y
    area = QRectF(middle_left.x(), middle_left.y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(tones, f"{badge.tone}_soft")))
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)
    painter.setPen(QColor(getattr(tones, badge.tone)))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, badge.text)
    return width


class BadgeLabel(QWidget):
    """A badge as a widget, for the header."""

    def __init__(self, badge: Badge, parent: QWidget | None = None) -> None:
        """Show this badge."""
        super().__init__(parent)
        self._badge = badge
        self.setAccessibleName(badge.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def badge(self) -> Badge:
        """What it shows."""
        return self._badge

    def sizeHint(self) -> QSize:
        """As large as the word needs."""
        metrics = QFontMetricsF(self.font())
        return QSize(
            round(badge_width(self._badge, metrics) + 0.5),
            round(metrics.height() + 2 * _PAD_Y + 0.5),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(0, self.height() / 2)
        paint_badge(painter, middle, self._badge, tones_of(self.palette()))
