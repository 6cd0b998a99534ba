"""``diff``: what changed between two releases."""

import argparse

from hcpcs_desktop.cli.context import Context, Subparsers
from hcpcs_desktop.domain.record import Record
from hcpcs_desktop.domain.release import is_release_id
from hcpcs_desktop.domain.release_diff import difference


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "diff",
        parents=[everywhere],
        help="list what changed between two releases",
        description="Compares two releases of the library (YYYY-MM) or two files of CMS, which "
        "need not be imported.",
    )
    for name in ("old", "new"):
        parser.add_argument(name, metavar=name.upper(), help="YYYY-MM or [YYYY-MM=]FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Compare and answer."""
    from hcpcs_desktop.output import changes

    found = difference(*_side(options.old, context), *_side(options.new, context))
    document = changes.difference_answer(found)
    return context.answer(document, lambda: changes.difference_text(found))


def _side(text: str, context: Context) -> tuple[str, tuple[Record, ...]]:
    """A release with its records: of the library by its id, else read from a file."""
    from hcpcs_desktop.library import file_records, release_records
    from hcpcs_desktop.library.importing import parse_asked

    if is_release_id(text):
        return text, release_records.of_release(context.library, text)
    asked = parse_asked(text)
    return file_records.of_file(asked.path, asked.release)
