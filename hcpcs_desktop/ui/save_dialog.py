"""Asks where a file is to be saved, or which one is to be read."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

TABLES = "Excel workbook (*.xlsx);;Comma-separated values (*.csv)"
"""The kinds of file that a table can be saved as."""


def save_dialog(window: QWidget, title: str, kinds: str, name: str) -> QFileDialog:
    """A dialog over a window, not yet open; ``fileSelected`` brings the path.

    ``kinds`` is Qt's filter; ``name`` is the proposed file name, and its suffix the one that is
    added where the user types none.
    """
    dialog = QFileDialog(window, title, str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return dialog


def open_dialog(window: QWidget, title: str, kinds: str) -> QFileDialog:
    """A dialog for one file that is there, not yet open; ``fileSelected`` brings the path."""
    dialog = QFileDialog(window, title, str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog
