"""The dialog for a bug: what went wrong, to copy and send."""

import platform

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hcpcs_desktop import __version__
from hcpcs_desktop.ui.forms import name_input
from hcpcs_desktop.ui.reading_order import ReadingOrder
from hcpcs_desktop.ui.text import label


class BugDialog(ReadingOrder, QDialog):
    """Shows a trace that can be copied; the program goes on."""

    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        """Show this trace, with the versions it came from."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Something went wrong")
        self.resize(720, 440)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setProperty("type", "trace")
        self._details.setPlainText(
            f"HCPCS Desktop {__version__}, Python {platform.python_version()}, "
            f"{platform.platform()}\n\n{trace}"
        )
        name_input(self._details, "What went wrong, in detail")
        copy = QPushButton("Copy")
        copy.clicked.connect(self._on_copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(label("This is a mistake in the program", "title"))
        column.addWidget(
            label(
                "Your notes and ticks are safe, and you can go on. Please copy the lines below "
                "and send them to whoever looks after the program.",
                wrap=True,
            )
        )
        column.addWidget(self._details, 1)
        column.addWidget(buttons)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
