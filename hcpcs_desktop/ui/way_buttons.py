"""Back and forward: two buttons, and the two buttons of a mouse that mean the same."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcpcs_desktop.ui.icon_button import IconButton
from hcpcs_desktop.ui.scale import GRID


class WayButtons(QWidget):
    """Emits ``back_requested`` and ``forward_requested``."""

    back_requested = Signal()
    forward_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build them; nothing is offered yet."""
        super().__init__(parent)
        self._back = IconButton("back", "Back")
        self._forward = IconButton("forward", "Forward")
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GRID, 0)
        row.setSpacing(0)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        self.show_way(back=False, forward=False)

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Offer what there is."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def watch(self, window: QWindow | None) -> None:
        """Take the buttons of the mouse over this window, whatever lies under it."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a press of these buttons from what lies under the mouse."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() == Qt.MouseButton.BackButton and self._back.isEnabled():
            self.back_requested.emit()
            return True
        if event.button() == Qt.MouseButton.ForwardButton and self._forward.isEnabled():
            self.forward_requested.emit()
            return True
        return False
