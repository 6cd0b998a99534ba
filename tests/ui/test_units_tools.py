"""The tools by themselves: units for any code, body surface area, NDC."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.pane_area import PaneArea
from hcpcs_desktop.ui.units.desk import ToolWindow

from .filling import box, fill, line, pick
from .reading import button, focus, shown_text
from .test_accessibility import nameless
from .test_units import lines_of, open_units


def tool(window: MainWindow, key: Qt.Key) -> ToolWindow:
    """The window that a key opens."""
    QTest.keyClick(window, key)
    return window.findChildren(ToolWindow)[-1]


def test_units_stand_alone_and_know_the_codes_of_the_library(
    qtbot: QtBot, window: MainWindow
) -> None:
    units = tool(window, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line(units, "Code"))
    fill(units, "Code", "j9035")
    assert line(units, "One billing unit is").text() == "10 mg"
    assert "Injection, bevacizumab, 10 mg" in shown_text(units)
    fill(units, "Dose given", "38 mg")
    pick(units, "Vial type", "Single")
    assert "The containers are not known" in shown_text(units)
    fill(units, "Code", "X")
    assert line(units, "One billing unit is").text() == ""
    assert "bevacizumab" not in shown_text(units)


def test_a_billing_unit_that_was_typed_stays(window: MainWindow) -> None:
    units = tool(window, Qt.Key.Key_F6)
    fill(units, "One billing unit is", "5 mg")
    fill(units, "Code", "J9035")
    assert line(units, "One billing unit is").text() == "5 mg"


def test_a_tool_keeps_what_was_typed_when_it_is_closed(window: MainWindow) -> None:
    units = tool(window, Qt.Key.Key_F6)
    fill(units, "Dose given", "38 mg")
    QTest.keyClick(units, Qt.Key.Key_Escape)
    assert not units.isVisible()
    assert tool(window, Qt.Key.Key_F6) is units
    assert line(units, "Dose given").text() == "38 mg"


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8])
def test_every_input_of_a_tool_has_a_name(window: MainWindow, key: Qt.Key) -> None:
    opened = tool(window, key)
    assert nameless(opened) == []
    assert opened.windowTitle()


def fill_bsa(bsa: ToolWindow, height: str = "170 cm", weight: str = "70 kg") -> None:
    fill(bsa, "Height", height)
    fill(bsa, "Weight", weight)


def test_surface_and_dose_follow_what_is_typed(window: MainWindow) -> None:
    bsa = tool(window, Qt.Key.Key_F7)
    assert "Still needed: the height; the weight." in shown_text(bsa)
    fill_bsa(bsa)
    assert "1.82 m²" in shown_text(bsa)
    assert not button(bsa, "Use this dose").isEnabled()
    fill(bsa, "Dose per m² or kg (optional)", "20 mg/m2")
    assert "Dose 36.3624 mg" in shown_text(bsa)
    fill(bsa, "Cap in m² (optional)", "1.7")
    assert "Dose 34 mg" in shown_text(bsa)
    pick(bsa, "Formula", "DuBois")
    assert "the record must name DuBois" in shown_text(bsa)
    button(bsa, "Copy sentence").click()
    assert QGuiApplication.clipboard().text() == (
        "Body surface area 1.81 m² by DuBois (170 cm, 70 kg), dosed by 1.70 m²; "
        "dose 34 mg (20 mg/m2)."
    )


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("Height", "17 cm", "Is the patient really 17 cm tall?"),
        ("Weight", "700 kg", "Does the patient really weigh 700 kg?"),
        ("Height", "170", "write a number and a unit"),
        ("Dose per m² or kg (optional)", "20 mg", "write it as 20 mg/m2 or 6 mg/kg"),
        ("Cap in m² (optional)", "two", "Enter the cap as a number"),
        ("Cap in m² (optional)", "22", "Is 22 m² really the cap?"),
    ],
)
def test_what_can_hardly_be_meant_is_asked_about(
    qtbot: QtBot, window: MainWindow, name: str, typed: str, said: str
) -> None:
    bsa = tool(window, Qt.Key.Key_F7)
    fill_bsa(bsa)
    fill(bsa, name, typed)
    assert "1.82 m²" not in shown_text(bsa)
    qtbot.waitUntil(lambda: said in shown_text(bsa))
    assert said in line(bsa, name).accessibleDescription()


def test_a_dose_by_surface_fills_the_tab_of_the_drug(window: MainWindow) -> None:
    pane = open_units(window)
    button(pane, "From body surface area…").click()
    bsa = window.findChildren(ToolWindow)[0]
    fill_bsa(bsa)
    fill(bsa, "Dose per m² or kg (optional)", "20 mg/m2")
    button(bsa, "Use this dose").click()
    assert line(pane, "Dose given").text() == "36.362373715 mg"
    pick(pane, "Vial type", "Single")
    assert lines_of(pane) == ["J9035, no modifier, 4 units"]


def test_without_a_drug_the_dose_fills_the_tool(window: MainWindow) -> None:
    window.show_code("S9327")
    bsa = tool(window, Qt.Key.Key_F7)
    fill_bsa(bsa)
    fill(bsa, "Dose per m² or kg (optional)", "6 mg/kg")
    button(bsa, "Use this dose").click()
    assert line(window.findChildren(ToolWindow)[-1], "Dose given").text() == "420 mg"


def test_a_dose_goes_back_to_the_tool_that_asked_for_it(window: MainWindow) -> None:
    pane = open_units(window)
    units = tool(window, Qt.Key.Key_F6)
    button(units, "From body surface area…").click()
    bsa = window.findChildren(ToolWindow)[-1]
    fill_bsa(bsa)
    fill(bsa, "Dose per m² or kg (optional)", "6 mg/kg")
    button(bsa, "Use this dose").click()
    assert line(units, "Dose given").text() == "420 mg"
    assert line(pane, "Dose given").text() == ""


def test_an_ndc_is_read_and_its_claim_strings_are_copied(window: MainWindow) -> None:
    ndc = tool(window, Qt.Key.Key_F8)
    fill(ndc, "NDC", "50242-061-01")
    assert "50242-0061-01" in shown_text(ndc)
    assert "Read as 5-3-2, zero added." in shown_text(ndc)
    fill(ndc, "Dose (for the quantity)", "400 mg")
    fill(ndc, "Strength", "25 mg/mL")
    fill(ndc, "One billing unit is (optional)", "10 mg")
    for name, copied in (
        ("Eleven digits", "50242006101"),
        ("HCPCS units", "40"),
        ("NDC quantity", "ML16"),
        ("CMS-1500, shaded 24A", "N450242006101   ML16"),
        ("UB-04, form locator 43", "N450242006101ML16"),
        ("837P, LIN02 and LIN03", "N4*50242006101"),
        ("837P, CTP04 and CTP05-1", "16*ML"),
    ):
        button(ndc, f"Copy: {name}").click()
        assert QGuiApplication.clipboard().text() == copied
    pick(ndc, "Form", "Powder")
    fill(ndc, "Content of a container", "440 mg")
    fill(ndc, "Strength", "")
    button(ndc, "Copy: NDC quantity").click()
    assert QGuiApplication.clipboard().text() == "UN1"


def test_ten_digits_can_be_read_in_three_ways_for_a_person_to_choose(
    qtbot: QtBot, window: MainWindow
) -> None:
    ndc = tool(window, Qt.Key.Key_F8)
    fill(ndc, "NDC", "5024200610")
    qtbot.waitUntil(lambda: "can be read in three ways" in shown_text(ndc))
    button(ndc, "Read it as 50242-0006-10").click()
    assert line(ndc, "NDC").text() == "50242-0006-10"
    assert focus() is line(ndc, "NDC")
    assert "three ways" not in shown_text(ndc)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("NDC", "0002-7597", "names a product without its package"),
        ("NDC", "123456-1234-12", "FDA twelve-digit NDC"),
        ("NDC", "<b>x</b>", "take out everything but digits"),
        ("Dose (for the quantity)", "400", "has no unit"),
        ("Dose (for the quantity)", "400 mg", "enter its strength"),
    ],
)
def test_what_cannot_go_on_a_claim_is_said_beside_its_field(
    qtbot: QtBot, window: MainWindow, name: str, typed: str, said: str
) -> None:
    ndc = tool(window, Qt.Key.Key_F8)
    fill(ndc, name, typed)
    qtbot.waitUntil(lambda: said in shown_text(ndc))


def test_the_form_begins_with_a_liquid(window: MainWindow) -> None:
    assert box(tool(window, Qt.Key.Key_F8), "Form").currentText() == "Liquid"


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8])
def test_a_tool_fits_its_window(window: MainWindow, key: Qt.Key) -> None:
    opened = tool(window, key)
    if key == Qt.Key.Key_F8:
        fill(opened, "NDC", "50242-0061-01")
        fill(opened, "Dose (for the quantity)", "12345.678 mL")
    QApplication.processEvents()
    area = opened.findChildren(PaneArea)[0]
    content = area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= area.viewport().width()
