"""``search``: finds codes."""

import argparse
import re
import time
from pathlib import Path

from hcpcs_desktop.cli.context import Answer, Context, Subparsers, add_date
from hcpcs_desktop.domain import hit

_LIMIT = re.compile(r"[0-9]{1,9}")


def add(commands: Subparsers, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser = commands.add_parser("search", parents=[everywhere], help="find codes")
    parser.add_argument("query", nargs="*", metavar="QUERY")
    add_date(parser)
    parser.add_argument("--all", action="store_true", help="discontinued codes, too")
    parser.add_argument("--limit", type=_limit, default=20, metavar="N")
    parser.add_argument("--batch", type=Path, metavar="FILE", help="one query per line")
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace, context: Context) -> int:
    """Answer one query, or each line of a file."""
    from hcpcs_desktop.output import answers, text

    def ask(query: str) -> tuple[Answer, str]:
        started = time.perf_counter()
        answer = _search(query, options, context)
        took = (time.perf_counter() - started) * 1000
        return answers.search_answer(answer, took), "" if context.as_json else text.search(
            answer, context.width
        )

    if options.batch is not None:
        if options.query:
            options.parser.error("--batch FILE stands alone: its lines are the queries")
        return context.batch(options.batch, ask)
    document, shown = ask(" ".join(options.query))
    return context.answer(document, lambda: shown)


def _search(query: str, options: argparse.Namespace, context: Context) -> hit.Answer:
    from hcpcs_desktop.library import query as queries
    from hcpcs_desktop.library import search

    return search.run(
        context.library,
        queries.parse(query),
        options.on,
        limit=options.limit,
        discontinued=options.all,
    )


def _limit(text: str) -> int:
    """A number of hits; raises ArgumentTypeError for what is none."""
    if not (_LIMIT.fullmatch(text) and int(text)):
        raise argparse.ArgumentTypeError(f"{text} is no number of hits; write 1 to 999999999")
    return int(text)
