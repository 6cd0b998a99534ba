"""The keys that go through a window: Tab as one reads, Enter on the button that has the focus.

Qt appends what joins a window to the end of its focus chain, so rows that are made late would be
reached after all that stands below them; Tab follows the layouts, whenever each part was made. And
Qt has Enter press a button of the dialog's choice where the focused one is no such button.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QWidget,
)

if TYPE_CHECKING:
    _Window = QWidget
else:
    _Window = object  # a Python class may stand before one class of Qt, not beside a second one


class ReadingOrder(_Window):
    """What a window inherits, first of all, so that these keys do in it what one sees."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus on, or back; Qt asks the window of whatever has the focus."""
        for before, after in pairwise(stops(self)):
            QWidget.setTabOrder(before, after)
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, and no other."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        else:
            super().keyPressEvent(event)


def stops(window: QWidget) -> list[QWidget]:
    """What the Tab key comes to of what is seen of a window, as one reads."""
    return [each for each in _read(window) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _read(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and what is seen in it."""
    if widget is not None and widget.isVisible():
        yield widget
        for part in _parts(widget):
            yield from _read(part)


def _parts(widget: QWidget) -> Iterator[QWidget | None]:
    layout = widget.layout()
    if isinstance(widget, QMainWindow):
        yield from (widget.menuBar(), widget.centralWidget(), widget.statusBar())
    elif isinstance(widget, QMenuBar):
        yield widget.cornerWidget(Qt.Corner.TopRightCorner)
    elif isinstance(widget, QSplitter):
        yield from (widget.widget(index) for index in range(widget.count()))
    elif isinstance(widget, QScrollArea):
        yield widget.widget()
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those in it; those of a grid line by line."""
    places = [*range(layout.count())]
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: tuple(layout.getItemPosition(place)))  # type: ignore[arg-type]
    for item in map(layout.itemAt, places):
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
