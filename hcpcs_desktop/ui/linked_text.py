"""A few lines of text in which codes are links."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcpcs_desktop.domain.mentions import Piece, plain
from hcpcs_desktop.ui.browser import Browser, insert
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.printing import SealedDocument
from hcpcs_desktop.ui.text import Type
from hcpcs_desktop.ui.tones import Tones, tones_of

_NARROW = 80


class LinkedText(Browser):
    """As high as its text; emits ``link_followed`` (a code) and ``clicked``, beside links."""

    clicked = Signal()

    def __init__(self, type_: Type = "body", parent: QWidget | None = None) -> None:
        """Build it empty, dressed as a label of this type."""
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._heights: dict[int, int] = {}
        self._ruler = SealedDocument(self)
        self._ruler.setDocumentMargin(0)
        self.setProperty("type", type_)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The whole text."""
        return plain(self._pieces)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show another text."""
        self._pieces = tuple(pieces)
        self.rewrite()
        name_input(self, self.text)
        focus = Qt.FocusPolicy.StrongFocus if self._has_links() else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        self.ensurePolished()
        if width not in self._heights:
            self._ruler.setDefaultFont(self.font())
            self._ruler.setTextWidth(max(width, _NARROW))
            self._heights[width] = round(self._ruler.size().height() + 0.5)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as at its present width."""
        return QSize(_NARROW, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        self.ensurePolished()
        return QSize(_NARROW, round(QFontMetricsF(self.font()).lineSpacing()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click that is neither on a link nor the end of a selection, and keep it."""
        super().mouseReleaseEvent(event)
        event.accept()
        beside = not self.anchorAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and beside and not self.textCursor().hasSelection():
            self.clicked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the area around, which scrolls."""
        event.ignore()

    def _write(self, cursor: QTextCursor, tones: Tones) -> None:
        insert(cursor, self._pieces, tones)
        self._heights.clear()
        self._ruler.clear()
        insert(QTextCursor(self._ruler), self._pieces, tones_of(self.palette()))

    def _has_links(self) -> bool:
        return any(piece.code for piece in self._pieces)
