"""The search box: what is typed here is looked for; some keys are meant for the results."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_STEPS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
}

_KEY_SHARE = 4
"""The name of the key is seen where the box is so many times wider."""


class SearchBox(QLineEdit):
    """Emits ``moved`` (up, down, page_up, page_down) while the caret stays in the box."""

    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setProperty("type", "search")
        self.setPlaceholderText("Code, range or words")
        self.setMaxLength(400)
        self.setAcceptDrops(False)
        name_input(self, "Search", "A code, a range of codes, or words of its description")
        self._key = self._key_label()
        self._is_entered = False
        self.returnPressed.connect(self._on_return)
        self.textEdited.connect(self._on_edited)

    @property
    def is_entered(self) -> bool:
        """Whether Return was pressed on what stands here."""
        return self._is_entered

    def _on_return(self) -> None:
        self._is_entered = bool(self.text().strip())

    def _on_edited(self) -> None:
        self._is_entered = False

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+K to the window; Qt would cut the line at the caret."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_K:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys that move through a list on to it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the name of the shortcut at the right end."""
        super().resizeEvent(event)
        size = self._key.sizeHint()
        has_room = self.width() > _KEY_SHARE * size.width()
        self._key.setVisible(has_room)
        self.setTextMargins(0, 0, size.width() + GRID if has_room else 0, 0)
        left = self.width() - size.width() - GRID - 4
        top = (self.height() - size.height()) // 2
        self._key.setGeometry(QRect(QPoint(left, top), size))

    def _key_label(self) -> QLabel:
        made = label("Ctrl K", "key", parent=self)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made
