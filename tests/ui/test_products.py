"""The tab Products & price, as a coder uses it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QTableView
from pytestqt.qtbot import QtBot

from hcpcs_desktop.domain.product import Product
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.products.model import (
    CROSSWALK,
    LABELER,
    NDC,
    PACKAGE,
    SORT_ROLE,
    UNITS,
    ProductsModel,
)
from hcpcs_desktop.ui.products.pane import ProductsPane
from hcpcs_desktop.ui.products.price_chart import PriceChart
from hcpcs_desktop.ui.products.quarters import QuartersTable

from .fakes import PAGES
from .library_facts import PACKAGES, package
from .reading import button, focus, shown_text

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal
MANY = [package(number, f"Drug {number % 97}", f"Maker-{number % 13}") for number in range(8000)]


def packages_of(pane: ProductsPane) -> QTableView:
    """The table of packages; that of the quarters stands above it."""
    tables = pane.findChildren(QTableView)
    return next(each for each in tables if each.accessibleName() == "Packages")


def open_products(window: MainWindow, code: str = "J9043") -> ProductsPane:
    """As a user does: type the code, choose the tab."""
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return window.findChildren(ProductsPane)[0]


def column(model: ProductsModel, number: int) -> list[object]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_limit_stands_with_its_meaning_its_quarter_and_the_patients_share(
    window: MainWindow,
) -> None:
    text = shown_text(open_products(window))
    assert "$ 186.000 per 1 MG" in text
    assert "CMS, July to September 2020" in text
    assert "20 %, $ 37.200 of each unit" in text
    assert "normally the average sales price plus 6" in text
    assert "no statement that it is" in text
    assert "CMS notes: Made up." in text


def test_several_quarters_are_a_line_that_a_screen_reader_can_read(window: MainWindow) -> None:
    chart = open_products(window).findChildren(PriceChart)[0]
    assert chart.isVisible()
    assert chart.accessibleDescription().splitlines() == [
        "Q1 2020: $ 181.500",
        "Q2 2020: $ 190.250",
        "Q3 2020: $ 186.000",
    ]


def test_a_drug_that_no_file_prices_says_how_to_get_prices(window: MainWindow) -> None:
    text = shown_text(open_products(window, "J9027"))
    assert "CMS's quarterly ASP pricing file" in text
    assert "ASP NDC-HCPCS crosswalk" in text


def test_a_code_that_is_no_drug_has_no_such_tab(window: MainWindow) -> None:
    window.show_code("S9327")
    bar = window.findChildren(QTabBar)[0]
    shown = [bar.tabText(number) for number in range(bar.count()) if bar.isTabVisible(number)]
    assert not any("Products" in text for text in shown)


def test_packages_are_filtered_as_one_types(window: MainWindow, qtbot: QtBot) -> None:
    pane = open_products(window)
    table = packages_of(pane)
    assert table.model().rowCount() == 3
    QTest.keyClicks(pane.findChildren(QLineEdit)[0], "cabaz sandoz")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert "1 of 3 packages" in shown_text(pane)


def test_a_heading_sorts_by_numbers_not_by_their_text(window: MainWindow) -> None:
    pane = open_products(window)
    table = packages_of(pane)
    header = table.horizontalHeader()
    middle = header.sectionViewportPosition(UNITS) + header.sectionSize(UNITS) // 2
    where = header.viewport().rect().center()
    where.setX(middle)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    model = table.model()
    values = [model.index(row, UNITS).data(SORT_ROLE) for row in range(model.rowCount())]
    assert values in (sorted(values), sorted(values, reverse=True))
    assert values[0] in (Decimal(9), Decimal(200))


@pytest.mark.parametrize("by", ["click", "Enter"])
def test_a_package_is_chosen(window: MainWindow, qtbot: QtBot, by: str) -> None:
    pane = open_products(window)
    table = packages_of(pane)
    with qtbot.waitSignal(pane.ndc_chosen) as chosen:
        if by == "click":
            middle = table.visualRect(table.model().index(0, NDC)).center()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        else:
            pane.take_focus()
            QTest.keyClick(table, Qt.Key.Key_Return)
    assert isinstance(chosen.args[0], Product)
    assert chosen.args[0].ndc == "00060-5824-11"


def test_the_model_keeps_the_rules_of_qt() -> None:
    model = ProductsModel()
    tester = QAbstractItemModelTester(model, FAIL)
    model.set_rows(PACKAGES)
    model.sort(PACKAGE, Qt.SortOrder.DescendingOrder)
    model.set_filter("sandoz")
    model.set_rows([])
    assert tester.model() is model


def test_eight_thousand_rows_are_sorted_and_filtered_by_each_column() -> None:
    model = ProductsModel()
    model.set_rows(MANY)
    for number in range(model.columnCount()):
        model.sort(number)
        keys = [model.index(row, number).data(SORT_ROLE) for row in range(model.rowCount())]
        assert keys == sorted(keys)
    model.set_filter("maker-12")
    assert set(column(model, LABELER)) == {"Maker-12"}
    model.set_filter("nobody")
    assert model.rowCount() == 0


def test_a_table_never_asks_all_rows_for_their_height(window: MainWindow, qtbot: QtBot) -> None:
    pane = ProductsPane()
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.show()
    pane.show_page(replace(PAGES[0], products=tuple(MANY)))
    table = packages_of(pane)
    assert table.rowHeight(0) == table.rowHeight(7999)
    assert table.isColumnHidden(CROSSWALK)


def test_texts_of_a_package_say_items_and_units() -> None:
    model = ProductsModel()
    model.set_rows(PACKAGES)
    assert model.index(0, PACKAGE).data() == "30"
    assert model.index(0, UNITS).data() == "60"
    assert model.index(2, PACKAGE).data() == "2 × 50"
    assert model.index(2, UNITS).data() == "2 × 100 = 200"
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_the_quarters_stand_in_a_table_that_unfolds(
    window: MainWindow,
) -> None:
    pane = open_products(window)
    (table,) = pane.findChildren(QuartersTable)
    assert not table.isVisible()
    button(pane, "Show the quarters as a table").click()
    assert table.isVisible()
    model = table.model()
    QAbstractItemModelTester(model, FAIL, model)
    shown = [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert shown == [
        ("Q3 2020", "$ 186.000", "-4.250"),
        ("Q2 2020", "$ 190.250", "+8.750"),
        ("Q1 2020", "$ 181.500", "–"),
    ]
    button(pane, "Hide the table").click()
    assert not table.isVisible()
