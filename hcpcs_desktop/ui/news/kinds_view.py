"""The list of the kinds of change: a word, and at the right how many codes."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.news.kinds_model import COUNT_ROLE, KindsModel
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tones import tones_of

_BAR = 2.0


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, round(QFontMetricsF(option.font).height()) + GRID + GRID // 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tones = tones_of(option.palette)
        area = QRectF(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, QColor(tones.selected))
            painter.fillRect(
                QRectF(area.left(), area.top(), _BAR, area.height()), QColor(tones.accent)
            )
        number: int | None = index.data(COUNT_ROLE)
        inner = area.adjusted(2 * GRID, 0, -GRID, 0)
        painter.setPen(QColor(tones.text if number or chosen else tones.muted))
        told = "–" if number is None else f"{number:,}"
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.setPen(QColor(tones.muted))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, told)
        painter.restore()


class KindsView(QListView):
    """Shows all kinds without scrolling."""

    def __init__(self, model: KindsModel, parent: QWidget | None = None) -> None:
        """Show the model; its first row is chosen."""
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCurrentIndex(model.index(0))
        name_input(self, "Kind of change")

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows = self.model().rowCount()
        return QSize(super().sizeHint().width(), rows * self.sizeHintForRow(0) + 2)

    def minimumSizeHint(self) -> QSize:
        """It may scroll where the window is small."""
        return QSize(0, 4 * self.sizeHintForRow(0))
