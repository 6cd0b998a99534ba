"""NDC: how one is read, and what a claim says of it, ready to copy."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.ndc import hyphenated
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.forms import choice
from hcpcs_desktop.ui.row import Row
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.field import Field, text_input
from hcpcs_desktop.ui.units.form import PATIENCE
from hcpcs_desktop.ui.units.ndc_working import NdcEntries, NdcOutcome, strings, work_out

_WIDTH = 36 * GRID
_NAME_WIDTH = 25 * GRID
_EMPTY = "Enter an NDC: how it is read, and with a dose its claim strings, appear here."
_FORMS = (("Liquid", "liquid"), ("Powder", "powder"), ("Cream or ointment", "topical"))


class StringRow(Row):
    """One text for a claim. Emits ``copy_requested`` (text, what it is)."""

    copy_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._name = label(type_="muted")
        self._name.setMinimumWidth(_NAME_WIDTH)
        self._text = label(type_="value", selectable=True)
        self._copy = QPushButton("Copy")
        self._copy.setProperty("type", "link")
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._on_copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID, 0, GRID + 1)
        row.setSpacing(GRID)
        row.addWidget(self._name)
        row.addWidget(self._text)
        row.addStretch(1)
        row.addWidget(self._copy)

    def show_string(self, name: str, text: str) -> None:
        """Show another text."""
        self._name.setText(name)
        self._text.setText(text)
        self._copy.setAccessibleName(f"Copy: {name}")

    def _on_copy(self) -> None:
        self.copy_requested.emit(self._text.text(), self._text.text())


class NdcView(QWidget):
    """Emits ``copy_requested`` (text, what it is)."""

    copy_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._texts = {
            "ndc": text_input("0024-5824-11", fixed=True),
            "dose": text_input("such as 400 mg"),
            "strength": text_input("25 mg/mL or 10%"),
            "vial": text_input("440 mg or 400 mg/16 mL"),
            "billing_unit": text_input("such as 10 mg"),
        }
        self._form = choice(_FORMS)
        self._fields = {
            "ndc": Field("NDC", self._texts["ndc"], "As on the package, with its hyphens."),
            "dose": Field("Dose (for the quantity)", self._texts["dose"]),
            "form": Field("Form", self._form),
            "strength": Field("Strength", self._texts["strength"]),
            "vial": Field("Content of a container", self._texts["vial"]),
            "billing_unit": Field("One billing unit is (optional)", self._texts["billing_unit"]),
        }
        self._outcome = NdcOutcome()
        self._rows: list[StringRow] = []
        self._head = label(type_="code", selectable=True)
        self._message = label(wrap=True, selectable=True)
        self._candidates = FlowLayout(2 * GRID)
        self._strings = QVBoxLayout()
        self._notes = label(type_="caution", wrap=True, selectable=True)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._lay_out()
        self._connect()
        self._on_changed()

    @property
    def entries(self) -> NdcEntries:
        """What is typed and chosen."""
        texts = {name: each.text() for name, each in self._texts.items()}
        return NdcEntries(form=self._form.currentData(), **texts)

    def take_focus(self) -> None:
        """Put the focus on the NDC."""
        self._texts["ndc"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self._outcome = work_out(self.entries)
        self._show_reading()
        self._show_strings(strings(self._outcome))
        claim = self._outcome.claim
        notes = claim.notes if claim else ()
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        if self._outcome.faults:
            self._patience.start()
        else:
            self._on_patience_ended()

    def _on_patience_ended(self) -> None:
        self._patience.stop()
        for name, each in self._fields.items():
            each.show_fault(self._outcome.faults.get(name, ""))

    def _show_reading(self) -> None:
        reading = self._outcome.reading
        self._head.setText(reading.ndc11_hyphenated or "" if reading else "")
        self._head.setVisible(bool(self._head.text()))
        certain = reading is not None and reading.ndc11 is not None
        self._message.setText(reading.message if reading and certain else "" if reading else _EMPTY)
        self._message.setVisible(bool(self._message.text()))
        self._show_candidates(reading.candidates if reading else ())

    def _show_candidates(self, candidates: Sequence[str]) -> None:
        self._candidates.clear()
        for each in candidates:
            link = QPushButton(hyphenated(each))
            link.setProperty("type", "link")
            link.setAutoDefault(False)
            link.setAccessibleName(f"Read it as {hyphenated(each)}")
            link.clicked.connect(self._on_candidate)
            self._candidates.addWidget(link)

    def _on_candidate(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QPushButton):
            self._texts["ndc"].setText(chosen.text())
            self.take_focus()

    def _show_strings(self, found: Sequence[tuple[str, str]]) -> None:
        while len(self._rows) < len(found):
            row = StringRow()
            row.copy_requested.connect(self.copy_requested)
            self._rows.append(row)
            self._strings.addWidget(row)
        for row, (name, text) in zip(self._rows, found, strict=False):
            row.show_string(name, text)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(found))

    def _connect(self) -> None:
        for text in self._texts.values():
            text.textChanged.connect(self._on_changed)
            text.editingFinished.connect(self._on_patience_ended)
        self._form.currentIndexChanged.connect(self._on_changed)
        self._patience.timeout.connect(self._on_patience_ended)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        for each in self._fields.values():
            each.setFixedWidth(_WIDTH)
            left.addWidget(each)
        left.addStretch(1)
        candidates = QWidget()
        candidates.setLayout(self._candidates)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        for widget in (self._head, self._message, candidates):
            right.addWidget(widget)
        right.addLayout(self._strings)
        right.addWidget(self._notes)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5 * GRID)
        row.addLayout(left)
        row.addLayout(right, 1)
