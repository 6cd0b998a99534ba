"""The inputs of a payer profile."""

import re
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from hcpcs_desktop.domain.checklist import PAYERS
from hcpcs_desktop.domain.ndc_unit import NDC_UNITS
from hcpcs_desktop.domain.payer_profile import LONGEST_NAME, MOST_CHARACTERS, PayerProfile
from hcpcs_desktop.output.wording import PAYER_WORDS
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.forms import choice, choose, name_input
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.units.field import Field

_AS_USUAL = ("As is usual", None)
_CHOICES: dict[str, Iterable[tuple[str, object]]] = {
    "payer": tuple((PAYER_WORDS[each], each) for each in PAYERS),
    "jw_jz": (
        _AS_USUAL,
        ("Wanted", "wanted"),
        ("Taken no notice of", "ignored"),
        ("Refused", "refused"),
    ),
    "ndc_required": (_AS_USUAL, ("Wanted with drugs", True), ("Not wanted", False)),
    "one_line_per_ndc": (_AS_USUAL, ("One line for each NDC", True), ("One line for all", False)),
    "takes_s_codes": (_AS_USUAL, ("Taken", True), ("Not taken", False)),
}
_LINES = ("name", "sourcing", "reauthorization_every", "reauthorization_evidence", "appeal_within")
_TEXTS = ("authorization_codes", "notes")
_NAMES = {
    "name": ("Name", ""),
    "payer": ("Kind of payer", "Its rules hold where the profile leaves something open."),
    "jw_jz": ("JW and JZ on single-dose drugs", ""),
    "ndc_required": ("NDC on the line", ""),
    "one_line_per_ndc": ("Several NDCs of one drug", ""),
    "takes_s_codes": ("S codes", ""),
    "sourcing": ("Drugs must come from", ""),
    "reauthorization_every": ("Reauthorization every", ""),
    "reauthorization_evidence": ("With evidence of", ""),
    "appeal_within": ("Appeal within", ""),
    "authorization_codes": (
        "Codes that need authorization",
        "Codes and runs, such as J9043, J9000-J9999.",
    ),
    "notes": ("Notes", "No patient data."),
}
_HINTS = {
    "name": "as you call it",
    "sourcing": "a specialty pharmacy, buy and bill …",
    "reauthorization_every": "such as 6 months",
    "reauthorization_evidence": "laboratory results, imaging …",
    "appeal_within": "such as 180 days",
}
_SHORT = (
    *("name", "payer", "jw_jz", "ndc_required", "one_line_per_ndc", "takes_s_codes"),
    *("sourcing", "appeal_within", "reauthorization_every", "reauthorization_evidence"),
)
_WHOLE = ("ndc_qualifiers", "authorization_codes", "notes")
_SIDE_BY_SIDE = 66 * GRID
"""In less width than this at 100 %, the fields stand in one column."""
_NARROWEST = 30 * GRID
_BETWEEN = re.compile(r"[\s,;]+")
_DASH = re.compile(r"\s*[-–]\s*")


class PayerForm(QWidget):
    """Emits ``changed`` with each keystroke."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._choices = {name: choice(entries) for name, entries in _CHOICES.items()}
        self._lines = {name: _line(name) for name in _LINES}
        self._texts = {name: _text() for name in _TEXTS}
        self._units = {unit: _chip(unit, meaning) for unit, meaning in NDC_UNITS.items()}
        widgets: dict[str, QWidget] = {**self._choices, **self._lines, **self._texts}
        self._fields = {
            name: Field(title, widgets[name], hint) for name, (title, hint) in _NAMES.items()
        }
        chips = QWidget()
        row = FlowLayout(GRID)
        chips.setLayout(row)
        for unit in self._units.values():
            row.addWidget(unit)
        self._fields["ndc_qualifiers"] = Field(
            "NDC units that are accepted (none chosen: all)", chips
        )
        self._grid = QGridLayout(self)
        self._columns = 0
        self._lay_out()
        self._connect()

    @property
    def profile(self) -> PayerProfile:
        """What is typed and chosen, as it is; ``checked`` puts it in order or refuses it."""
        given: dict[str, Any] = {name: box.currentData() for name, box in self._choices.items()}
        given |= {name: line.text() for name, line in self._lines.items()}
        typed = _DASH.sub("-", self._texts["authorization_codes"].toPlainText())
        codes = _BETWEEN.split(typed.strip())
        return PayerProfile(
            **given,
            authorization_codes=tuple(code for code in codes if code),
            notes=self._texts["notes"].toPlainText(),
            ndc_qualifiers=tuple(unit for unit, chip in self._units.items() if chip.isChecked()),
        )

    def show_profile(self, shown: PayerProfile) -> None:
        """Show a profile; nothing is emitted."""
        self.blockSignals(True)
        for name, box in self._choices.items():
            choose(box, getattr(shown, name))
        for name, line in self._lines.items():
            line.setText(getattr(shown, name))
            line.setCursorPosition(0)
        self._texts["authorization_codes"].setPlainText(", ".join(shown.authorization_codes))
        self._texts["notes"].setPlainText(shown.notes)
        for unit, chip in self._units.items():
            chip.setChecked(unit in shown.ndc_qualifiers)
        self.blockSignals(False)
        self.show_fault("", "")

    def show_fault(self, field: str, fault: str) -> None:
        """Say beside a field what is wrong, and take the focus there; no field: all is well."""
        for name, each in self._fields.items():
            each.show_fault(fault if name == field else "")
        widget = {**self._lines, **self._texts}.get(field)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_of(self, field: str) -> QWidget | None:
        """The field with its label and what is said below it; None where there is no such."""
        return self._fields.get(field)

    def take_focus(self) -> None:
        """Put the caret into the name."""
        self._lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._lines["name"].selectAll()

    def _connect(self) -> None:
        for box in self._choices.values():
            box.currentIndexChanged.connect(self.changed)
        for line in self._lines.values():
            line.textChanged.connect(self.changed)
        for text in self._texts.values():
            text.textChanged.connect(self.changed)
        for chip in self._units.values():
            chip.toggled.connect(self.changed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: the two go below each other where there is no room."""
        size = super().minimumSizeHint()
        return QSize(_NARROWEST, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields side by side, or below each other."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _SIDE_BY_SIDE * ratio_of(self.font()) else 1)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(3 * GRID // 2)
        self._arrange(2)

    def _arrange(self, columns: int) -> None:
        """Put the fields into so many columns; those of long texts take the whole width."""
        if columns == self._columns:
            return
        self._columns = columns
        top = Qt.AlignmentFlag.AlignTop
        for number, name in enumerate(_SHORT):
            self._grid.addWidget(self._fields[name], number // columns, number % columns, top)
        rows = -(-len(_SHORT) // columns)
        for number, name in enumerate(_WHOLE, rows):
            self._grid.addWidget(self._fields[name], number, 0, 1, columns, top)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(LONGEST_NAME if name == "name" else MOST_CHARACTERS)
    made.setPlaceholderText(_HINTS[name])
    return made


def _text() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setProperty("type", "field")
    made.setFixedHeight(9 * GRID)
    return made


def _chip(unit: str, meaning: str) -> QPushButton:
    made = QPushButton(f"{unit} {meaning}")
    made.setAutoDefault(False)
    made.setCheckable(True)
    made.setProperty("type", "chip")
    name_input(made, f"{unit}, {meaning}")
    return made
