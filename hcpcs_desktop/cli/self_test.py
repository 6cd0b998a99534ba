"""``self-test``: opens the window without a screen and tries the main path; for packagers."""

import argparse
from pathlib import Path

from hcpcs_desktop.cli.context import Context, Subparsers


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "self-test", parents=[everywhere], help="try the window without a screen"
    )
    parser.add_argument("file", type=Path, metavar="CMS_FILE", help="a small CMS file to import")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Open the window offscreen, search, import; 0 where all of it works."""
    from hcpcs_desktop.app import start

    return start.self_test(context.data_dir, options.file)
