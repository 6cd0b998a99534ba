"""The window What's new, as a coder uses it."""

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from hcpcs_desktop.errors import UserError
from hcpcs_desktop.ui import printing, theme
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.news.kinds_view import KindsView
from hcpcs_desktop.ui.news.window import NewsWindow
from hcpcs_desktop.ui.notify import Banner
from hcpcs_desktop.ui.session import Holdings

from .conftest import Open
from .fakes import FakeNotebook, FakeSession
from .reading import button, shown_text
from .test_accessibility import nameless

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal
TWO = Holdings(6440, 360, ("2020-04", "2020-07"))


@pytest.fixture
def session() -> FakeSession:
    """Two releases, a recent code and a favourite."""
    return FakeSession(FakeNotebook(codes=["J9043"]), held=TWO)


@pytest.fixture
def news(window: MainWindow, qtbot: QtBot) -> NewsWindow:
    """The window, opened with its key."""
    QTest.keyClick(window, Qt.Key.Key_F9)
    found = window.findChildren(NewsWindow)[0]
    qtbot.waitUntil(found.isVisible)
    return found


def table(news: NewsWindow) -> QTableView:
    return news.findChildren(QTableView)[0]


def codes(news: NewsWindow) -> list[str]:
    model = table(news).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def kinds(news: NewsWindow) -> KindsView:
    return news.findChildren(KindsView)[0]


def choose_kind(news: NewsWindow, words: str) -> None:
    model = kinds(news).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    found = next(index for index in rows if index.data() == words)
    middle = kinds(news).visualRect(found).center()
    QTest.mouseClick(kinds(news).viewport(), Qt.MouseButton.LeftButton, pos=middle)


def spoken_kinds(news: NewsWindow) -> list[str]:
    model = kinds(news).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def box(news: NewsWindow, name: str) -> QComboBox:
    return next(each for each in news.findChildren(QComboBox) if each.accessibleName() == name)


def test_the_last_two_releases_are_compared(news: NewsWindow) -> None:
    text = shown_text(news)
    assert "What is new from April 2020 to July 2020" in text
    assert "All changes: 5 codes" in text
    assert codes(news) == ["J9027", "J9043", "J9064", "JW", "S9327"]


def test_the_filters_have_room_at_twice_the_size(news: NewsWindow, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 200)
    QApplication.processEvents()
    metrics = QFontMetricsF(kinds(news).font())
    widest = metrics.horizontalAdvance("Type of service or BETOS 1,923")
    assert kinds(news).width() > widest


def test_each_kind_has_its_count(news: NewsWindow) -> None:
    assert spoken_kinds(news)[:2] == ["All changes: 5", "Added: 1"]
    assert "Long description: 2" in spoken_kinds(news)
    assert "Coverage: 2" in spoken_kinds(news)


def test_kind_and_section_filter_together(news: NewsWindow) -> None:
    choose_kind(news, "Coverage")
    assert codes(news) == ["J9064", "S9327"]
    section = box(news, "Section")
    assert [section.itemText(row) for row in range(section.count())] == [
        "All sections",
        "J codes",
        "S codes",
        "Modifiers",
    ]
    section.setCurrentText("J codes")
    assert codes(news) == ["J9064"]
    assert "Coverage: 1" in spoken_kinds(news)
    assert "Coverage, J codes: 1 code" in shown_text(news)


def test_my_favourites_and_recent_codes_alone(news: NewsWindow) -> None:
    news.findChildren(QCheckBox)[0].click()
    assert codes(news) == ["J9043"]


def test_a_filter_that_leaves_nothing_says_so(news: NewsWindow) -> None:
    choose_kind(news, "Payment")
    assert codes(news) == []
    assert "No code changed that way" in shown_text(news)
    assert not button(news, "Print…").isEnabled()


def test_before_and_after_stand_below_the_list(news: NewsWindow) -> None:
    table(news).selectRow(1)
    text = shown_text(news)
    assert "Injection, cabazitaxel, 2 mg" in text
    assert "Injection, cabazitaxel, 1 mg" in text


def test_a_code_is_opened_in_the_window(news: NewsWindow, window: MainWindow) -> None:
    table(news).selectRow(1)
    button(news, "Open J9043").click()
    assert window.shown_code == "J9043"
    table(news).selectRow(4)
    QTest.keyClick(table(news), Qt.Key.Key_Return)
    assert window.shown_code == "S9327"


def test_the_same_release_twice_has_no_changes(news: NewsWindow) -> None:
    box(news, "From").setCurrentText("July 2020")
    assert codes(news) == []


def test_the_table_is_saved_where_the_user_says(
    news: NewsWindow, window: MainWindow, tmp_path: Path
) -> None:
    for button_name, name in (("Save table…", "new.csv"), ("Save as PDF…", "new.pdf")):
        button(news, button_name).click()
        dialog = news.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
    text = (tmp_path / "new.csv").read_text(encoding="utf-8-sig")
    assert "'=1+1 is no formula" in text
    assert (tmp_path / "new.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved new.pdf" in shown_text(window.statusBar())


def test_a_place_that_cannot_be_written_is_told(news: NewsWindow, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        news.save_table(tmp_path / "no such folder" / "new.xlsx")


def test_what_is_shown_is_printed(news: NewsWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr(printing, "print_html", lambda html, _: printed.append(html))
    choose_kind(news, "Added")
    button(news, "Print…").click()
    assert "J9027" in printed[0]
    assert "S9327" not in printed[0]


def test_with_one_release_the_window_says_what_is_missing(open_window: Open) -> None:
    window = open_window(FakeSession())
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert "needs two CMS releases" in window.findChildren(Banner)[0].text
    assert not window.findChildren(NewsWindow)


def test_a_release_that_was_taken_out_is_no_longer_offered(
    news: NewsWindow, window: MainWindow, session: FakeSession
) -> None:
    session.held = replace(TWO, releases=("2020-01", "2020-04", "2020-07"))
    window.importer.library_replaced.emit()
    assert offered(news) == ["July 2020", "April 2020", "January 2020"]
    assert "from April 2020 to July 2020" in shown_text(news)
    box(news, "From").setCurrentText("January 2020")
    session.held = TWO
    window.importer.library_replaced.emit()
    assert offered(news) == ["July 2020", "April 2020"]
    assert box(news, "From").currentText() == "April 2020"
    assert "from April 2020 to July 2020" in shown_text(news)


def test_what_was_compared_stays_where_the_new_library_has_it(
    news: NewsWindow, window: MainWindow, session: FakeSession
) -> None:
    box(news, "To").setCurrentText("April 2020")
    session.held = replace(TWO, releases=("2020-01", "2020-04", "2020-07"))
    window.importer.library_replaced.emit()
    assert "from April 2020 to April 2020" in shown_text(news)
    assert codes(news) == []


def test_without_two_releases_it_closes_and_says_so(
    news: NewsWindow, window: MainWindow, session: FakeSession, qtbot: QtBot
) -> None:
    session.held = replace(TWO, releases=("2020-07",))
    with qtbot.waitSignal(news.destroyed):
        window.importer.library_replaced.emit()
    assert "What’s new was closed" in shown_text(window.statusBar())
    window.importer.library_replaced.emit()


def test_where_releases_cannot_be_compared_the_boxes_go_back(
    news: NewsWindow, session: FakeSession, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    button(news, "Save table…").click()
    name = Path(news.findChildren(QFileDialog)[-1].selectedFiles()[0]).name
    news.findChildren(QFileDialog)[-1].close()
    monkeypatch.setattr(news, "_compare", refused)
    with qtbot.captureExceptions() as caught:
        box(news, "From").setCurrentText("July 2020")
    assert [str(each[1]) for each in caught] == ["The library lacks it."]
    assert [box(news, each).currentText() for each in ("From", "To")] == ["April 2020", "July 2020"]
    assert "from April 2020 to July 2020" in shown_text(news)
    assert name == "HCPCS changes 2020-04 to 2020-07.xlsx"


def refused(old: str, new: str) -> NoReturn:
    raise UserError("The library lacks it.")


def offered(news: NewsWindow) -> list[str]:
    """The releases that can be chosen; both boxes offer the same."""
    boxes = [box(news, name) for name in ("From", "To")]
    texts = [[each.itemText(row) for row in range(each.count())] for each in boxes]
    assert texts[0] == texts[1]
    return texts[0]


def test_its_models_keep_the_rules_of_qt_and_its_widgets_have_names(news: NewsWindow) -> None:
    testers = [
        QAbstractItemModelTester(each, FAIL) for each in news.findChildren(QAbstractItemModel)
    ]
    choose_kind(news, "Coverage")
    QApplication.processEvents()
    assert testers
    assert nameless(news) == []
    model = table(news).model()
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
