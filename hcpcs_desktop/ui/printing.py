"""Documents on paper: PDF now, and what printing and the clipboard build on.

Documents load nothing, whatever their text says: no file, no network path.
"""

import os
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.errors import UserError

_MARGIN_MM = 16.0
_NOTHING = QImage(1, 1, QImage.Format.Format_ARGB32)


class SealedDocument(QTextDocument):
    """A document that answers every request for a resource with an empty picture."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Load nothing: returning no bytes would make Qt look for the file itself."""
        return _NOTHING


def write_pdf(html: str, path: Path) -> None:
    """Write a document as PDF, letter size; raises UserError where the file cannot be written."""
    try:
        path.open("ab").close()
    except OSError as error:
        raise UserError(
            f"{path} cannot be written ({error.strerror or error}). Choose another place.",
            "not_writable",
        ) from error
    _print(html, QPdfWriter(str(path)))


def print_html(html: str, window: QWidget) -> None:
    """Print a document, letter size, on the printer that the user chooses in a dialog."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        _print(html, printer)
    dialog.deleteLater()


def write_pdf_headless(html: str, path: Path) -> None:
    """The same for the command line, which has no application of its own yet."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    write_pdf(html, path)
    del application


def _print(html: str, device: QPagedPaintDevice) -> None:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    document = SealedDocument()
    document.documentLayout().setPaintDevice(device)
    document.setPageSize(QSizeF(device.width(), device.height()))
    document.setHtml(html)
    document.print_(device)
