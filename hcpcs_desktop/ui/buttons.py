"""Buttons as the windows of the tools have them."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def push_button(text: str, slot: Callable[[], object], type_: str = "") -> QPushButton:
    """A button that Enter in a field does not press; ``type_`` is one of the style sheet's."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setAccessibleName(text.rstrip("…"))
    if type_:
        made.setProperty("type", type_)
    made.clicked.connect(slot)
    return made
