"""A picture of the opened containers: what was given, what was discarded, to scale."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcpcs_desktop.domain.quantity import Quantity
from hcpcs_desktop.domain.units_request import OpenedContainer
from hcpcs_desktop.output.containers_text import described
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tones import Tones, tones_of

MOST_DRAWN = 6
"""Containers beyond this number are drawn once for each kind, with their number below."""

_TALLEST, _SHORTEST = 15 * GRID, 5 * GRID
_WIDE, _NARROW, _GAP = 9 * GRID, 6 * GRID, 3 * GRID // 2
_RADIUS = 8.0
_OUTLINE = 2.0


class ContainersPicture(QWidget):
    """Draws containers side by side; its description says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._drawn: list[tuple[OpenedContainer, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Opened containers")

    def show_containers(self, containers: Sequence[OpenedContainer]) -> None:
        """Draw these containers."""
        self._drawn = _drawn(containers)
        self.setAccessibleDescription(described(containers))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as all containers, as high as the tallest with the line below it."""
        if not self._drawn:
            return QSize(0, 0)
        labels = any(text for _, text in self._drawn)
        below = round(QFontMetricsF(self.font()).height()) + GRID // 2 if labels else 0
        return QSize(len(self._drawn) * self._step() - _GAP, _TALLEST + below)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the containers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = tones_of(self.palette())
        largest = max((each.content for each, _ in self._drawn), key=_size, default=None)
        for index, (each, text) in enumerate(self._drawn):
            place = QRectF(index * self._step(), 0, self._step() - _GAP, self.height())
            height = _SHORTEST + (_TALLEST - _SHORTEST) * _part(each.content, largest)
            left = place.center().x() - self._width() / 2
            area = QRectF(left, _TALLEST - height, self._width(), height)
            _paint_container(painter, area, each, tones)
            painter.setPen(QColor(tones.muted))
            below = QRectF(place)
            painter.drawText(
                below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text
            )

    def _step(self) -> int:
        """From one container to the next: as wide as it is or as the text below it."""
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(text) for _, text in self._drawn)
        return max(self._width(), round(widest + 1)) + _GAP

    def _width(self) -> int:
        return _WIDE if len(self._drawn) <= 2 else _NARROW


def _drawn(containers: Sequence[OpenedContainer]) -> list[tuple[OpenedContainer, str]]:
    """What is drawn, with the text below each; one container alone needs none."""
    total = sum(each.count for each in containers)
    if total == 1:
        return [(each, "") for each in containers]
    if total <= MOST_DRAWN:
        return [(each, str(each.content)) for each in containers for _ in range(each.count)]
    return [(each, f"{each.count} × {each.content.number}") for each in containers[:MOST_DRAWN]]


def _paint_container(
    painter: QPainter, area: QRectF, container: OpenedContainer, tones: Tones
) -> None:
    inner = area.adjusted(_OUTLINE / 2, _OUTLINE / 2, -_OUTLINE / 2, -_OUTLINE / 2)
    shape = QPainterPath()
    shape.addRoundedRect(inner, _RADIUS, _RADIUS)
    given = QRectF(inner)
    given.setTop(inner.bottom() - inner.height() * _part(container.given, container.content))
    left = QRectF(inner)
    left.setBottom(given.top())
    left.setTop(given.top() - inner.height() * _part(container.discarded, container.content))
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(inner, QColor(tones.base))
    painter.fillRect(given, QColor(tones.accent))
    painter.fillRect(left, QColor(tones.caution_soft))
    painter.fillRect(left, QBrush(QColor(tones.caution), Qt.BrushStyle.BDiagPattern))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tones.muted), _OUTLINE))
    painter.drawPath(shape)


def _part(part: Quantity, whole: Quantity | None) -> float:
    """A share for the eye; all arithmetic that counts is done elsewhere, exactly."""
    return 1.0 if whole is None else float(part / whole)


def _size(quantity: Quantity) -> float:
    return float(quantity.amount.scaleb(quantity.unit.power))
