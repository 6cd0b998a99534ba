"""Which changes somebody wants to see."""

from hcpcs_desktop.domain.change_choice import Choice, chosen, counts, sections_of
from hcpcs_desktop.domain.codes import kind_of
from hcpcs_desktop.domain.release_diff import Change, ChangeKind


def change(code: str, *kinds: ChangeKind) -> Change:
    return Change(code, kind_of(code), kinds, "", "", {})


CHANGES = (
    change("A4215", "added"),
    change("J9043", "coverage", "payment"),
    change("J9064", "coverage"),
    change("JW", "long_description"),
)


def codes(choice: Choice) -> list[str]:
    return [each.code for each in chosen(CHANGES, choice)]


def test_without_a_wish_all_are_chosen() -> None:
    assert codes(Choice()) == ["A4215", "J9043", "J9064", "JW"]


def test_kind_section_and_codes_narrow_together() -> None:
    assert codes(Choice("coverage")) == ["J9043", "J9064"]
    assert codes(Choice("coverage", "J", frozenset({"J9064", "A4215"}))) == ["J9064"]
    assert codes(Choice(codes=frozenset())) == []


def test_a_modifier_is_in_no_letters_section() -> None:
    assert codes(Choice(section="J")) == ["J9043", "J9064"]
    assert codes(Choice(section="modifiers")) == ["JW"]


def test_sections_are_the_letters_then_the_modifiers() -> None:
    assert sections_of(each.code for each in CHANGES) == ("A", "J", "modifiers")


def test_a_code_counts_for_each_of_its_kinds() -> None:
    assert counts(CHANGES) == {"added": 1, "coverage": 2, "payment": 1, "long_description": 1}
