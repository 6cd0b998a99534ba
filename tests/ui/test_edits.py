"""The tab Edits: limits of units and pairs of codes, or how to get them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QTableView

from hcpcs_desktop.domain.edits import ListedMue, MueLimit, PtpPair, PtpTable
from hcpcs_desktop.library.edits import PairPage
from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.code.code_tabs import CodeTabs
from hcpcs_desktop.ui.edits.pane import EditsPane
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.searchable import SearchableTable

from .conftest import Open
from .fakes import FakeSession
from .filling import box, fill
from .keys import CONTROL
from .reading import shown_text
from .test_accessible_tree import nameless
from .test_contrast import faint

PAIRS = (
    PtpPair("96413", "J9043", date(2019, 1, 1), None, "1"),
    PtpPair("J9043", "J9027", date(2019, 1, 1), date(2019, 12, 31), "0"),
)


class MadeUpEdits:
    """One limit, and two pairs of practitioners."""

    any = True

    def limits(self, code: str) -> tuple[ListedMue, ...]:
        """A limit of J9043 alone."""
        limit = ListedMue("practitioner", "2020-Q3", MueLimit("J9043", 1200, 3))
        return (limit,) if code == "J9043" else ()

    def pairs(self, code: str, table: PtpTable, on: date) -> PairPage:
        """The pairs with a code."""
        found = tuple(each for each in PAIRS if code in (each.column1, each.column2))
        return PairPage("2020-Q3", len(found), found if table == "practitioner" else ())


def open_edits(window: MainWindow, code: str = "J9043") -> EditsPane:
    QTest.keyClick(window, Qt.Key.Key_7, CONTROL)
    window.show_code(code)
    QApplication.processEvents()
    return window.findChildren(EditsPane)[0]


def test_without_tables_the_tab_says_what_would_be_here_and_how_to_get_it(
    window: MainWindow,
) -> None:
    text = shown_text(open_edits(window))
    assert "No edits are in the library" in text
    assert "Ctrl+O" in text


def test_limits_and_pairs_of_the_code(open_window: Open) -> None:
    pane = open_edits(open_window(FakeSession(edits=MadeUpEdits())))
    limits = pane.findChildren(QTableView)[0].model()
    assert [limits.index(0, column).data() for column in range(3)] == [
        "Practitioner",
        "2020-Q3",
        "1,200",
    ]
    pairs = pane.findChildren(SearchableTable)[0].model
    assert pairs.row(0)[:2] == ("96413", "this code")
    assert pairs.row(1)[:3] == ("J9027", "J9027", "Never")
    assert pairs.row(0)[2:] == ("Paid if distinct", "since 2019-01-01")
    assert pairs.row(1)[-1] == "ended 2019-12-31"
    assert "2020-Q3" in shown_text(pane)


def test_pairs_can_be_searched_and_a_code_opened(open_window: Open) -> None:
    window = open_window(FakeSession(edits=MadeUpEdits()))
    pane = open_edits(window)
    fill(pane, "Search: Codes that are not paid together", "never")
    table = pane.findChildren(SearchableTable)[0]
    assert table.model.rowCount() == 1
    view = table.findChildren(QTableView)[0]
    view.setCurrentIndex(table.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.shown_code == "J9027"
    assert "no limit for this code" in shown_text(pane)


def test_a_code_of_level_one_opens_nothing(open_window: Open) -> None:
    window = open_window(FakeSession(edits=MadeUpEdits()))
    pane = open_edits(window)
    view = pane.findChildren(SearchableTable)[0].findChildren(QTableView)[0]
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.shown_code == "J9043"


def test_the_other_table_is_asked(open_window: Open) -> None:
    pane = open_edits(open_window(FakeSession(edits=MadeUpEdits())))
    box(pane, "Table of").setCurrentText("Outpatient hospital")
    assert "no pair with this code" in shown_text(pane)


def test_a_modifier_has_no_edits(window: MainWindow) -> None:
    window.show_code("JW")
    QTest.keyClick(window, Qt.Key.Key_7, CONTROL)
    assert not window.findChildren(EditsPane)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_contrast_and_names_of_the_edits(
    qapp: QApplication, open_window: Open, mode: theme.Mode
) -> None:
    theme.apply(qapp, mode)
    window = open_window(FakeSession(edits=MadeUpEdits()))
    open_edits(window)
    assert faint(window) == []
    assert nameless(window) == []


def test_all_tabs_of_a_drug_fit_into_a_narrow_window(window: MainWindow) -> None:
    window.resize(1024, 700)
    window.show_code("J9043")
    QApplication.processEvents()
    tabs = window.findChildren(CodeTabs)[0].findChildren(QTabBar)[0]
    last = tabs.tabRect(tabs.count() - 1)
    assert last.right() <= tabs.width()
    assert tabs.sizeHint().width() <= tabs.width()
