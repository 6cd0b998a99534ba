"""Text that may mention codes: a plain label, or, where it does, text with links."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcpcs_desktop.domain.mentions import Piece, pieces, plain
from hcpcs_desktop.ui.linked_text import LinkedText
from hcpcs_desktop.ui.text import Type, label


class Prose(QWidget):
    """Emits ``code_requested`` when a link is followed, ``clicked`` on a click beside links."""

    code_requested = Signal(str)
    clicked = Signal()

    def __init__(
        self, type_: Type = "body", *, selectable: bool = True, parent: QWidget | None = None
    ) -> None:
        """Build it empty; the text with links comes into being with the first mention."""
        super().__init__(parent)
        self._type = type_
        self._label = label(type_=type_, wrap=True, selectable=selectable)
        self._linked: LinkedText | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)

    def text(self) -> str:
        """The whole text."""
        return self._label.text()

    def set_text(self, text: str, known: Collection[str] = (), more: Sequence[Piece] = ()) -> None:
        """Show another text; mentions of these codes become links. ``more`` follows it."""
        parts = (*pieces(text, known), *more)
        self._label.setText(plain(parts))
        has_links = any(piece.code for piece in parts)
        self._label.setVisible(not has_links)
        if has_links:
            self._links().set_pieces(parts)
        if self._linked is not None:
            self._linked.setVisible(has_links)

    def _links(self) -> LinkedText:
        if self._linked is None:
            self._linked = LinkedText(self._type)
            self._linked.link_followed.connect(self.code_requested)
            self._linked.clicked.connect(self.clicked)
            self._column.addWidget(self._linked)
        return self._linked
