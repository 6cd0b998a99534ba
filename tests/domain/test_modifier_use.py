"""Which modifiers matter for a code."""

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.domain.modifier_use import Use, for_code, of_modifier
from hcpcs_desktop.sources import modifiers

USES = (
    Use(("JW",), "Waste.", "CMS", traits=("drug",)),
    Use(("EA", "EB"), "Reason.", "CMS", codes=("J0881", "J0885-J0886")),
    Use(("SH",), "Second.", "NHIA", codes=("S9325-S9379",)),
)


@pytest.mark.parametrize(
    ("code", "traits", "found"),
    [
        ("J0885", frozenset({"drug"}), ["EA", "JW"]),
        ("J9043", frozenset({"drug"}), ["JW"]),
        ("S9327", frozenset[str](), ["SH"]),
        ("E0260", frozenset({"dme"}), []),
    ],
)
def test_the_uses_for_a_code(code: str, traits: frozenset[str], found: list[str]) -> None:
    assert [use.modifiers[0] for use in for_code(code, traits, USES)] == found


def test_what_is_known_of_a_modifier() -> None:
    assert [use.when for use in of_modifier("EB", USES)] == ["Reason."]
    assert of_modifier("ZA", USES) == ()


def test_the_seeds_tell_what_matters_for_a_drug_a_pump_and_a_per_diem() -> None:
    uses = modifiers.read(paths.seeds()).uses
    for code, trait, wanted in (
        ("J9043", "drug", {"JW", "JZ", "TB", "KD"}),
        ("E0781", "dme", {"RR", "KH", "KX", "GA"}),
        ("S9327", "", {"SH", "SJ", "SS"}),
    ):
        found = {name for use in for_code(code, frozenset({trait}), uses) for name in use.modifiers}
        assert wanted <= found
