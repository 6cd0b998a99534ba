"""Which words of a text changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcpcs_desktop.domain.changed_words import Part, changed_words

TEXTS = st.text("ab 1,()", max_size=30)


def marked(before: str, after: str) -> tuple[list[str], list[str]]:
    """The changed parts of both texts."""
    old, new = changed_words(before, after)
    return [part.text for part in old if part.changed], [part.text for part in new if part.changed]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("Injection, rituximab, 100 mg", "Injection, rituximab, 10 mg", (["100"], ["10"])),
        ("Rituximab injection", "Rituximab injection", ([], [])),
        ("Cane", "", (["Cane"], [])),
        ("", "Cane", ([], ["Cane"])),
        ("Wheel chair", "Wheel chair, each", ([], [", each"])),
        ("a big red cane", "a small blue cane", (["big red"], ["small blue"])),
    ],
)
def test_whole_words_are_marked(
    before: str, after: str, changed: tuple[list[str], list[str]]
) -> None:
    assert marked(before, after) == changed


@given(TEXTS, TEXTS)
def test_the_parts_make_the_texts(before: str, after: str) -> None:
    old, new = changed_words(before, after)
    assert "".join(part.text for part in old) == before
    assert "".join(part.text for part in new) == after


def test_a_text_without_end_is_changed_as_a_whole() -> None:
    old, new = changed_words("word " * 5000, "other " * 5000)
    assert old == (Part(("word " * 5000).strip(), True), Part(" "))
    assert new == (Part(("other " * 5000).strip(), True), Part(" "))
