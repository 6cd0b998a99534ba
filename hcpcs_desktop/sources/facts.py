"""Reads what rules rest on: figures, and modifiers that exclude each other."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.fact import Exclusion, Fact, Facts
from hcpcs_desktop.domain.waste import WasteDates
from hcpcs_desktop.sources.toml_file import load


class _File(msgspec.Struct, forbid_unknown_fields=True):
    fact: tuple[Fact, ...]
    exclusion: tuple[Exclusion, ...]


def read(path: Path) -> Facts:
    """Read ``facts.toml``; raises msgspec.ValidationError where it breaks its schema.

    A sentence may name a figure, its own too, so that each is written once.
    """
    file = load(path, _File)
    named = Facts(file.fact)
    return Facts(
        tuple(replace(each, says=named.fill(each.says)) for each in named),
        tuple(replace(each, says=named.fill(each.says)) for each in file.exclusion),
    )


@cache
def waste_dates(seeds: Path) -> WasteDates:
    """The days of the rules on discarded drug; read once, for they are asked with every keystroke.

    Raises what ``read`` raises.
    """
    return WasteDates.of(read(seeds / "facts.toml"))
