"""Poses of the search."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.chips import FilterChips

from ..reading import button, focus
from .posing import type_text


def found(window: MainWindow) -> None:
    type_text(window, "cabazitaxel")


def results(window: MainWindow) -> None:
    type_text(window, "home infusion")


def cpt(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "96413")


def without_result(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "zzqxj wwvkq")


def filtered(window: MainWindow) -> None:
    """Hits with two filters chosen."""
    QTest.keyClicks(focus(), "infusion")
    chips = window.findChildren(FilterChips)[0]
    for each in chips.findChildren(QPushButton):
        if each.text().startswith(("Valid", "Payable")) and each.isVisible():
            each.click()


def corrected(window: MainWindow) -> None:
    type_text(window, "cabazitaxal")


def brand(window: MainWindow) -> None:
    type_text(window, "jevtana")


def other_product(window: MainWindow) -> None:
    """A trade name that has no code of its own."""
    type_text(window, "osenvelt")


def no_code(window: MainWindow) -> None:
    """A trade name of a drug that no code names."""
    QTest.keyClicks(focus(), "dupixent")


def everyday(window: MainWindow) -> None:
    type_text(window, "bariatric walker")


def no_such_code(window: MainWindow) -> None:
    QTest.keyClicks(focus(), "J8888")


def browsed(window: MainWindow) -> None:
    type_text(window, "J9043")
    button(window, "Browse J9000-J9999 Chemotherapy drugs").click()
