"""Runs commands in this process, over a library that is made from the seeds."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from hcpcs_desktop import paths
from hcpcs_desktop.__main__ import main
from hcpcs_desktop.library.importing import build_file
from tests.library.libraries import few_seeds, file_of_five, file_of_returns, small_file

from .commands import ask, command, july, lines_file

__all__ = [
    "ask",
    "command",
    "few_seeds",
    "file_of_five",
    "file_of_returns",
    "july",
    "lines_file",
    "small_file",
]

Answer = dict[str, Any]
Run = Callable[..., tuple[int, str, str]]
Batch = Callable[[str, Sequence[object]], list[Answer]]


@pytest.fixture(scope="session")
def seeds_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the codes of the seeds."""
    path = tmp_path_factory.mktemp("library") / "library.db"
    build_file(path, paths.seeds(), [], lambda *_: None)
    return path


@pytest.fixture
def run(seeds_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; gives the exit status, standard output and standard error."""

    def run_(*arguments: str, library: Path = seeds_library) -> tuple[int, str, str]:
        homes = ["--library", str(library), "--data-dir", str(tmp_path / "data")]
        with pytest.raises(SystemExit) as stop:
            main([*homes, *arguments])
        captured = capsys.readouterr()
        return int(stop.value.code or 0), captured.out, captured.err

    return run_


@pytest.fixture
def batch(run: Run, tmp_path: Path) -> Batch:
    """Asks a tool many questions at once: objects, or lines of text as they are."""

    def batch_(tool: str, questions: Sequence[object]) -> list[Answer]:
        file = tmp_path / "batch.jsonl"
        lines = [each if isinstance(each, str) else json.dumps(each) for each in questions]
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        status, out, err = run(tool, "--json", "--batch", str(file))
        assert (status, err) == (0, "")
        answers = [json.loads(line) for line in out.splitlines()]
        assert len(answers) == len(questions)
        return answers

    return batch_
