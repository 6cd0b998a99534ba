"""The option ``--report``: progress and outcome as JSON lines in a file, for the window to read.

A windowed program has no standard output to read from.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from hcpcs_desktop.cli.context import Answer
from hcpcs_desktop.errors import UserError

Progress = Callable[[str, int, int], None]


def add(parser: argparse.ArgumentParser) -> None:
    """Offer the option."""
    parser.add_argument("--report", type=Path, metavar="FILE", help="write progress as JSON lines")


def reported(path: Path | None, work: Callable[[Progress], Answer]) -> Answer:
    """Do the work and return its answer, which the report gets as well where one is asked for.

    Raises UserError where the work does, or the report cannot be written.
    """
    if path is None:
        return work(_say_nothing)
    try:
        file = path.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise UserError(
            f"{path} cannot be written to ({error.strerror}). Name another file for the report."
        ) from error
    with file:
        report = _Report(file)
        try:
            answer = work(report.progress)
        except UserError as error:
            report.write({"event": "error", "kind": error.kind, "message": str(error)})
            raise
        report.write({"event": "done", "answer": answer})
    return answer


def _say_nothing(text: str, done: int, total: int) -> None:
    """Take progress and tell nobody."""


class _Report:
    def __init__(self, file: TextIO) -> None:
        self._file = file

    def progress(self, text: str, done: int, total: int) -> None:
        self.write({"event": "progress", "text": text, "done": done, "total": total})

    def write(self, event: Answer) -> None:
        self._file.write(json.dumps(event) + "\n")
