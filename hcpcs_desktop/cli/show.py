"""``show``: all that is known of codes on a date."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from hcpcs_desktop.cli.context import Answer, Context, Subparsers, add_date
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.output.answers import error_answer


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser("show", parents=[everywhere], help="show codes or modifiers")
    parser.add_argument("codes", nargs="*", metavar="CODE")
    add_date(parser)
    parser.add_argument("--batch", type=Path, metavar="FILE", help="one code per line")
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Show one code as an object, several as a list, or each line of a file."""
    from hcpcs_desktop.library.codes import page
    from hcpcs_desktop.output import answers, text

    def ask(code: str) -> tuple[Answer, str]:
        found = page(context.library, code, options.on)
        return answers.show_answer(found), "" if context.as_json else text.code_page(
            found, context.width
        )

    if options.batch is not None:
        if options.codes:
            options.parser.error("--batch FILE stands alone: its lines are the codes")
        return context.batch(options.batch, ask)
    if not options.codes:
        options.parser.error("name a code, or a file with --batch")
    if len(options.codes) == 1:
        document, shown = ask(options.codes[0])
        return context.answer(document, lambda: shown)
    return _several(options.codes, context, ask)


def _several(codes: list[str], context: Context, ask: Callable[[str], tuple[Answer, str]]) -> int:
    """A list; a code that is refused has its error in its place, and then the exit status is 1."""
    documents, shown, status = [], [], 0
    for code in codes:
        try:
            document, text = ask(code)
            shown.append(text)
        except UserError as error:
            document, status = error_answer(error), 1
            print(f"error: {error}", file=sys.stderr)
        documents.append(document)
    context.answer(documents, lambda: "\n\n".join(shown))
    return status
