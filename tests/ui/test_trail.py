"""The way back and forward."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.ui.trail import MOST, Trail

Step = tuple[str, str]


def walked(steps: str) -> Trail:
    """A trail after steps such as ``a b ?c < >``: visits, looks, back, forward."""
    trail = Trail()
    turns: dict[str, Callable[[], str]] = {"<": trail.back, ">": trail.forward}
    for step in steps.split():
        if step in turns:
            turns[step]()
        elif step.startswith("?"):
            trail.look_at(step[1:])
        else:
            trail.visit(step)
    return trail


@pytest.mark.parametrize(
    ("steps", "current", "back", "forward"),
    [
        ("", "", False, False),
        ("<", "", False, False),
        ("a", "a", False, False),
        ("a a", "a", False, False),
        ("a b", "b", True, False),
        ("a b <", "a", False, True),
        ("a b < <", "a", False, True),
        ("a b < >", "b", True, False),
        ("a b c < <", "a", False, True),
        ("a b c < d", "d", True, False),
        ("a b c < d >", "d", True, False),
    ],
)
def test_back_and_forward_go_as_in_a_browser(
    steps: str, current: str, back: bool, forward: bool
) -> None:
    trail = walked(steps)
    assert (trail.current, trail.can_go_back, trail.can_go_forward) == (current, back, forward)


@pytest.mark.parametrize(
    ("steps", "before"),
    [
        ("a ?b ?c ?d <", "a"),
        ("a ?b ?c d <", "a"),
        ("a ?b b c <", "b"),
        ("a ?b ?a ?c <", "a"),
        ("a ?a b <", "a"),
    ],
)
def test_what_was_only_looked_at_is_not_come_back_to(steps: str, before: str) -> None:
    assert walked(steps).current == before


def test_the_trail_does_not_grow_for_ever() -> None:
    trail = walked(" ".join(str(number) for number in range(MOST + 50)))
    for _ in range(MOST + 50):
        trail.back()
    assert trail.current == "50"


@given(st.lists(st.sampled_from(["a", "b", "c", "?a", "?b", "?c", "<", ">"])))
def test_every_step_can_be_taken_back(steps: list[str]) -> None:
    trail = walked(" ".join(steps))
    here = trail.current
    if trail.can_go_back:
        trail.back()
        assert trail.current != here
        assert trail.forward() == here
