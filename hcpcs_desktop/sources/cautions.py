"""Reads the cautions of the seeds."""

from pathlib import Path

import msgspec

from hcpcs_desktop.domain.caution import Caution
from hcpcs_desktop.domain.fact import Facts
from hcpcs_desktop.sources.toml_file import load


class _File(msgspec.Struct, forbid_unknown_fields=True):
    caution: tuple[Caution, ...]


def read(path: Path, facts: Facts) -> tuple[Caution, ...]:
    """Read ``cautions.toml``; raises msgspec.ValidationError where it breaks its schema."""
    return load(path, _File, facts).caution
