"""The small table of contents beside a guide."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hcpcs_desktop.domain.guide import Guide
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.guide.contents_model import HEADING_ROLE, ContentsModel, entries
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.tones import tones_of

_BAR = 2
_INDENT = 3 * GRID // 2
_WIDTH = 24 * GRID


class ContentsView(QListView):
    """Emits ``chosen`` (the number of a section) when the user goes to it."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._rows = ContentsModel(self)
        self._follows = False
        self.setModel(self._rows)
        self.setItemDelegate(ContentsDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        name_input(self, "Contents of the guides", "Sections; the text at the right follows")
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def sizeHint(self) -> QSize:
        """As wide as the names of the sections need, at any size of text."""
        return QSize(round(_WIDTH * ratio_of(self.font())), super().sizeHint().height())

    def show_guides(self, guides: Sequence[Guide]) -> None:
        """Show the sections of other guides, the first of them marked."""
        self._rows.set_rows(entries(guides))
        self.mark(0)

    def mark(self, section: int) -> None:
        """Mark the section that is being read, without going there."""
        row = self._rows.row_of(section)
        if row < 0 or row == self.currentIndex().row():
            return
        self._follows = True
        self.selectionModel().setCurrentIndex(
            self._rows.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(self.currentIndex())
        self._follows = False

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.section(index.row()))

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._follows:
            self.chosen.emit(self._rows.section(current.row()))


class ContentsDelegate(QStyledItemDelegate):
    """A line at the left, accented beside the section that is being read."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A line of text with air around it; more air above a title."""
        height = QFontMetricsF(option.font).height() + GRID
        above = 2 * GRID if index.data(HEADING_ROLE) and index.row() else 0
        return QSize(0, round(height + above))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one entry."""
        tones = tones_of(option.palette)
        is_heading = bool(index.data(HEADING_ROLE))
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRectF(option.rect)
        painter.save()
        if current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, QColor(tones.accent_soft))
        if not is_heading:
            bar = QRectF(area.left(), area.top(), _BAR, area.height())
            painter.fillRect(bar, QColor(tones.accent if current else tones.line))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if is_heading else QFont.Weight.Normal)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(tones.text if current or hovered or is_heading else tones.muted))
        painter.setFont(font)
        _paint_text(painter, area, font, str(index.data()), is_heading=is_heading)
        painter.restore()


def _paint_text(
    painter: QPainter, area: QRectF, font: QFont, text: str, *, is_heading: bool
) -> None:
    metrics = QFontMetricsF(font)
    line = area.adjusted(0 if is_heading else _INDENT, 0, -GRID, -GRID / 2 if is_heading else 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    below = Qt.AlignmentFlag.AlignBottom if is_heading else Qt.AlignmentFlag.AlignVCenter
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | below, shown)
