"""What is known of modifiers beside their dates, by the rules and uses of the seeds."""

from datetime import date
from functools import partial

from hcpcs_desktop import paths
from hcpcs_desktop.domain import modifier_guide
from hcpcs_desktop.domain.modifier_guide import Advice
from hcpcs_desktop.domain.modifier_use import Use
from hcpcs_desktop.domain.traits import DME, DRUG
from hcpcs_desktop.sources import modifiers as modifiers_source

from .claim_cases import MadeUp, rules

DAY = date(2025, 3, 3)
KNOWN = partial(MadeUp().modifier, on=DAY)


def uses() -> list[Use]:
    return list(modifiers_source.read(paths.seeds()).uses)


def names(advice: tuple[Advice, ...]) -> set[str]:
    return {each.facts.modifier for one in advice for each in one.modifiers}


def test_a_drug_has_other_modifiers_than_equipment() -> None:
    about = rules().modifiers
    drug = modifier_guide.for_code("J9043", frozenset({DRUG}), uses(), about, KNOWN)
    bed = modifier_guide.for_code("E0260", frozenset({DME}), uses(), about, KNOWN)
    assert {"JW", "JZ", "TB"} <= names(drug)
    assert "RR" not in names(drug)
    assert {"RR", "NU", "KH"} <= names(bed)
    assert "JW" not in names(bed)


def test_what_names_the_code_comes_first() -> None:
    advice = modifier_guide.for_code("J0885", frozenset({DRUG}), uses(), rules().modifiers, KNOWN)
    assert {each.facts.modifier for each in advice[0].modifiers} == {"EA", "EB", "EC"}


def test_conflicts_are_told_both_ways() -> None:
    about = rules().modifiers
    assert "JZ" in modifier_guide.not_with("JW", about)
    assert "JW" in modifier_guide.not_with("JZ", about)
    assert {"RR", "NU"} <= set(modifier_guide.not_with("UE", about))
    assert "UE" not in modifier_guide.not_with("UE", about)


def test_a_rule_about_what_is_missing_is_no_conflict() -> None:
    assert "GA" not in modifier_guide.not_with("GK", rules().modifiers)


def test_every_rule_about_a_modifier_is_found() -> None:
    found = {each.rule for each in modifier_guide.about("JW", rules().modifiers)}
    assert {"JW_JZ_exclusive", "JW_multi_dose", "JW_JZ_not_a_drug"} <= found
    assert "ESA_exclusive" not in found


def test_a_modifier_has_its_uses_and_its_days() -> None:
    (advice,) = modifier_guide.of_modifier("KH", uses(), rules().modifiers, KNOWN)
    assert {each.facts.modifier for each in advice.modifiers} == {"KH", "KI", "KJ"}
    assert all(each.facts.added for each in advice.modifiers)
