"""What a field said before and after a change, with the words that changed marked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hcpcs_desktop.domain.changed_words import changed_words
from hcpcs_desktop.ui.marked_text import MarkedText
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_SIDE = 7 * GRID
BLANK = "(blank)"
"""Stands for a field that is printed without a value."""


class BeforeAfterView(QWidget):
    """The name of a field; below it the text before and the text after."""

    def __init__(self, name: str, before: str, after: str, parent: QWidget | None = None) -> None:
        """Show this change of this field."""
        super().__init__(parent)
        old, new = MarkedText(gone=True), MarkedText()
        left, right = changed_words(before or BLANK, after or BLANK)
        old.show_parts(left)
        new.show_parts(right)
        self.setAccessibleName(spoken(name, before, after))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 4)
        grid.setColumnMinimumWidth(0, _SIDE)
        grid.setColumnStretch(1, 1)
        for row, (side, text) in enumerate((("before", old), ("after", new))):
            grid.addWidget(label(side, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(label(name, "muted"))
        column.addLayout(grid)


def spoken(name: str, before: str, after: str) -> str:
    """The change in words, for a screen reader."""
    return f"{name}: before {before or BLANK}, after {after or BLANK}"
