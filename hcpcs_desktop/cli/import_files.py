"""``import``: adds CMS files to the user's library. The window runs this command as a process."""

import argparse
import json
import time
from pathlib import Path
from typing import TextIO

from hcpcs_desktop import paths
from hcpcs_desktop.cli import answers
from hcpcs_desktop.cli.context import Answer, Context, Subparsers
from hcpcs_desktop.errors import UserError


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "import",
        parents=[everywhere],
        help="add CMS files to the library",
        description="Adds CMS files; without one, rebuilds the library from the kept files.",
    )
    parser.add_argument("sources", nargs="*", metavar="[RELEASE=]SOURCE")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write progress as JSON lines")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Import and report, to the report file as well where one is asked for."""
    if options.report is None:
        return _answer(_import(options.sources, context, _Silent()), context)
    try:
        file = options.report.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise UserError(f"{options.report} cannot be written to ({error.strerror}).") from error
    with file:
        report = _Report(file)
        try:
            answer = _import(options.sources, context, report)
        except UserError as error:
            report.write({"event": "error", "kind": error.kind, "message": str(error)})
            raise
        report.write({"event": "done", "answer": answer})
    return _answer(answer, context)


class _Silent:
    def progress(self, text: str, done: int, total: int) -> None:
        """Take progress and say nothing."""


class _Report(_Silent):
    """JSON lines in a file: a windowed program has no standard output to read from."""

    def __init__(self, file: TextIO) -> None:
        self.file = file

    def progress(self, text: str, done: int, total: int) -> None:
        self.write({"event": "progress", "text": text, "done": done, "total": total})

    def write(self, event: Answer) -> None:
        self.file.write(json.dumps(event) + "\n")


def _import(sources: list[str], context: Context, report: _Silent) -> Answer:
    from hcpcs_desktop.library import importing

    started = time.perf_counter()
    asked = [importing.parse_asked(text) for text in sources]
    added = importing.add(context.home, paths.seeds(), asked, report.progress)
    seconds = time.perf_counter() - started
    return answers.imported(added.about, added.sources, added.known, seconds)


def _answer(answer: Answer, context: Context) -> int:
    return context.answer(answer, lambda: answers.imported_text(answer))
