"""The question before quitting, where that would cost something."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hcpcs_desktop.ui.announce import announce
from hcpcs_desktop.ui.buttons import push_button
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.text import label


class QuitDialog(ReadingOrder, QDialog):
    """Emits ``save_requested`` or ``quit_requested`` after it closed; Escape stays."""

    save_requested = Signal()
    quit_requested = Signal()

    def __init__(self, title: str, sentence: str, parent: QWidget, *, can_save: bool) -> None:
        """Say what would be lost; ``can_save`` is whether it can be saved before."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(60 * GRID)
        stay = push_button("Cancel", self.reject)
        go = push_button("Quit without saving" if can_save else "Quit", self._on_quit)
        save = push_button("Save and quit", self._on_save, "primary")
        save.setVisible(can_save)
        usual = save if can_save else stay
        usual.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        for each in (stay, go, save):
            buttons.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(title, "title"))
        column.addWidget(label(sentence, wrap=True))
        column.addStretch(1)
        column.addLayout(buttons)
        usual.setFocus()
        announce(self, sentence, urgent=True)

    def _on_save(self) -> None:
        self.accept()
        self.save_requested.emit()

    def _on_quit(self) -> None:
        self.accept()
        self.quit_requested.emit()
