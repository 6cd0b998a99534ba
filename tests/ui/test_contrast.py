"""Text can be read: its contrast, measured in what is painted, is 4.5 at least."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextBrowser, QWidget

from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.badge import BadgeLabel
from hcpcs_desktop.ui.dialogs.palette import CommandPalette
from hcpcs_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.results_view import ResultsView

from .conftest import Open
from .fakes import FakeSession
from .keys import CONTROL
from .test_theme import contrast

LEAST = 4.5
SHARP = 4
"""Painted so many times larger that the strokes of letters have their full colour."""

TABS = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
)


def painted(window: QWidget) -> QImage:
    """The window as it is painted, several times its size."""
    image = QImage(window.size() * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    window.render(image)
    return image


def contrast_in(image: QImage, area: QRect) -> float:
    """The contrast of the ground of an area and of what stands out most from it."""
    part = image.copy(QRect(area.topLeft() * SHARP, area.size() * SHARP))
    counts = Counter(memoryview(part.constBits()).cast("I"))
    (ground, _), *others = counts.most_common()
    enough = [colour for colour, pixels in others if pixels >= SHARP]
    names = [QColor.fromRgb(colour).name() for colour in enough]
    return max((contrast(QColor.fromRgb(ground).name(), name) for name in names), default=0)


def faint(window: QWidget) -> list[str]:
    """The texts of a window that cannot be read well, with their contrast."""
    QApplication.processEvents()
    image = painted(window)
    found = []
    for widget in window.findChildren(QWidget):
        words = text_of(widget)
        if not words or not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.window() is not window:
            continue
        area = visible_area(widget, window)
        if area.width() < 4 or area.height() < widget.fontMetrics().height() // 2:
            continue
        measured = contrast_in(image, area)
        if measured < LEAST:
            found.append(f"{type(widget).__name__} {words[:40]}: {measured:.1f}")
    return found


def visible_area(widget: QWidget, window: QWidget) -> QRect:
    """Where in the window a widget can be seen."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def text_of(widget: QWidget) -> str:
    """What a widget says; empty for one that is no text."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, BadgeLabel):
        return widget.badge.text
    return widget.toPlainText() if isinstance(widget, QTextBrowser) else ""


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("code", ["J9027", "J9310", "Q5160"])
def test_contrast_of_every_text_in_every_tab(
    qapp: QApplication, window: MainWindow, mode: theme.Mode, code: str
) -> None:
    theme.apply(qapp, mode)
    window.show_code(code)
    for key in TABS:
        QTest.keyClick(window, key, CONTROL)
        assert faint(window) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_contrast_of_first_start_banner_and_dialogs(
    qapp: QApplication, open_window: Open, mode: theme.Mode
) -> None:
    theme.apply(qapp, mode)
    window = open_window(FakeSession())
    for tone in ("info", "caution", "bad"):
        window.notifier.tell("The folder is read-only.", tone, "Undo")
        assert faint(window) == []
    for dialog in (ShortcutsDialog(window), CommandPalette(window.actions(), window)):
        dialog.show()
        assert faint(dialog) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_contrast_of_a_selected_result_and_its_marks(
    qapp: QApplication, window: MainWindow, mode: theme.Mode
) -> None:
    theme.apply(qapp, mode)
    window.search_for("injection")
    QApplication.processEvents()
    image = painted(window)
    results = window.findChildren(ResultsView)[0]
    corner = results.viewport().mapTo(window, QPoint(0, 0))
    for row in range(3):
        area = results.visualRect(results.model().index(row, 0)).translated(corner)
        assert contrast_in(image, area) >= LEAST
