"""The lines of the claim: the grid, what is pasted into it, and what can be done with lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.claim import sheet
from hcpcs_desktop.ui.claim.entries import COLUMNS, NAMES, LineEntries
from hcpcs_desktop.ui.claim.fields import NEW_LINE
from hcpcs_desktop.ui.grid.model import GridModel, Marks
from hcpcs_desktop.ui.grid.table import Grid
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_ROWS_SHOWN = 6
_MOST_NAMES = 8
_NO_PATIENT = "No names, birth dates or member numbers: there is no field for any."


class LinesPanel(QWidget):
    """Emits ``changed`` when the user changed something, ``replaced`` when lines were put there.

    ``said`` tells what was done; ``rules_requested`` asks for the rules and their sources.
    """

    changed = Signal()
    replaced = Signal()
    said = Signal(str)
    rules_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._taken_out: tuple[LineEntries, ...] = ()
        self._model = GridModel(COLUMNS, "line", self)
        self._grid = Grid(self._model, "Claim lines", _ROWS_SHOWN)
        self._left_out = label(type_="caution", wrap=True)
        self._left_out.hide()
        self._clear = push_button("Clear lines", self._on_clear, "link")
        self._lay_out()
        self._model.edited.connect(self._on_edited)
        self._grid.paste_requested.connect(self._on_paste)

    @property
    def lines(self) -> tuple[LineEntries, ...]:
        """What is typed, without the blank line at the end."""
        return tuple(LineEntries(*row) for row in self._model.rows)

    def show_lines(self, lines: Sequence[LineEntries]) -> None:
        """Show other lines."""
        self._model.set_rows([tuple(row) for row in sheet.rows(lines)])
        self._offer_clear()
        self.replaced.emit()

    def add_lines(self, lines: Sequence[LineEntries], where: int | None = None) -> None:
        """Put lines below those that are there, or from a row on."""
        before = self.lines
        at = len(before) if where is None else min(where, len(before))
        self.show_lines(sheet.filled(before, lines, at))
        self._grid.setCurrentIndex(self._model.index(at, 0))

    def show_marks(self, marks: Marks) -> None:
        """Mark the cells that something is wrong with."""
        self._model.set_marks(marks)

    def paste(self) -> None:
        """Take the lines of the clipboard, from the current cell on."""
        self._grid.paste()

    def go_to(self, row: int, name: str) -> None:
        """Put the focus on a field of a line, or on a new line."""
        if name == NEW_LINE:
            self._grid.go_to(self._model.rowCount() - 1, NAMES[0])
        else:
            self._grid.go_to(row, name)

    def take_focus(self) -> None:
        """Put the focus on the grid."""
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        self._left_out.hide()
        self._taken_out = ()
        self._offer_clear()
        self.changed.emit()

    def _on_paste(self, row: int, name: str) -> None:
        text = QGuiApplication.clipboard().text()
        pasted = sheet.read(text, name)
        if "\t" not in text and len(pasted.lines) <= 1:
            index = self._model.index(row, NAMES.index(name))
            self._model.setData(index, " ".join(text.split()))
            return
        self.add_lines(pasted.lines, row)
        self._say_left_out(pasted)
        self.said.emit(f"Pasted {count(len(pasted.lines), 'line')}")

    def _say_left_out(self, pasted: sheet.Pasted) -> None:
        names = ", ".join(each[:30] for each in pasted.left_out[:_MOST_NAMES])
        told = [
            f"Pasted without these columns, which the check does not use: {names}."
            if names
            else "",
            f"{pasted.cut:,} more lines were left out: a claim has fewer." if pasted.cut else "",
        ]
        self._left_out.setText(" ".join(filter(None, told)))
        self._left_out.setVisible(any(told))

    def _on_clear(self) -> None:
        """Take all lines out, or bring back those that were taken out."""
        back, self._taken_out = self._taken_out, ()
        if not back:
            self._taken_out = self.lines
        self._left_out.hide()
        self.show_lines(back)

    def _offer_clear(self) -> None:
        self._clear.setText("Bring the lines back" if self._taken_out else "Clear lines")
        self._clear.setAccessibleName(self._clear.text())
        self._clear.setEnabled(bool(self._taken_out or self.lines))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(3 * GRID)
        below.addWidget(push_button("Remove line", self._grid.remove_row, "link"))
        below.addWidget(self._clear)
        below.addWidget(push_button("Rules and sources…", self.rules_requested.emit, "link"))
        below.addWidget(label(_NO_PATIENT, "muted", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * GRID // 2)
        column.addWidget(self._grid, 1)
        column.addLayout(below)
        column.addWidget(self._left_out)
