"""Whether a newer release is due, in words."""

from datetime import date

from hcpcs_desktop.domain.freshness import freshness
from hcpcs_desktop.output.freshness import due


def test_the_day_of_the_next_release_is_named() -> None:
    assert due(freshness("2026-10", date(2026, 11, 20))) == "Next release due 1 January 2027"


def test_a_release_that_is_late_is_told_calmly() -> None:
    found = due(freshness("2026-07", date(2026, 11, 20)))
    assert found == "A newer release has been in effect since 1 October 2026"


def test_without_a_release_nothing_is_due() -> None:
    assert due(freshness("", date(2026, 11, 20))) == ""
