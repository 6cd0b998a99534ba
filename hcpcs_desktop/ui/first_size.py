"""How large a window opens: as it would like to be, but no larger than the one it stands over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def first_size(wanted: tuple[int, int], over: QWidget | None) -> QSize:
    """The size wanted, bounded by that of the window below."""
    size = QSize(*wanted)
    return size if over is None else size.boundedTo(over.window().size())
