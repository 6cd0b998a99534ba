"""Poses of the tools about doses: units and waste, body surface, NDCs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from hcpcs_desktop.ui.main_window import MainWindow

from ..filling import fill, pick
from ..reading import button
from .posing import newest, tab


def units(window: MainWindow) -> None:
    tab("J9043", Qt.Key.Key_4)(window)
    fill(window, "Dose given", "38 mg")
    fill(window, "How many were opened, size 1", "1")
    fill(window, "Size 1 of a container", "60 mg")
    fill(window, "NDC of size 1", "0024-5824-11")
    pick(window, "Vial type", "Single")


def units_of_two_sizes(window: MainWindow) -> None:
    tab("J9035", Qt.Key.Key_4)(window)
    fill(window, "Dose given", "680 mg")
    fill(window, "Size 1 of a container", "100 mg")
    button(window, "Add a size").click()
    fill(window, "Size 2 of a container", "400 mg")
    fill(window, "NDC of size 2", "50242-0061-01")
    pick(window, "Vial type", "Single")
    pick(window, "Payer", "Medicaid")


def units_with_ndcs(window: MainWindow) -> None:
    """Two products, a line and a whole NDC string for each."""
    units_of_two_sizes(window)
    fill(window, "NDC of size 1", "50242-0060-01")
    pick(window, "Form of the product", "Liquid")


def units_impossible(window: MainWindow) -> None:
    units(window)
    fill(window, "Dose given", "4,5 mg")
    fill(window, "Size 1 of a container", "0 mg")
    QTest.qWait(500)


def units_alone(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_units"].trigger()
    dialog = newest(window)
    fill(dialog, "Code", "J9043")
    fill(dialog, "Dose given", "120 mg")
    fill(dialog, "Size 1 of a container", "60 mg")
    pick(dialog, "Vial type", "Single")
    return dialog


def bsa(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_bsa"].trigger()
    dialog = newest(window)
    fill(dialog, "Height", "5 ft 7 in")
    fill(dialog, "Weight", "154 lb")
    fill(dialog, "Dose per m² or kg (optional)", "20 mg/m2")
    button(dialog, "Show rules and sources").click()
    return dialog


def ndc(window: MainWindow) -> QDialog:
    window.actions_by_name["tool_ndc"].trigger()
    dialog = newest(window)
    fill(dialog, "NDC", "50242-0061-01")
    fill(dialog, "Dose (for the quantity)", "400 mg")
    fill(dialog, "Strength", "25 mg/mL")
    fill(dialog, "One billing unit is (optional)", "10 mg")
    return dialog


def ndc_ambiguous(window: MainWindow) -> QDialog:
    dialog = ndc(window)
    fill(dialog, "NDC", "5024200610")
    QTest.qWait(500)
    return dialog
