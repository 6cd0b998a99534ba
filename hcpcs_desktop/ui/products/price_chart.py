"""The payment limit through the quarters: a line, and the same as a table in words."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcpcs_desktop.domain.release import first_day
from hcpcs_desktop.output.money import dollars, short_quarter
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tones import tones_of

Point = tuple[str, Decimal]
"""A quarter by its release, and the limit in US dollars."""

_SIZE = QSize(60 * GRID, 15 * GRID)
_DOT = 3.5
_LINE = 2.0
_ROOM = 4 * GRID


class PriceChart(QWidget):
    """Draws two or more quarters by their days; its description is the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_SIZE.width())
        self.setAccessibleName("Payment limit by quarter")

    def show_points(self, points: Sequence[Point]) -> None:
        """Draw these quarters, oldest first."""
        self._points = tuple(points)
        lines = [f"{short_quarter(release)}: {dollars(amount)}" for release, amount in points]
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Small, beside what it explains."""
        return _SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its dots, and the words at both ends."""
        if len(self._points) < 2:
            return
        tones = tones_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        beside = painter.fontMetrics().horizontalAdvance(_widest(self._points)) + 2 * GRID
        area = QRectF(self.rect()).adjusted(beside, GRID, -beside, -_ROOM)
        places = _places(self._points, area)
        painter.setPen(QPen(QColor(tones.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(QColor(tones.accent), _LINE))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(QColor(tones.accent))
        for place in places:
            painter.drawEllipse(place, _DOT, _DOT)
        for (release, amount), place in self._ends(places):
            side = -1 if place == places[0] else 1
            middle = QPointF(place.x() + side * (beside / 2 + _DOT), place.y())
            self._write(painter, middle, dollars(amount), tones.text)
            below = QPointF(place.x(), area.bottom() + _ROOM - 1.5 * GRID)
            self._write(painter, below, short_quarter(release), tones.muted)

    def _ends(self, places: list[QPointF]) -> list[tuple[Point, QPointF]]:
        return [(self._points[0], places[0]), (self._points[-1], places[-1])]

    def _write(self, painter: QPainter, middle: QPointF, text: str, colour: str) -> None:
        """A text around a point."""
        metrics = painter.fontMetrics()
        place = QRectF(0, 0, metrics.horizontalAdvance(text) + 2, metrics.height())
        place.moveCenter(middle)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _widest(points: Sequence[Point]) -> str:
    return max((dollars(amount) for _, amount in points), key=len)


def _places(points: Sequence[Point], area: QRectF) -> list[QPointF]:
    """Where the points lie: across by their days, up by their amounts, for the eye only."""
    days = [first_day(release).toordinal() for release, _ in points]
    amounts = [float(amount) for _, amount in points]
    low, high = min(amounts), max(amounts)
    span, height = max(days[-1] - days[0], 1), (high - low) or 1.0
    flat = area.height() / 2 if high == low else 0.0
    return [
        QPointF(
            area.left() + area.width() * (day - days[0]) / span,
            area.bottom() - flat - area.height() * (amount - low) / height,
        )
        for day, amount in zip(days, amounts, strict=True)
    ]
