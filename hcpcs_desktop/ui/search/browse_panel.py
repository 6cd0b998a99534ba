"""The tree of letters and sections, each with the number of its codes."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from hcpcs_desktop.domain.section import Branch
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.search.browse_model import BRANCH_ROLE, BrowseModel
from hcpcs_desktop.ui.theme import fixed_font
from hcpcs_desktop.ui.tones import tones_of

_ARROW = QPolygonF([QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)])
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BrowsePanel(QTreeView):
    """Emits ``chosen`` (a letter or a range) for a click on a section, or Enter on any row."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._rows = BrowseModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(BranchDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(2 * GRID)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        name_input(self, "Sections", "Letters and sections; Enter lists the codes of one")
        self.clicked.connect(self._on_clicked)

    def show_sections(self, letters: Sequence[Branch]) -> None:
        """Show the sections of a library; what was unfolded is folded."""
        self._rows.set_rows(letters)

    def go_to(self, address: str) -> None:
        """Unfold the tree as far as a letter or a section and put the focus there."""
        index = self._rows.index_of(address)
        if index.isValid():
            self.expand(index.parent() if index.parent().isValid() else index)
            self.setCurrentIndex(index)
            self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)
        elif not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """An arrow before a letter: to the right while it is folded, else down."""
        tones = tones_of(self.palette())
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(tones.selected))
        if not self.model().hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.right() - GRID / 2, rect.center().y())
        painter.rotate(90 if self.isExpanded(index) else 0)
        painter.setPen(QPen(QColor(tones.muted), 1.5))
        painter.drawPolyline(_ARROW)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """List the codes of a row on Enter."""
        branch = self.currentIndex().data(BRANCH_ROLE)
        if event.key() in _OPENING and isinstance(branch, Branch):
            self.chosen.emit(branch.address)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        branch = index.data(BRANCH_ROLE)
        if not isinstance(branch, Branch):
            return
        if branch.below:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(branch.address)


class BranchDelegate(QStyledItemDelegate):
    """Two lines for each row: the address with the number of codes, then the heading."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines of text with air around them."""
        return QSize(0, round(2 * QFontMetricsF(option.font).height() + 2 * GRID))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        branch: Branch = index.data(BRANCH_ROLE)
        tones = tones_of(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRectF(option.rect), QColor(tones.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(QRectF(option.rect), QColor(tones.raised))
        area = QRectF(option.rect).adjusted(GRID / 2, GRID, -2 * GRID, -GRID)
        metrics = QFontMetricsF(option.font)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setPen(QColor(tones.text))
        painter.setFont(fixed_font(option.font.pointSizeF()))
        up = QFontMetricsF(painter.font()).ascent() - metrics.ascent()
        painter.drawText(area.translated(0, -up), left, branch.address)  # on the line of the count
        painter.setFont(option.font)
        heading = metrics.elidedText(branch.heading, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area.translated(0, metrics.height()), left, heading)
        painter.setPen(QColor(tones.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(area, right, f"{branch.codes:,}")
        painter.restore()
