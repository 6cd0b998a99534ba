"""What comes out: picture, claim lines, notes, the sentence for the record, the working."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain import units_words
from hcpcs_desktop.domain.units_request import ContainerKind, UnitsResult
from hcpcs_desktop.output import containers_text, units_sheet
from hcpcs_desktop.ui.flow import FlowLayout
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.faults import SEE_THE_MARKS
from hcpcs_desktop.ui.units.lines import ClaimLines
from hcpcs_desktop.ui.units.picture import ContainersPicture
from hcpcs_desktop.ui.units.steps import Steps
from hcpcs_desktop.ui.units.working import Outcome

_BESIDE = 30 * GRID
"""A picture wider than this has its words below it."""


class ResultView(QWidget):
    """Emits what is wanted of the result that is shown."""

    copy_lines_requested = Signal()
    copy_sentence_requested = Signal()
    print_requested = Signal()
    pdf_requested = Signal()
    claim_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._nothing = label(type_="muted", wrap=True)
        self._content = QWidget()
        self._picture = ContainersPicture()
        self._given = label(type_="strong", wrap=True)
        self._discarded = label(type_="caution", wrap=True)
        self._opened = label(type_="muted", wrap=True)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines = ClaimLines()
        self._basis = label(type_="muted", wrap=True, selectable=True)
        self._notes = label(type_="caution", wrap=True, selectable=True)
        self._sentence = label(wrap=True, selectable=True)
        self._steps = Steps()
        self._buttons = {
            "Copy claim lines": self.copy_lines_requested,
            "Copy sentence": self.copy_sentence_requested,
            "Take into claim check": self.claim_requested,
            "Print…": self.print_requested,
            "PDF…": self.pdf_requested,
        }
        self._lay_out()

    def show_outcome(self, outcome: Outcome, kind: ContainerKind) -> None:
        """Show a result, or say what is still needed for one."""
        result = outcome.result
        self._nothing.setVisible(result is None)
        self._content.setVisible(result is not None)
        if result is None:
            self._nothing.setText(_needed(outcome))
            return
        self._show_amounts(result, outcome, kind)
        self._lines.show_lines(result.lines, outcome.estimates)
        self._basis.setText(units_sheet.basis(outcome.limit, outcome.on) if outcome.limit else "")
        self._basis.setVisible(bool(outcome.limit))
        self._notes.setText("\n".join(result.notes))
        self._notes.setVisible(bool(result.notes))
        self._sentence.setText(result.record_sentence)
        self._steps.show_steps(result.steps)

    def _show_amounts(self, result: UnitsResult, outcome: Outcome, kind: ContainerKind) -> None:
        self._picture.show_containers(result.containers)
        self._picture.setVisible(bool(result.containers))
        dose, left = outcome.dose, result.discarded_amount
        self._given.setText(f"{units_words.shown(dose)} given" if dose else "")
        discarded = f"{units_words.shown(left)} discarded" if left and left.amount else ""
        self._discarded.setText(discarded)
        self._discarded.setVisible(bool(discarded))
        opened = containers_text.opened(result.vials_used, kind)
        opened = ", ".join((opened, *outcome.names)) if opened else ""
        suggested = "least to open: " if outcome.suggested else ""
        self._opened.setText(f"{suggested}{opened}" if opened else "containers not known")
        wide = self._picture.sizeHint().width() > _BESIDE
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.TopToBottom if wide else directions.LeftToRight)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for each in (self._given, self._discarded, self._opened):
            words.addWidget(each)
        self._beside.setSpacing(3 * GRID)
        self._beside.addWidget(self._picture)
        self._beside.addLayout(words, 1)
        record = QVBoxLayout()
        record.setSpacing(GRID // 2)
        record.addWidget(label("For the record", "muted"))
        record.addWidget(_framed(self._sentence))
        inner = _column(self._content)
        inner.setSpacing(2 * GRID)
        inner.addLayout(self._beside)
        inner.addWidget(self._lines)
        inner.addWidget(self._basis)
        inner.addWidget(self._notes)
        inner.addLayout(record)
        inner.addWidget(self._button_row())
        inner.addWidget(self._steps)
        inner.addStretch(1)
        column = _column(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._nothing)
        column.addWidget(self._content)

    def _button_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(GRID)
        row.setLayout(flow)
        for index, (text, signal) in enumerate(self._buttons.items()):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.setAccessibleName(text.rstrip("…"))
            if index == 0:
                button.setProperty("type", "primary")
            button.clicked.connect(signal)
            flow.addWidget(button)
        return row


def _needed(outcome: Outcome) -> str:
    """What the empty pane says."""
    if outcome.faults:
        return SEE_THE_MARKS
    return f"The claim lines appear here. Still needed: {'; '.join(outcome.missing)}."


def _framed(widget: QWidget) -> QWidget:
    frame = QWidget()
    frame.setProperty("type", "unfolded")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(frame)
    column.setContentsMargins(3 * GRID // 2, GRID, 3 * GRID // 2, GRID)
    column.addWidget(widget)
    return frame


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
