"""Runs commands as a user does, in a home of its own or on a library of a few codes."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.cli.main import run
from tests.library.libraries import JULY, small_text
from tests.sources.anweb_file import save

Json = Any
"""A JSON document, of which a test says what it expects."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Json:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Json]:
        """The JSON documents on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Outcome]
LinesFile = Callable[..., Path]


@pytest.fixture
def command(
    tmp_path: Path,
    few_seeds: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """Runs a command in a home of its own, without a bundled library."""
    monkeypatch.setattr(paths, "seeds", lambda: few_seeds)
    monkeypatch.setattr(paths, "bundled_library_home", lambda: tmp_path / "bundled")

    def command(*arguments: str | Path, data_dir: Path = tmp_path / "data") -> Outcome:
        capsys.readouterr()
        try:
            status = run(["--data-dir", str(data_dir), *map(str, arguments)])
        except SystemExit as stop:
            status = int(stop.code or 0)
        printed = capsys.readouterr()
        return Outcome(status, printed.out, printed.err)

    return command


@pytest.fixture
def ask(command: Command, small_file: Path) -> Command:
    """Runs a command on the small library."""
    return lambda *arguments: command("--library", small_file, *arguments)


@pytest.fixture
def july(tmp_path: Path) -> Path:
    """A CMS file of July 2020."""
    return save(tmp_path, small_text(), JULY)


@pytest.fixture
def lines_file(tmp_path: Path) -> LinesFile:
    """Writes a batch file of these lines."""

    def lines_file(*lines: str, end: str = "\n") -> Path:
        return save(tmp_path, "".join(line + end for line in lines).encode(), "batch.txt")

    return lines_file
