"""The part of a pane that scrolls, with margins that stand still when the scroll bar comes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from hcpcs_desktop.ui.scale import GRID

SIDE = 7 * GRID // 2
"""The margin at both sides of the header and of the panes."""


_RING = 2
"""The frame that shows the focus."""

_WIDEST = 240 * GRID
"""The eye does not find the next line of a row that is wider."""


class PaneStack(QStackedWidget):
    """Panes that give way before what is above them, because they scroll and it does not."""

    def hasHeightForWidth(self) -> bool:
        """The height that a pane would like is no claim."""
        return False


class PaneArea(QScrollArea):
    """Scrolls its ``column`` up and down, never sideways."""

    def __init__(
        self, parent: QWidget | None = None, *, side: int = SIDE, below: int = 3 * GRID
    ) -> None:
        """Build it empty, with so many pixels beside and below the column."""
        super().__init__(parent)
        self._side, self._below = side, below
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(content)
        self.column.setSpacing(0)
        self.setWidget(content)
        self.setProperty("type", "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._on_range_changed(0, 0)

    def _on_range_changed(self, _least: int, most: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        side = self._side - _RING
        self.column.setContentsMargins(side, 2 * GRID, side - bar, self._below)
