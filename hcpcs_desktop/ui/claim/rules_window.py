"""All rules of the checks, each with its source."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hcpcs_desktop.library.checks import Checks
from hcpcs_desktop.output import rule_rows
from hcpcs_desktop.ui.first_size import first_size
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.searchable import SearchableTable
from hcpcs_desktop.ui.text import label

_SIZE = (128 * GRID, 84 * GRID)
_WIDEST = (
    "Units dose mismatch (waste)",
    "Error (Medicare)",
    "",
    "",
)
_ABOUT = "What the checks of claims and modifiers hold against a line, and where each rule stands."


class RulesWindow(ReadingOrder, QDialog):
    """A searchable table; below it the whole of the row that is chosen."""

    def __init__(self, checks: Checks, parent: QWidget | None = None) -> None:
        """Show the rules of these checks."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Rules and sources")
        self.resize(first_size(_SIZE, parent))
        self._table = SearchableTable("Rules", rule_rows.HEADINGS[:-1], _WIDEST, stretched=(2, 3))
        self._table.row_chosen.connect(self._on_row_chosen)
        self._whole = label(wrap=True, selectable=True)
        self._whole.setAccessibleName("The rule that is chosen")
        self._whole.setMinimumHeight(8 * GRID)
        self._whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 2 * GRID, SIDE, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label("Rules and sources", "title"))
        column.addWidget(label(_ABOUT, "muted", wrap=True))
        column.addWidget(self._table, 1)
        column.addWidget(self._whole)
        self._table.show_rows(rule_rows.rows(checks.rules, checks.facts))
        self._table.choose(0)

    def open_(self) -> None:
        """Bring it to the front, ready to type."""
        self.show()
        self.activateWindow()
        self._table.take_focus()

    def _on_row_chosen(self, row: int) -> None:
        name, severity, says, source, reasons = self._table.model.row(row)
        parts = [f"{name}, {severity}.", says, f"Source: {source}."]
        if reasons:
            parts.append(f"Comes back as {reasons}.")
        self._whole.setText(" ".join(each for each in parts if each))
