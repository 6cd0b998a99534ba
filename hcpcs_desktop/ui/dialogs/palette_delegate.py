"""Paints a command of the palette: its name at the left, its keys in muted text at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tones import tones_of

KEYS_ROLE = Qt.ItemDataRole.UserRole + 1
"""The shortcuts of a command, as text."""


class PaletteDelegate(QStyledItemDelegate):
    """One line for each command."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A line of text with room around it."""
        return QSize(0, QFontMetrics(option.font).height() + 2 * GRID)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one command."""
        tones = tones_of(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tones.selected))
        area: QRect = option.rect.adjusted(GRID, 0, -GRID, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        keys = str(index.data(KEYS_ROLE) or "")
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(tones.muted))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, keys)
        area.setRight(area.right() - metrics.horizontalAdvance(keys) - GRID)
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(QColor(tones.text))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
