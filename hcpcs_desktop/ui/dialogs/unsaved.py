"""The question before quitting where something that was typed is not saved yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class UnsavedDialog(ReadingOrder, QDialog):
    """Emits ``save_requested`` or ``discard_requested`` after it closed; Escape stays."""

    save_requested = Signal()
    discard_requested = Signal()

    def __init__(self, sentence: str, parent: QWidget) -> None:
        """Say what is not saved."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Not saved yet")
        self.setMinimumWidth(60 * GRID)
        save = push_button("Save and quit", self._on_save, "primary")
        save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(push_button("Cancel", self.reject))
        buttons.addWidget(push_button("Quit without saving", self._on_discard))
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label("Not saved yet", "title"))
        column.addWidget(label(sentence, wrap=True))
        column.addStretch(1)
        column.addLayout(buttons)
        save.setFocus()
        announce(self, sentence, urgent=True)

    def _on_save(self) -> None:
        self.accept()
        self.save_requested.emit()

    def _on_discard(self) -> None:
        self.accept()
        self.discard_requested.emit()
