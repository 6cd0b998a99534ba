"""Reads a seed file as the app does: with the facts that it names in place."""

import tomllib
from pathlib import Path
from typing import Any

from hcpcs_desktop import paths
from hcpcs_desktop.sources import facts

FACTS = facts.read(paths.seeds() / "facts.toml")


def read(path: Path) -> dict[str, Any]:
    """The tables of a seed file."""
    return tomllib.loads(FACTS.fill(path.read_text(encoding="utf-8")))
