"""The list of the rules with their sources."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from hcpcs_desktop.output import rule_rows
from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.claim.rules_window import RulesWindow
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.rows_model import RowsModel
from hcpcs_desktop.ui.searchable import SearchableTable

from .fakes import FakeSession
from .filling import fill
from .keys import Keyboard
from .reading import shown_text
from .test_accessible_tree import nameless
from .test_contrast import faint


@pytest.fixture
def rules(window: MainWindow) -> RulesWindow:
    """The window, opened by its command."""
    window.actions_by_name["claim_rules"].trigger()
    return window.findChildren(RulesWindow)[0]


def test_every_rule_stands_there_with_its_source(session: FakeSession) -> None:
    checks = session.checks()
    rows = rule_rows.rows(checks.rules, checks.facts)
    names = {row[0] for row in rows}
    for each in (*checks.rules.general, *checks.rules.modifiers):
        assert rule_rows.words_of(each.rule) in names
    for claim_rule in checks.rules.claim:
        assert any(row[0].startswith(rule_rows.words_of(claim_rule.rule)) for row in rows)
    assert all(row[2] and row[3] for row in rows)
    assert not any("{" in cell for row in rows for cell in row)


def test_a_rule_is_found_by_words_and_read_whole(rules: RulesWindow) -> None:
    assert "Code unknown, Error. The code is in no release" in shown_text(rules)
    fill(rules, "Search: Rules", "jk jl supply")
    table = rules.findChildren(SearchableTable)[0]
    assert 0 < table.model.rowCount() < 10
    keys = Keyboard()
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Down)
    assert "Source: " in shown_text(rules)


def test_rows_sort_numbers_by_their_value() -> None:
    model = RowsModel(("Code", "Units"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([("A", "10"), ("B", "9"), ("C", "1,000"), ("D", "")])
    assert tester.model() is model
    model.sort(1)
    assert [model.row(number)[0] for number in range(4)] == ["B", "A", "C", "D"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_filter("c 1")
    assert [model.row(number)[0] for number in range(model.rowCount())] == ["C"]
    assert model.total == 4


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_contrast_and_names_of_the_rules(
    qapp: QApplication, rules: RulesWindow, mode: theme.Mode
) -> None:
    theme.apply(qapp, mode)
    assert faint(rules) == []
    assert nameless(rules) == []
    QTest.keyClick(rules, Qt.Key.Key_Escape)
    assert not rules.isVisible()
