"""Reads files that clinics share, TOML or JSON, strictly; what is wrong is told by line or field.

The first keys of such a file say what it is: ``kind`` and ``version``.
"""

import re
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from hcpcs_desktop.errors import UserError

T = TypeVar("T")

VERSION = 1
_MOST_BYTES = 2_000_000
_PLACE = re.compile(r"^(?P<what>.*) - at `\$(?P<path>.*)`$", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_BYTE = re.compile(r"\(byte (\d+)\)")


def read(path: Path, kind: str, schema: type[T]) -> T:
    """Read a file of one kind; raises UserError where it is none, or breaks the schema."""
    found = _table(path)
    told = found.pop("kind", None)
    if told != kind:
        said = f'its kind is "{str(told)[:60]}"' if told else "it has no kind"
        raise refused(path, f'{said}; such a file begins with kind = "{kind}"')
    version = found.pop("version", None)
    if version != VERSION:
        raise refused(
            path, f"version must be {VERSION}; a newer version of the program may read it"
        )
    try:
        return msgspec.convert(found, schema)
    except msgspec.ValidationError as error:
        raise refused(path, _told(str(error))) from error


def refused(path: Path, reason: str) -> UserError:
    """The refusal of a file; nothing of it is taken."""
    return UserError(f"{path.name} was not taken: {reason}. Nothing was changed.", "bad_file")


def strict(domain: type[Any]) -> type[msgspec.Struct]:
    """A schema with just the fields of a domain dataclass; any other key is refused."""
    described = [
        (each.name, each.type) if each.default is MISSING else (each.name, each.type, each.default)
        for each in fields(domain)
    ]
    return msgspec.defstruct(domain.__name__, described, forbid_unknown_fields=True)


def _table(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise refused(path, "it is larger than any such file can be")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise refused(path, f"it cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise refused(path, "it is no UTF-8 text") from error
    is_json = text.lstrip().startswith(("{", "["))
    found: object = _json(path, text) if is_json else _toml(path, text)
    if not isinstance(found, dict):
        raise refused(path, "it is a list; a table with kind and version is expected")
    return found


def _toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise refused(path, f"it is no TOML: {str(error).rstrip('.')}") from error
    except RecursionError as error:
        raise refused(path, "it is nested too deeply") from error


def _json(path: Path, text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        at = _BYTE.search(str(error))
        before = text.encode()[: int(at[1])] if at else b""
        line = f" in line {before.count(10) + 1}" if at else ""
        raise refused(path, f"it is no JSON, there is a mistake{line}") from error
    except RecursionError as error:
        raise refused(path, "it is nested too deeply") from error


def _told(message: str) -> str:
    """The sentence of msgspec with the place in front: ``profile 2, ndc_required: ...``."""
    found = _PLACE.match(message)
    if found is None:
        return message.replace("`", '"')
    words: list[str] = []
    for name, number in _STEP.findall(found["path"]):
        if name:
            words.append(name)
        elif words:
            words[-1] += f" {int(number) + 1}"
    what = found["what"].replace("`", '"')
    place = ", ".join(words)
    return f"{place}: {what[:1].lower()}{what[1:]}" if place else what
