"""How long an import will still take, in words."""

from hcpcs_desktop.ui.estimate import Estimate


def test_nothing_is_promised_at_first() -> None:
    estimate = Estimate()
    assert estimate.words(0.5) == ""
    assert estimate.words(12.2) == "12 seconds so far"


def test_what_is_left_follows_from_the_steps_that_are_done() -> None:
    estimate = Estimate()
    estimate.step(2, 4, 10.0)
    assert estimate.words(10.0) == "About 10 seconds left"
    assert estimate.words(14.4) == "About 6 seconds left"
    estimate.step(2, 4, 14.0)
    assert estimate.words(19.0) == "About 1 second left"
    assert estimate.words(25.0) == "Nearly done"


def test_minutes_are_told_as_such() -> None:
    estimate = Estimate()
    estimate.step(1, 3, 60.0)
    assert estimate.words(60.0) == "About 2 minutes left"
    assert estimate.words(119.0) == "About 1 minute left"


def test_the_last_step_promises_nothing() -> None:
    estimate = Estimate()
    estimate.step(4, 4, 10.0)
    assert estimate.words(11.0) == "11 seconds so far"
