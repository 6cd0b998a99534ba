"""A button that is an icon; its name says what it does."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from hcpcs_desktop import paths
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tones import Tones, tones_of

_SIZE = 2 * GRID
_FAINT = 0.4


class Icons:
    """The icons by name, each read once for each palette."""

    def __init__(self) -> None:
        """Begin without any."""
        self._read: dict[str, QIcon] = {}

    def icon(self, name: str, tones: Tones) -> QIcon:
        """The icon of that name in the colours of a palette."""
        file = f"{name}-{tones.name}.svg"
        if file not in self._read:
            self._read[file] = QIcon(str(paths.resources() / "icons" / file))
        return self._read[file]


class IconButton(QToolButton):
    """Shows one of the icons; where it is checkable, another one while it is checked."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """Show the icon ``name``, or ``name-on`` while checked; ``words`` say what it does."""
        super().__init__(parent)
        self._name = name
        self._icons = Icons()
        self.setProperty("type", "icon")
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """The icon with air around it."""
        return QSize(_SIZE + 12, _SIZE + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the style sheet, then the icon."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else _FAINT)
        area = QRectF(0, 0, _SIZE, _SIZE)
        area.moveCenter(QRectF(self.rect()).center())
        name = f"{self._name}-on" if self.isChecked() else self._name
        self._icons.icon(name, tones_of(self.palette())).paint(painter, area.toRect())
