"""Text with links that loads nothing and obeys nothing: its parts are inserted as plain text."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from hcpcs_desktop.domain.mentions import Piece
from hcpcs_desktop.ui.printing import SealedDocument
from hcpcs_desktop.ui.tones import Tones, tones_of

_LINE_HEIGHT = 130.0
_START, _END = QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End
_BY_TAB = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}


class Browser(QTextBrowser):
    """Shows what ``_write`` puts into its document; emits ``link_followed`` (its address).

    A link is followed with the mouse, or with Tab and Enter; the first one has the focus as soon
    as the Tab key reaches the text.
    """

    link_followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty, over a document that loads nothing."""
        super().__init__(parent)
        document = SealedDocument(self)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        self.setDocument(document)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def rewrite(self) -> None:
        """Write the document anew, with the colours of the palette."""
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # so that it is laid out once
        self._write(cursor, tones_of(self.palette()))
        cursor.endEditBlock()
        self.moveCursor(_START)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link, or to the last when coming back."""
        super().focusInEvent(event)
        forward = _BY_TAB.get(event.reason())
        if forward is not None and self._has_links():
            self.moveCursor(_START if forward else _END)
            self.focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.rewrite()

    def _write(self, cursor: QTextCursor, tones: Tones) -> None:
        """Put the text into the empty document."""
        raise NotImplementedError

    def _has_links(self) -> bool:
        """Whether there is a link to go to."""
        raise NotImplementedError

    def _on_anchor_clicked(self, address: QUrl) -> None:
        self.link_followed.emit(address.toString())


def insert(
    cursor: QTextCursor, pieces: Iterable[Piece], tones: Tones, base: QTextCharFormat | None = None
) -> None:
    """Insert pieces of text, in the format ``base`` unless they are strong or links."""
    for piece in pieces:
        form = QTextCharFormat(base or QTextCharFormat())
        if piece.strong or piece.code:
            form.setFontWeight(QFont.Weight.DemiBold)
        if piece.code:
            link(form, piece.code, tones)
        cursor.insertText(piece.text, form)


def block(cursor: QTextCursor, *, above: int = 0, below: int = 0, indent: int = 0) -> None:
    """Begin a paragraph with this much room around it, in pixels; the first is there."""
    form = QTextBlockFormat()
    form.setTopMargin(above)
    form.setBottomMargin(below)
    form.setLeftMargin(indent)
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.atStart() and cursor.block().length() == 1:
        cursor.setBlockFormat(form)
        cursor.setBlockCharFormat(QTextCharFormat())
    else:
        cursor.insertBlock(form, QTextCharFormat())


def link(form: QTextCharFormat, address: str, tones: Tones) -> None:
    """Make text of this format lead to an address."""
    form.setAnchor(True)
    form.setAnchorHref(address)
    form.setForeground(QColor(tones.accent))
