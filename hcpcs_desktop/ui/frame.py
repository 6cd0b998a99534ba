"""How the main window is divided, and what of it is seen first.

At the beginning there are the menu bar, the search box, the status bar and their grounds; the rest
moves in once that is painted (``workings``). So a start reads few modules before its first picture.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.search.search_box import SearchBox
from hcpcs_desktop.ui.text import label

_FIRST_SIZE = (1280, 820)
_LEAST_SIZE = (800, 560)
_PANEL_WIDTH = 372
_LEAST_PANEL_WIDTH = 280
MENUS = ("File", "Edit", "View", "Go", "Tools", "Help")


class Frame:
    """The places of the main window: banner above, search at the left, the code at the right."""

    def __init__(self, window: QMainWindow) -> None:
        """Divide the window."""
        self.box = SearchBox()
        self.status = QStatusBar()
        self.status.setSizeGripEnabled(False)
        self._left = QVBoxLayout()
        self._centre = QVBoxLayout()
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self.splitter = self._split()
        window.setWindowTitle("HCPCS Desktop")
        window.setMinimumSize(*_LEAST_SIZE)
        window.resize(*_FIRST_SIZE)
        window.setCentralWidget(self._centred())
        window.setStatusBar(self.status)
        self._bar = window.menuBar()
        name = label("HCPCS Desktop", "strong", parent=self._bar)
        name.setContentsMargins(2 * GRID, 0, GRID, 0)
        self._bar.setCornerWidget(name, Qt.Corner.TopLeftCorner)
        self.menus: dict[str, QMenu] = {title: self._bar.addMenu(f"&{title}") for title in MENUS}
        self.box.setFocus()

    def furnish(
        self, banner: QWidget, way: QWidget, panel: QWidget, pages: Sequence[QWidget]
    ) -> None:
        """Put in what comes later; of the pages at the right, none is shown yet."""
        self._centre.insertWidget(0, banner)
        self._bar.setCornerWidget(way, Qt.Corner.TopRightCorner)
        way.show()
        self._left.takeAt(self._left.count() - 1)
        self._left.addWidget(panel, 1)
        for page in pages:
            self._stack.addWidget(page)

    def show_first(self, page: QWidget) -> None:
        """Show one of the pages at the right, unless another is shown already."""
        if self._stack.currentIndex() == 0:
            self.show_page(page)

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages at the right, which may be a new one."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _split(self) -> QSplitter:
        left = QWidget()
        left.setMinimumWidth(_LEAST_PANEL_WIDTH)
        left.setLayout(self._left)
        self._left.setContentsMargins(0, 2 * GRID, 0, 0)
        self._left.setSpacing(GRID)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        row.addWidget(self.box)
        self._left.addLayout(row)
        self._left.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_PANEL_WIDTH, _FIRST_SIZE[0] - _PANEL_WIDTH])
        return splitter

    def _centred(self) -> QWidget:
        centre = QWidget()
        centre.setLayout(self._centre)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.splitter, 1)
        return centre
