"""Labels: always plain text, never markup, whatever the text looks like."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

Type = Literal[
    "body",
    "muted",
    "strong",
    "large",
    "title",
    "code",
    "value",
    "step",
    "key",
    "caution",
    "good",
    "bad",
]
"""What a label is; the style sheet says what that looks like."""


def label(
    text: str = "",
    type_: Type = "body",
    *,
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label of one of the types that the style sheet knows."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("type", type_)
    made.setWordWrap(wrap)
    if wrap:
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        made.setSizePolicy(policy)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setCursor(Qt.CursorShape.IBeamCursor)
    return made


class ElidedLabel(QLabel):
    """One line of plain text that ends in an ellipsis where there is no room for all of it."""

    def __init__(self, type_: Type = "body", parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type_)

    def minimumSizeHint(self) -> QSize:
        """It gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter,
            self.rect(),
            flags,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )


def retype(widget: QLabel, type_: Type) -> None:
    """Make a label one of another type."""
    widget.setProperty("type", type_)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def line(parent: QWidget | None = None) -> QFrame:
    """A hairline between rows."""
    made = QFrame(parent)
    made.setProperty("type", "line")
    made.setFixedHeight(1)
    return made
