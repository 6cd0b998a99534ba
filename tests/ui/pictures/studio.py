"""Opens windows and takes their pictures."""

import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog

from hcpcs_desktop.app.library_session import LibrarySession
from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.dialogs.quitting import QuitDialog
from hcpcs_desktop.ui.main_window import MainWindow

from . import paper

SIZE = (1280, 820)
SMALL = (1024, 700)
WIDE = (1920, 1050)
_PATIENCE = 10_000
_GROUNDS = 100
_SHADES = 0xF0F0F0
"""Colours that agree in these bits are one shade."""


class Session(LibrarySession):
    """A session on a day of the release that it shows."""

    day = date(2020, 8, 3)
    problem = ""

    @property
    def today(self) -> date:
        """The day by the clock."""
        return self.day

    @property
    def notebook_problem(self) -> str:
        """Why nothing can be saved."""
        return self.problem


class Studio:
    """Opens windows over one library and takes their pictures."""

    def __init__(self, app: QApplication, folder: Path, library: Path, day: date) -> None:
        """Show this library as of this day; pictures go to ``folder``."""
        self.app = app
        self.folder = folder
        self._library = library
        self._day = day

    def draw_paper(self, code: str, ticked: int) -> None:
        """What is printed of a code: its record, and its checklist with some items ticked."""
        with tempfile.TemporaryDirectory() as home:
            session = Session(Path(home), self._library)
            session.day = self._day
            paper.draw(session.page(code, "medicare", None), ticked, self.folder)
            session.close()

    def take(
        self,
        name: str,
        pose: Callable[[MainWindow], QDialog | None],
        mode: theme.Mode = "light",
        size: tuple[int, int] = SIZE,
        notebook_problem: str = "",
    ) -> None:
        """Open a window, let it pose, and save its picture."""
        with tempfile.TemporaryDirectory() as home:
            session = Session(Path(home), self._library)
            session.day = self._day
            session.problem = notebook_problem
            session.notebook.set_setting("theme", mode)
            theme.apply(self.app, mode)
            window = MainWindow(session)
            window.resize(*size)
            furnished = QSignalSpy(window.furnished)
            window.show()
            window.activateWindow()
            furnished.wait(_PATIENCE)
            QTest.qWait(20)
            dialog = pose(window)
            QTest.qWait(500)
            picture = window.grab()
            if dialog is not None:
                _put_on_top(picture, dialog)
            _small(picture).save(str(self.folder / f"{name}.png"))
            window.close()
            for asked in window.findChildren(QuitDialog):
                asked.quit_requested.emit()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            session.close()


def _small(picture: QPixmap) -> QImage:
    """The picture in 256 colours, a third of the bytes: grounds as they are, then shades."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _ in counts.most_common()]
    shades = {colour & _SHADES: colour for colour in reversed(colours)}
    table = list(dict.fromkeys([*colours[:_GROUNDS], *reversed(shades.values())]))[:256]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, plain)


def _put_on_top(picture: QPixmap, dialog: QDialog) -> None:
    """A dialog over its window, which no window system puts there offscreen."""
    image = dialog.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
    left, top = picture.width() - image.width(), picture.height() - image.height()
    corner = QPoint(left // 2, top // 3)
    painter.drawPixmap(corner, image)
    painter.end()
