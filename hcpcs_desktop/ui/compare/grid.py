"""The fields of two codes in two columns; words that only one of them has are marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hcpcs_desktop.domain.changed_words import Part, changed_words
from hcpcs_desktop.output.side_by_side import NOT_PRINTED, Row
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.marked_text import MarkedText
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_LABEL_WIDTH = 22 * GRID
_BLANK = "(blank)"
_SAME = "There is nothing in which they differ, as far as the releases print it."


class CompareGrid(PaneArea):
    """Shows rows of two cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._content = QWidget()
        self.column.addWidget(self._content)
        self.column.addStretch(1)
        name_input(self, "Comparison")

    def show_rows(self, codes: Sequence[str], rows: Sequence[Row]) -> None:
        """Show other rows under these codes."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        for column, code in enumerate(codes, 1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(label(code, "code", selectable=True), 0, column)
        for number, row in enumerate(rows, 1):
            _fill(grid, number, row)
        if codes and not rows:
            grid.addWidget(label(_SAME, "muted", wrap=True), 1, 1, 1, 2)
        self.column.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        name_input(self, f"Comparison of {' and '.join(codes)}", "\n".join(map(_spoken, rows)))
        self.verticalScrollBar().setValue(0)


def _fill(grid: QGridLayout, number: int, row: Row) -> None:
    """One row: what differs is marked by a sign as well as by its words."""
    differs = row.is_same is False
    name = label(f"≠ {row.label}" if differs else row.label, "strong" if differs else "muted")
    grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
    left, right = (word or _BLANK for word in row.words)
    parts = changed_words(left, right) if differs else ((Part(left),), (Part(right),))
    for column, (word, some) in enumerate(zip((left, right), parts, strict=True), 1):
        if word in (_BLANK, NOT_PRINTED):
            grid.addWidget(label(word, "muted"), number, column, Qt.AlignmentFlag.AlignTop)
        else:
            cell = MarkedText()
            cell.show_parts(some)
            grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)


def _spoken(row: Row) -> str:
    left, right = (word or _BLANK for word in row.words)
    return f"{row.label}: {left}, {right}" + (", they differ" if row.is_same is False else "")
