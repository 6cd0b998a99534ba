"""Writes what a clinic shares as JSON that people can read and change, in one step."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import msgspec

from hcpcs_desktop.domain.payer_profile import FILE_KIND, PayerProfile
from hcpcs_desktop.output.written import writing

VERSION = 1


def write_profiles(path: Path, profiles: Sequence[PayerProfile]) -> None:
    """Write profiles to share; raises UserError where the file cannot be written."""
    write(path, FILE_KIND, {"profile": [asdict(each) for each in profiles]})


def write(path: Path, kind: str, content: dict[str, object]) -> None:
    """Write a file of a kind, whole or not at all; raises UserError where that is not possible."""
    document = {"kind": kind, "version": VERSION, **content}
    text = msgspec.json.format(msgspec.json.encode(document), indent=2)
    partial = path.with_name(f"{path.name}.partial")
    with writing(path):
        partial.write_bytes(text + b"\n")
        partial.replace(path)
