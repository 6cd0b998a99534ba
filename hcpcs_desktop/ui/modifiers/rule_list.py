"""What the checks hold against a modifier, each rule with its source."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.output.rule_rows import Row
from hcpcs_desktop.ui.row import Row as HairlineRow
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class RuleList(QWidget):
    """A heading and the rules; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._rows: list[_RuleRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 3 * GRID, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(label("Conflicts and edits", "strong"))

    def show_rules(self, rows: Sequence[Row]) -> None:
        """Show these rules."""
        while len(self._rows) < len(rows):
            self._rows.append(_RuleRow())
            self._column.addWidget(self._rows[-1])
        for index, each in enumerate(self._rows):
            each.setVisible(index < len(rows))
            if index < len(rows):
                each.show_rule(rows[index])
        self.setVisible(bool(rows))


class _RuleRow(HairlineRow):
    """What a rule says, how bad a breach is, and where the rule stands."""

    def __init__(self) -> None:
        super().__init__()
        self._says = label(wrap=True, selectable=True)
        self._source = label(type_="muted", wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID + 1)
        column.setSpacing(2)
        column.addWidget(self._says)
        column.addWidget(self._source)

    def show_rule(self, row: Row) -> None:
        _, severity, says, source, _ = row
        self._says.setText(says)
        self._source.setText(f"{severity}. Source: {source}.")
