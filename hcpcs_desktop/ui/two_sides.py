"""A window in two: a list at the left, what is chosen of it at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from hcpcs_desktop.ui.scale import ratio_of

_MOST_LEFT = 0.41


def two_sides(window: QWidget, left: QWidget, right: QWidget, widths: tuple[int, int]) -> QSplitter:
    """The two side by side, so wide to begin with; the right one takes what is over.

    Larger text widens the left one, up to two fifths of both. They join the window at once: Qt
    would dress all of them again if they moved there later.
    """
    split = QSplitter(Qt.Orientation.Horizontal, window)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    split.addWidget(left)
    split.addWidget(right)
    split.setStretchFactor(1, 1)
    both = max(window.width(), sum(widths) // 2)
    first = min(round(widths[0] * ratio_of(left.font())), round(both * _MOST_LEFT))
    split.setSizes((first, both - first))
    return split


def below_each_other(window: QWidget, banner: QWidget, rest: QWidget) -> None:
    """Fill a window: its banner, and below it the rest, without any margin."""
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banner)
    column.addWidget(rest, 1)
