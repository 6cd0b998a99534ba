"""The long description: in full, but never so high that it hides the rest."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from hcpcs_desktop.domain.mentions import pieces
from hcpcs_desktop.ui.linked_text import LinkedText

_LINES = 5


class LongText(LinkedText):
    """Text that wraps and, past a few lines, scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__("large", parent)

    def set_text(self, text: str, known: Collection[str] = ()) -> None:
        """Show another text from its beginning; mentions of these codes are links."""
        self.set_pieces(pieces(text, known))
        self.verticalScrollBar().setValue(0)
        self._fit()

    def heightForWidth(self, width: int) -> int:
        """As high as the text, up to a few lines."""
        return min(super().heightForWidth(width), self._most())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll where the text is longer."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as at its present width, up to a few lines."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll a text that is longer than it is high."""
        QTextBrowser.wheelEvent(self, event)

    def _fit(self) -> None:
        scrolls = super().heightForWidth(self.width()) > self._most()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        focus = Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(focus if scrolls or self._has_links() else Qt.FocusPolicy.ClickFocus)

    def _most(self) -> int:
        self.ensurePolished()
        return round(QFontMetricsF(self.font()).lineSpacing() * _LINES)
