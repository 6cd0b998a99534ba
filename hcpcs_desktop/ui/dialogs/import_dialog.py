"""The dialog of an import: progress and cancel, then the report or the error."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop.output import import_report
from hcpcs_desktop.output.counted import count
from hcpcs_desktop.output.written import writing
from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.estimate import Estimate
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.save_dialog import save_dialog
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.tasks import Outcome, Progress
from hcpcs_desktop.ui.text import label

_WIDTH = 76 * GRID
_DETAILS_HEIGHT = 15 * GRID
_TICK_MS = 1000


class ImportDialog(ReadingOrder, QDialog):
    """Emits ``cancel_requested``; turns into the report when the import has ended."""

    cancel_requested = Signal()

    def __init__(self, names: list[str], parent: QWidget | None = None, title: str = "") -> None:
        """Show that these files are being added; ``title`` says what else is being done."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Add CMS file" if names else "Library")
        self.setMinimumWidth(_WIDTH)
        self._runs = True
        self._failure = "The file was not added" if names else "The library was not made anew"
        self._title = label(title or _title(names), "title", wrap=True)
        self._text = label("Starting…", wrap=True)
        self._left = label(type_="muted")
        self._estimate = Estimate()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._show_estimate)
        self._tick.start(_TICK_MS)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName("Progress of the import")
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setMaximumHeight(_DETAILS_HEIGHT)
        self._details.hide()
        self._warned = label(type_="muted")
        self._warned.hide()
        name_input(self._details, "Remarks on what was read")
        self._button = QPushButton("Cancel")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.reject)
        self._answer: dict[str, Any] = {}
        self._save = QPushButton("Save report…")
        self._save.setAutoDefault(False)
        self._save.clicked.connect(self._on_save)
        self._save.hide()
        self._lay_out()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        text = f"{progress.text[:1].upper()}{progress.text[1:]}"
        if text != self._text.text():
            announce(self, text)
        self._text.setText(text)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._estimate.step(progress.done, progress.total, self._seconds())
        self._show_estimate()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how it ended."""
        self._runs = False
        self._tick.stop()
        self._bar.hide()
        self._left.hide()
        self._button.setText("Close")
        self._button.setEnabled(True)
        self._button.setDefault(True)
        self._button.setFocus()
        if outcome.cancelled:
            self._say("Canceled", "Nothing was added. The library is as it was.")
        elif outcome.error:
            self._say(self._failure, outcome.error)
        else:
            self._report(outcome.answer)
        self.adjustSize()

    def reject(self) -> None:
        """Cancel while it runs, close afterwards."""
        if not self._runs:
            super().reject()
            return
        self._button.setEnabled(False)
        self._text.setText("Cancelling…")
        self.cancel_requested.emit()

    def save_report(self, path: Path) -> None:
        """Save the report as text; raises UserError where it cannot be written."""
        with writing(path) as file:
            file.write_text(import_report.text(self._answer), encoding="utf-8")

    def _on_save(self) -> None:
        dialog = save_dialog(self, "Save report", "Text (*.txt)", "HCPCS import report.txt")
        dialog.fileSelected.connect(self._on_report_file)
        dialog.open()

    def _on_report_file(self, path: str) -> None:
        self.save_report(Path(path))

    def _seconds(self) -> float:
        return self._clock.elapsed() / 1000

    def _show_estimate(self) -> None:
        self._left.setText(self._estimate.words(self._seconds()))

    def _say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        announce(self, f"{title}. {text}", urgent=True)

    def _report(self, answer: dict[str, Any]) -> None:
        self._answer = answer
        self._save.show()
        library = answer["library"]
        codes = f"{count(library['codes'], 'code')}, {count(library['modifiers'], 'modifier')}"
        lines = [import_report.source_line(source) for source in answer["sources"]]
        self._say(
            "The new library is in use", "\n".join([*lines, f"The library now holds {codes}."])
        )
        warnings = import_report.remarks(answer)
        self._details.setPlainText("\n".join(warnings))
        self._details.setVisible(bool(warnings))
        self._warned.setText(f"{count(len(warnings), 'remark')} on what was read:")
        self._warned.setVisible(bool(warnings))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._left)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        buttons.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for each in (self._title, self._text, self._bar, self._warned, self._details):
            column.addWidget(each)
        column.addStretch(1)
        column.addLayout(buttons)


def _title(names: list[str]) -> str:
    return f"Adding {', '.join(names)}" if names else "Making the library anew"
