"""Help that unfolds in place: a small button, and the text that it shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from hcpcs_desktop.ui.text import label


class HelpButton(QToolButton):
    """A question mark that shows and hides a help text.

    Emits ``unfolded`` with the label of the text, once, when it is first asked for: whoever owns
    the button puts it where it belongs.
    """

    unfolded = Signal(object)

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        """Offer help on a subject."""
        super().__init__(parent)
        self.setText("?")
        self.setProperty("type", "help")
        self.setCheckable(True)
        self.setAccessibleName(f"Help on {subject}")
        self._help = ""
        self._label: QLabel | None = None
        self.toggled.connect(self._on_toggled)

    def set_help(self, text: str) -> None:
        """Say this when asked."""
        self._help = text
        self.setAccessibleDescription(text)
        if self._label is not None:
            self._label.setText(text)

    def _on_toggled(self, shown: bool) -> None:
        if self._label is None:
            self._label = label(self._help, "help", wrap=True, selectable=True)
            self.unfolded.emit(self._label)
        self._label.setVisible(shown)
