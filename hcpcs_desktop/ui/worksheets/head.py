"""The head of a worksheet: its label, what it is of and for whom, how far it is."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from hcpcs_desktop.domain.patient_data import hint
from hcpcs_desktop.domain.worksheet import LONGEST_LABEL, Progress, Worksheet
from hcpcs_desktop.output import worksheet as words
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label
from hcpcs_desktop.ui.units.field import mark


class WorksheetHead(QWidget):
    """Emits ``renamed`` (a label that is not empty) and ``code_requested``."""

    renamed = Signal(str)
    code_requested = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._today = today
        self._code = ""
        self._label = QLineEdit()
        self._label.setMaxLength(LONGEST_LABEL)
        name_input(self._label, "Label", "A name of your choice; no patient data")
        self._open = push_button("", self._on_code, "link")
        self._about = label(type_="muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Items that are done")
        self._bar.setFixedWidth(15 * GRID)
        self._count = label(type_="muted")
        self._hint = label(type_="caution", wrap=True)
        self._lay_out()
        self._label.textChanged.connect(self._on_typed)
        self._label.editingFinished.connect(self._on_renamed)

    def show_worksheet(self, shown: Worksheet, read_only: str) -> None:
        """Show the head of a worksheet."""
        self._code = shown.code
        if self._label.text() != shown.label:
            self._label.setText(shown.label)
        self._label.setModified(False)
        self._label.setReadOnly(bool(read_only))
        self._open.setText(shown.code)
        self._open.setAccessibleName(f"Open {shown.code}")
        about = (shown.description, words.audience(shown), f"made {shown.made_on}")
        self._about.setText(" · ".join(part for part in about if part))
        self.show_progress(shown.progress)

    def show_progress(self, found: Progress) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(found.of, 1))
        self._bar.setValue(found.done)
        self._count.setText(words.progress_words(found))

    def edit_label(self) -> None:
        """Put the caret into the label, all of it selected."""
        self._label.setFocus(Qt.FocusReason.OtherFocusReason)
        self._label.selectAll()

    def flush(self) -> None:
        """Save a label that is being typed."""
        self._on_renamed()

    def _on_typed(self, text: str) -> None:
        said = hint(text, self._today())
        self._hint.setText(said)
        self._hint.setVisible(bool(said))
        mark(self._label, "" if text.strip() else "A worksheet needs a label.")

    def _on_renamed(self) -> None:
        if self._label.isModified() and self._label.text().strip():
            self._label.setModified(False)
            self.renamed.emit(self._label.text())

    def _on_code(self) -> None:
        self.code_requested.emit(self._code)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2 * GRID)
        first.addWidget(self._label, 1)
        first.addWidget(self._bar)
        first.addWidget(self._count)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self._about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._hint)
        self._hint.hide()
