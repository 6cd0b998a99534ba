"""The dialog before an import: what is in the files, and which of them are to be added."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.output import import_report
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.ui.dialogs.preview_row import PreviewRow
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tasks import Outcome, Progress
from hcpcs_desktop.ui.text import label

_SIZE = (84 * GRID, 56 * GRID)
_SMALL = 22 * GRID


class PreviewDialog(ReadingOrder, QDialog):
    """Emits ``add_requested`` (the files as the command takes them) and ``cancel_requested``."""

    add_requested = Signal(list)
    cancel_requested = Signal()

    def __init__(self, this_year: int, parent: QWidget | None = None) -> None:
        """Show that files are being looked at; ``this_year`` is by the clock."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Add CMS files")
        self.resize(_SIZE[0], _SMALL)
        self._this_year = this_year
        self._runs = True
        self._rows: list[PreviewRow] = []
        self._title = label("Looking at the files", "title", wrap=True)
        self._text = label("Nothing is changed yet.", "muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName("Progress of looking at the files")
        self._content = QVBoxLayout()
        self._content.setSpacing(0)
        self._area = self._made_area()
        self._cancel = QPushButton("Cancel")
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._add = QPushButton("Add")
        self._add.setDefault(True)
        self._add.setEnabled(False)
        self._add.clicked.connect(self._on_add)
        self._lay_out()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the look is."""
        self._title.setText(f"Looking at {count(progress.total, 'file')}")
        self._text.setText(f"{progress.text[:1].upper()}{progress.text[1:]}")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what is in the files, or why they could not be looked at."""
        self._runs = False
        self._bar.hide()
        if outcome.cancelled:
            super().reject()
        elif outcome.error:
            self._show_nothing("The files cannot be added", outcome.error)
        elif outcome.answer["files"]:
            self._show_files(outcome.answer)
        else:
            others = import_report.others_line(outcome.answer)
            self._show_nothing("There is nothing to add", others)

    def reject(self) -> None:
        """Stop looking, or leave everything as it is."""
        if self._runs:
            self._cancel.setEnabled(False)
            self.cancel_requested.emit()
        else:
            super().reject()

    def _show_nothing(self, title: str, why: str) -> None:
        self._title.setText(title)
        self._text.setText(why)
        self._add.hide()
        self._cancel.setText("Close")

    def _show_files(self, answer: dict[str, Any]) -> None:
        self._title.setText("What would be added")
        self._text.setText(
            "Choose which files to take. Until the last step the library stays as it is."
        )
        self._rows = [PreviewRow(found, self._this_year) for found in answer["files"]]
        for row in self._rows:
            row.changed.connect(self._on_changed)
            self._content.addWidget(row)
        if answer["others"]:
            others = import_report.others_line(answer)
            self._content.addSpacing(GRID)
            self._content.addWidget(label(others, "muted", wrap=True, selectable=True))
        self._content.addStretch(1)
        self._area.show()
        self.resize(*_SIZE)
        self._on_changed()
        self._add.setFocus()

    def _on_changed(self) -> None:
        taken = [row for row in self._rows if row.is_taken]
        self._add.setText(f"Add {count(len(taken), 'file')}" if taken else "Add")
        self._add.setEnabled(bool(taken) and all(row.is_complete for row in taken))

    def _on_add(self) -> None:
        files = [row.argument for row in self._rows if row.is_taken]
        super().accept()
        self.add_requested.emit(files)

    def _made_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setLayout(self._content)
        area.setWidget(content)
        name_input(area, "Files")
        area.hide()
        return area

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for each in (self._title, self._text, self._bar):
            column.addWidget(each)
        column.addWidget(self._area, 1)
        column.addStretch(0)
        column.addLayout(buttons)
