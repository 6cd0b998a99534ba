"""Browsing by letters and sections."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hcpcs_desktop.domain.section import Branch, address_of
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.search.browse_model import BRANCH_ROLE, BrowseModel
from hcpcs_desktop.ui.search.browse_panel import BrowsePanel
from hcpcs_desktop.ui.search.search_box import SearchBox

from .fakes import FakeSession
from .reading import button, focus

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal
CONTROL = Qt.KeyboardModifier.ControlModifier


def tree(window: MainWindow) -> BrowsePanel:
    return window.findChildren(BrowsePanel)[0]


def current(window: MainWindow) -> str:
    branch = tree(window).currentIndex().data(BRANCH_ROLE)
    return branch.address if isinstance(branch, Branch) else ""


def typed(window: MainWindow) -> str:
    return window.findChildren(SearchBox)[0].text()


def test_the_model_keeps_the_rules_of_qt(session: FakeSession) -> None:
    model = BrowseModel()
    tester = QAbstractItemModelTester(model, FAIL)
    for letters in (session.sections(), (), session.sections()):
        model.set_rows(letters)
    assert tester.model() is model
    top = model.index(0, 0)
    section = model.index(0, 0, top)
    assert section.parent() == top
    assert model.rowCount(section) == 0
    assert model.data(QModelIndex()) is None
    spoken = section.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "J9000-J9999 Chemotherapy drugs, 4 codes"


def test_a_section_is_found_by_keyboard_alone(window: MainWindow) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_G, CONTROL)
    assert focus() is tree(window)
    assert current(window) == "J"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(focus(), key)
    assert typed(window) == "J9000-J9999"


def test_a_click_unfolds_a_letter_and_lists_a_section(window: MainWindow) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_G, CONTROL)
    view = tree(window)
    letter = view.model().index(0, 0)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(letter).center()
    )
    section = view.model().index(0, 0, letter)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(section).center()
    )
    assert typed(window) == "J9000-J9999"


def test_arrows_lead_from_the_search_box_into_the_tree(window: MainWindow) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_G, CONTROL)
    QTest.keyClick(focus(), Qt.Key.Key_K, CONTROL)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert focus() is tree(window)


def test_the_breadcrumb_leads_into_the_tree(window: MainWindow) -> None:
    window.show_code("J9043")
    button(window, "Browse J9000-J9999 Chemotherapy drugs").click()
    assert (current(window), typed(window)) == ("J9000-J9999", "")
    assert focus() is tree(window)


def test_a_section_that_the_library_lacks_leads_to_its_letter(window: MainWindow) -> None:
    tree(window).go_to("J0001-J0002")
    assert current(window) == "J"


def test_headings_have_addresses() -> None:
    headings = ("J codes: Drugs", "J9000-J9999 Chemotherapy", "Modifiers", "J codes")
    assert [address_of(each) for each in headings] == ["J", "J9000-J9999", "", "J"]


def test_what_was_opened_can_be_forgotten(window: MainWindow, session: FakeSession) -> None:
    window.show_code("J9043")
    assert session.notebook.codes
    window.actions_by_name["forget"].trigger()
    assert not session.notebook.codes
    session.notebook.broken = True
    window.actions_by_name["forget"].trigger()
