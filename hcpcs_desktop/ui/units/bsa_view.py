"""Body surface area: height and weight at the left, surface and dose at the right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain import units_words
from hcpcs_desktop.ui.forms import choice
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.bsa_working import (
    FORMULA_WORDS,
    BsaEntries,
    BsaOutcome,
    dose_text,
    for_record,
    work_out,
)
from hcpcs_desktop.ui.units.faults import SEE_THE_MARKS
from hcpcs_desktop.ui.units.field import Field, text_input
from hcpcs_desktop.ui.units.form import PATIENCE
from hcpcs_desktop.ui.units.steps import Steps

_WIDTH = 36 * GRID


class BsaView(QWidget):
    """Emits ``dose_chosen`` (text) and ``copy_requested`` (text, what it is)."""

    dose_chosen = Signal(str)
    copy_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._texts = {
            "height": text_input("170 cm or 5 ft 7 in"),
            "weight": text_input("70 kg or 154 lb"),
            "dose": text_input("20 mg/m2 or 6 mg/kg"),
            "cap": text_input("2.2"),
        }
        self._formula = choice((text, formula) for formula, text in FORMULA_WORDS.items())
        self._fields = {
            "height": Field("Height", self._texts["height"]),
            "weight": Field("Weight", self._texts["weight"]),
            "formula": Field("Formula", self._formula, "The record must name it."),
            "dose": Field("Dose per m² or kg (optional)", self._texts["dose"]),
            "cap": Field(
                "Cap in m² (optional)", self._texts["cap"], "The regimen's, if it has one."
            ),
        }
        self._outcome = BsaOutcome()
        self._nothing = label(type_="muted", wrap=True)
        self._content = QWidget()
        self._surface = label(type_="code", selectable=True)
        self._dose = label(type_="large", wrap=True, selectable=True)
        self._notes = label(type_="caution", wrap=True, selectable=True)
        self._steps = Steps()
        self._use = QPushButton("Use this dose")
        self._use.setProperty("type", "primary")
        self._copy = QPushButton("Copy sentence")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._lay_out()
        self._connect()
        self._on_changed()

    @property
    def entries(self) -> BsaEntries:
        """What is typed and chosen."""
        texts = {name: each.text() for name, each in self._texts.items()}
        return BsaEntries(formula=self._formula.currentData(), **texts)

    def take_focus(self) -> None:
        """Put the focus on the height."""
        self._texts["height"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self._outcome = work_out(self.entries)
        self._show_result()
        if self._outcome.faults:
            self._patience.start()
        else:
            self._on_patience_ended()

    def _on_patience_ended(self) -> None:
        self._patience.stop()
        for name, each in self._fields.items():
            each.show_fault(self._outcome.faults.get(name, ""))

    def _show_result(self) -> None:
        result, missing = self._outcome.result, self._outcome.missing
        self._nothing.setVisible(result is None)
        self._content.setVisible(result is not None)
        if result is None:
            needed = f"The surface appears here. Still needed: {'; '.join(missing)}."
            self._nothing.setText(needed if missing else SEE_THE_MARKS)
            return
        self._surface.setText(f"{result.bsa:.2f} m²")
        dose = f"Dose {units_words.shown(result.dose)}" if result.dose else ""
        self._dose.setText(dose)
        self._dose.setVisible(bool(dose))
        self._use.setEnabled(bool(dose))
        self._notes.setText("\n".join(result.notes))
        self._steps.show_steps(result.steps)

    def _on_use(self) -> None:
        if self._outcome.result is not None:
            self.dose_chosen.emit(dose_text(self._outcome.result))

    def _on_copy(self) -> None:
        if self._outcome.result is not None:
            text = for_record(self.entries, self._outcome.result)
            self.copy_requested.emit(text, "the sentence for the record")

    def _connect(self) -> None:
        for text in self._texts.values():
            text.textChanged.connect(self._on_changed)
            text.editingFinished.connect(self._on_patience_ended)
        self._formula.currentIndexChanged.connect(self._on_changed)
        self._patience.timeout.connect(self._on_patience_ended)
        self._use.clicked.connect(self._on_use)
        self._copy.clicked.connect(self._on_copy)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        for each in self._fields.values():
            left.addWidget(each)
        left.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self._use, self._copy):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * GRID)
        for widget in (self._surface, self._dose, self._notes):
            inner.addWidget(widget)
        inner.addLayout(buttons)
        inner.addWidget(self._steps)
        inner.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._nothing)
        right.addWidget(self._content)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5 * GRID)
        row.addLayout(left)
        row.addLayout(right, 1)
        for each in self._fields.values():
            each.setFixedWidth(_WIDTH)
