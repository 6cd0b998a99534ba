"""The part of the claim check that is typed into: whole where it has room, else it scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.scale import GRID

_MOST = 0.62
"""Of the height of the window; what was found needs the rest."""


class ClaimArea(PaneArea):
    """As high as its column, up to a part of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent, below=GRID)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_input(self, "Claim")
        self.verticalScrollBar().rangeChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Not to be pushed together by what is below."""
        needed = self.column.totalMinimumHeightForWidth(self.viewport().width())
        most = round(self.window().height() * _MOST)
        return QSize(super().minimumSizeHint().width(), min(needed, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self.updateGeometry()
