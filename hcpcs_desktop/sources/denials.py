"""Reads the denials of the seeds."""

from pathlib import Path

import msgspec

from hcpcs_desktop.domain.denial import (
    Denial,
    GroupCode,
    GroupHint,
    Kind,
    Knowledge,
    LeadsTo,
    Remittance,
    Route,
)
from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.sources.toml_file import load


class _Sources(msgspec.Struct, forbid_unknown_fields=True):
    verified: str
    general: str


class _Denial(msgspec.Struct, forbid_unknown_fields=True):
    kind: Kind
    code: str
    title: str
    meaning: str
    leads_to: LeadsTo
    act: str
    check: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    comes_with: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    knowledge: Knowledge = "verified"
    is_denial: bool = True
    source: str = ""
    settles_when: str = ""
    group: tuple[GroupHint, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    source: _Sources
    group_code: tuple[GroupCode, ...]
    route: tuple[Route, ...]
    denial: tuple[_Denial, ...]


def read(path: Path, facts: Facts) -> Remittance:
    """Read ``denials.toml``; raises msgspec.ValidationError where it breaks its schema."""
    file = load(path, _File, facts)
    denials = tuple(_denial(each, file.source) for each in file.denial)
    return Remittance(file.group_code, file.route, denials)


def _denial(read: _Denial, sources: _Sources) -> Denial:
    return Denial(
        read.kind,
        read.code,
        read.title,
        read.meaning,
        read.is_denial,
        read.leads_to,
        read.act,
        read.check,
        read.rules,
        read.comes_with,
        read.words,
        read.knowledge,
        read.source or getattr(sources, read.knowledge),
        read.settles_when,
        read.group,
    )
