"""Reads a TOML file of the seeds into dataclasses, strictly, with the facts that it names."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from hcpcs_desktop.domain.fact import Facts

T = TypeVar("T")


def load(path: Path, schema: type[T], facts: Facts | None = None) -> T:
    """Read one file; raises msgspec.ValidationError where it breaks its schema.

    With ``facts``, each ``{name}`` in the file is replaced by the value of that fact.
    """
    text = path.read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(facts.fill(text) if facts else text), schema)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise msgspec.ValidationError(f"{path.name}: {error}") from error
    except KeyError as error:
        raise msgspec.ValidationError(f"{path.name}: no fact is named {error}") from error
