"""``build``: a library in a file, from the seeds and CMS files."""

import argparse
import time
from pathlib import Path

from hcpcs_desktop import paths
from hcpcs_desktop.cli import answers
from hcpcs_desktop.cli.context import Context, Subparsers
from hcpcs_desktop.errors import UserError


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser("build", parents=[everywhere], help="build a library file")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="other seeds than the app's")
    parser.add_argument("sources", nargs="*", metavar="[RELEASE=]SOURCE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Build the library and report."""
    from hcpcs_desktop.library.importing import build_file, parse_asked

    started = time.perf_counter()
    seeds = options.seeds or paths.seeds()
    if not (seeds / "tables" / "fields.toml").is_file():
        raise UserError(f"{seeds} does not hold the seeds; leave --seeds out to use the app's.")
    asked = [parse_asked(text) for text in options.sources]
    about = build_file(options.out, seeds, asked, lambda *_: None, context.home.places())
    seconds = time.perf_counter() - started
    answer = answers.imported(about, about.sources, (), seconds)
    return context.answer(answer, lambda: answers.imported_text(answer))
