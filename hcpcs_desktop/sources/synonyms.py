"""Reads the lexicon of the seeds: trade names, everyday words, abbreviations."""

import tomllib
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.lexicon import Abbreviation, Brand, Everyday, LayTerms, Lexicon, Synonym


class _File(msgspec.Struct, forbid_unknown_fields=True):
    brand: tuple[Brand, ...] = ()
    synonym: tuple[Synonym, ...] = ()
    lay: tuple[LayTerms, ...] = ()
    everyday: tuple[Everyday, ...] = ()
    abbreviation: tuple[Abbreviation, ...] = ()


def read(folder: Path) -> Lexicon:
    """Read all files of a folder; raises msgspec.ValidationError where one breaks the schema."""
    files = [_load(path) for path in sorted(folder.rglob("*.toml"))]
    return Lexicon(
        tuple(each for file in files for each in file.brand),
        tuple(each for file in files for each in file.synonym),
        tuple(each for file in files for each in file.lay),
        tuple(each for file in files for each in file.everyday),
        tuple(each for file in files for each in file.abbreviation),
    )


def _load(path: Path) -> _File:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise msgspec.ValidationError(f"{path.name}: {error}") from error
