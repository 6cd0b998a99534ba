"""Links side by side, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hcpcs_desktop.ui.flow import FlowLayout


class LinkRow(QWidget):
    """Emits ``chosen`` with the text of the link that was pressed."""

    chosen = Signal(str)

    def __init__(self, spacing: int, does: str = "{}", parent: QWidget | None = None) -> None:
        """Build it empty; ``does`` says to a screen reader what a link does."""
        super().__init__(parent)
        self._does = does
        self._texts: tuple[str, ...] = ()
        self._links = FlowLayout(spacing)
        self.setLayout(self._links)

    def show_links(self, texts: Sequence[str]) -> None:
        """Show other links."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        self._links.clear()
        for each in texts:
            link = QPushButton(each)
            link.setProperty("type", "link")
            link.setAutoDefault(False)
            link.setAccessibleName(self._does.format(each))
            link.clicked.connect(self._on_clicked)
            self._links.addWidget(link)

    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton):
            self.chosen.emit(link.text())
