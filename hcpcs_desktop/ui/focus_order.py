"""The order in which the Tab key goes through a pane: as one reads, however it was built."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QTextBrowser, QWidget


def follow_reading(area: QScrollArea) -> None:
    """Have the Tab key go through what an area scrolls from its beginning to its end."""
    content = area.widget()
    layout = content.layout() if content is not None else None
    if layout is not None:
        for first, second in pairwise(_reached(layout)):
            QWidget.setTabOrder(first, second)


def _reached(layout: QLayout) -> list[QWidget]:
    """What the Tab key can reach in a layout, in its order."""
    found: list[QWidget] = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if inner is not None:
            found += _reached(inner)
        elif widget is not None and _is_stop(widget):
            found.append(widget)
        elif widget is not None and (its_layout := widget.layout()) is not None:
            found += _reached(its_layout)
    return found


def _is_stop(widget: QWidget) -> bool:
    """Whether the Tab key stops at a widget itself, now or when its text gets links."""
    return isinstance(widget, QTextBrowser) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
