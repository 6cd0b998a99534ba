"""Help that unfolds in place: a small button, and the text that it shows."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from hcpcs_desktop.domain.mentions import Piece, plain
from hcpcs_desktop.ui.prose import Prose
from hcpcs_desktop.ui.scale import GRID


class HelpButton(QToolButton):
    """A question mark that shows and hides a help text.

    Emits ``unfolded`` with the widget of the text, once, when it is first asked for: whoever owns
    the button puts it where it belongs. ``code_requested`` is that of the text.
    """

    unfolded = Signal(object)
    code_requested = Signal(str)

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        """Offer help on a subject."""
        super().__init__(parent)
        self.setText("?")
        self.setProperty("type", "help")
        self.setCheckable(True)
        self._help = ""
        self._known: Collection[str] = ()
        self._more: Sequence[Piece] = ()
        self._text: _HelpText | None = None
        self.set_subject(subject)
        self.toggled.connect(self._on_toggled)

    def set_subject(self, subject: str) -> None:
        """Offer help on another subject."""
        self.setAccessibleName(f"Help on {subject}")

    def set_help(self, text: str, known: Collection[str] = (), more: Sequence[Piece] = ()) -> None:
        """Say this when asked; mentions of these codes are links. ``more`` follows the text."""
        self._help, self._known, self._more = text, known, more
        self.setAccessibleDescription(text + plain(more))
        if self._text is not None:
            self._text.prose.set_text(text, known, more)

    def _on_toggled(self, shown: bool) -> None:
        if self._text is None:
            self._text = _HelpText()
            self._text.prose.set_text(self._help, self._known, self._more)
            self._text.prose.code_requested.connect(self.code_requested)
            self.unfolded.emit(self._text)
        self._text.setVisible(shown)


class _HelpText(QWidget):
    """The text on its soft ground."""

    def __init__(self) -> None:
        super().__init__()
        self.prose = Prose("muted")
        self.setProperty("type", "unfolded")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self.prose)
