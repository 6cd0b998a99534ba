"""Help that unfolds in place: a small button, and the text that it shows."""

from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from hcpcs_desktop.ui.text import label


class HelpButton(QToolButton):
    """A question mark that shows and hides a help text."""

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        """Offer help on a subject."""
        super().__init__(parent)
        self.setText("?")
        self.setProperty("type", "help")
        self.setCheckable(True)
        self.setAccessibleName(f"Help on {subject}")
        self._text = label(type_="help", wrap=True, selectable=True)
        self._text.hide()
        self.toggled.connect(self._text.setVisible)

    @property
    def text_label(self) -> QLabel:
        """The label to put where the help unfolds."""
        return self._text

    def set_help(self, text: str) -> None:
        """Say this when asked."""
        self._text.setText(text)
        self.setAccessibleDescription(text)
