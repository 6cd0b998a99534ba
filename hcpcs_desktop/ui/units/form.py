"""The inputs of a unit calculation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.ui.days import in_iso
from hcpcs_desktop.ui.forms import choice, choose
from hcpcs_desktop.ui.payer_box import PayerBox
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.containers import ContainerRows
from hcpcs_desktop.ui.units.entries import Entries, Facts
from hcpcs_desktop.ui.units.field import Field, text_input
from hcpcs_desktop.ui.units.form_words import CHOICES, FIELDS, HIDDEN
from hcpcs_desktop.ui.units.working import Outcome

WIDTH = 48 * GRID
PATIENCE = 400
"""Milliseconds for which a half-typed amount is not yet called wrong."""


class UnitsForm(QWidget):
    """Emits ``changed`` with each keystroke, ``bsa_requested`` for a dose by body surface."""

    changed = Signal()
    bsa_requested = Signal()

    def __init__(self, *, with_code: bool, parent: QWidget | None = None) -> None:
        """Build it empty; ``with_code`` lets the user name the code."""
        super().__init__(parent)
        self._outcome = Outcome()
        self._texts = {
            "code": text_input("J9043"),
            "dose": text_input("such as 38 mg"),
            "dos": text_input("2026-11-20"),
            "billing_unit": text_input("such as 1 mg"),
            "overfill": text_input("such as 3 mg"),
            "opps_status": text_input("such as K or N"),
            "given_to_others": text_input("such as 20 mg"),
        }
        self._choices = {name: choice(each) for name, each in CHOICES.items()}
        self._payer = PayerBox()
        self._rows = ContainerRows()
        self._fields = self._made_fields()
        if not with_code:
            self._fields["code"].hide()
        for name in ("code", "form"):
            self._fields[name].setContentsMargins(0, 0, 0, 2 * GRID)
        self._first = self._texts["code" if with_code else "dose"]
        self._bsa = _link("From body surface area…")
        self._more = _link("More")
        self._rest = QWidget()
        self._summary = label(type_="strong", wrap=True, selectable=True)
        self._summary.hide()
        self._is_summed_up = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._lay_out()
        self._show_more(False)
        self._show_what_matters()
        self._connect()

    @property
    def entries(self) -> Entries:
        """What is typed and chosen."""
        texts = {name: each.text() for name, each in self._texts.items()}
        chosen = {name: each.currentData() for name, each in self._choices.items()}
        return Entries(
            code=texts["code"],
            billing_unit=texts["billing_unit"],
            dose=texts["dose"],
            containers=self._rows.containers,
            vial_type=chosen["vial_type"],
            dos=in_iso(texts["dos"]),
            payer=self._payer.payer,
            profile=self._payer.profile,
            opps_status=texts["opps_status"],
            overfill=texts["overfill"],
            product_class=chosen["product_class"],
            container=chosen["container"],
            one_line_per_ndc=chosen["one_line_per_ndc"],
            form=chosen["form"],
            shared=chosen["shared"],
            given_to_others=texts["given_to_others"],
        )

    def offer_payers(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer the clinic's own payers beside the five kinds."""
        self._payer.offer(profiles)

    def show_entries(self, entries: Entries) -> None:
        """Show these entries; nothing is emitted."""
        for name, each in self._texts.items():
            _fill(each, getattr(entries, name))
        for name, box in self._choices.items():
            choose(box, getattr(entries, name))
        self._payer.choose(entries.payer, entries.profile.name if entries.profile else "")
        self._rows.set_containers(entries.containers)
        plain = Entries()
        if any(getattr(entries, name) != getattr(plain, name) for name in HIDDEN):
            self._show_more(True)
        self._show_what_matters()

    def show_facts(self, facts: Facts) -> None:
        """Say what the library knows of the code, and offer the sizes that it lists."""
        self._fields["code"].show_hint(facts.description)
        self._fields["billing_unit"].show_hint(facts.unit_hint)
        self._rows.offer(facts.sizes)

    def show_outcome(self, outcome: Outcome, *, at_once: bool = False) -> None:
        """Say beside the fields what cannot be; what is being typed is given a moment."""
        self._outcome = outcome
        suggested = outcome.result.vials_used if outcome.result and outcome.suggested else {}
        self._rows.show_suggestion(suggested)
        if at_once or not outcome.faults:
            self._on_patience_ended()
        else:
            self._patience.start()

    def set_summary(self, summary: str) -> None:
        """What comes out, in a few words, for where the result itself is out of sight."""
        self._summary.setText(summary)
        self.show_summary(visible=self._is_summed_up)

    def show_summary(self, *, visible: bool) -> None:
        """Show the few words below the dose, or not."""
        self._is_summed_up = visible
        self._summary.setVisible(visible and bool(self._summary.text()))

    def set_dose(self, dose: str) -> None:
        """Put a dose in, as if it had been typed."""
        self._texts["dose"].setText(dose)

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_input(self) -> None:
        self._show_what_matters()
        self.changed.emit()

    def _on_patience_ended(self) -> None:
        self._patience.stop()
        faults = self._outcome.faults
        for name, each in self._fields.items():
            each.show_fault(faults.get(name, ""))
        self._rows.show_faults(faults)
        if not faults.keys().isdisjoint(HIDDEN):
            self._show_more(True)

    def _show_what_matters(self) -> None:
        """Fields that only mean something beside another that is filled in."""
        has_ndc = any(each.ndc.strip() for each in self._rows.containers)
        self._fields["form"].setVisible(has_ndc or self._choices["form"].currentData() is not None)
        self._fields["given_to_others"].setVisible(
            self._choices["shared"].currentData() is not None
        )

    def _on_more(self) -> None:
        self._show_more(self._rest.isHidden())

    def _show_more(self, shown: bool) -> None:
        self._rest.setVisible(shown)
        self._more.setText("Less" if shown else "More")
        self._more.setAccessibleName(f"{self._more.text()} inputs")

    def _made_fields(self) -> dict[str, Field]:
        widgets: dict[str, QWidget] = {**self._texts, **self._choices, "payer": self._payer}
        return {name: Field(title, widgets[name], hint) for name, (title, hint) in FIELDS.items()}

    def _connect(self) -> None:
        for text in self._texts.values():
            text.textChanged.connect(self._on_input)
            text.editingFinished.connect(self._on_patience_ended)
        for box in (*self._choices.values(), self._payer):
            box.currentIndexChanged.connect(self._on_input)
        self._rows.changed.connect(self._on_input)
        self._rows.edited.connect(self._on_patience_ended)
        self._patience.timeout.connect(self._on_patience_ended)
        self._bsa.clicked.connect(self.bsa_requested)
        self._more.clicked.connect(self._on_more)

    def _lay_out(self) -> None:
        column = _column(self)
        column.addWidget(self._fields["code"])
        column.addWidget(self._fields["dose"])
        column.addWidget(self._summary)
        column.addWidget(self._bsa, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(2 * GRID)
        for each in (self._rows, self._fields["vial_type"]):
            column.addWidget(each)
            column.addSpacing(2 * GRID)
        column.addWidget(self._fields["form"])
        pair = QHBoxLayout()
        pair.setSpacing(2 * GRID)
        for name in ("payer", "dos"):
            pair.addWidget(self._fields[name], 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(pair)
        column.addSpacing(2 * GRID)
        column.addWidget(self._fields["billing_unit"])
        column.addSpacing(GRID)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        rest = _column(self._rest)
        for name in HIDDEN:
            rest.addSpacing(2 * GRID)
            rest.addWidget(self._fields[name])
        column.addWidget(self._rest)
        column.addStretch(1)


def _fill(line: QLineEdit, text: str) -> None:
    line.blockSignals(True)
    if line.text() != text:
        line.setText(text)
    line.blockSignals(False)


def _link(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("type", "link")
    made.setAutoDefault(False)
    return made


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
