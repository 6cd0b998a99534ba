"""How large a window opens: as it would like to be, but no larger than the one it stands over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.ui.scale import ratio_of


def first_size(wanted: tuple[int, int], over: QWidget | None) -> QSize:
    """The size wanted at 100 %, larger with larger text, bounded by that of the window below."""
    size = QSize(*wanted)
    if over is None:
        return size
    return (size * ratio_of(over.font())).boundedTo(over.window().size())
