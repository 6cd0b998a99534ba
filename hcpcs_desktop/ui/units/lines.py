"""The claim lines: code, modifier, units and what they are expected to bring; below it the NDC."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hcpcs_desktop.domain.claim_lines import ClaimLine
from hcpcs_desktop.domain.payment import Estimate
from hcpcs_desktop.output.units_sheet import COLUMNS, ESTIMATES, cells, estimate_cells
from hcpcs_desktop.ui.badge import Badge, BadgeLabel, BadgeTone
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label

_WIDTHS = (8 * GRID, 9 * GRID, 6 * GRID, 15 * GRID, 15 * GRID)
_TONES: dict[str, BadgeTone] = {"JW": "caution", "JZ": "good"}
_NONE = "–"


class LineRow(Row):
    """One claim line; stays and is filled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._code, self._none, self._units, self._payment, self._share, self._ndc = (
            label(type_="value", selectable=True) for _ in range(6)
        )
        self._none.setText(_NONE)
        self._modifiers = QWidget()
        self._badges = FlowLayout(GRID // 2)
        self._modifiers.setLayout(self._badges)
        self._lay_out()

    def show_line(self, line: ClaimLine, estimate: Estimate | None) -> None:
        """Show another line."""
        code, modifiers, units, ndc = cells(line)
        self._code.setText(code)
        self._units.setText(units)
        self._ndc.setText(ndc)
        self._ndc.setVisible(bool(ndc))
        payment, share = estimate_cells(estimate) if estimate else ("", "")
        self._payment.setText(payment)
        self._share.setText(share)
        self._none.setVisible(not line.modifiers)
        self._modifiers.setVisible(bool(line.modifiers))
        self._show_badges(line.modifiers)
        self.setAccessibleName(f"{code}, {modifiers or 'no modifier'}, {units} units")
        self.setAccessibleDescription(" ".join(part for part in (ndc, payment, share) if part))

    def _show_badges(self, modifiers: Sequence[str]) -> None:
        if [each.badge.text for each in self.findChildren(BadgeLabel)] == [*modifiers]:
            return
        self._badges.clear()
        for modifier in modifiers:
            badge = Badge(modifier, _TONES.get(modifier, "neutral"))
            self._badges.addWidget(BadgeLabel(badge))

    def _lay_out(self) -> None:
        modifiers = QHBoxLayout()
        modifiers.addWidget(self._none)
        modifiers.addWidget(self._modifiers, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID, 0, GRID + 1)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self._code, 0, 0)
        grid.addLayout(modifiers, 0, 1)
        for column, cell in enumerate((self._units, self._payment, self._share), start=2):
            grid.addWidget(cell, 0, column, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._ndc, 1, 0, 1, len(_WIDTHS) + 1)
        for column, width in enumerate(_WIDTHS):
            grid.setColumnMinimumWidth(column, width)
        grid.setColumnStretch(len(_WIDTHS), 1)


class ClaimLines(QWidget):
    """All claim lines below their headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._rows: list[LineRow] = []
        self._estimates: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._headings())

    def show_lines(self, lines: Sequence[ClaimLine], estimates: Sequence[Estimate]) -> None:
        """Show these lines; the estimates stand beside them, or there are none."""
        for heading in self._estimates:
            heading.setVisible(bool(estimates))
        while len(self._rows) < len(lines):
            self._rows.append(LineRow())
            self._column.addWidget(self._rows[-1])
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(lines))
            if index < len(lines):
                row.show_line(lines[index], estimates[index] if estimates else None)

    def _headings(self) -> Row:
        made = Row()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, GRID // 2 + 1)
        row.setSpacing(GRID)
        for text, width in zip((*COLUMNS[:3], *ESTIMATES), _WIDTHS, strict=True):
            heading = label(text, "muted")
            heading.setMinimumWidth(width)
            row.addWidget(heading)
            if text in ESTIMATES:
                self._estimates.append(heading)
        row.addStretch(1)
        return made
