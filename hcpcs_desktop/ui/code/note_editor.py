"""The user's own note on a code, saved while it is typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.scale import GRID

PAUSE_MS = 300
"""A note is saved when the typing rests for so long, and when it is left."""

_LINES = 4


class NoteEditor(QPlainTextEdit):
    """Emits ``changed`` (code, text); plain text, never markup."""

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._code = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._save)
        self.setTabChangesFocus(True)
        self.setProperty("type", "note")
        self.textChanged.connect(self._on_text_changed)

    @property
    def code(self) -> str:
        """The code that the note is on; empty before the first."""
        return self._code

    def show_note(self, code: str, text: str, read_only: str, subject: str = "") -> None:
        """Show the note on a code; ``read_only`` says why it cannot be changed.

        ``subject`` is what to call it, where that is not the code.
        """
        subject = subject or code
        if code == self._code and self._pause.isActive():
            return
        self.flush()
        self._code = code
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self.setReadOnly(bool(read_only))
        self.setPlaceholderText(read_only or f"Your note on {subject}. No patient data.")
        name_input(self, f"Note on {subject}", read_only or "Saved while you type")
        self._fit()

    def flush(self) -> None:
        """Save what is not saved yet."""
        if self._pause.isActive():
            self._pause.stop()
            self._save()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the note is left."""
        super().focusOutEvent(event)
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines need."""
        super().resizeEvent(event)
        self._fit()

    def _on_text_changed(self) -> None:
        self._pause.start()
        self._fit()

    def _save(self) -> None:
        self.changed.emit(self._code, self.toPlainText())

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), 1), _LINES)
        line = QFontMetricsF(self.font()).lineSpacing()
        frame = self.height() - self.viewport().height()
        margin = 2 * self.document().documentMargin()
        wanted = round(lines * line + margin) + max(frame, 2 * GRID)
        if wanted != self.height():
            self.setFixedHeight(wanted)
