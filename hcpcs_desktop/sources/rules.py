"""Reads the rules of the checks from ``seeds/rules``; whatever the schema does not know is refused.

An entry is a dataclass of ``domain.rules``, key by key.
"""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hcpcs_desktop.domain.fact import Exclusion, Facts
from hcpcs_desktop.domain.modifier_rules import GENERAL
from hcpcs_desktop.domain.rules import (
    ClaimRule,
    Combination,
    Listed,
    Lists,
    ModifierRule,
    PlaceRule,
    Rules,
    SeverityRule,
)
from hcpcs_desktop.domain.waste import WasteDates
from hcpcs_desktop.sources import facts as facts_of
from hcpcs_desktop.sources import places
from hcpcs_desktop.sources.toml_file import load

T = TypeVar("T")
Table = dict[str, Any]

_KEEP = "Keep the one that is true."


class _Modifiers(msgspec.Struct, forbid_unknown_fields=True):
    general: list[Table]
    rule: list[Table]


class _Claim(msgspec.Struct, forbid_unknown_fields=True):
    rule: list[Table]


class _Places(msgspec.Struct, forbid_unknown_fields=True):
    rule: list[Table]


class _Combinations(msgspec.Struct, forbid_unknown_fields=True):
    combination: list[Table]


def read(seeds: Path) -> Rules:
    """Read the rules of the seeds; raises msgspec.ValidationError where a file breaks its schema.

    Facts that they name are put in place, as in the other files of the seeds.
    """
    facts = facts_of.read(seeds / "facts.toml")
    folder = seeds / "rules"
    modifiers = load(folder / "modifiers.toml", _Modifiers, facts)
    return Rules(
        general=_general(modifiers.general),
        modifiers=_modifiers(modifiers.rule, facts),
        claim=tuple(
            _claim_rule(table) for table in load(folder / "claim.toml", _Claim, facts).rule
        ),
        places=places.read(seeds / "places.toml", facts),
        place_rules=_all(load(folder / "places.toml", _Places, facts).rule, PlaceRule),
        combinations=_all(
            load(folder / "combinations.toml", _Combinations, facts).combination, Combination
        ),
        lists=_lists(load(folder / "lists.toml", dict[str, Table], facts)),
        waste=WasteDates.of(facts),
    )


def _modifiers(tables: list[Table], facts: Facts) -> tuple[ModifierRule, ...]:
    """The rules in their order; an exclusion that none of them names comes last."""
    exclusions = {each.rule: each for each in facts.exclusions}
    named = {table.get("rule") for table in tables}
    unnamed: list[Table] = [
        {"rule": each.rule, "exclusion": True, "do": _KEEP}
        for each in facts.exclusions
        if each.rule not in named
    ]
    return tuple(_modifier_rule(table, exclusions) for table in [*tables, *unnamed])


def _modifier_rule(table: Table, exclusions: Mapping[str, Exclusion]) -> ModifierRule:
    """One rule; an exclusion brings along its modifiers, its sentence and its source."""
    own = {key: value for key, value in table.items() if key != "exclusion"}
    if not table.get("exclusion"):
        return _entry(own, ModifierRule)
    found = exclusions.get(str(table.get("rule")))
    if found is None:
        raise msgspec.ValidationError(f"facts.toml has no exclusion of the name: {table}")
    return _entry(
        {
            "modifiers": found.modifiers,
            "beside": found.against,
            "together": not found.against,
            "message": f"{found.says} On this line: {{FOUND}}.",
            "source": found.source,
            "severity": "error" if found.certain else "warning",
            **own,
        },
        ModifierRule,
    )


def _all(tables: list[Table], schema: type[T]) -> tuple[T, ...]:
    return tuple(_entry(table, schema) for table in tables)


def _entry(table: Mapping[str, Any], schema: type[T]) -> T:
    """One entry; a key that its dataclass does not have is refused, which msgspec lets pass."""
    known = {field.name for field in fields(schema)}  # type: ignore[arg-type]
    unknown = sorted(table.keys() - known)
    if unknown:
        raise msgspec.ValidationError(f"{schema.__name__} has no {', '.join(unknown)}: {table}")
    return msgspec.convert(table, schema)


def _general(tables: list[Table]) -> tuple[ModifierRule, ...]:
    rules = _all(tables, ModifierRule)
    missing = {rule.rule for rule in rules} ^ GENERAL.keys()
    if missing:
        raise msgspec.ValidationError(f"general rules that do not agree: {sorted(missing)}")
    return rules


def _claim_rule(table: Table) -> ClaimRule:
    _all(table.get("severity", []), SeverityRule)
    return _entry(table, ClaimRule)


def _lists(tables: Mapping[str, Table]) -> Lists:
    return _entry({name: _entry(table, Listed) for name, table in tables.items()}, Lists)
