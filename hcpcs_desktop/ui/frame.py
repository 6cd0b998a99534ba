"""How the main window is divided: banner above, search at the left, the code at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from hcpcs_desktop.ui.code.code_view import CodeView
from hcpcs_desktop.ui.notify import Banner
from hcpcs_desktop.ui.search.panel import SearchPanel
from hcpcs_desktop.ui.status import StatusBar
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.way_buttons import WayButtons
from hcpcs_desktop.ui.welcome import Welcome

_FIRST_SIZE = (1280, 820)
_LEAST_SIZE = (800, 560)
_PANEL_WIDTH = 372
_LEAST_PANEL_WIDTH = 280


class Frame:
    """The parts of the main window, each in its place; what they do is connected elsewhere."""

    def __init__(self, window: QMainWindow) -> None:
        """Put the parts into the window."""
        self.banner = Banner()
        self.way = WayButtons()
        self.panel = SearchPanel()
        self.welcome = Welcome()
        self.code = CodeView()
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.code)
        self.splitter = self._split()
        window.setWindowTitle("HCPCS Desktop")
        window.setMinimumSize(*_LEAST_SIZE)
        window.resize(*_FIRST_SIZE)
        window.setCentralWidget(self._centre())
        window.setStatusBar(self.status)
        name = label("HCPCS Desktop", "strong", parent=window.menuBar())
        name.setContentsMargins(16, 0, 8, 0)
        window.menuBar().setCornerWidget(name, Qt.Corner.TopLeftCorner)
        window.menuBar().setCornerWidget(self.way, Qt.Corner.TopRightCorner)

    def show_code(self) -> None:
        """Show the code in the place of the welcome."""
        self._stack.setCurrentWidget(self.code)

    def _split(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.panel)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_PANEL_WIDTH, _FIRST_SIZE[0] - _PANEL_WIDTH])
        self.panel.setMinimumWidth(_LEAST_PANEL_WIDTH)
        return splitter

    def _centre(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.splitter, 1)
        return centre
