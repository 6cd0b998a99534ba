"""Links side by side, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hcpcs_desktop.ui.flow import FlowLayout


class LinkRow(QWidget):
    """Emits ``chosen`` with the value of the link that was pressed."""

    chosen = Signal(str)

    def __init__(
        self, spacing: int, does: str = "{}", words: str = "{}", parent: QWidget | None = None
    ) -> None:
        """Build it empty; ``words`` say a value, ``does`` tells a screen reader what it does."""
        super().__init__(parent)
        self._does = does
        self._words = words
        self._values: tuple[str, ...] = ()
        self._links = FlowLayout(spacing)
        self.setLayout(self._links)

    def show_links(self, values: Sequence[str]) -> None:
        """Show a link for each of these."""
        if tuple(values) == self._values:
            return
        self._values = tuple(values)
        self._links.clear()
        for each in values:
            link = QPushButton(self._words.format(each))
            link.setProperty("value", each)
            link.setProperty("type", "link")
            link.setAutoDefault(False)
            link.setAccessibleName(self._does.format(each))
            link.clicked.connect(self._on_clicked)
            self._links.addWidget(link)

    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton):
            self.chosen.emit(link.property("value"))
