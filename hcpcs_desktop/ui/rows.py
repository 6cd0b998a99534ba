"""Rows of a long list: made once, filled anew for each list, and never all in one go."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.ui.turns import Turns

Row = TypeVar("Row", bound=QWidget)

_AT_ONCE = 6
"""Rows that are filled right away; about as many are seen without scrolling."""

_AT_A_TIME = 3
"""Rows that are filled in each turn of the event loop that follows."""


class Rows(Generic[Row]):
    """Keeps the rows of a layout; the first are there at once, the others in the next turns."""

    def __init__(self, layout: QVBoxLayout, make: Callable[[], Row], owner: QObject) -> None:
        """Make rows with ``make``, for as long as the owner lives."""
        self._layout = layout
        self._make = make
        self._made: list[Row] = []
        self._filled = 0
        self._turns = Turns(owner)

    @property
    def filled(self) -> list[Row]:
        """The rows that show something."""
        return self._made[: self._filled]

    def fill(self, count: int, show: Callable[[int, Row], None]) -> None:
        """Show as many rows; ``show`` fills the one of a number."""
        for row in self._made[min(count, _AT_ONCE) :]:
            row.hide()
        self._filled = 0
        filling = self._filling(count, show)
        next(filling, None)
        self._turns.begin(filling)

    def finish(self) -> None:
        """Fill at once what the next turns would have filled."""
        self._turns.finish()

    def after(self, row: Row, step: int) -> Row:
        """The row a step after this one, or before it; the last and the first are neighbours."""
        rows = self.filled
        return rows[(rows.index(row) + step) % len(rows)]

    def _filling(self, count: int, show: Callable[[int, Row], None]) -> Iterator[None]:
        for index in range(count):
            if index >= _AT_ONCE and index % _AT_A_TIME == 0:
                _settle()
                yield
            if index == len(self._made):
                self._made.append(self._make())
                self._layout.addWidget(self._made[index])
            show(index, self._made[index])
            self._made[index].show()
            self._filled = index + 1
        _settle()


def _settle() -> None:
    """Give new rows their places before anything is painted, or all rows are squeezed meanwhile."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
