"""Documents on paper: print and PDF, with a footer on each page.

Documents load nothing, whatever their text says: no file, no network path.
"""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from hcpcs_desktop.output.written import writing

_SIDE_MM, _TOP_MM = 14.0, 10.0
_FOOT_INCH = 0.25
_FOOT_POINTS = 7.5
_FOOT_COLOUR = "#566165"
_SCALES = (1.0, 0.95, 0.91, 0.88, 0.85)
"""Type gets no smaller than that; a longer document takes more pages."""
_NOTHING = QImage(1, 1, QImage.Format.Format_ARGB32)


class SealedDocument(QTextDocument):
    """A document that answers every request for a resource with an empty picture."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Load nothing: returning no bytes would make Qt look for the file itself."""
        return _NOTHING


def write_pdf(html: str, path: Path, footer: str = "") -> None:
    """Write a document as PDF, letter size; raises UserError where the file cannot be written."""
    for _ in pdf_in_steps(html, path, footer):
        pass


def pdf_in_steps(html: str, path: Path, footer: str = "") -> Iterator[None]:
    """The same in short steps; the last one writes the file."""
    buffer = QBuffer()  # Qt does not tell where a disk is full
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("HCPCS Desktop")
    yield from _print(html, writer, footer)
    yield
    with writing(path) as file:
        file.write_bytes(buffer.data().data())


def print_html(html: str, window: QWidget, footer: str = "") -> None:
    """Print a document, letter size, on the printer that the user chooses in a dialog."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        for _ in _print(html, printer, footer):
            pass
    dialog.deleteLater()


def write_pdf_headless(html: str, path: Path, footer: str = "") -> None:
    """The same for the command line, which has no application of its own yet."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    write_pdf(html, path, footer)
    del application


def _print(html: str, device: QPagedPaintDevice, footer: str) -> Iterator[None]:
    """Print the document a little smaller where that saves its second page.

    It lets go before each layout and each page.
    """
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_SIDE_MM, _TOP_MM, _SIDE_MM, _TOP_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = SealedDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_system_font())
    document.documentLayout().setPaintDevice(device)
    document.setHtml(html)
    foot = device.logicalDpiY() * _FOOT_INCH
    body = QSizeF(device.width(), device.height() - foot)
    scale = yield from _scale_to_fit(document, body)
    if document.pageSize() != body / scale:
        document.setPageSize(body / scale)
        yield
    yield from _paint(document, device, body, scale, footer)


def _scale_to_fit(document: QTextDocument, body: QSizeF) -> Generator[None, None, float]:
    """The largest scale at which the document is one page; 1 where even the least is not enough."""
    likely, unlikely = 0, len(_SCALES)
    place = likely
    while likely < unlikely:
        yield
        document.setPageSize(body / _SCALES[place])
        if document.pageCount() == 1:
            unlikely = place
        else:
            likely = place + 1
        place = (likely + unlikely) // 2
    return _SCALES[place] if place < len(_SCALES) else _SCALES[0]


def _paint(
    document: QTextDocument, device: QPagedPaintDevice, body: QSizeF, scale: float, footer: str
) -> Iterator[None]:
    """Paint page after page, the footer and the number of the page below each."""
    painter = QPainter(device)
    pages = document.pageCount()
    height = document.pageSize().height()
    for number in range(pages):
        yield
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        painter.translate(0, -number * height)
        document.drawContents(painter, QRectF(0, number * height, body.width() / scale, height))
        painter.restore()
        foot = QRectF(0, body.height(), body.width(), device.height() - body.height())
        _paint_footer(painter, foot, footer, f"Page {number + 1} of {pages}")
    yield
    painter.end()


def _paint_footer(painter: QPainter, area: QRectF, footer: str, number: str) -> None:
    font = _system_font()
    font.setPointSizeF(_FOOT_POINTS)
    painter.setFont(font)
    painter.setPen(QColor(_FOOT_COLOUR))
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(area, bottom | Qt.AlignmentFlag.AlignLeft, footer)
    painter.drawText(area, bottom | Qt.AlignmentFlag.AlignRight, number)


def _system_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
