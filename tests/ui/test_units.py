"""The tab Units & waste: a dose typed, claim lines read."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTabBar
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.products.pane import ProductsPane
from hcpcs_desktop.ui.units.calculator import UnitsCalculator
from hcpcs_desktop.ui.units.entries import Container, Entries, Facts
from hcpcs_desktop.ui.units.lines import LineRow
from hcpcs_desktop.ui.units.pane import UnitsPane
from hcpcs_desktop.ui.units.picture import ContainersPicture

from .fakes import FakeSession
from .filling import box, fill, line, pick
from .reading import button, focus, shown_text, tab_to
from .test_accessibility import nameless

AVASTIN = Product(
    *("J9035", "50242-0061-01", "ASP", "Genentech", "Avastin", "10 MG"), billing_units=Decimal(40)
)
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_units(window: MainWindow, code: str = "J9035") -> UnitsPane:
    """As a user does: type the code, open it, choose the tab."""
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    return window.findChildren(UnitsPane)[0]


def fill_in(pane: UnitsPane, dose: str, size: str, opened: str = "1", vial: str = "Single") -> None:
    fill(pane, "Date of service", "2025-06-10")
    fill(pane, "Dose given", dose)
    fill(pane, "Size 1 of a container", size)
    fill(pane, "How many were opened, size 1", opened)
    pick(pane, "Vial type", vial)


def lines_of(pane: UnitsPane | UnitsCalculator) -> list[str]:
    return [row.accessibleName() for row in pane.findChildren(LineRow) if row.isVisibleTo(pane)]


@pytest.fixture
def pane(window: MainWindow) -> UnitsPane:
    """The tab of a drug of which a unit is 10 mg."""
    return open_units(window)


def test_a_dose_becomes_claim_lines_by_keyboard_alone(window: MainWindow) -> None:
    pane = open_units(window)
    line(pane, "Dose given").setFocus()
    QTest.keyClicks(focus(), "680 mg")
    for typed in ("2", "400 mg", "50242-0061-01"):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        if not isinstance(focus(), QLineEdit):
            QTest.keyClick(focus(), Qt.Key.Key_Tab)
        QTest.keyClicks(focus(), typed)
    tab_to("Add a size")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is box(pane, "Vial type")
    QTest.keyClicks(focus(), "Single")
    assert lines_of(pane) == ["J9035, no modifier, 68 units", "J9035, JW, 12 units"]
    text = shown_text(pane)
    assert "N450242006101" in text
    assert "120 mg discarded" in text
    assert "680 mg given of two 400 mg single-dose vials" in text


def test_the_billing_unit_is_that_of_the_description(pane: UnitsPane) -> None:
    assert line(pane, "One billing unit is").text() == "10 mg"
    fill_in(pane, "100 mg", "100 mg")
    assert "One unit is 10 mg." in shown_text(pane)
    fill(pane, "One billing unit is", "5 mg")
    assert lines_of(pane) == ["J9035, JZ, 20 units"]
    assert "One unit is" not in shown_text(pane).replace("One billing unit is", "")


def test_the_result_follows_each_keystroke(pane: UnitsPane) -> None:
    fill_in(pane, "38 mg", "100 mg")
    assert lines_of(pane) == ["J9035, no modifier, 4 units", "J9035, JW, 6 units"]
    fill(pane, "Dose given", "98 mg")
    assert lines_of(pane) == ["J9035, JZ, 10 units"]
    assert "2 mg is less than one billing unit" in shown_text(pane)


def test_the_vial_type_is_the_users_choice_and_the_app_says_why(pane: UnitsPane) -> None:
    fill(pane, "Dose given", "38 mg")
    assert lines_of(pane) == []
    assert "Still needed: the vial type." in shown_text(pane)
    assert "J9043 (Jevtana) is single-dose, J9064 multi-dose" in shown_text(pane)
    pick(pane, "Vial type", "Multi")
    assert lines_of(pane) == ["J9035, no modifier, 4 units"]


def test_sizes_at_hand_give_the_choice_that_opens_least(pane: UnitsPane) -> None:
    fill_in(pane, "680 mg", "100 mg", opened="")
    button(pane, "Add a size").click()
    assert focus() is line(pane, "How many were opened, size 2")
    fill(pane, "Size 2 of a container", "400 mg")
    assert "Least to open: 3 × 100 mg + 1 × 400 mg." in shown_text(pane)
    button(pane, "These were opened").click()
    assert line(pane, "How many were opened, size 1").text() == "3"
    assert line(pane, "How many were opened, size 2").text() == "1"
    assert "this governs" in shown_text(pane)
    button(pane, "Remove size 2").click()
    assert line(pane, "How many were opened, size 1").text() == "3"
    assert len([each for each in pane.findChildren(QLineEdit) if "NDC" in each.accessibleName()])


def test_a_size_that_was_removed_no_longer_counts(pane: UnitsPane) -> None:
    fill_in(pane, "100 mg", "100 mg")
    button(pane, "Add a size").click()
    fill(pane, "How many were opened, size 2", "1")
    fill(pane, "Size 2 of a container", "400 mg")
    assert lines_of(pane)[1] == "J9035, JW, 40 units"
    button(pane, "Remove size 2").click()
    assert lines_of(pane) == ["J9035, JZ, 10 units"]


@pytest.mark.parametrize(
    ("dose", "size", "opened", "said"),
    [
        ("4,5 mg", "60 mg", "1", '"4,5 mg" can be read in two ways'),
        ("45 mg", "0 mg", "1", "0 mg is nothing: enter an amount above zero."),
        ("60 g", "60 mg", "1", "A dose of 60 g cannot come out of 1 × 60 mg"),
        ("60 g", "60 mg", "", "60 g would take 1,000 containers of 60 mg"),
        ("-5 mg", "60 mg", "1", "negative"),
        ("NaN", "60 mg", "1", "is not an amount"),
        ("1e400 mg", "60 mg", "1", "has a unit that is not known here"),
        ("45", "60 mg", "1", "has no unit"),
        ("45 mL", "60 mg", "1", "45 mL cannot be given in mg"),
        ("45 mg", "60 mg", "0", "a whole number from 1 to 1,000"),
        ("45 mg", "60 mg", "9" * 30, "a whole number from 1 to 1,000"),
        ("45 mg", "60 mg", "1.5", "a whole number from 1 to 1,000"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    qtbot: QtBot, pane: UnitsPane, dose: str, size: str, opened: str, said: str
) -> None:
    fill_in(pane, dose, size, opened)
    qtbot.waitUntil(lambda: said in shown_text(pane))
    assert lines_of(pane) == []
    marked = [each for each in pane.findChildren(QLineEdit) if each.property("invalid")]
    assert all(each.accessibleDescription() for each in marked)


def test_a_field_is_called_wrong_once_it_is_left(pane: UnitsPane) -> None:
    fill_in(pane, "45 mg", "60 mg")
    fill(pane, "Date of service", "13/20/2026")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert "write year, month and day as 2026-11-20" in shown_text(pane)
    fill(pane, "Date of service", "11/20/2026")
    assert "write year" not in shown_text(pane)
    assert lines_of(pane) != []


def test_an_ndc_that_cannot_be_read_is_marked_and_left_out(qtbot: QtBot, pane: UnitsPane) -> None:
    fill_in(pane, "60 mg", "60 mg")
    fill(pane, "NDC of size 1", "5024200610")
    qtbot.waitUntil(lambda: "three ways" in line(pane, "NDC of size 1").accessibleDescription())
    assert lines_of(pane) == ["J9035, JZ, 6 units"]
    assert "N45024200610" not in shown_text(pane)


def test_two_ndcs_of_one_size_are_refused(qtbot: QtBot, pane: UnitsPane) -> None:
    fill_in(pane, "100 mg", "100 mg")
    fill(pane, "NDC of size 1", "50242-0061-01")
    button(pane, "Add a size").click()
    fill(pane, "Size 2 of a container", "100.0 mg")
    fill(pane, "NDC of size 2", "50242-0060-01")
    qtbot.waitUntil(lambda: "100 mg has two NDCs" in shown_text(pane))


def test_more_inputs_change_the_result(pane: UnitsPane) -> None:
    fill_in(pane, "60 mg", "100 mg")
    button(pane, "More inputs").click()
    fill(pane, "OPPS status indicator", "N")
    assert lines_of(pane) == ["J9035, no modifier, 6 units"]
    fill(pane, "OPPS status indicator", "K")
    pick(pane, "Container", "Prefilled")
    assert "one 100 mg single-dose prefilled syringe" in shown_text(pane)
    fill(pane, "Dose given", "102 mg")
    fill(pane, "Overfill of each container", "5 mg")
    assert "102 mg given, overfill included" in shown_text(pane)
    assert lines_of(pane) == ["J9035, JZ, 10 units"]


def test_other_payers_may_want_a_line_for_each_ndc(pane: UnitsPane) -> None:
    fill_in(pane, "500 mg", "100 mg")
    fill(pane, "NDC of size 1", "50242-0060-01")
    button(pane, "Add a size").click()
    fill(pane, "How many were opened, size 2", "1")
    fill(pane, "Size 2 of a container", "400 mg")
    fill(pane, "NDC of size 2", "50242-0061-01")
    assert lines_of(pane) == ["J9035, JZ, 50 units"]
    pick(pane, "Payer", "Medicaid")
    assert lines_of(pane) == ["J9035, JZ, 40 units", "J9035, JZ, 10 units"]
    assert "JW and JZ are Medicare's rule" in shown_text(pane)


def test_rules_and_sources_unfold(pane: UnitsPane) -> None:
    fill_in(pane, "38 mg", "100 mg")
    source = "Medicare Claims Processing Manual ch. 17 s. 40"
    assert source not in shown_text(pane)
    button(pane, "Show rules and sources").setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert source in shown_text(pane)


def test_the_picture_says_in_words_what_it_shows(qtbot: QtBot, pane: UnitsPane) -> None:
    fill_in(pane, "680 mg", "400 mg", opened="2")
    picture = pane.findChildren(ContainersPicture)[0]
    assert picture.accessibleDescription() == (
        "One of 400 mg: 400 mg given. One of 400 mg: 280 mg given, 120 mg discarded."
    )
    assert picture.sizeHint().width() > 100
    qtbot.waitUntil(lambda: picture.size() == picture.sizeHint())
    fill(pane, "How many were opened, size 1", "500")
    assert "498 of 400 mg: nothing given, 400 mg discarded of each." in (
        picture.accessibleDescription()
    )
    assert picture.sizeHint().width() < pane.width() / 2


def test_lines_and_sentence_are_copied(window: MainWindow, pane: UnitsPane) -> None:
    fill_in(pane, "38 mg", "100 mg")
    fill(pane, "NDC of size 1", "50242-0060-01")
    button(pane, "Copy claim lines").click()
    assert QGuiApplication.clipboard().text() == (
        "Code\tModifier\tUnits\tNDC\nJ9035\t\t4\tN450242006001\nJ9035\tJW\t6\tN450242006001\n"
    )
    assert "Copied the claim lines" in shown_text(window.statusBar())
    button(pane, "Copy sentence").click()
    assert QGuiApplication.clipboard().text().startswith("38 mg given of one 100 mg")


def test_the_sheet_is_saved_where_the_user_says(
    window: MainWindow, pane: UnitsPane, qtbot: QtBot, tmp_path: Path
) -> None:
    fill_in(pane, "38 mg", "100 mg")
    button(pane, "PDF").click()
    dialog = window.findChildren(QFileDialog)[0]
    assert Path(dialog.selectedFiles()[0]).name == "J9035-units-2025-06-10.pdf"
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: "Saved sheet.pdf" in shown_text(window.statusBar()))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_printed_is_the_sheet(pane: UnitsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr(
        "hcpcs_desktop.ui.printing.print_html", lambda html, _window, _foot: printed.append(html)
    )
    fill_in(pane, "38 mg", "100 mg")
    button(pane, "Print").click()
    assert "Units and waste: J9035" in printed[0]


def test_inputs_are_kept_for_each_code(window: MainWindow, pane: UnitsPane) -> None:
    fill_in(pane, "38 mg", "100 mg")
    window.show_code("J9043")
    assert line(pane, "Dose given").text() == ""
    fill(pane, "Dose given", "12 mg")
    window.show_code("J9035")
    assert line(pane, "Dose given").text() == "38 mg"
    assert lines_of(pane) == ["J9035, no modifier, 4 units", "J9035, JW, 6 units"]
    window.show_code("J9043")
    assert line(pane, "Dose given").text() == "12 mg"


def test_the_date_of_the_window_counts_until_another_is_typed(
    window: MainWindow, pane: UnitsPane, session: FakeSession
) -> None:
    assert line(pane, "Date of service").text() == "2020-08-03"
    fill(pane, "Date of service", "2024-01-01")
    window.show_code("J9043")
    window.show_code("J9035")
    assert line(pane, "Date of service").text() == "2024-01-01"


def test_a_package_of_the_crosswalk_fills_the_calculation(window: MainWindow) -> None:
    pane = open_units(window)
    fill(pane, "Dose given", "380 mg")
    pick(pane, "Vial type", "Single")
    tabs = window.findChildren(QTabBar)[0]
    tabs.setCurrentIndex(tabs.currentIndex() + 1)
    window.findChildren(ProductsPane)[0].ndc_chosen.emit(AVASTIN)
    assert line(pane, "Size 1 of a container").text() == "400 mg"
    assert lines_of(pane) == ["J9035, no modifier, 38 units", "J9035, JW, 2 units"]
    assert "N450242006101" in shown_text(pane)


def test_only_drugs_have_the_tab_and_it_comes_back(window: MainWindow) -> None:
    open_units(window)
    tabs = window.findChildren(QTabBar)[0]
    at = tabs.currentIndex()
    assert tabs.accessibleTabName(at) == "Units & waste"
    window.show_code("S9327")
    assert not tabs.isTabVisible(at)
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    assert tabs.currentIndex() == 0
    window.show_code("J9035")
    assert tabs.currentIndex() == at


def test_every_input_has_a_name(pane: UnitsPane) -> None:
    fill_in(pane, "38 mg", "100 mg")
    button(pane, "More inputs").click()
    button(pane, "Add a size").click()
    assert nameless(pane) == []


@pytest.fixture
def cases(shared_domain: Path) -> list[dict[str, Any]]:
    """The worked cases."""
    found: list[dict[str, Any]] = json.loads(
        (shared_domain / "units_examples.json").read_text(encoding="utf-8")
    )
    return found


@pytest.mark.parametrize("number", [0, 2, 3, 5, 10, 13, 15, 19])
def test_a_worked_case_comes_out_as_worked(
    qtbot: QtBot, cases: list[dict[str, Any]], number: int
) -> None:
    given, expected = cases[number]["input"], cases[number]["expected"]
    calculator = UnitsCalculator()
    qtbot.addWidget(calculator)
    sizes = tuple(Container(size) for size in given["vials"])
    entries = Entries(
        code=given["code"], billing_unit=given["billing_unit"], dos=given["dos"], containers=sizes
    )
    calculator.show_entries(entries, Facts())
    fill(calculator, "Dose given", given["dose"])
    pick(calculator, "Vial type", given["vial_type"])
    assert lines_of(calculator) == [
        f"{each['code']}, {', '.join(each['modifiers']) or 'no modifier'}, {each['units']} units"
        for each in expected["lines"]
    ]
