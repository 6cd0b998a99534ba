"""The claim lines: code, modifier, units and NDC, one row each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.output.units_sheet import NO_CODE, ndc_line
from hcpcs_desktop.ui.badge import Badge, BadgeLabel, BadgeTone
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

COLUMNS = ("Code", "Modifier", "Units", "NDC")
_WIDTHS = (11 * GRID, 11 * GRID, 9 * GRID, 16 * GRID)
_NDC = COLUMNS.index("NDC")
_TONES: dict[str, BadgeTone] = {"JW": "caution", "JZ": "good"}
_NONE = "–"


class LineRow(Row):
    """One claim line; stays and is filled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._cells = [label(type_="value", selectable=True) for _ in COLUMNS]
        self._badges = FlowLayout(GRID // 2)
        modifiers = QWidget()
        modifiers.setLayout(self._badges)
        self._modifiers = modifiers
        row = _row(self, GRID)
        for cell, width in zip(self._cells, _WIDTHS, strict=True):
            cell.setMinimumWidth(width)
            row.addWidget(cell)
        row.insertWidget(1, modifiers)
        modifiers.setFixedWidth(_WIDTHS[1])
        row.addStretch(1)

    def show_line(self, line: ClaimLine, *, with_ndc: bool) -> None:
        """Show another line."""
        code, none, units, ndc = self._cells
        code.setText(line.code or NO_CODE)
        units.setText(str(line.units))
        ndc.setText(ndc_line(line) or _NONE)
        ndc.setVisible(with_ndc)
        none.setText(_NONE)
        none.setVisible(not line.modifiers)
        self._modifiers.setVisible(bool(line.modifiers))
        if [each.badge.text for each in self.findChildren(BadgeLabel)] != [*line.modifiers]:
            self._badges.clear()
            for modifier in line.modifiers:
                badge = Badge(modifier, _TONES.get(modifier, "neutral"))
                self._badges.addWidget(BadgeLabel(badge))
        self.setAccessibleName(
            f"{line.code or NO_CODE}, {', '.join(line.modifiers) or 'no modifier'}, "
            f"{line.units} units"
        )


class ClaimLines(QWidget):
    """All claim lines below their headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._rows: list[LineRow] = []
        self._headings: list[QLabel] = [label(text, "muted") for text in COLUMNS]
        head = Row()
        row = _row(head, GRID // 2)
        for heading, width in zip(self._headings, _WIDTHS, strict=True):
            heading.setMinimumWidth(width)
            row.addWidget(heading)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)

    def show_lines(self, lines: Sequence[ClaimLine]) -> None:
        """Show these lines."""
        with_ndc = any(line.ndc for line in lines)
        self._headings[_NDC].setVisible(with_ndc)
        while len(self._rows) < len(lines):
            self._rows.append(LineRow())
            self._column.addWidget(self._rows[-1])
        for row, line in zip(self._rows, lines, strict=False):
            row.show_line(line, with_ndc=with_ndc)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(lines))


def _row(widget: QWidget, padding: int) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, padding, 0, padding + 1)
    row.setSpacing(GRID)
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row
