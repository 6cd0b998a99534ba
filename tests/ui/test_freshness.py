"""The status bar says what is held, and calmly that a newer release is due."""

from datetime import date

from hcpcs_desktop.ui.notify import Banner

from .conftest import Open
from .fakes import FakeSession
from .reading import button, shown_text


def test_the_next_release_is_named_while_it_is_not_due(open_window: Open) -> None:
    text = shown_text(open_window(FakeSession(today=date(2020, 8, 3))).statusBar())
    assert "CMS July 2020 release" in text
    assert "Next release due 1 October 2020" in text
    assert "How to get it" not in text


def test_a_newer_release_is_told_with_the_way_to_it(open_window: Open) -> None:
    window = open_window(FakeSession(today=date(2021, 2, 1)))
    assert "A newer release has been in effect since 1 October 2020" in shown_text(
        window.statusBar()
    )
    button(window, "How to get it").click()
    assert "HCPCS Quarterly Update" in window.findChildren(Banner)[0].text
