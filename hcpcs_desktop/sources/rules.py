"""Reads the rules of the checks from ``seeds/rules``; whatever the schema does not know is refused.

An entry is a dataclass of ``domain.rules``, key by key.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hcpcs_desktop.domain.modifier_rules import GENERAL
from hcpcs_desktop.domain.rules import (
    ClaimRule,
    Combination,
    Listed,
    Lists,
    ModifierRule,
    Place,
    PlaceRule,
    Rules,
    SeverityRule,
)

T = TypeVar("T")
Table = dict[str, Any]


class _Modifiers(msgspec.Struct, forbid_unknown_fields=True):
    general: list[Table]
    rule: list[Table]


class _Claim(msgspec.Struct, forbid_unknown_fields=True):
    rule: list[Table]


class _Places(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    place: list[Table]
    rule: list[Table]


class _Combinations(msgspec.Struct, forbid_unknown_fields=True):
    combination: list[Table]


def read(folder: Path) -> Rules:
    """Read the rules in a folder; raises msgspec.ValidationError where a file breaks the schema."""
    modifiers = _load(folder / "modifiers.toml", _Modifiers)
    claim = _load(folder / "claim.toml", _Claim)
    places = _load(folder / "places.toml", _Places)
    combinations = _load(folder / "combinations.toml", _Combinations)
    return Rules(
        general=_general(modifiers.general),
        modifiers=_all(modifiers.rule, ModifierRule),
        claim=tuple(_claim_rule(table) for table in claim.rule),
        places=_all(places.place, Place),
        place_rules=_all(places.rule, PlaceRule),
        combinations=_all(combinations.combination, Combination),
        lists=_lists(folder / "lists.toml"),
    )


def _load(path: Path, schema: type[T]) -> T:
    try:
        return msgspec.convert(_toml(path), schema)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"{path.name}: {error}") from error


def _toml(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise msgspec.ValidationError(f"{path.name}: {error}") from error


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


def _lists(path: Path) -> Lists:
    tables = _toml(path)
    return _entry({name: _entry(table, Listed) for name, table in tables.items()}, Lists)
