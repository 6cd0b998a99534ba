"""Reads the places of service of the seeds."""

from pathlib import Path

import msgspec

from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.domain.place import Place
from hcpcs_desktop.sources.toml_file import load


class _File(msgspec.Struct, forbid_unknown_fields=True):
    place: tuple[Place, ...]


def read(path: Path, facts: Facts) -> tuple[Place, ...]:
    """Read ``places.toml``; raises msgspec.ValidationError where it breaks its schema."""
    return load(path, _File, facts).place
