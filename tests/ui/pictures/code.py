"""Poses of the tabs of a code."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hcpcs_desktop.ui.checklist.item_row import ItemBox
from hcpcs_desktop.ui.code.record_pane import RecordPane
from hcpcs_desktop.ui.guide.guide_text import GuideText
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.modifiers.checker import ModifierChecker
from hcpcs_desktop.ui.products.price_chart import PriceChart
from hcpcs_desktop.ui.products.price_view import points_of
from hcpcs_desktop.ui.products.quarters import QuartersTable

from ..filling import fill
from ..keys import Keyboard
from ..library_facts import LIMITS
from ..reading import button, click_on
from .posing import newest, tab, type_text

TICKS = 6
"""Items of a checklist that are ticked."""


def record(window: MainWindow) -> None:
    type_text(window, "J9043")
    button(window, "Help on Coverage").click()


def checklist(window: MainWindow) -> None:
    type_text(window, "J9043")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    for box in window.findChildren(ItemBox)[:TICKS]:
        box.click()


def per_diem(window: MainWindow) -> None:
    type_text(window, "S9327")


def discontinued(window: MainWindow) -> None:
    type_text(window, "J9310")


def unknown(window: MainWindow) -> None:
    type_text(window, "J9038")


def long(window: MainWindow) -> None:
    type_text(window, "G0556")


def modifier(window: MainWindow) -> None:
    type_text(window, "JW")


def sources(window: MainWindow) -> None:
    """A guide with two of its sources unfolded."""
    tab("J9043", Qt.Key.Key_2)(window)
    text = window.findChildren(GuideText)[0]
    for words in ("corrected", "?"):
        click_on(text, words)
    text.go_to(0)


def whom_to_ask(window: MainWindow) -> None:
    tab("J1640", Qt.Key.Key_1)(window)
    ask = button(window, "Who to ask")
    ask.click()
    QApplication.processEvents()
    window.findChildren(RecordPane)[0].ensureWidgetVisible(ask, 0, 200)


def compared(window: MainWindow) -> QDialog:
    tab("J9043", Qt.Key.Key_8)(window)
    button(window, "Compare side by side").click()
    return newest(window)


def prices(window: MainWindow) -> None:
    """Packages, and a price through made-up quarters: the library holds one."""
    tab("J9043", Qt.Key.Key_5)(window)
    window.findChildren(PriceChart)[0].show_points(points_of(LIMITS))
    window.findChildren(PriceChart)[0].show()


def price_table(window: MainWindow) -> None:
    """The made-up quarters as a table."""
    prices(window)
    table = window.findChildren(QuartersTable)[0]
    table.show_points(points_of(LIMITS))
    table.show()


def modifiers(code: str, typed: str) -> Callable[[MainWindow], None]:
    """The modifiers of a code, some of them typed to be checked."""

    def pose(window: MainWindow) -> None:
        tab(code, Qt.Key.Key_6)(window)
        checkers = partial(window.findChildren, ModifierChecker)
        Keyboard().until(lambda: any(each.isVisible() for each in checkers()), "the tab is there")
        fill(window, "Modifiers on the line", typed)

    return pose
