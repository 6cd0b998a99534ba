"""When a rule about modifiers fires on a line."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hcpcs_desktop.domain.codes import is_modifier
from hcpcs_desktop.domain.reference import ModifierFacts
from hcpcs_desktop.domain.rules import ModifierRule, any_of, between, in_ranges
from hcpcs_desktop.domain.waste import VialType

MOST = 4
"""Modifiers that a claim line has places for."""

_LEVEL_ONE = re.compile(r"[0-9]{2}|[0-9]P")
_AMBULANCE_TRIP = re.compile(r"[DEGHIJNPRSX]{2}")
_AMBULANCE = ("A0021-A0999",)


@dataclass(frozen=True, slots=True)
class Checked:
    """A line whose modifiers are read, with what is known of them on its date."""

    number: int
    code: str
    modifiers: tuple[str, ...]
    dos: date
    vial_type: VialType | None
    is_drug: bool | None
    known: Mapping[str, ModifierFacts]


def is_level_one(modifier: str) -> bool:
    """Whether a modifier has the form of CPT's: two digits, or a digit and P."""
    return _LEVEL_ONE.fullmatch(modifier) is not None


def offending(
    rule: ModifierRule, line: Checked, claim: Sequence[Checked]
) -> tuple[str, ...] | None:
    """The modifiers for which a rule fires on a line; None where it does not fire."""
    own = any_of(line.modifiers, rule.modifiers)
    needed = 2 if rule.together else min(1, len(rule.modifiers))
    beside = any_of(line.modifiers, rule.beside)
    if len(own) < needed or (rule.beside and not beside):
        return None
    applies = _is_about(rule, line) and not _has_what_it_wants(rule, line, claim)
    return (*own, *beside) if applies else None


def _is_about(rule: ModifierRule, line: Checked) -> bool:
    """Whether the date, the code and the container are those that a rule is about."""
    wanted = {"drugs": True, "not drugs": False}
    return (
        between(rule.first, line.dos, rule.last)
        and (not rule.codes or in_ranges(line.code, rule.codes))
        and (rule.only is None or line.is_drug is wanted[rule.only])
        and (rule.vial_type is None or rule.vial_type == line.vial_type)
    )


def _has_what_it_wants(rule: ModifierRule, line: Checked, claim: Sequence[Checked]) -> bool:
    """Whether the line or the claim has what a rule misses, or lacks what it objects to."""
    if any_of(line.modifiers, rule.lacking):
        return True
    if any(any_of(each.modifiers, rule.lacking_in_claim) for each in claim):
        return True
    others = (each for each in claim if each is not line and _same_drug(each, line))
    return bool(rule.on_other_line) and not any(
        any_of(each.modifiers, rule.on_other_line) for each in others
    )


def _same_drug(one: Checked, other: Checked) -> bool:
    return bool(one.code) and (one.code, one.dos) == (other.code, other.dos)


def _malformed(line: Checked) -> tuple[str, ...]:
    return tuple(f'"{each[:20]}"' for each in line.modifiers if not is_modifier(each))


def _unknown(line: Checked) -> tuple[str, ...]:
    return tuple(
        each
        for each in dict.fromkeys(line.modifiers)
        if is_modifier(each) and each not in line.known and not _belongs_elsewhere(each, line.code)
    )


def _belongs_elsewhere(modifier: str, code: str) -> bool:
    """Whether a modifier is one of Level I, or tells where an ambulance came from and went to."""
    trip = in_ranges(code, _AMBULANCE) and _AMBULANCE_TRIP.fullmatch(modifier) is not None
    return is_level_one(modifier) or trip


def _duplicate(line: Checked) -> tuple[str, ...]:
    counted = dict.fromkeys(line.modifiers)
    return tuple(each for each in counted if line.modifiers.count(each) > 1)


def _too_many(line: Checked) -> tuple[str, ...]:
    return line.modifiers if len(line.modifiers) > MOST else ()


def _not_yet_effective(line: Checked) -> tuple[str, ...]:
    return tuple(
        f"{each.modifier} (from {each.added})" if each.added else each.modifier
        for each in line.known.values()
        if each.state == "not_yet_effective"
    )


def _discontinued(line: Checked) -> tuple[str, ...]:
    return tuple(
        f"{each.modifier} (until {each.ended})" if each.ended else each.modifier
        for each in line.known.values()
        if each.state == "discontinued"
    )


GENERAL: Mapping[str, Callable[[Checked], tuple[str, ...]]] = {
    "modifier_format": _malformed,
    "modifier_unknown": _unknown,
    "modifier_duplicate": _duplicate,
    "more_than_four": _too_many,
    "modifier_not_yet_effective": _not_yet_effective,
    "modifier_discontinued": _discontinued,
}
"""The general rules: the modifiers of a line that break them, empty where none does."""
