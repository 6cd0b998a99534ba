"""Labels: always plain text, never markup, whatever the text looks like."""

from typing import Literal

from PySide6.QtCore import Qt
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
