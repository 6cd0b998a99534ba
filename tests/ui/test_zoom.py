"""Text from 80 to 200 %: kept, and nothing is cut off; windows on sharp screens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTabBar

from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.code import tabs as code_tabs
from hcpcs_desktop.ui.code.code_tabs import CodeTabs
from hcpcs_desktop.ui.code.header import CodeHeader
from hcpcs_desktop.ui.code.record_pane import RecordPane
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.memory import Memory
from hcpcs_desktop.ui.scale import BODY, ZOOMS, zoom_after
from hcpcs_desktop.ui.search.results_view import ResultsView

from .conftest import Open
from .fakes import FakeSession
from .filling import box
from .keys import CONTROL
from .reading import shown_text
from .test_contrast import TABS

SIZES = [(1024, 700), (1280, 820), (3840, 2160)]


def test_zoom_goes_up_and_down_by_steps_and_stops_at_the_ends() -> None:
    assert (ZOOMS[0], ZOOMS[-1]) == (80, 200)
    assert [zoom_after(100, 1), zoom_after(100, -1)] == [110, 90]
    assert [zoom_after(200, 1), zoom_after(80, -1)] == [200, 80]


def test_zoom_is_kept(window: MainWindow, session: FakeSession, open_window: Open) -> None:
    QTest.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    assert session.notebook.setting("zoom") == "125"
    assert Memory(session.notebook).zoom == 125
    QTest.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert Memory(session.notebook).zoom == 100


@pytest.mark.parametrize("saved", ["", "101", "a lot"])
def test_a_zoom_that_does_not_exist_is_the_usual_one(session: FakeSession, saved: str) -> None:
    session.notebook.settings["zoom"] = saved
    assert Memory(session.notebook).zoom == 100


def test_zoom_makes_all_text_larger(window: MainWindow, qapp: QApplication) -> None:
    window.search_for("cabazitaxel")
    window.show_code("J9043")
    QApplication.processEvents()
    results = window.findChildren(ResultsView)[0]
    row = results.sizeHintForRow(0)
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and each.text()]
    before = {each: QFontInfo(each.font()).pointSizeF() for each in labels}
    theme.apply(qapp, "light", 200)
    QApplication.processEvents()
    assert qapp.font().pointSizeF() == pytest.approx(2 * BODY)
    assert results.sizeHintForRow(0) > 1.5 * row
    for each, points in before.items():
        assert QFontInfo(each.font()).pointSizeF() == pytest.approx(2 * points, rel=0.05)


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=["1024x700", "1280x820", "4K"])
def test_zoom_needs_no_sideways_scrolling(
    window: MainWindow, qapp: QApplication, zoom: int, size: tuple[int, int]
) -> None:
    theme.apply(qapp, "light", zoom)
    window.resize(*size)
    window.show_code("J9043")
    for key in TABS[:3]:
        QTest.keyClick(window, key, CONTROL)
        QApplication.processEvents()
        assert (window.width(), window.height()) == size
        for area in window.findChildren(QScrollArea):
            content = area.widget()
            if area.isVisible() and content is not None:
                assert content.minimumSizeHint().width() <= area.viewport().width()


def test_zoom_never_cuts_the_header(window: MainWindow, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 200)
    window.resize(1024, 700)
    window.show_code("J9043")
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    QApplication.processEvents()
    header = window.findChildren(CodeHeader)[0]
    assert header.height() >= header.heightForWidth(header.width())


def test_zoom_leaves_room_for_the_pane_in_a_small_window(
    window: MainWindow, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 200)
    window.resize(1024, 700)
    window.show_code("J9043")
    for _ in range(3):
        QApplication.processEvents()
    pane = window.findChildren(RecordPane)[0]
    assert pane.height() > 0.45 * window.height()
    assert "J9000-J9999 Chemotherapy drugs" not in shown_text(window)
    theme.apply(qapp, "light", 100)
    window.resize(1280, 820)
    for _ in range(3):
        QApplication.processEvents()
    assert "J9000-J9999 Chemotherapy drugs" in shown_text(window)


def test_zoom_names_the_tabs_in_a_box_where_they_have_no_room(
    window: MainWindow, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 200)
    window.resize(1024, 700)
    window.show_code("J9043")
    QApplication.processEvents()
    tabs = window.findChildren(CodeTabs)[0]
    parts = box(tabs, "Parts of the code")
    assert [parts.itemText(index) for index in range(3)] == ["Record", "Billing guide", "Checklist"]
    parts.setFocus()
    QTest.keyClicks(parts, "Check")
    assert "Signed and dated order" in shown_text(window)
    theme.apply(qapp, "light", 80)
    window.resize(1280, 820)
    QApplication.processEvents()
    assert not parts.isVisible()
    assert tabs.current == 2


def test_the_tabs_of_a_drug_say_their_full_names_in_a_usual_window(
    window: MainWindow, qapp: QApplication
) -> None:
    window.resize(1280, 820)
    window.show_code("J9043")
    QApplication.processEvents()
    bar = window.findChildren(CodeTabs)[0].findChildren(QTabBar)[0]
    full = [each.words.long.replace("&", "&&") for each in code_tabs.TABS]
    assert [bar.tabText(index) for index in range(bar.count())] == full
    window.resize(1024, 700)
    QApplication.processEvents()
    assert bar.tabText(1) == "Guide"


_ON_A_SHARP_SCREEN = """
from tests.ui.fakes import FakeSession
from hcpcs_desktop.ui import application
from hcpcs_desktop.ui.main_window import MainWindow
session = FakeSession()
app = application.make(session)
window = MainWindow(session)
window.resize(800, 560)
window.show()
window.show_code("J9043")
app.processEvents()
picture = window.grab()
print(picture.width(), picture.height(), picture.devicePixelRatio())
window.close()
"""


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "2"])
def test_the_window_is_sharp_at_every_scale(factor: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ON_A_SHARP_SCREEN],
        env=os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    width, height, ratio = map(float, done.stdout.split())
    assert ratio == float(factor)
    assert (width, height) == (800 * ratio, 560 * ratio)
    others = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert others == []
