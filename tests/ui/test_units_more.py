"""Inputs of the unit calculation that only some calculations need."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain import billing_unit
from hcpcs_desktop.domain.product import ListedProduct, Product
from hcpcs_desktop.output.wording import sum_of_drugs
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.scale import GRID
from hcpcs_desktop.ui.units.calculator import UnitsCalculator
from hcpcs_desktop.ui.units.containers import ContainerRows
from hcpcs_desktop.ui.units.entries import Container, Entries, Facts
from hcpcs_desktop.ui.units.pane import UnitsPane
from hcpcs_desktop.ui.units.picture import ContainersPicture
from hcpcs_desktop.ui.units.working import work_out

from .filling import box, fill, line
from .reading import button, shown_text
from .test_units import fill_in, lines_of, open_units

BEVACIZUMAB = Product(
    *("J9035", "50242-0061-01", "ASP", "Genentech", "Avastin", "10 MG"),
    package_size=Decimal(16),
    billing_units=Decimal(40),
)


TYPED = Entries(code="J9035", billing_unit="10 mg", vial_type="single-dose", dos="2025-11-10")


def step(pane: UnitsPane, name: str, steps: int) -> None:
    """Move through a choice with the arrow keys."""
    target = box(pane, name)
    target.setFocus()
    for _ in range(abs(steps)):
        QTest.keyClick(target, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


@pytest.fixture
def pane(window: MainWindow) -> UnitsPane:
    return open_units(window)


def test_the_form_is_asked_for_once_there_is_an_ndc(pane: UnitsPane) -> None:
    fill_in(pane, "380 mg", "400 mg/16 mL")
    with pytest.raises(AssertionError):
        box(pane, "Form of the product")
    fill(pane, "NDC of size 1", "50242-0061-01")
    step(pane, "Form of the product", 1)
    text = shown_text(pane)
    assert "N450242006101   ML15.2" in text
    assert "N450242006101   ML0.8" in text
    step(pane, "Form of the product", 1)
    assert "N450242006101   UN1" in shown_text(pane)


def test_the_volume_of_a_liquid_comes_from_the_crosswalk() -> None:
    entries = replace(
        TYPED, dose="380 mg", containers=(Container("400 mg", "1", "50242-0061-01"),), form="liquid"
    )
    listed = (ListedProduct("2025-10", BEVACIZUMAB),)
    result = work_out(entries, Facts(products=listed)).result
    assert result
    told = [line.ndc_quantity.number for line in result.lines if line.ndc_quantity]
    assert told == ["15.2", "0.8"]
    other = work_out(entries, Facts()).result
    assert other
    assert not any(line.ndc_quantity for line in other.lines)


def test_only_the_last_of_several_patients_carries_the_waste(qtbot: QtBot, pane: UnitsPane) -> None:
    fill_in(pane, "20 mg", "100 mg")
    button(pane, "More inputs").click()
    step(pane, "Shared with other patients", 2)
    assert lines_of(pane) == ["J9035, JZ, 2 units"]
    step(pane, "Shared with other patients", -1)
    assert "what the other patients were given" in shown_text(pane)
    fill(pane, "Given to the other patients", "50 mg")
    assert lines_of(pane) == ["J9035, no modifier, 2 units", "J9035, JW, 3 units"]
    fill(pane, "Given to the other patients", "90 mg")
    qtbot.waitUntil(lambda: "after what others were given" in shown_text(pane))
    step(pane, "Shared with other patients", -1)
    assert lines_of(pane) == ["J9035, no modifier, 2 units", "J9035, JW, 8 units"]


def test_where_the_result_is_below_a_few_words_stand_beside_the_dose(
    window: MainWindow, pane: UnitsPane
) -> None:
    fill_in(pane, "38 mg", "100 mg")
    short = "J9035 × 4, J9035-JW × 6"
    window.resize(1600, 900)
    QApplication.processEvents()
    assert short not in shown_text(pane)
    window.resize(1000, 700)
    QApplication.processEvents()
    assert short in shown_text(pane)
    fill(pane, "Dose given", "0 mg")
    assert "J9035 ×" not in shown_text(pane)


def test_larger_text_has_room_in_the_containers(window: MainWindow, pane: UnitsPane) -> None:
    fill_in(pane, "38 mg", "100 mg")
    fill(pane, "NDC of size 1", "50242-0061-01")
    for _ in range(3):
        window.actions_by_name["zoom_in"].trigger()
    QApplication.processEvents()
    for name in ("NDC of size 1", "Size 1 of a container"):
        field = line(pane, name)
        text = QFontMetricsF(field.font()).horizontalAdvance(field.text())
        assert field.width() > text + 2 * GRID
    window.actions_by_name["zoom_reset"].trigger()


def test_nothing_is_squeezed_where_the_result_is_below(
    qtbot: QtBot, window: MainWindow, pane: UnitsPane
) -> None:
    fill_in(pane, "680 mg", "400 mg", opened="2")
    picture = pane.findChildren(ContainersPicture)[0]
    for width in (1000, 1600):
        window.resize(width, 700)
        qtbot.waitUntil(lambda: picture.size() == picture.sizeHint())


def test_sizes_of_the_crosswalk_are_offered_and_taken_as_at_hand(qtbot: QtBot) -> None:
    small = replace(BEVACIZUMAB, ndc="50242-0060-01", billing_units=Decimal(10))
    listed = tuple(ListedProduct("2025-10", each) for each in (BEVACIZUMAB, small))
    calculator = UnitsCalculator()
    qtbot.addWidget(calculator)
    calculator.show()
    entries = replace(TYPED, dose="680 mg")
    calculator.show_entries(entries, Facts(products=listed))
    button(calculator, "From CMS's crosswalk: 100 mg, 400 mg").click()
    assert calculator.entries.containers == (
        Container("100 mg", "", "50242006001"),
        Container("400 mg", "", "50242006101"),
    )
    assert "Least to open: 3 × 100 mg + 1 × 400 mg" in shown_text(calculator)
    assert "From CMS's crosswalk" not in shown_text(calculator)


def test_a_combination_says_that_sums_are_to_be_entered(qtbot: QtBot) -> None:
    unit = billing_unit.read("Injection, ceftazidime and avibactam, 0.5 g/0.125 g")
    assert unit
    calculator = UnitsCalculator()
    qtbot.addWidget(calculator)
    calculator.show()
    calculator.show_entries(Entries(code="J0714"), Facts(unit_hint=sum_of_drugs(unit)))
    assert "enter their sum, 0.625 g" in shown_text(calculator)
    assert "the amount of one billing unit" in shown_text(calculator)


def test_an_ndc_that_cms_lists_with_another_size_is_told_beside_the_result() -> None:
    entries = replace(TYPED, dose="80 mg", containers=(Container("100 mg", "1", "50242-0061-01"),))
    outcome = work_out(entries, Facts(products=(ListedProduct("2025-10", BEVACIZUMAB),)))
    assert outcome.result
    assert "CMS lists this NDC with 400 mg, not 100 mg" in outcome.faults["ndc_0"]


def test_the_product_is_named_beside_its_containers(qtbot: QtBot) -> None:
    calculator = UnitsCalculator()
    qtbot.addWidget(calculator)
    calculator.show()
    entries = replace(TYPED, dose="380 mg", containers=(Container("400 mg", "1", "50242006101"),))
    calculator.show_entries(entries, Facts(products=(ListedProduct("2025-10", BEVACIZUMAB),)))
    assert "one 400 mg vial, Avastin" in shown_text(calculator)
    calculator.show_entries(entries, Facts())
    assert "Avastin" not in shown_text(calculator)


def test_a_long_size_is_seen_whole(window: MainWindow, pane: UnitsPane) -> None:
    window.resize(1280, 820)
    fill_in(pane, "155 units", "1000 units")
    size = line(pane, "Size 1 of a container")
    QApplication.processEvents()
    frame = 2 * GRID + 2
    assert size.fontMetrics().horizontalAdvance("1000 units") + frame < size.width()


def test_many_sizes_of_the_crosswalk_are_offered_by_their_number(qtbot: QtBot) -> None:
    calculator = UnitsCalculator()
    qtbot.addWidget(calculator)
    calculator.show()
    sizes = tuple(Container(f"{each} units") for each in (50, 100, 200))
    rows = calculator.findChildren(ContainerRows)[0]
    rows.offer(sizes)
    assert "From CMS's crosswalk: 3 sizes" in shown_text(calculator)
