"""Home-infusion per diem and rental, as a coder uses them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from hcpcs_desktop.domain.inputs import InputError
from hcpcs_desktop.domain.rental import CATEGORIES, Category, Limits
from hcpcs_desktop.library.checks import made
from hcpcs_desktop.ui import theme
from hcpcs_desktop.ui.calculators import per_diem_working, rental_working, spans
from hcpcs_desktop.ui.calculators.rental_working import RentalEntries
from hcpcs_desktop.ui.claim.entries import LineEntries
from hcpcs_desktop.ui.claim.window import ClaimWindow
from hcpcs_desktop.ui.main_window import MainWindow
from hcpcs_desktop.ui.units.desk import ToolWindow
from tests.domain.claim_cases import MadeUp

from .filling import box, fill
from .keys import CONTROL, Keyboard
from .reading import button, focus, shown_text
from .test_accessible_tree import nameless
from .test_contrast import faint

CHECKS = made(MadeUp())
LIMITS = Limits.of(CHECKS.facts)
TWO = (("S9327", "2020-06-29", "", "7/3/2020 - 7/4/2020"), ("s9325", "7/1/2020", "2020-07-02", ""))


def test_spans_are_read_as_people_write_them() -> None:
    fifth, seventh = date(2026, 3, 5), date(2026, 3, 7)
    for text in ("2026-03-05 to 2026-03-07", "3/5/2026-3/7/2026", "3/5/2026 – 3/7/26"):
        assert spans.spans("holds", text) == ((fifth, seventh),)
    assert spans.spans("holds", "2026-03-05; 2026-03-07") == ((fifth, fifth), (seventh, seventh))
    assert spans.spans("holds", " ") == ()
    with pytest.raises(InputError, match="is no date"):
        spans.spans("holds", "2026-03-05 to Monday")


@given(st.text(max_size=60))
def test_any_text_is_read_as_spans_or_refused(text: str) -> None:
    with suppress(InputError):
        assert all(len(each) == 2 for each in spans.spans("holds", text))


def test_therapies_become_lines_of_each_month() -> None:
    outcome = per_diem_working.work_out(TWO, "2020-07-05", CHECKS.code)
    assert outcome.result is not None
    lines = per_diem_working.claim_lines(outcome.result.lines)
    assert lines == (
        LineEntries("S9327", "", "2", dos="2020-06-29"),
        LineEntries("S9327", "", "3", dos="2020-07-01"),
        LineEntries("S9325", "SH", "2", dos="2020-07-01"),
    )


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (("", "2020-07-01", "", ""), "code"),
        (("S9327", "", "", ""), "start"),
        (("S9327", "soon", "", ""), "start"),
        (("S9327", "2020-07-05", "2020-07-01", ""), "stop"),
        (("S9327", "2020-07-01", "", "2020-07-03 to 2020-07-02"), "holds"),
    ],
)
def test_what_cannot_be_is_told_in_its_cell(row: tuple[str, ...], field: str) -> None:
    outcome = per_diem_working.work_out((TWO[0], row), "2020-07-31", CHECKS.code)
    assert outcome.result is None
    assert list(outcome.wrong) == [(1, field)]


def test_a_code_that_is_no_per_diem_is_doubted() -> None:
    outcome = per_diem_working.work_out(
        (("J9043", "2020-07-01", "", ""),), "2020-07-31", CHECKS.code
    )
    assert outcome.result is not None
    assert "J9043 is no per diem" in outcome.doubts[0]


def test_the_record_tells_the_category_and_the_months_follow() -> None:
    asked = RentalEntries("e0260", None, "2020-01-15", "2020-05-01", ())
    outcome = rental_working.work_out(asked, CHECKS.code, LIMITS)
    assert outcome.category == "capped"
    assert outcome.rental is not None
    assert [each.modifiers[-1] for each in outcome.rental.months] == ["KH", "KI", "KI", "KJ"]
    assert rental_working.claim_line("e0260", outcome.rental.months[3]) == LineEntries(
        "E0260", "RR KJ", "1", dos="2020-04-15"
    )


def test_a_rental_of_ten_years_with_breaks_has_its_last_paid_month() -> None:
    breaks = (("2016-03-01", "2016-09-01"), ("2019-03-01", "2019-04-01"))
    asked = RentalEntries("", "oxygen", "2016-01-15", "2026-12-31", breaks)
    outcome = rental_working.work_out(asked, CHECKS.code, LIMITS)
    assert outcome.ahead is not None
    assert outcome.ahead.months[-1].number == 36


@given(
    first=st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    days=st.integers(-40, 4000),
    category=st.sampled_from(CATEGORIES),
)
def test_any_rental_is_worked_out_or_refused_in_words(
    first: date, days: int, category: Category
) -> None:
    until = first + timedelta(days)
    asked = RentalEntries("", category, first.isoformat(), until.isoformat(), ())
    outcome = rental_working.work_out(asked, CHECKS.code, LIMITS)
    assert outcome.rental is not None or outcome.faults


def test_a_code_that_is_not_rented_wants_a_category() -> None:
    asked = RentalEntries("J9043", None, "2020-01-15", "2020-05-01", ())
    assert "category" in rental_working.work_out(asked, CHECKS.code, LIMITS).faults
    asked = RentalEntries("", "oxygen", "2020-01-15", "2020-05-01", ())
    assert rental_working.work_out(asked, CHECKS.code, LIMITS).rental is not None


@pytest.mark.parametrize(
    ("first", "until", "breaks", "where"),
    [
        ("x", "2020-05-01", (), "first"),
        ("2020-05-02", "2020-05-01", (), "until"),
        ("2020-01-01", "2020-05-01", (("2020-02-01", ""),), "resumed"),
        ("2020-01-01", "2020-05-01", (("2020-02-01", "2020-01-20"),), "resumed"),
        ("2020-01-01", "2020-05-01", (("soon", "2020-01-20"),), "stopped"),
    ],
)
def test_a_rental_that_cannot_be_is_told_beside_its_field(
    first: str, until: str, breaks: tuple[tuple[str, ...], ...], where: str
) -> None:
    asked = RentalEntries("E0260", None, first, until, breaks)
    outcome = rental_working.work_out(asked, CHECKS.code, LIMITS)
    assert outcome.rental is None
    assert where in {*outcome.faults, *(field for _, field in outcome.wrong)}


def tool(window: MainWindow, key: Qt.Key) -> ToolWindow:
    """The window that a key opens."""
    QTest.keyClick(window, key)
    return window.findChildren(ToolWindow)[-1]


def test_per_diem_by_keyboard_goes_into_the_claim_check(window: MainWindow) -> None:
    opened = tool(window, Qt.Key.Key_F11)
    keys = Keyboard()
    keys.until(lambda: isinstance(QApplication.focusWidget(), QTableView), "the grid is there")
    for text in ("S9327", "2020-06-29", "2020-07-02"):
        keys.type(text)
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Escape)
    assert "Drugs and nursing visits are billed apart" in shown_text(opened)
    keys.tab_to("Take into claim check")
    keys.press(Qt.Key.Key_Space)
    claim = window.findChildren(ClaimWindow)[0]
    assert claim.isVisible()
    assert [(each.code, each.units) for each in claim.entries.lines] == [
        ("S9327", "2"),
        ("S9327", "2"),
    ]


def test_rental_by_keyboard_goes_into_the_claim_check(window: MainWindow) -> None:
    opened = tool(window, Qt.Key.Key_F12)
    fill(opened, "Code", "E0260")
    fill(opened, "First day of the rental", "2020-05-15")
    assert "Month 3 of 13" in shown_text(opened)
    assert "The last month that is paid, 13, is 2021-05-15 to 2021-06-14" in shown_text(opened)
    assert "Title passes to the patient on 2021-06-15" in shown_text(opened)
    assert "Hospital bed" in shown_text(opened)
    button(opened, "Take into claim check").click()
    claim = window.findChildren(ClaimWindow)[0]
    assert claim.entries.lines == (LineEntries("E0260", "RR KI", "1", dos="2020-07-15"),)
    box(opened, "Payment category").setCurrentText("Oxygen")
    assert "Month 3 of 36" in shown_text(opened)


def test_lines_are_copied_and_pasted(window: MainWindow) -> None:
    opened = tool(window, Qt.Key.Key_F11)
    QGuiApplication.clipboard().setText("S9327\t2020-06-29\nS9325\t2020-07-01\n")
    grid = opened.findChildren(QTableView)[0]
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_V, CONTROL)
    button(opened, "Copy lines").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Code\tModifier\tUnits")
    assert "\tSH\t" in copied


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_F12])
def test_contrast_and_names_of_the_calculators(
    qapp: QApplication, window: MainWindow, mode: theme.Mode, key: Qt.Key
) -> None:
    theme.apply(qapp, mode)
    opened = tool(window, key)
    assert faint(opened) == []
    assert nameless(opened) == []
    if key == Qt.Key.Key_F12:
        fill(opened, "Code", "E0260")
        fill(opened, "First day of the rental", "2020-05-15")
    else:
        QTest.keyClicks(focus(), "S")
    assert faint(opened) == []
    assert nameless(opened) == []
