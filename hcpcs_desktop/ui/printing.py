"""Documents on paper: PDF now, and what printing and the clipboard build on.

Documents load nothing, whatever their text says: no file, no network path.
"""

import os
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

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
    writer = QPdfWriter(str(path))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    document = SealedDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.setHtml(html)
    document.print_(writer)


def write_pdf_headless(html: str, path: Path) -> None:
    """The same for the command line, which has no application of its own yet."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    write_pdf(html, path)
    del application
