"""What belongs together stands together, and has the room that it needs, at every size of text."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.pane_area import SIDE
from hcpcs_desktop.ui.search.results_view import ResultsView
from hcpcs_desktop.ui.table import HEADING_PADDING, Table
from hcpcs_desktop.ui.tones import tones_of
from hcpcs_desktop.ui.topics.topic_text import TopicText
from hcpcs_desktop.ui.topics.topic_view import TopicView

from .filling import fill, line
from .keys import CONTROL
from .reading import button
from .test_contrast import TABS
from .test_every_window import opened

ZOOM_STEPS = (0, 3, 4)
"""100, 150 and 175 percent."""
WITH_TABLES = ["sources", "claim_rules", "payers", "templates", "start_worksheet", "tool_rental"]


def _zoom(window: MainWindow, steps: int) -> None:
    for _ in range(steps):
        window.actions_by_name["zoom_in"].trigger()
    QApplication.processEvents()


def _clipped(window: QWidget) -> list[str]:
    """The headings of tables that have less room than they need."""
    found = []
    for table in window.findChildren(Table):
        header = table.horizontalHeader()
        for number in range(table.model().columnCount()):
            is_seen = table.isVisible() and not table.isColumnHidden(number)
            heading = str(table.model().headerData(number, Qt.Orientation.Horizontal))
            needed = header.fontMetrics().horizontalAdvance(heading) + HEADING_PADDING
            if is_seen and header.sectionSize(number) < needed:
                found.append(f"{table.accessibleName()}: {heading}")
    return found


@pytest.mark.parametrize("steps", ZOOM_STEPS)
@pytest.mark.parametrize("late", [False, True])
def test_headings_of_packages_are_not_clipped(window: MainWindow, steps: int, late: bool) -> None:
    if not late:
        _zoom(window, steps)
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_5, CONTROL)
    if late:
        _zoom(window, steps)
    QApplication.processEvents()
    assert _clipped(window) == []


@pytest.mark.parametrize("steps", ZOOM_STEPS)
@pytest.mark.parametrize("name", WITH_TABLES)
def test_headings_of_a_window_are_not_clipped(window: MainWindow, name: str, steps: int) -> None:
    _zoom(window, steps)
    for each in opened(window, name)[1:]:
        assert _clipped(each) == []


@pytest.mark.parametrize("steps", ZOOM_STEPS)
@pytest.mark.parametrize("sizes", [1, 2])
def test_captions_stand_above_what_they_name(window: MainWindow, steps: int, sizes: int) -> None:
    _zoom(window, steps)
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    fill(window, "Size 1 of a container", "60 mg")
    if sizes > 1:
        button(window, "Add a size").click()
    QApplication.processEvents()
    for caption, name in (
        ("Opened", "How many were opened, size 1"),
        ("Size", "Size 1 of a container"),
        ("NDC (optional)", "NDC of size 1"),
    ):
        (above,) = [
            each for each in window.findChildren(QLabel)
            if each.text() == caption and each.isVisible()
        ]  # fmt: skip
        assert _left(above) == _left(line(window, name)), caption


@pytest.mark.parametrize("key", TABS)
def test_no_tab_is_cut_in_a_small_window_with_large_text(window: MainWindow, key: Qt.Key) -> None:
    window.resize(1024, 700)
    _zoom(window, 5)
    window.show_code("J9043")
    QTest.keyClick(window, key, CONTROL)
    for _ in range(3):
        QApplication.processEvents()
    assert _cut(window) == []


def _cut(window: QWidget) -> list[str]:
    """What scrolls and is wider than its window has room for."""
    areas = [each for each in window.findChildren(QScrollArea) if each.isVisible()]
    contents = [(each, content) for each in areas if (content := each.widget()) is not None]
    return [
        f"{area.accessibleName()}: {content.minimumSizeHint().width()}"
        for area, content in contents
        if content.minimumSizeHint().width() > area.viewport().width()
    ]


@pytest.mark.parametrize("name", ["claim_check", *WITH_TABLES, "tool_units", "tool_bsa"])
def test_no_window_is_larger_than_the_one_below(window: MainWindow, name: str) -> None:
    window.resize(1024, 700)
    _zoom(window, 5)
    for each in opened(window, name)[1:]:
        assert each.width() <= window.width()
        assert _cut(each) == []


def _left(widget: QLabel | QLineEdit) -> int:
    return widget.mapTo(widget.window(), QPoint()).x()


def test_what_is_missing_is_said_at_the_top(window: MainWindow) -> None:
    window.show_code("J9027")
    QTest.keyClick(window, Qt.Key.Key_5, CONTROL)
    QApplication.processEvents()
    (said,) = [
        each for each in window.findChildren(QLabel)
        if each.text().startswith("No packages") and each.isVisible()
    ]  # fmt: skip
    assert said.height() < 4 * said.fontMetrics().height()


def test_the_scroll_bar_of_a_page_of_guidance_stands_at_the_edge(window: MainWindow) -> None:
    window.search_for("CO-197")
    QTest.qWait(400)
    window.resize(1920, 820)
    QApplication.processEvents()
    (text,), (view,) = window.findChildren(TopicText), window.findChildren(TopicView)
    assert text.width() == view.width() - SIDE
    assert text.viewport().width() < text.width() // 2 + text.width() // 4


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_badges_stand_out_in_the_selected_row(
    qapp: QApplication, window: MainWindow, mode: theme.Mode
) -> None:
    theme.apply(qapp, mode)
    window.search_for("J9043")
    QApplication.processEvents()
    results = window.findChildren(ResultsView)[0]
    results.setCurrentIndex(results.model().index(0, 0))
    QApplication.processEvents()
    row = results.visualRect(results.model().index(0, 0))
    image = results.viewport().grab(QRect(row)).toImage()
    base = QColor(tones_of(results.palette()).base).rgb()
    seen = sum(
        image.pixel(x, y) == base for x in range(image.width()) for y in range(image.height())
    )
    assert seen > image.height() * 4
