"""``sources``: what the library is built from."""

import argparse

from hcpcs_desktop.cli import answers
from hcpcs_desktop.cli.context import Context, Subparsers


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "sources", parents=[everywhere], help="list what the library is built from"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """List the sources of the library in use."""
    rows = [answers.source(row) for row in context.library.about.sources]
    return context.answer({"sources": rows}, lambda: answers.sources_text(rows))
