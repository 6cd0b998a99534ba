"""A text in which the words that changed are marked: struck out before, on a ground after."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.domain.changed_words import Parts
from hcpcs_desktop.domain.mentions import Piece
from hcpcs_desktop.ui.linked_text import LinkedText
from hcpcs_desktop.ui.tones import Tones, tones_of


class MarkedText(LinkedText):
    """As high as its text, and plain text whatever it looks like."""

    def __init__(self, *, gone: bool = False, parent: QWidget | None = None) -> None:
        """Build it empty; ``gone`` is for the text before a change."""
        self._parts: Parts = ()
        self._gone = gone
        super().__init__("muted" if gone else "body", parent)

    def show_parts(self, parts: Parts) -> None:
        """Show another text."""
        self._parts = parts
        self.set_pieces([Piece(part.text) for part in parts])

    def _write(self, cursor: QTextCursor, tones: Tones) -> None:
        self._insert(cursor, tones)
        self._ruler.clear()
        self._insert(QTextCursor(self._ruler), tones_of(self.palette()))

    def _insert(self, cursor: QTextCursor, tones: Tones) -> None:
        for part in self._parts:
            cursor.insertText(part.text, self._form(tones) if part.changed else QTextCharFormat())

    def _form(self, tones: Tones) -> QTextCharFormat:
        form = QTextCharFormat()
        if self._gone:
            form.setFontStrikeOut(True)
        else:
            form.setFontWeight(QFont.Weight.DemiBold)
            form.setBackground(QColor(tones.mark))
        return form
