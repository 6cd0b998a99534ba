"""``compare``: the same fields of several codes side by side."""

import argparse

from hcpcs_desktop.cli.context import Context, Subparsers, add_date


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "compare", parents=[everywhere], help="show the same fields of codes side by side"
    )
    parser.add_argument("codes", nargs="+", metavar="CODE")
    add_date(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Compare and answer; raises UserError for a code that the library lacks."""
    from hcpcs_desktop.library.codes import page
    from hcpcs_desktop.output import side_by_side

    if len(options.codes) < 2:
        options.parser.error("name two codes or more")
    pages = [page(context.library, code, options.on) for code in options.codes]
    return context.answer(
        side_by_side.answer(pages), lambda: side_by_side.text(pages, context.width)
    )
