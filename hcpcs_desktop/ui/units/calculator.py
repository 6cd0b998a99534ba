"""The unit calculation: inputs at the left, the result at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from hcpcs_desktop.domain.payer_profile import PayerProfile
from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.output import units_sheet
from hcpcs_desktop.ui.scale import GRID, ratio_of
from hcpcs_desktop.ui.units.claimed import claim_lines
from hcpcs_desktop.ui.units.container_row import row_width
from hcpcs_desktop.ui.units.entries import Entries, Facts, with_package
from hcpcs_desktop.ui.units.form import WIDTH, UnitsForm
from hcpcs_desktop.ui.units.result_view import ResultView
from hcpcs_desktop.ui.units.working import Outcome, work_out

_GAP = 4 * GRID
_RESULT_WIDTH = 44 * GRID
"""With less width than this, the result stands below the inputs."""


class UnitsCalculator(QWidget):
    """Works out the result with each keystroke.

    Emits ``changed`` (Entries), ``copy_requested`` (text, what it is), ``print_requested`` (HTML),
    ``pdf_requested`` (HTML, a name for the file), ``claim_requested`` (lines for the claim check)
    and ``bsa_requested``.
    """

    changed = Signal(object)
    copy_requested = Signal(str, str)
    print_requested = Signal(str)
    pdf_requested = Signal(str, str)
    bsa_requested = Signal()
    claim_requested = Signal(object)

    def __init__(self, *, with_code: bool = False, parent: QWidget | None = None) -> None:
        """Build it empty; ``with_code`` lets the user name the code."""
        super().__init__(parent)
        self._facts = Facts()
        self._outcome = Outcome()
        self._form = UnitsForm(with_code=with_code)
        self._result = ResultView()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        self._fit_form()
        # A layout asks its items for their height in its whole width; the form has its own width.
        inputs = QHBoxLayout()
        inputs.addWidget(self._form)
        inputs.addStretch(1)
        self._box.addLayout(inputs)
        self._box.addWidget(self._result, 1)
        self._form.changed.connect(self._on_changed)
        self._form.bsa_requested.connect(self.bsa_requested)
        self._result.copy_lines_requested.connect(self._on_copy_lines)
        self._result.copy_sentence_requested.connect(self._on_copy_sentence)
        self._result.print_requested.connect(self._on_print)
        self._result.pdf_requested.connect(self._on_pdf)
        self._result.claim_requested.connect(self._on_claim)

    @property
    def entries(self) -> Entries:
        """What is typed and chosen."""
        return self._form.entries

    def offer_payers(self, profiles: Sequence[PayerProfile]) -> None:
        """Offer the clinic's own payers."""
        self._form.offer_payers(profiles)

    def show_entries(self, entries: Entries, facts: Facts) -> None:
        """Show what was typed for a code, and its result."""
        self._facts = facts
        self._form.show_entries(entries)
        self._form.show_facts(facts)
        self._work_out(at_once=True)

    def set_dose(self, dose: str) -> None:
        """Put a dose in, as if it had been typed."""
        self._form.set_dose(dose)

    def use_package(self, package: Product) -> None:
        """Take size and NDC of a package over, as if they had been typed."""
        self._form.show_entries(with_package(self.entries, package))
        self._on_changed()

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        self._form.take_focus()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: the two go below each other where there is no room."""
        size = super().minimumSizeHint()
        widest = max(self._form.minimumWidth(), self._result.minimumSizeHint().width())
        return QSize(widest, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the result beside the inputs or below them."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text takes more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_form()
            self._arrange()

    def _arrange(self) -> None:
        beside = round(_RESULT_WIDTH * ratio_of(self.font()))
        side_by_side = self.width() >= self._form.minimumWidth() + _GAP + beside
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if side_by_side else directions.TopToBottom)
        self._form.show_summary(visible=not side_by_side)

    def _fit_form(self) -> None:
        self._form.setFixedWidth(max(WIDTH, row_width(self.font())))

    def _on_changed(self) -> None:
        self._work_out(at_once=False)
        self.changed.emit(self.entries)

    def _work_out(self, *, at_once: bool) -> None:
        entries = self.entries
        self._outcome = work_out(entries, self._facts)
        self._form.show_outcome(self._outcome, at_once=at_once)
        self._result.show_outcome(self._outcome, entries.container)
        result = self._outcome.result
        self._form.set_summary(units_sheet.summary(result.lines) if result else "")

    def _on_copy_lines(self) -> None:
        if self._outcome.result is not None:
            self.copy_requested.emit(units_sheet.table(self._outcome.result), "the claim lines")

    def _on_copy_sentence(self) -> None:
        if self._outcome.result is not None:
            sentence = self._outcome.result.record_sentence
            self.copy_requested.emit(sentence, "the sentence for the record")

    def _on_print(self) -> None:
        self.print_requested.emit(self._sheet())

    def _on_pdf(self) -> None:
        entries = self.entries
        code = "".join(filter(str.isalnum, entries.code)) or "drug"
        self.pdf_requested.emit(self._sheet(), f"{code}-units-{entries.dos.strip()}.pdf")

    def _on_claim(self) -> None:
        if self._outcome.result is not None:
            self.claim_requested.emit(claim_lines(self._outcome.result, self.entries))

    def _sheet(self) -> str:
        entries, outcome = self.entries, self._outcome
        if outcome.result is None:
            return ""
        return units_sheet.sheet(
            units_sheet.Asked(
                code=entries.code,
                description=self._facts.description,
                dose=entries.dose,
                billing_unit=entries.billing_unit,
                vial_type=entries.vial_type or "",
                dos=entries.dos,
                payer=entries.payer,
                profile=entries.profile.name if entries.profile else "",
                container=entries.container,
                suggested=outcome.suggested,
            ),
            outcome.result,
            outcome.limit,
            outcome.estimates,
            outcome.on,
        )
