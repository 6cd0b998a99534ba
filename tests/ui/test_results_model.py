"""The list of results."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QWidget

from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.delegate import badges_of
from hcpcs_desktop.ui.search.excerpt import marked_parts
from hcpcs_desktop.ui.search.results_model import ResultsModel

from .fakes import PAGES, hit

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_model_keeps_the_rules_of_qt() -> None:
    model = ResultsModel()
    tester = QAbstractItemModelTester(model, FAIL)
    for hits in ([hit(page) for page in PAGES], [], [hit(PAGES[0], "brand name: Jevtana")]):
        model.set_rows(hits)
    assert tester.model() is model


def test_every_model_of_the_window_keeps_them(window: MainWindow) -> None:
    window.search_for("j")
    models = [each.model() for each in window.findChildren(QListView)]
    for model in [*models, *window.findChildren(QAbstractItemModel)]:
        QAbstractItemModelTester(model, FAIL)


def test_a_row_has_no_rows() -> None:
    model = ResultsModel()
    model.set_rows([hit(PAGES[0])])
    assert model.rowCount() == 1
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None


def test_a_screen_reader_hears_code_description_state_and_reason() -> None:
    model = ResultsModel()
    discontinued = next(page for page in PAGES if page.state == "discontinued")
    model.set_rows([hit(discontinued, "brand name: Rituxan")])
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "J9310, Rituximab injection, Drug, Discontinued, brand name: Rituxan"


def test_badges_say_what_is_not_usual() -> None:
    badges = {page.code: [badge.text for badge in badges_of(hit(page))] for page in PAGES}
    assert badges["J9043"] == ["Drug"]
    assert badges["J9027"] == ["Drug", "Guide conflict"]
    assert badges["J9310"] == ["Drug", "Discontinued"]
    assert badges["JW"] == ["Modifier"]
    assert badges["Q5160"] == ["Drug", "Dates not known"]


@pytest.mark.parametrize(
    ("text", "marks", "marked"),
    [
        ("Cabazitaxel injection", ("cabaz",), ["Cabazitaxel"]),
        ("Inj, cabazitaxel (sandoz)", ("sandoz", "inj"), ["Inj", "sandoz"]),
        ("Hit int pain per diem", ("it",), []),
        ("Drug a+b", ("a+b",), ["a+b"]),
        ("Injection", (), []),
        ("Injection", ("",), []),
    ],
)
def test_whole_words_are_marked(text: str, marks: tuple[str, ...], marked: list[str]) -> None:
    assert [text[start:end] for start, end in marked_parts(text, marks)] == marked


def test_rows_with_a_reason_are_higher(window: MainWindow) -> None:
    window.search_for("cabazitaxel")
    view = window.findChildren(QListView)[0]
    assert view.sizeHintForRow(0) > view.sizeHintForRow(1) > 0
    assert isinstance(view, QWidget)
