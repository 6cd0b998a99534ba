"""``remove``: takes a source out of the user's library."""

import argparse
import time
from functools import partial

from hcpcs_desktop import paths
from hcpcs_desktop.cli import answers, reporting
from hcpcs_desktop.cli.context import Answer, Context, Subparsers
from hcpcs_desktop.cli.reporting import Progress


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser("remove", parents=[everywhere], help="take a source out")
    parser.add_argument("id", metavar="ID", help="as `sources` lists it")
    reporting.add(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Build the library without the source and report what is left."""
    answer = reporting.reported(options.report, partial(_remove, options.id, context))
    return context.answer(answer, lambda: answers.imported_text(answer))


def _remove(source_id: str, context: Context, progress: Progress) -> Answer:
    from hcpcs_desktop.library import importing

    started = time.perf_counter()
    about = importing.remove(context.home, paths.seeds(), source_id, progress)
    return answers.imported(about, about.sources, (), time.perf_counter() - started)
