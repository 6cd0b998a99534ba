"""``import``: adds CMS files to the user's library. The window runs this command as a process."""

import argparse
import time
from functools import partial

from hcpcs_desktop import paths
from hcpcs_desktop.cli import answers, reporting
from hcpcs_desktop.cli.context import Answer, Context, Subparsers
from hcpcs_desktop.cli.reporting import Progress


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "import",
        parents=[everywhere],
        help="add CMS files to the library",
        description="Adds CMS files; without one, rebuilds the library from the kept files.",
    )
    parser.add_argument("sources", nargs="*", metavar="[RELEASE=]SOURCE")
    reporting.add(parser)
    parser.add_argument(
        "--preview",
        action="store_true",
        help="say what would be taken, of folders too, and change nothing",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, context: Context) -> int:
    """Import or look, and report, to the report file as well where one is asked for."""
    if options.preview:
        found = reporting.reported(options.report, partial(_preview, options.sources))
        return context.answer(found, lambda: answers.preview_text(found))
    answer = reporting.reported(options.report, partial(_import, options.sources, context))
    return context.answer(answer, lambda: answers.imported_text(answer))


def _import(sources: list[str], context: Context, progress: Progress) -> Answer:
    from hcpcs_desktop.library import importing

    started = time.perf_counter()
    asked = [importing.parse_asked(text) for text in sources]
    added = importing.add(context.home, paths.seeds(), asked, progress)
    seconds = time.perf_counter() - started
    return answers.imported(added.about, added.sources, added.known, seconds)


def _preview(sources: list[str], progress: Progress) -> Answer:
    from hcpcs_desktop.library import importing, preview

    asked = [importing.parse_asked(text) for text in sources]
    told, others = [], 0
    for each in preview.look(asked, progress):
        if each.is_other:
            others += 1
        else:
            told.append(answers.previewed(each))
    return {"files": told, "others": others}
