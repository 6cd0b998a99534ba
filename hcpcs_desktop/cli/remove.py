"""``remove``: takes a source out of the user's library."""

import argparse
import time

from hcpcs_desktop import paths
from hcpcs_desktop.cli import answers
from hcpcs_desktop.cli.context import Context, Subparsers


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser("remove", parents=[everywhere], help="take a source out")
    parser.add_argument("id", metavar="ID", help="as `sources` lists it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Build the library without the source and report what is left."""
    from hcpcs_desktop.library import importing

    started = time.perf_counter()
    about = importing.remove(context.home, paths.seeds(), options.id, lambda *_: None)
    answer = answers.imported(about, about.sources, (), time.perf_counter() - started)
    return context.answer(answer, lambda: answers.imported_text(answer))
